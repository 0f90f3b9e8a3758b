import { z } from 'zod';
import { moment } from '../shared/stored-moment.ts';
import { ESCALATION_LEVELS } from '../messages/job.ts';
import { AS_STORED, codedOrAsStored } from '../shared/as-stored.ts';

/** Characters of a reason that a person gives. */
export const REASON_MOST = 500;

const texts = z.array(z.string()).readonly();
const place = { teamName: z.string(), name: z.string() };

const LOSS = z.enum(['bot-removed', 'team-archived', 'team-deleted', 'channel-deleted']);

const coded = z.discriminatedUnion('code', [
  /** A state by its own name: of an alias, a request, a reveal or a delivery. */
  z.object({ code: z.literal('state'), state: z.string() }),
  /** What a person said. */
  z.object({ code: z.literal('said'), text: z.string() }),

  /** An alias is allotted; without an address, to nobody who is known. An account id where it came with it. */
  z.object({
    code: z.literal('allotted-to'),
    to: z.string().optional(),
    accountId: z.string().optional(),
  }),
  /** Who has an alias, and where its mail goes, where that is said too. */
  z.object({
    code: z.literal('owned'),
    by: z.string().optional(),
    mailTo: z.object(place).optional(),
  }),
  z.object({
    code: z.literal('account'),
    accountId: z.string().optional(),
    accountName: z.string().optional(),
  }),
  /** Addresses that came into the pool, by the state that they have there. */
  z.object({ code: z.literal('added'), byState: z.record(z.string(), texts) }),
  z.object({ code: z.literal('on-mailboxes'), mailboxes: texts }),
  /** Root mailboxes or aliases; none of them where nothing is wrong. */
  z.object({ code: z.literal('addresses'), addresses: texts }),
  z.object({ code: z.literal('last-mail-through-it') }),
  /** Probe mails came back, or did not. */
  z.object({ code: z.literal('probes'), answered: z.boolean() }),
  z.object({ code: z.literal('in-exchange'), isThere: z.boolean() }),
  /** AWS Organizations lists the address. */
  z.object({ code: z.literal('listed-by-aws') }),
  /** When the first mail came that AWS certainly sent. */
  z.object({ code: z.literal('first-aws-mail'), receivedAt: moment }),
  /** The owner cannot be told in Teams. */
  z.object({ code: z.literal('untold'), mail: z.string() }),
  /** What the older scheme's columns held, as JSON. */
  z.object({ code: z.literal('columns'), columns: z.record(z.string(), z.string()) }),
  /** In what they contradicted each other. */
  z.object({ code: z.literal('contradictions'), kinds: texts }),
  z.object({ code: z.literal('water'), level: z.enum(['enough', 'low']) }),
  z.object({ code: z.literal('free-aliases'), count: z.number() }),
  z.object({ code: z.literal('low-water'), mark: z.number() }),

  z.object({ code: z.literal('approvals'), count: z.number() }),
  /** Approved, but no free alias was left. */
  z.object({ code: z.literal('pool-was-empty') }),
  z.object({ code: z.literal('undecided-in-time') }),
  z.object({ code: z.literal('no-approver-needed'), environment: z.string() }),

  z.object({ code: z.literal('roles'), roles: texts }),
  z.object({ code: z.literal('channel'), ...place, roles: texts, membership: z.string().optional() }),
  z.object({ code: z.literal('channel-name'), ...place }),
  z.object({ code: z.literal('channel-id'), channelId: z.string() }),
  z.object({
    code: z.literal('channel-lost'),
    because: LOSS,
  }),
  /** What took the channel away is over. */
  z.object({ code: z.literal('channel-back'), because: LOSS }),
  z.object({
    code: z.literal('mute-rules'),
    rules: z.array(z.object({ topic: z.string(), way: z.string() })).readonly(),
  }),

  /** The mail that it is about: what can be told of it to everybody. */
  z.object({ code: z.literal('mail'), category: z.string(), receivedAt: moment }),
  z.object({ code: z.literal('not-shown') }),
  z.object({ code: z.literal('to-be-shown') }),
  z.object({ code: z.literal('waits-for-approver'), holdsSecret: z.boolean() }),
  z.object({ code: z.literal('wanted'), by: z.string() }),
  z.object({ code: z.literal('shown'), to: z.string(), personId: z.string() }),
  z.object({ code: z.literal('reveal-over'), because: z.string() }),
  z.object({ code: z.literal('unacknowledged') }),
  z.object({ code: z.literal('acknowledged'), by: z.string() }),
  /** Who is told; an owner without an id does not exist. */
  z.object({
    code: z.literal('escalated'),
    level: z.enum(ESCALATION_LEVELS),
    personId: z.string().optional(),
  }),
  z.object({ code: z.literal('in-triage') }),
  z.object({ code: z.literal('assigned'), address: z.string() }),
  z.object({ code: z.literal('not-for-us') }),
  z.object({ code: z.literal('confirmed'), by: z.string() }),
  z.object({ code: z.literal('digest'), way: z.enum(['daily', 'weekly']), dueAt: moment }),
  z.object({ code: z.literal('reconciled'), seen: z.number(), since: moment, missing: z.number() }),

  /** A backup was restored: its rows, when it was begun, and how many aliases nobody may be given since. */
  z.object({ code: z.literal('restored'), rows: z.number(), startedAt: z.string(), held: z.number() }),
  /** Somebody said that nobody was given an alias after the backup. */
  z.object({ code: z.literal('nothing-since-backup') }),

  /** Deleted: mail and requests from before a moment, and history where that is said. */
  z.object({ code: z.literal('purged'), before: moment, historyBefore: moment.optional(), rows: z.number() }),

  AS_STORED,
]);

/** What a line of history says was so before, is so since, or was the reason: a code with data, never a sentence. */
export type AuditFact = Readonly<z.output<typeof coded>>;

/** The same as it is read. */
export const AUDIT_FACT = codedOrAsStored(coded);

/** What a person said; undefined where they said nothing. */
export function said(text: string): AuditFact | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : { code: 'said', text: trimmed };
}
