import { drawing, type Drawn } from './draw.ts';
import { withNextSteps } from './parts/next-steps.ts';
import { joinedRuns, runsOf, type Said } from './runs.ts';
import template from './templates/help.json' with { type: 'json' };
import { plain, withoutMarkup, type CardText, type Words } from './text.ts';
import type { Texts } from './texts/languages.ts';

/** A command, or a part of one, as people type it, with what it does or means. */
export interface CommandHelp {
  readonly usage: string;
  readonly description: Said;
}

export interface Help {
  /** Why it is shown: asked for, in full, after a greeting, after the installation, or because nothing was understood. */
  readonly of: keyof Texts['help']['titles'];
  /** The chat, or a channel, which may be linked already. */
  readonly place: 'personal' | 'channel' | 'linked';
  /** Who added Rootdesk, where that is known. */
  readonly addedBy?: string | undefined;
  /** Requests that wait for a decision of the reader. */
  readonly waiting?: number;
  /** In the order in which they are listed, which a press of a button does where help is short. */
  readonly commands: readonly CommandHelp[];
}

const draw = drawing(template);

/** What Rootdesk can do here: the next step and a few buttons, or every command. */
export function helpCard(texts: Texts, { of, place, addedBy = '', waiting = 0, commands }: Help): Drawn {
  const { help } = texts;
  const isPersonal = place === 'personal';
  const who = plain(addedBy, 100);
  const intro = isPersonal ? help.introPersonal : help.introChannel;
  const unknown = isPersonal ? help.unknownPersonal : help.unknownChannel;
  const card = draw(texts, {
    title: help.titles[of],
    intro:
      of === 'unknown'
        ? runsOf(unknown)
        : joinedRuns(of === 'added' && who !== '' ? [help.addedBy({ who }), intro] : [intro], ' '),
    hasWaiting: waiting > 0,
    waiting: help.waiting({ count: waiting }),
    showsCommands: of === 'all',
    commands: commands.map(entryOf),
    hasNext: of !== 'unknown',
    next: runsOf(of === 'all' ? help.explained : help.next[place]),
    canRequest: isPersonal,
    // Where all commands are listed, nobody has looked whether the channel is linked.
    canLink: place === 'channel' && of !== 'all',
    hasSettings: place === 'linked',
    aliasesTitle: isPersonal ? help.aliases : help.aliasesHere,
  });
  return withNextSteps(texts, { card, summary: help.summary }, waiting > 0 ? ['requests'] : []);
}

export interface OneCommand {
  readonly name: string;
  readonly usage: string;
  readonly description: Words;
  readonly parts: readonly CommandHelp[];
  readonly example: string;
  /** Where it works. */
  readonly place: keyof Texts['help']['places'];
  readonly canRequest: boolean;
  /** Where it is told. */
  readonly isInChannel: boolean;
}

/** What the form of settings does as well. */
const OF_SETTINGS: ReadonlySet<string> = new Set(['mute', 'unmute', 'digest', 'settings']);

/** How one command is written, what its parts mean, and where it works. */
export function commandCard(texts: Texts, command: OneCommand): Drawn {
  const { help } = texts;
  const title = help.about({ command: withoutMarkup(command.name, 40) });
  const example: readonly Said[] =
    command.example === '' ? [] : [help.example({ example: plain(command.example, 200) })];
  const card = draw(texts, {
    title,
    intro: runsOf(command.description),
    hasWaiting: false,
    waiting: help.waiting({ count: 0 }),
    showsCommands: true,
    commands: [{ usage: command.usage, description: help.places[command.place] }, ...command.parts].map(
      entryOf,
    ),
    hasNext: example.length > 0,
    next: joinedRuns(example, ' '),
    canRequest: command.canRequest,
    canLink: command.isInChannel && command.name === 'link',
    hasSettings: command.isInChannel && OF_SETTINGS.has(command.name),
    aliasesTitle: command.isInChannel ? help.aliasesHere : help.aliases,
  });
  return { card, summary: help.summary };
}

function entryOf({ usage, description }: CommandHelp): {
  usage: CardText;
  description: ReturnType<typeof runsOf>;
} {
  return { usage: plain(usage, 100), description: runsOf(description) };
}
