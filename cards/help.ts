import { drawing, type Drawn } from './draw.ts';
import { runsOf, type Said } from './runs.ts';
import template from './templates/help.json' with { type: 'json' };
import { plain, type Words } from './text.ts';
import type { Texts } from './texts/languages.ts';

/** A command as people type it, with what it does in a sentence. */
export interface CommandHelp {
  readonly usage: string;
  readonly description: Words;
}

export interface Help {
  readonly place: 'personal' | 'channel';
  readonly commands: readonly CommandHelp[];
  /** The command that an unknown word is closest to. */
  readonly didYouMean?: string | undefined;
  /** True when help is shown because nothing that was written is a command. */
  readonly notUnderstood?: boolean;
  /** True for the first message after the installation. */
  readonly greeting?: boolean;
}

const draw = drawing(template);

/** What Rootdesk can do here; the commands come from the command table. */
export function helpCard(texts: Texts, { place, commands, ...asked }: Help): Drawn {
  const { help } = texts;
  const command = plain(asked.didYouMean ?? '', 40);
  const remark: Said = command === '' ? help.unknown : help.didYouMean({ command });
  const card = draw(texts, {
    title: asked.greeting === true ? help.greeting : help.title,
    hasRemark: asked.notUnderstood === true,
    remark: runsOf(remark),
    intro: runsOf(place === 'personal' ? help.introPersonal : help.introChannel),
    commands: commands.map(({ usage, description }) => ({ usage: plain(usage, 100), description })),
    outro: runsOf(place === 'personal' ? help.outroPersonal : help.outroChannel),
    canRequest: place === 'personal',
  });
  return { card, summary: help.summary };
}
