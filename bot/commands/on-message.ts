import { noteCard, problemCard, type Drawn } from '../../cards/index.ts';
import { COMMAND_RIGHTS, type CommandName } from '../../src/rights/operations.ts';
import type { BotDeps } from '../turn/bot-deps.ts';
import { measuredTurn } from '../turn/measured-turn.ts';
import { mentionIn } from '../turn/spoken.ts';
import type { Said, Turn } from '../turn/turn.ts';
import { drawHelp, notUnderstood } from './help.ts';
import { COMMANDS } from './table.ts';

/** Answers what was written: the command, or the closest one with help. */
export async function onMessage(deps: BotDeps, turn: Turn, words: readonly string[]): Promise<Said> {
  try {
    return await answerTo(deps, turn, words);
  } catch (error) {
    const { problem, reference } = turn.explain(error);
    return problemCard(problem, reference);
  }
}

async function answerTo(deps: BotDeps, turn: Turn, words: readonly string[]): Promise<Said> {
  const { place } = turn;
  if (place.kind === 'group') {
    return noteCard(
      'Write to me in our own chat',
      'Rootdesk works one to one and in channels of teams, not in group chats.',
    );
  }
  const [word, ...rest] = words;
  if (word === undefined || mentionIn(word) !== undefined) return drawHelp(COMMANDS, place);
  const wanted = word.toLowerCase();
  const command = COMMANDS.find(
    ({ name, alsoCalled }) => name === wanted || alsoCalled?.includes(wanted) === true,
  );
  if (command === undefined) return notUnderstood(COMMANDS, place, wanted);
  const { name } = command;
  if (!COMMAND_RIGHTS[name].where.some((kind) => kind === place.kind)) return elsewhere(name);
  return measuredTurn(deps.telemetry, 'command', name, () => command.answer(deps, turn, rest));
}

/** For a command that was written where it does not work. */
function elsewhere(name: CommandName): Drawn {
  if (COMMAND_RIGHTS[name].where.some((kind) => kind === 'personal')) {
    return noteCard(
      'Write to me in our own chat',
      `Not everybody here may see that. Open a chat with Rootdesk and write \`${name}\` there.`,
    );
  }
  return noteCard(
    'Write it in the channel',
    `Open the channel that gets the mail, mention Rootdesk there and write \`${name}\`.`,
  );
}
