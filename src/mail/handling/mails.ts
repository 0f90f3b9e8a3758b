import type { Alias } from '../../aliases/alias.ts';
import type { MailNotice, RevealNotice } from '../../outgoing/notice.ts';
import type { CopyLook } from '../../outgoing/poster.ts';
import type { Person } from '../../people.ts';
import type { Handling } from './handling.ts';
import type { LedgerState } from '../ledger.ts';
import type { QuietRule, QuietTopic, QuietWay } from '../delivery/quiet.ts';

/** A mail at one alias, with how its delivery ended (undefined: it waits) and what people did with it. */
export interface MailState extends LedgerState {
  readonly alias: Alias;
  readonly handling: Handling | undefined;
}

export type RevealAnswer = 'agree' | 'refuse';

/**
 * What teams do with mail. Each step is one transaction with its line of history; each refusal is a `MailRefusal`, and then
 * nothing was changed. Doing the same twice changes nothing the second time. Mails are named by their ledger id.
 */
export interface Mails {
  /**
   * The owner of the alias wants to read a withheld mail: it is shown to them, or an approver is asked first.
   * @throws {MailRefusal} mail-not-found, not-withheld, reveal-never, reveal-not-yours, mail-busy
   * @throws {DirectoryUnavailable} when it cannot be told who the owner is: nothing is shown then
   */
  reveal(person: Person, ledgerId: string): Promise<void>;
  /**
   * An approver answers. False when it was settled before, and not by the same answer of the same person.
   * @throws {MailRefusal} mail-not-found, reveal-not-allowed, reveal-own, mail-busy
   * @throws {DirectoryUnavailable}
   */
  answerReveal(approver: Person, ledgerId: string, revealId: string, answer: RevealAnswer): Promise<boolean>;
  /**
   * Somebody looks after the mail; who and when stands on every copy of its card. Once: false when somebody said so before.
   * @param channelId where it was said; undefined in a person's own chat
   * @throws {MailRefusal} mail-not-found, not-your-mail, mail-busy
   */
  acknowledge(person: Person, ledgerId: string, channelId: string | undefined): Promise<boolean>;
  /**
   * Somebody in triage has a mail that was given up delivered again. False when it is not given up.
   * @throws {MailRefusal} mail-not-found, not-triage, mail-busy
   */
  replay(person: Person, ledgerId: string, channelId: string | undefined): Promise<boolean>;
  /**
   * Somebody in triage says to which alias a mail belongs that went there, or (without an address) that it is not for us. False
   * when somebody said so before.
   * @throws {MailRefusal} mail-not-found, not-triage, assign-nowhere, mail-busy
   */
  triage(
    person: Person,
    ledgerId: string,
    channelId: string | undefined,
    address: string | undefined,
  ): Promise<boolean>;
  /**
   * How the channel wants to have its mail: topics made quiet, or (without a way) loud again; without topics nothing changes.
   * @returns the channel's rules as they are then
   * @throws {MailRefusal} channel-not-owning, mail-busy
   */
  quiet(
    by: Person,
    channelId: string,
    topics: readonly QuietTopic[],
    way: QuietWay | undefined,
  ): Promise<readonly QuietRule[]>;
  /**
   * The newest mails of these aliases that their owner, or the channel that they belong to, may know of: newest first, each with
   * what was done with it.
   */
  latest(aliases: readonly Alias[], of: 'owner' | 'channel'): Promise<readonly MailState[]>;
  /**
   * The account id that a verified mail names and its alias does not have yet, undefined when there is nothing to confirm.
   * @throws {MailRefusal} mail-not-found
   */
  offeredAccount(
    ledgerId: string,
  ): Promise<{ readonly address: string; readonly accountId: string } | undefined>;
  /** Keeps who confirmed the account id that a mail names, so that every copy of its card tells. */
  confirmed(by: Person, ledgerId: string): Promise<void>;
  /**
   * The mail's card as it is now; undefined when there is no such mail. What the mailbox does not give in time is left out.
   */
  card(ledgerId: string, look: CopyLook, signal: AbortSignal): Promise<MailNotice | undefined>;
  /** The mail of a card and those of the other aliases that this copy names, by their ledger ids. @throws {MailRefusal} mail-not-found */
  onCard(ledgerId: string, look: CopyLook): Promise<readonly string[]>;
  /** The approvers' card of a reveal as it is now. */
  revealCard(ledgerId: string, revealId: string): Promise<RevealNotice | undefined>;
}
