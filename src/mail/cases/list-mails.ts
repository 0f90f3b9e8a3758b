import type { Alias } from '../../aliases/alias.ts';
import { isChannelsMail, isOwnersMail } from '../../aliases/ownership.ts';
import type { Conversations } from '../../messages/poster.ts';
import type { Ledger, ListedEntry } from '../ledger.ts';
import { isSeen } from './acknowledge.ts';
import type { CaseRegister } from './case-register.ts';
import type { Handling, MailState } from './handling.ts';

export interface ListMailsDeps {
  readonly register: Pick<CaseRegister, 'handling' | 'lookedAtOf'>;
  readonly ledger: Pick<Ledger, 'listed' | 'state'>;
  readonly conversations: Pick<Conversations, 'copies'>;
}

/** One page of the mail of some aliases, and how much there is of it. */
export interface MailPage {
  /** What waits for somebody comes first, the urgent before the others, then all else; each newest first. */
  readonly mails: readonly ListedMail[];
  /** How many mails come before those of the page. */
  readonly from: number;
  /** How many wait for somebody, and how many there are at all. */
  readonly waiting: number;
  readonly all: number;
}

/** A mail with the threads and chats in which its card is. */
export interface ListedMail extends MailState {
  readonly places: readonly string[];
}

/** Each mail that waits has a button of its own, two turn the page, and a card has room for six (Microsoft's guidelines for Teams). */
export const MAILS_A_PAGE = 4;

/** Somebody has to do something and nobody said that they do, or it is still on its way, or was given up. */
export function waits(
  { severity, ended }: Pick<ListedEntry, 'severity' | 'ended'>,
  wasSeen: boolean,
): boolean {
  if (ended === undefined || ended === 'dead') return true;
  return wantsHands(severity) && !wasSeen;
}

function wantsHands(severity: ListedEntry['severity']): boolean {
  return severity === 'urgent' || severity === 'action';
}

/**
 * Mail of these aliases that their owner, or the channel that they belong to, may know of. Right and state are asked of every mail
 * before any is left out: what waits is found however much came after it.
 */
export async function listMails(
  deps: ListMailsDeps,
  aliases: readonly Alias[],
  of: 'owner' | 'channel',
  from: number,
): Promise<MailPage> {
  const isTheirs = of === 'owner' ? isOwnersMail : isChannelsMail;
  const found = await Promise.all(
    aliases.map(async (alias) => {
      const [listed, seen] = await Promise.all([
        deps.ledger.listed(alias.id),
        deps.register.lookedAtOf(alias.id),
      ]);
      const theirs = listed.filter(({ receivedAt }) => isTheirs(alias, receivedAt));
      return theirs.map((entry) => ({ ...entry, alias, wasSeen: seen?.has(entry.id) }));
    }),
  );
  const placed = await Promise.all(
    found.flat().map(async ({ wasSeen, ...entry }) => ({
      ...entry,
      isWaiting: waits(entry, wantsHands(entry.severity) && (wasSeen ?? (await isSeenBy(deps, entry.id)))),
    })),
  );
  const sorted = placed.toSorted(
    (one, other) =>
      rank(one) - rank(other) || other.receivedAt.getTime() - one.receivedAt.getTime() || order(one, other),
  );
  const start = Math.min(Math.max(0, from), lastPage(sorted.length));
  const shown = await Promise.all(
    sorted.slice(start, start + MAILS_A_PAGE).map(({ id, alias }) => stateOf(deps, id, alias)),
  );
  return {
    mails: shown.filter((state) => state !== undefined),
    from: start,
    waiting: placed.filter(({ isWaiting }) => isWaiting).length,
    all: placed.length,
  };
}

function lastPage(all: number): number {
  return Math.max(0, Math.ceil(all / MAILS_A_PAGE) - 1) * MAILS_A_PAGE;
}

function rank({ isWaiting, severity }: ListedEntry & { readonly isWaiting: boolean }): number {
  if (!isWaiting) return 2;
  return severity === 'urgent' ? 0 : 1;
}

/** Mails of the same moment keep their order from page to page. */
function order(one: ListedEntry, other: ListedEntry): number {
  return one.id < other.id ? -1 : 1;
}

async function handlingOf({ register }: ListMailsDeps, ledgerId: string): Promise<Handling | undefined> {
  return (await register.handling(ledgerId))?.value;
}

async function isSeenBy(deps: ListMailsDeps, ledgerId: string): Promise<boolean> {
  const handling = await handlingOf(deps, ledgerId);
  return handling !== undefined && isSeen(handling);
}

async function stateOf(deps: ListMailsDeps, id: string, alias: Alias): Promise<ListedMail | undefined> {
  const [state, handling, copies] = await Promise.all([
    deps.ledger.state(id),
    handlingOf(deps, id),
    deps.conversations.copies(id),
  ]);
  const places = copies.map(({ conversationId }) => conversationId);
  return state && { ...state, alias, handling, places };
}
