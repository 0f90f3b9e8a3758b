import { noteCard, problemCard } from '../../cards/index.ts';
import { COMMAND_RIGHTS } from '../../src/rights/operations.ts';
import { mentionIn, spokenIn, type Incoming } from '../teams/activity.ts';
import { createHelp, notUnderstood } from './help.ts';
import { COMMANDS } from './table.ts';
import { elsewhere } from './usage.ts';
import { measuredTurn } from '../turn/measured-turn.ts';
import type { Said, Turn } from '../turn/turn.ts';

/** Answers what was written: the command, or the closest one with help. */
export async function onMessage(turn: Turn, seen: Incoming): Promise<Said> {
  if (turn.place.kind === 'group') {
    return noteCard(
      'Write to me in our own chat',
      'Rootdesk works one to one and in channels of teams, not in group chats.',
    );
  }
  const [word, ...rest] = spokenIn(seen).words;
  try {
    if (word === undefined || mentionIn(word) !== undefined)
      return await createHelp(() => COMMANDS).run(turn, []);
    const wanted = word.toLowerCase();
    const command = COMMANDS.find(
      ({ name, alsoCalled }) => name === wanted || alsoCalled?.includes(wanted) === true,
    );
    if (command === undefined) return notUnderstood(COMMANDS, turn.place, wanted);
    const { name } = command;
    if (!COMMAND_RIGHTS[name].where.some((kind) => kind === turn.place.kind)) return elsewhere(name);
    return await measuredTurn(turn, 'command', name, () => command.run(turn, rest));
  } catch (error) {
    const { problem, reference } = turn.explain(error);
    return problemCard(problem, reference);
  }
}
