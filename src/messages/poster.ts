import { z } from 'zod';
import type { Language } from '../../cards/texts/languages.ts';
import type { Target } from './job.ts';
import { TRIAGE_REASON } from './triage-reason.ts';

/** A card as it is in Teams, so that it can be redrawn. */
export interface PostedCopy {
  readonly serviceUrl: string;
  /** `19:…;messageid=N` for a channel thread, the chat's id for a person. */
  readonly conversationId: string;
  readonly activityId: string;
  readonly look?: CopyLook | undefined;
  /** In which it was written, so that it stays in it; English where nobody knew. */
  readonly language?: Language | undefined;
}

/** Whether the card is in a person's own chat; else it is in a thread of a channel. */
export function isInChat({ conversationId }: Pick<PostedCopy, 'conversationId'>): boolean {
  return !conversationId.includes(';messageid=');
}

/** What one copy of a mail's card says beside what all of them say, so that it can be redrawn as it was. */
export const COPY_LOOK = z.object({
  /** Why it is somewhere else than in the owning channel. */
  triageReason: TRIAGE_REASON.optional(),
  mayBeRepeat: z.boolean().optional(),
  isLate: z.boolean().optional(),
  /** Ids of the other aliases that it names. */
  sharesCardWith: z.array(z.string()).readonly().optional(),
});
export type CopyLook = Readonly<z.output<typeof COPY_LOOK>>;

export type PostOutcome =
  | { readonly kind: 'posted'; readonly copy: PostedCopy }
  /** Teams said no for good: bot removed, channel deleted or archived, person unknown, or nothing is linked. Fall back. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** Not taken; try again no earlier than after this time. */
  | { readonly kind: 'throttled'; readonly retryAfterMs: number }
  /** Certainly not taken (no connection, refused before sending): try again. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** No answer, or a server error after sending: it may have arrived. The next attempt must say that it may be a repeat. */
  | { readonly kind: 'ambiguous'; readonly reason: string };

/** What may have been said before. */
export interface Repeatable {
  /** An earlier attempt to say it may have arrived. */
  readonly mayBeRepeat?: boolean;
}

/** The one way out to Teams, for what part of Rootdesk has to say. Every call is one attempt at most; deciding about another is the caller's. */
export interface Poster<N> {
  /** Starts a new thread in a channel, or writes into a person's chat. */
  post(target: Target, notice: N, signal: AbortSignal): Promise<PostOutcome>;
  /** Writes below a posted card, in its thread or chat. */
  reply(copy: PostedCopy, notice: N, signal: AbortSignal): Promise<PostOutcome>;
  /** Replaces a posted card; safe to repeat. */
  redraw(copy: PostedCopy, notice: N, signal: AbortSignal): Promise<PostOutcome>;
}

/** Where people and teams can be reached; refreshed from every verified activity, so that it survives a restart. */
export interface Conversations {
  rememberPerson(chat: PersonalChat): Promise<void>;
  rememberTeam(team: TeamAddress): Promise<void>;
  /** In which language a channel speaks with Rootdesk. */
  rememberLanguage(channelId: string, language: Language): Promise<void>;
  person(personId: string): Promise<PersonalChat | undefined>;
  team(teamId: string): Promise<TeamAddress | undefined>;
  /** Undefined where nobody was seen yet, or nobody whose language Rootdesk speaks. */
  languageOf(channelId: string): Promise<Language | undefined>;
  /** Adds a posted card of a request or mail (`subject` is its id); the same copy twice is kept once. */
  rememberCopy(subject: string, copy: PostedCopy): Promise<void>;
  copies(subject: string): Promise<readonly PostedCopy[]>;
}

/**
 * The subject under which the asker's own copy of a request is kept, apart from the approvers' copies, which look different:
 * redraw it with a `receipt` notice.
 */
export function receiptSubject(requestId: string): string {
  return `${requestId}.receipt`;
}

/** The same for the card that tells the asker how it ended. */
export function toldSubject(requestId: string): string {
  return `${requestId}.told`;
}

export interface PersonalChat {
  readonly personId: string;
  readonly name: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
  /** Of their Teams, where Rootdesk speaks it. */
  readonly language?: Language | undefined;
}

export interface TeamAddress {
  readonly teamId: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
}
