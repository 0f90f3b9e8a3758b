import type { KindName } from '../../cards/texts/mail-kinds.ts';

/** Why the rules answered as they did, in codes and data that hold nothing of a secret. `explain` puts it in words. */
export interface Evidence {
  /** Where the alias stood; `none` where nothing named one. */
  readonly aliasHeader: string;
  /** The only sender's domain; undefined where there is none or more than one. */
  readonly fromDomain: string | undefined;
  /** What Exchange said of DMARC; `missing` or `ambiguous` where it said nothing of use. */
  readonly dmarc: string;
  /** Why the sender is not verified; none where it is. */
  readonly senderFaults: readonly SenderFault[];
  readonly author: AuthorReason;
  /** Where a mail leads that is not AWS's because of that. */
  readonly lureHost: string | undefined;
  /** The kind that fits best, whoever wrote it, how well, and the next ones. */
  readonly nearest: { readonly kind: KindName; readonly score: number; readonly others: readonly string[] };
  readonly isRecognised: boolean;
  readonly secret: SecretReason | undefined;
  /** Why the mail is announced; undefined where it is not. */
  readonly doubt: Doubt | undefined;
  readonly isReadable: boolean;
}

/** What keeps a sender from being verified. */
export type SenderFault = (typeof SENDER_FAULTS)[number];

export const SENDER_FAULTS = [
  'no-own-auth-source',
  'internal',
  'several-senders',
  'no-plain-from',
  'dmarc-not-passed',
  'dmarc-of-another-domain',
  'dmarc-names-no-domain',
] as const;

/** What decided who wrote the mail. */
export type AuthorReason =
  | 'aws-sender'
  | 'several-senders'
  | 'shop'
  | 'shop-unverified'
  | 'words-of-our-account'
  | 'words-of-another-account'
  | 'lure'
  | 'forged'
  | 'unverified'
  | 'registrar-partner'
  | 'own-machine'
  | 'forwarded-by-colleague'
  | 'colleague'
  | 'forwarded-by-outsider'
  | 'not-aws';

/** What a code that was found looks like. */
export type CodeLook = 'code' | 'asked-for' | 'six-digits' | 'perhaps-code' | 'letters-and-digits';

/** Why a mail must be withheld. */
export type SecretReason = CodeLook | 'link' | 'kind-carries-one' | 'speaks-of-a-code' | 'not-searched';

/** Why nobody can be certain that a mail holds no secret. */
export type Doubt =
  | 'unverified'
  | 'unclear-kind'
  | 'kind-may-carry-one'
  | 'sealed'
  | 'something-may-be-a-code'
  | 'a-word-may-be-a-code'
  | 'text-may-hold-a-code';
