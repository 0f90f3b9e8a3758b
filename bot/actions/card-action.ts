import type { Problem, Saying } from '../../cards/index.ts';
import type { BotDeps } from '../turn/bot-deps.ts';
import type { CommandName } from '../../src/rights/operations.ts';
import type { Job } from '../../src/messages/job.ts';
import type { CopyLook } from '../../src/messages/poster.ts';
import type { Explained, Said, Turn } from '../turn/turn.ts';

/** What a click brought. */
export interface ActionAnswer {
  readonly drawn: Said;
  /** Said beside the clicked card instead, which stays as it is. */
  readonly sentence?: Saying;
  /** Said in a message of its own below, because the clicked card is worth keeping as it is. */
  readonly below?: Said;
  /** Why it was refused or failed: somebody who was told to wait must hear of it. */
  readonly refused?: Explained;
  /** Under which the clicked card is kept, where it is one that is changed for good and not in this window only. */
  readonly copyOf?: string;
  /** What the card asked was answered: it becomes what was drawn. `isShownHere` as in {@link Grant}. */
  readonly answered?: { readonly isShownHere: boolean };
  /**
   * Under which the clicked card belongs, and what redraws it, where whoever clicked may do so here and the thing may be shown here: the
   * place of a card that nobody knew is kept then.
   */
  readonly redraw?: {
    readonly subject: string;
    readonly job: Job;
    /** What it says beside what all cards of its thing say. */
    readonly look?: CopyLook;
    /** The clicked card was seen among those that are kept; left out where nobody looked. */
    readonly isKept?: true;
  };
}

/** An answer that says no: why is told, also to somebody who was told to wait. */
export function refused(answer: ActionAnswer, problem: Problem): ActionAnswer {
  return { ...answer, refused: { problem, reference: '' } };
}

/** What the button of a card does. Card data is not believed: it names things, and what is typed is parsed. */
export type CardAction = (deps: ActionDeps, turn: Turn, input: unknown) => Promise<ActionAnswer>;

/** What buttons use beside what commands do. */
export interface ActionDeps extends BotDeps {
  /** What `help` says; the commands, of which it tells, are not for buttons to know. */
  readonly help: (turn: Turn) => Promise<Said>;
  /** What a command says to these words. */
  readonly write: (turn: Turn, name: CommandName, words: readonly string[]) => Promise<Said>;
}
