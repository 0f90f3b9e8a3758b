import type { MailNotice, RevealNotice } from '../notices.ts';
import type { CopyLook } from '../../messages/poster.ts';
import type { Grant } from '../../rights/grant.ts';
import type { OperationOn } from '../../rights/operations.ts';
import type { Stepped } from './change-handling.ts';
import type { MailPage } from './list-mails.ts';

/** The operations of approvers who answer a reveal. */
export type AnsweringReveals = Grant<'agree-reveal' | 'refuse-reveal'>;

/**
 * What teams do with mail, by those who were granted it. Each step is one transaction with its line of history; each refusal is a
 * `Refusal`, and then nothing was changed. Doing the same twice changes nothing the second time.
 */
export interface Mails {
  /**
   * The owner of the alias wants to read a withheld mail: it is shown to them, or an approver is asked first.
   * @throws {Refusal} not-withheld, reveal-never, mail-busy
   */
  reveal(grant: Grant<'reveal-mail'>): Promise<Stepped>;
  /** An approver answers. False when it was settled before, and not by the same answer of the same person. @throws {Refusal} mail-busy */
  answerReveal(grant: AnsweringReveals): Promise<boolean>;
  /**
   * Somebody looks after the mail; who and when is on every copy of its card. Nothing changes when somebody said so before.
   * @throws {Refusal} mail-busy
   */
  acknowledge(grant: Grant<'acknowledge-mail' | 'acknowledge-listed'>): Promise<Stepped>;
  /** Somebody in triage has a mail that was given up delivered again. @throws {Refusal} mail-busy */
  replay(grant: Grant<'replay-mail'>): Promise<Stepped>;
  /**
   * Somebody in triage says to which alias a mail belongs that went there. Nothing changes when it was settled before.
   * @throws {Refusal} not-triage, assign-nowhere, mail-busy
   */
  assign(grant: Grant<'assign-mail'>, address: string): Promise<Stepped>;
  /** Somebody in triage says that a mail is not for us. Nothing changes when it was settled before. @throws {Refusal} not-triage, mail-busy */
  setAside(grant: Grant<'not-for-us'>): Promise<Stepped>;
  /** A page of the mails of these aliases that their owner, or the channel that they belong to, may know of; see `listMails`. */
  list(grants: readonly Grant<'see-alias'>[], of: 'owner' | 'channel', from: number): Promise<MailPage>;
  /** The account id that a verified mail names and its alias does not have yet, undefined when there is nothing to confirm. */
  offeredAccount(
    grant: Grant<'confirm-account'>,
  ): { readonly address: string; readonly accountId: string } | undefined;
  /** Keeps who confirmed the account id that a mail names, so that every copy of its card tells. */
  confirmed(grant: Grant<'confirm-account'>): Promise<void>;
  /**
   * The mail's card as it is now. What the mailbox does not give in time is left out.
   * @param after what came of a step that was granted, and changed nothing but the handling: that and the alias are not read again
   */
  card(
    grant: Grant<OperationOn<'mail'>>,
    look: CopyLook,
    signal: AbortSignal,
    after?: Stepped,
  ): Promise<MailNotice>;
  /** The approvers' card of a reveal as it is now. */
  revealCard(grant: Grant<OperationOn<'reveal'>>): Promise<RevealNotice>;
}
