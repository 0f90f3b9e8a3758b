import type { Conversations, Poster } from '../src/outgoing/poster.ts';
import type { Log } from '../src/log.ts';
import type { Telemetry } from '../src/telemetry.ts';
import type { Aliases } from '../src/aliases/aliases.ts';
import type { Register } from '../src/aliases/register.ts';
import type { Mails } from '../src/mail/handling/mails.ts';
import type { Channels } from '../src/requests/channels.ts';
import type { Directory } from '../src/requests/directory.ts';
import type { Requests } from '../src/requests/requests.ts';
import type { TeamsAdapter } from './adapter.ts';

/** What the bot is made of. */
export interface BotParts {
  readonly teams: TeamsAdapter;
  readonly requests: Requests;
  readonly aliases: Aliases;
  readonly channels: Channels;
  readonly mails: Mails;
  readonly conversations: Conversations;
  /** Remembers by itself: a click must not cost a request each. */
  readonly directory: Pick<Directory, 'person' | 'personByMail'>;
  readonly register: Pick<Register, 'alias' | 'aliasesOfOwner' | 'aliasesOfChannel' | 'channels'>;
  /** The company's rules, as far as cards tell of them. */
  readonly policy: { readonly approvalsNeeded: number; readonly quarantineDays: number };
  readonly poster: Pick<Poster, 'redraw'>;
  readonly log: Log;
  readonly telemetry?: Telemetry;
}
