import type { KindName, MailSummary } from '../../cards/texts/mail-kinds.ts';
import type { Category, Severity } from '../channels/mail-topics.ts';
import type { Evidence } from './evidence.ts';
import type { HeaderLine, MailAddress } from './mailbox.ts';
import type { KnownAlias } from './rules.ts';

/**
 * Whether AWS wrote it: `yes` needs Exchange's own DMARC pass for a listed sender domain; `suspicious` looks like AWS and
 * cannot be verified; `no` was written by somebody else.
 */
export type Genuine = 'yes' | 'suspicious' | 'no';

/** A mail taken apart, whether it came from Graph or from a file: the only input of the rules. */
export interface Mail {
  readonly subject: string;
  /** The sender whom a mail program shows. */
  readonly from: MailAddress | undefined;
  /** Everybody whom the mail names as its writer; real mail has one. */
  readonly senders: readonly MailAddress[];
  readonly receivedAt: Date | undefined;
  /** The header block as it arrived, top first; empty where Exchange kept none. */
  readonly transportHeaders: readonly HeaderLine[];
  /** Graph's `internetMessageHeaders`; empty for a file. */
  readonly internetHeaders: readonly HeaderLine[];
  /** Addresses of to, cc and bcc as the mailbox resolved them. */
  readonly recipients: readonly string[];
  /** Every text that a reader or an attacker could find: text and HTML parts, attached and nested messages. */
  readonly parts: readonly MailPart[];
  /** False when the MIME could not be taken apart: subject, sender and date are all that is known. */
  readonly readable: boolean;
  /** Something is attached that nobody can look into: a picture, an encrypted archive, a file of an unknown kind. */
  readonly sealed: boolean;
}

export interface MailPart {
  readonly kind: 'text' | 'html' | 'attachment';
  /** Decoded text, markup still in it. */
  readonly content: string;
  /** How many messages it is nested in: 0 for the mail's own parts. */
  readonly depth: number;
}

/** Where the alias was found, in the reading order of the rules: first come, first trusted. */
export type AliasSource =
  'to' | 'cc' | 'forwarding-trace' | 'delivery-trace' | 'recipients' | 'account-id' | 'none';

/** What the rules know of a mail. Plain data: what is done with it is decided by `route`, drawn elsewhere. */
export interface Analysis {
  /** Addresses the mail was sent to that are registered or have the alias shape; lower case, no doubles. */
  readonly aliases: readonly string[];
  /** Those of `aliases` that the register knows; none of them: triage. */
  readonly known: readonly KnownAlias[];
  readonly aliasSource: AliasSource;
  /** Owner of the account that a verified mail names, where no header has an alias; said on the card. */
  readonly ownerByAccount: KnownAlias | undefined;
  readonly accountId: string | undefined;
  /** The row of the table of kinds that fits, `non-aws` where AWS did not write it. */
  readonly kind: KindName;
  readonly category: Category;
  /** False: the category is the nearest guess, and nothing that people read claims it. */
  readonly recognised: boolean;
  readonly severity: Severity;
  readonly secret: boolean;
  /** AWS may have written it and no secret was found, yet nothing proves that it holds none: its text is for its owner alone. */
  readonly announced: boolean;
  readonly genuine: Genuine;
  /** The domain that Exchange verified, where the mail shows another one or more than one. */
  readonly verifiedDomain?: string;
  /** Plain text for the channel: the mail's words without markup; empty when `secret` or `announced`. */
  readonly excerpt: string;
  /** The subject as it may be shown: any code or link in it blanked out, and where the text is not shown every word that is not known; empty where nothing is left. */
  readonly safeSubject: string;
  readonly evidence: Evidence;
}

/** What may be said of the mail in the place of its text. */
export function summaryOf({ kind, recognised, genuine, secret, aliasSource }: Analysis): MailSummary {
  return { kind, recognised, genuine, secret, byAccount: aliasSource === 'account-id' };
}
