import type { Job } from '../../src/messages/job.ts';
import type { Outbox } from '../../src/messages/queue.ts';
import type { Clock } from '../../src/shared/clock.ts';
import type { Answers } from '../teams/answers.ts';
import type { Conversations } from '../../src/messages/poster.ts';
import type { Log } from '../../src/shared/log.ts';
import type { Telemetry } from '../../src/shared/telemetry.ts';
import type { Aliases } from '../../src/aliases/aliases.ts';
import type { Register } from '../../src/register.ts';
import type { Mails } from '../../src/mail/cases/mails.ts';
import type { Channels } from '../../src/channels/channels.ts';
import type { Directory } from '../../src/people/directory.ts';
import type { Requests } from '../../src/requests/requests.ts';
import type { Rights } from '../../src/rights/rights.ts';
import type { TeamsAdapter } from '../teams/adapter.ts';

/** What the bot is made of. */
export interface BotDeps {
  readonly teams: TeamsAdapter;
  readonly rights: Pick<
    Rights,
    'grant' | 'granted' | 'grantAny' | 'own' | 'here' | 'channelsOf' | 'requestsOf' | 'waitingFor'
  >;
  readonly requests: Requests;
  readonly aliases: Aliases;
  readonly channels: Channels;
  readonly mails: Mails;
  readonly conversations: Conversations;
  readonly directory: Pick<Directory, 'person' | 'personByMail'>;
  /** For names; whatever else is stored comes with a grant. */
  readonly register: Pick<Register, 'channels'>;
  /** The company's rules, as far as cards tell of them. */
  readonly policy: { readonly approvalsNeeded: number; readonly quarantineDays: number };
  /** For what is promised and what is to be redrawn, apart from any change. */
  readonly outbox: Pick<Outbox<Job>, 'add' | 'withdraw'>;
  /** Called when jobs were queued. */
  readonly wake: () => void;
  readonly clock: Clock;
  readonly answers: Answers;
  readonly log: Log;
  readonly telemetry: Telemetry;
}

/** The few things that a command or a click says it uses; it gets no others, and nothing that speaks with Teams. */
export type Uses<Name extends Exclude<keyof BotDeps, 'teams' | 'answers'>> = Pick<BotDeps, Name>;
