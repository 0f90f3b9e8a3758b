import { RootdeskError } from '../../src/shared/rootdesk-error.ts';

interface Failure {
  /** HTTP status; undefined when there was no answer. */
  readonly status?: number | undefined;
  /** Teams' own code, `BotNotInConversationRoster` for instance; empty when there was none. */
  readonly teamsCode?: string;
  readonly retryAfterMs?: number | undefined;
  /** False when the request certainly never left. */
  readonly sent: boolean;
  readonly reason: string;
}

/** A call to Teams that brought no success: what is known of it, so that the caller can tell certain from doubtful. */
export class TeamsCallFailed extends RootdeskError<'teams-call-failed'> {
  readonly status: number | undefined;
  readonly teamsCode: string;
  readonly retryAfterMs: number | undefined;
  readonly sent: boolean;

  constructor(failure: Failure, options?: ErrorOptions) {
    super('teams-call-failed', failure.reason, 'Try again in a minute.', options);
    this.status = failure.status;
    this.teamsCode = failure.teamsCode ?? '';
    this.retryAfterMs = failure.retryAfterMs;
    this.sent = failure.sent;
  }

  /** The same failure, of a step after which nothing was sent. */
  beforeSending(): TeamsCallFailed {
    const { status, teamsCode, retryAfterMs, message } = this;
    return new TeamsCallFailed(
      { status, teamsCode, retryAfterMs, sent: false, reason: message },
      { cause: this },
    );
  }
}
