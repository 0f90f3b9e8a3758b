import { z } from 'zod';
import { moment } from '../shared/stored-moment.ts';
import { AS_STORED, codedOrAsStored } from '../shared/as-stored.ts';

const coded = z.discriminatedUnion('code', [
  /** The mail cannot be taken apart. */
  z.object({ code: z.literal('unreadable') }),
  /** Microsoft 365 did not hand it over, while others could be read. */
  z.object({ code: z.literal('not-handed-over') }),
  z.object({ code: z.literal('not-from-aws') }),
  /** Nobody has these addresses, and so many more. */
  z.object({ code: z.literal('unowned'), addresses: z.array(z.string()).readonly(), more: z.number() }),
  /** No address that it was sent to is an alias. */
  z.object({ code: z.literal('no-alias') }),
  /** It came (or was noticed, where that is all that is known) and was gone before it could be read. */
  z.object({
    code: z.literal('vanished'),
    receivedAt: moment.optional(),
    noticedAt: moment,
    /** Only a domain of AWS is named. */
    awsDomain: z.string().optional(),
    messageId: z.string(),
  }),
  /** It was received before the alias came to whoever has it now. */
  z.object({ code: z.literal('before-owner') }),
  /** The alias is no longer in the register. */
  z.object({ code: z.literal('alias-gone') }),
  /** The alias has no linked channel. */
  z.object({ code: z.literal('no-channel') }),
  /** Teams does not reach the owning channel. */
  z.object({ code: z.literal('channel-unreachable') }),
  /** It could not be delivered after many attempts. */
  z.object({ code: z.literal('given-up') }),
  /** Nobody acknowledged an urgent mail for so long; without `minutes`, nobody knows how long. */
  z.object({ code: z.literal('unacknowledged'), minutes: z.number().optional() }),
  AS_STORED,
]);

/** Why a card is in triage, or in a chat, and not in the owning channel alone, as it is decided and stored. */
export type TriageReason = Readonly<z.output<typeof coded>>;

/** The same as it is read: things from before have a sentence in its place. */
export const TRIAGE_REASON = codedOrAsStored(coded);
