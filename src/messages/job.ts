import { z } from 'zod';
import { moment } from '../shared/stored-moment.ts';
import { ACTOR } from '../people/person.ts';
import { TRIAGE_REASON } from './triage-reason.ts';

/**
 * What is wrong with the way of mail into the central mailbox: a root mailbox falls behind the others, does not bring probe mails, none of
 * them does; or single aliases do not.
 */
export const REACH_TROUBLES = ['behind', 'silent', 'all-silent', 'missing'] as const;
export type ReachTrouble = (typeof REACH_TROUBLES)[number];

/** Who is told, one after the other, that nobody acknowledged an urgent mail. */
export const ESCALATION_LEVELS = ['owner', 'triage'] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: z.string() }),
  /** `teamId` where it is known already; looked up otherwise. */
  z.object({ kind: z.literal('channel'), channelId: z.string(), teamId: z.string().exactOptional() }),
  z.object({ kind: z.literal('approvals') }),
  z.object({ kind: z.literal('triage') }),
]);

/** An owner of whom the address alone is known, from an API client or the old scheme: looked up when it is sent. */
const addressee = z.discriminatedUnion('kind', [
  ...target.options,
  z.object({ kind: z.literal('owner'), mail: z.string() }),
]);

/** Where an outgoing message goes. Ids only: names and service URLs are looked up when it is sent. */
export type Target = Readonly<z.output<typeof target>>;
/** The same, or an owner who has to be looked up first. */
export type Addressee = Readonly<z.output<typeof addressee>>;

const clicked = z.object({ serviceUrl: z.string(), conversationId: z.string(), activityId: z.string() });
const ofRequest = z.object({ requestId: z.string() });
const ofMail = z.object({ ledgerId: z.string() });
const handedOver = { aliasId: z.string(), to: addressee };
const ofLink = { channelId: z.string(), isLinked: z.boolean(), by: ACTOR };
const ofReveal = ofMail.extend({ revealId: z.string() });

/**
 * Every message that can be queued, in the form in which it is stored: the one list of kinds, from which the type follows.
 *
 * A message is queued in the same transaction as the change that it tells of. It names what to tell, not the words: they are drawn
 * from the stored state at the moment of sending, so that a late message never tells an old story. Whoever adds a kind is led by
 * the compiler to where it is run (`JobRuns`).
 */
export const JOB = z.discriminatedUnion('kind', [
  /** Not before the given moment: tell in the conversation what somebody was told to wait for. Whoever tells it before takes this out. */
  z.object({ kind: z.literal('click-promised'), copy: clicked, dueAt: moment }),
  /** Not before the given moment: the question was answered, its card asks no more. Whoever draws what became of it takes this out. */
  z.object({ kind: z.literal('question-answered'), copy: clicked, dueAt: moment }),
  /** A new request for the approvers to decide. */
  ofRequest.extend({ kind: z.literal('approval-wanted'), to: target }),
  /** The request changed: redraw every card of it that was posted. */
  ofRequest.extend({ kind: z.literal('redraw-request') }),
  /** Tell the asker how the request ended. */
  ofRequest.extend({ kind: z.literal('asker-told'), to: target }),
  /** Tell the owning channel which alias it now owns. */
  ofRequest.extend({ kind: z.literal('channel-told'), to: target }),
  /** The pool had no free alias when a request was approved. */
  ofRequest.extend({ kind: z.literal('pool-empty'), to: target }),
  /** The request still waits: remind the approvers, below the card that they have. */
  ofRequest.extend({ kind: z.literal('approval-reminder'), to: target }),
  /**
   * Tell the new owner of an alias that it was given to them, the one before that they lost it, or the owner that its mail goes
   * elsewhere. Who did it was not kept at first.
   */
  z.object({
    kind: z.literal('owner-told'),
    ...handedOver,
    by: ACTOR.optional(),
    isMove: z.boolean().optional(),
  }),
  /** Tell a channel that an alias came to it, left it, or has another owner. */
  z.object({ kind: z.literal('owning-channel-told'), ...handedOver, by: ACTOR, isMove: z.boolean() }),
  /** Tell the owner or the owning channel of an alias that another account took the place of the one that was bound to it. */
  z.object({
    kind: z.literal('account-changed'),
    ...handedOver,
    by: ACTOR,
    from: z.string(),
    accountId: z.string(),
  }),
  /** Tell the last owner or the channel of an alias that it was released. */
  z.object({ kind: z.literal('alias-released'), ...handedOver, by: ACTOR }),
  /**
   * Tell whoever gave an alias away that its new owner cannot be told, for there is no chat with them; or that the directory knows nobody
   * by the owner's address.
   */
  z.object({
    kind: z.literal('owner-unreached'),
    aliasId: z.string(),
    to: target,
    why: z.enum(['no-chat', 'unknown']).optional(),
  }),
  /** Tell that AWS wrote to an alias that nobody had, so that it is retired. */
  z.object({ kind: z.literal('alias-retired'), aliasId: z.string(), to: target }),
  /** A channel began to own aliases again, or does no longer: have each owner of those that it has told. */
  z.object({
    kind: z.literal('channel-owners-told'),
    ...ofLink,
    /** The last of those who are told already, where they are too many for one transaction. */
    after: z.string().optional(),
  }),
  /** Tell it one of them, or the channel; or triage that one of them, `untold`, has no chat in which they could be told. */
  z.object({
    kind: z.literal('channel-link-told'),
    ...ofLink,
    to: addressee,
    untold: addressee.optional(),
    /** Triage hears of it, and it is still tried. */
    isRaised: z.boolean().optional(),
  }),
  /** Few aliases are free: so many at the moment of the alert, and at this rate none on the day `emptyOn` (`YYYY-MM-DD`). */
  z.object({ kind: z.literal('pool-low'), free: z.number(), emptyOn: z.string().optional(), to: target }),
  /** Mail does not get through: of which root mailboxes or aliases. */
  z.object({
    kind: z.literal('reach-lost'),
    because: z.enum(REACH_TROUBLES),
    addresses: z.array(z.string()),
    to: target,
  }),
  /** Something was done with the mail: redraw every card of it that was posted. */
  ofMail.extend({ kind: z.literal('redraw-mail') }),
  /** Not before the given moment: what the channel wanted to see together. */
  z.object({ kind: z.literal('mail-digest'), channelId: z.string(), dueAt: moment }),
  /** Tell how many mails had been missed, as the daily comparison found. */
  z.object({ kind: z.literal('mail-gap'), missing: z.number(), seen: z.number(), to: target }),
  /** Tell that the mail was given up. */
  ofMail.extend({ kind: z.literal('mail-dead'), to: target }),
  /** It fell back: tell its owner in their own chat. */
  ofMail.extend({ kind: z.literal('mail-fell-back'), reason: TRIAGE_REASON }),
  /** Deliver it once more. */
  ofMail.extend({ kind: z.literal('replay-mail') }),
  /** Deliver it to the owners of an alias that nothing in it named. */
  ofMail.extend({ kind: z.literal('assign-mail'), aliasId: z.string() }),
  /** Not before the given moment: escalate an urgent mail that nobody has acknowledged. */
  ofMail.extend({ kind: z.literal('raise-mail'), level: z.enum(ESCALATION_LEVELS), dueAt: moment }),
  /** Tell that nobody has acknowledged it. */
  ofMail.extend({ kind: z.literal('mail-raised'), level: z.enum(ESCALATION_LEVELS), to: target }),
  /** The owner wants to read a withheld mail, and a second person has to agree. */
  ofReveal.extend({ kind: z.literal('reveal-wanted'), to: target }),
  /** The reveal changed: redraw the approvers' cards of it. */
  ofReveal.extend({ kind: z.literal('redraw-reveal') }),
  /** Show the mail in the owner's own chat. */
  ofReveal.extend({ kind: z.literal('show-mail') }),
  /** Not before the given moment: end what has not ended by itself, and take the text out of the chat. */
  ofReveal.extend({ kind: z.literal('end-reveal'), dueAt: moment }),
  /** Tell the owner that nothing comes of the reveal, and why. */
  ofReveal.extend({ kind: z.literal('reveal-told'), to: target }),
]);

/** A queued message; see {@link JOB}. */
export type Job = Readonly<z.output<typeof JOB>>;
export type JobKind = Job['kind'];

type ByKind = { [Each in Job as Each['kind']]: Each };
/** The message of a kind; of several kinds, one of them. */
export type JobOf<Kind extends JobKind> = { [Each in Kind]: ByKind[Each] }[Kind];
