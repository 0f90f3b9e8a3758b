import {
  joinedRuns,
  noteCard,
  plain,
  problemCard,
  type CardText,
  type Drawn,
  type NextStep,
} from '../../cards/index.ts';
import type { LinkedChannel } from '../../src/channels/channel.ts';
import { COMMAND_RIGHTS, type CommandName } from '../../src/rights/operations.ts';
import { SpokenError } from '../../src/shared/spoken-error.ts';
import type { BotDeps } from '../turn/bot-deps.ts';
import { measuredTurn } from '../turn/measured-turn.ts';
import type { Said, Turn } from '../turn/turn.ts';
import { eitherCard, wantedHere } from './either.ts';
import { shortHelp } from './help.ts';
import { isChanging } from './intents/table.ts';
import { understand } from './intents/understand.ts';
import type { Understood } from './intents/understood.ts';
import { COMMANDS } from './commands.ts';

/** What was written, new or again. */
export interface Written {
  readonly words: readonly string[];
  /** True where it is another text of a message that has changed something already, or may have. */
  readonly isAfterChange?: boolean;
}

/** What is answered, and whether something may have been changed. */
export interface Answer {
  readonly said: Said;
  readonly hasChanged: boolean;
}

/** Answers what was written. Never throws: what failed is told on a card. */
export async function onMessage(
  deps: BotDeps,
  turn: Turn,
  { words, isAfterChange }: Written,
): Promise<Answer> {
  const { texts, place } = turn;
  if (place.kind === 'group')
    return unchanged(
      noteCard(texts, texts.answers.ownChat, texts.answers.ownChatGroup, [
        { kind: 'chat', botId: turn.botId, message: 'help' },
      ]),
    );
  const understood = wantedHere(understand(words), place);
  const isChange = understood.kind === 'run' && isChanging(understood.name);
  if (isChange && isAfterChange === true) {
    return { said: noteCard(texts, texts.answers.notAgain, texts.answers.notAgainLead), hasChanged: true };
  }
  try {
    const said = await answerTo(deps, turn, understood);
    return { said, hasChanged: isChange && said.isUndone !== true };
  } catch (error) {
    const { problem, reference } = turn.explain(error);
    return {
      said: problemCard(texts, problem, reference),
      hasChanged: isChange && !(error instanceof SpokenError),
    };
  }
}

function unchanged(said: Said): Answer {
  return { said, hasChanged: false };
}

async function answerTo(deps: BotDeps, turn: Turn, understood: Understood): Promise<Said> {
  const { texts } = turn;
  switch (understood.kind) {
    case 'run':
      return runCommand(deps, turn, understood.name, understood.words);
    case 'explain':
      return runCommand(deps, turn, 'help', [understood.name]);
    case 'either':
      return eitherCard(turn, understood);
    case 'thanks':
      return noteCard(texts, texts.help.welcome, texts.help.welcomeLead);
    case 'hello':
    case 'unknown':
      return shortHelp(deps, turn, COMMANDS, understood.kind);
  }
}

/** What a command says to these words, or where to write it. @throws what {@link Turn.explain} explains */
export async function runCommand(
  deps: BotDeps,
  turn: Turn,
  name: CommandName,
  words: readonly string[],
): Promise<Said> {
  const command = COMMANDS.find((each) => each.name === name);
  if (command === undefined) throw new TypeError(`the command ${name} is not in the table`);
  if (!COMMAND_RIGHTS[name].where.some((kind) => kind === turn.place.kind))
    return elsewhere(deps, turn, name);
  return measuredTurn(deps.telemetry, 'command', name, () => command.answer(deps, turn, words));
}

/** A card has room for six buttons. */
const CHANNELS_MOST = 5;

/** For a command that was written where it does not work. */
async function elsewhere(deps: BotDeps, turn: Turn, name: CommandName): Promise<Said> {
  const { texts, botId, caller } = turn;
  const { ownChat, ownChatOnly } = texts.answers;
  const command = plain(name, 40);
  const drawn = COMMAND_RIGHTS[name].where.some((kind) => kind === 'personal')
    ? noteCard(texts, ownChat, ownChatOnly({ command }), [{ kind: 'chat', botId, message: name }])
    : inChannelCard(turn, command, await deps.rights.channelsOf(caller.person.id));
  return { ...drawn, isUndone: true };
}

function inChannelCard(
  { texts, tenantId }: Turn,
  command: CardText,
  channels: readonly LinkedChannel[],
): Drawn {
  const { inChannel, inChannelLead, inChannelOf } = texts.answers;
  const lead = inChannelLead({ command });
  const all = channels.length;
  const shown = channels.slice(0, CHANNELS_MOST);
  const said = all > shown.length ? joinedRuns([lead, inChannelOf({ shown: shown.length, all })], ' ') : lead;
  return noteCard(texts, inChannel, said, [
    ...shown.map((channel): NextStep => ({ kind: 'channel', channel, tenantId })),
    'help',
  ]);
}
