import { drawing, type Drawn } from './draw.ts';
import template from './help.json' with { type: 'json' };
import { runsOf } from './runs.ts';
import { plain, say, withoutMarkup } from './text.ts';

/** A command as people type it, with what it does in a sentence. */
export interface CommandHelp {
  readonly usage: string;
  readonly description: string;
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

const INTRO: Readonly<Record<Help['place'], string>> = {
  personal: say`Rootdesk gives you the email address that an AWS account needs for its root user, and brings the mail AWS sends to it into your team’s channel.`,
  channel: say`Rootdesk posts the mail that AWS sends to your root addresses in this channel, once it is linked. Mention Rootdesk first, then write the command.`,
};

const OUTRO: Readonly<Record<Help['place'], string>> = {
  personal: say`Approvers see every request and decide on it. The answer arrives here.`,
  channel: 'To ask for an alias, write `request` to Rootdesk in your own chat with it.',
};

const draw = drawing(template);

/** What Rootdesk can do here; the commands come from the command table. */
export function helpCard(help: Help): Drawn {
  const guess = plain(help.didYouMean ?? '', 40);
  const card = draw({
    title: help.greeting === true ? say`Hello, this is Rootdesk` : say`What Rootdesk can do`,
    hasRemark: help.notUnderstood === true,
    remarkBefore: guess === '' ? say`That is not a command.` : say`That is not a command. Did you mean `,
    remarkWord: guess,
    remarkAfter: guess === '' ? say` Here is what you can write.` : say`?`,
    intro: runsOf(INTRO[help.place]),
    commands: help.commands.map(({ usage, description }) => ({
      usage: plain(usage, 100),
      description: withoutMarkup(description, 200),
    })),
    outro: runsOf(OUTRO[help.place]),
    canRequest: help.place === 'personal',
  });
  return { card, summary: say`What Rootdesk can do.` };
}
