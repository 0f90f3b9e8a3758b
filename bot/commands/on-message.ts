import { noteCard, plain, problemCard, type Drawn, type Texts } from '../../cards/index.ts';
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
    return problemCard(turn.texts, problem, reference);
  }
}

async function answerTo(deps: BotDeps, turn: Turn, words: readonly string[]): Promise<Said> {
  const { place, texts } = turn;
  if (place.kind === 'group') {
    return noteCard(texts, texts.answers.ownChat, texts.answers.ownChatGroup);
  }
  const [word, ...rest] = words;
  if (word === undefined || mentionIn(word) !== undefined) return drawHelp(texts, COMMANDS, place);
  const wanted = word.toLowerCase();
  const command = COMMANDS.find(
    ({ name, alsoCalled }) => name === wanted || alsoCalled?.includes(wanted) === true,
  );
  if (command === undefined) return notUnderstood(turn, COMMANDS, wanted);
  const { name } = command;
  if (!COMMAND_RIGHTS[name].where.some((kind) => kind === place.kind)) return elsewhere(texts, name);
  return measuredTurn(deps.telemetry, 'command', name, () => command.answer(deps, turn, rest));
}

/** For a command that was written where it does not work. */
function elsewhere(texts: Texts, name: CommandName): Drawn {
  const { ownChat, ownChatOnly, inChannel, inChannelLead } = texts.answers;
  const command = plain(name, 40);
  return COMMAND_RIGHTS[name].where.some((kind) => kind === 'personal')
    ? noteCard(texts, ownChat, ownChatOnly({ command }))
    : noteCard(texts, inChannel, inChannelLead({ command }));
}
