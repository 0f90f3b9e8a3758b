import { isGuid } from '../shared/identifiers.ts';
import type { Alias } from '../aliases/alias.ts';
import { channelFor } from '../channels/channel-for.ts';
import type { LinkedChannel } from '../channels/channel.ts';
import type { CaseRegister } from '../mail/cases/case-register.ts';
import type { Versioned } from '../store/change.ts';
import type { Reveal } from '../mail/cases/handling.ts';
import { lookElsewhere } from '../mail/cases/look-elsewhere.ts';
import type { Ledger, LedgerEntry } from '../mail/ledger.ts';
import type { EscalationLevel } from '../messages/job.ts';
import type { Conversations, CopyLook, PostedCopy } from '../messages/poster.ts';
import type { Request } from '../requests/request.ts';
import type { Caller, PersonCaller } from './caller.ts';
import { RIGHTS, type Operation, type SubjectKind, type SubjectKindOf } from './operations.ts';

/** A root mail at one alias. */
export interface MailSubject {
  readonly entry: LedgerEntry;
  readonly alias: Alias | undefined;
  /** Its cards. */
  readonly copies: readonly PostedCopy[];
  /** Where the caller is in triage or their own chat, and no card of it is known there: the one that was sent there. */
  readonly lost?: { readonly place: string; readonly look: CopyLook };
}

/** What each kind of operation is about, as it was when the right was established. */
export interface Subjects {
  readonly none: undefined;
  readonly alias: Alias;
  readonly request: Request;
  /** The request that was made of the form before; undefined while it was not sent. */
  readonly form: Request | undefined;
  readonly mail: MailSubject;
  readonly reveal: MailSubject & { readonly reveal: Reveal };
  /** Undefined while it is not linked. */
  readonly channel: LinkedChannel | undefined;
}
export type SubjectOf<O extends Operation> = Subjects[SubjectKindOf<O>];

export interface SubjectDeps {
  readonly register: Pick<
    CaseRegister,
    'alias' | 'aliasByAddress' | 'request' | 'channel' | 'channels' | 'handling' | 'mark'
  >;
  readonly ledger: Pick<Ledger, 'entry'>;
  readonly conversations: Pick<Conversations, 'copies'>;
}

type Loaders = {
  readonly [K in SubjectKind]: (name: string, caller: Caller) => Promise<Versioned<Subjects[K]> | undefined>;
};

/** Between the deps of the name of a reveal; ids of messages have none. */
const BETWEEN = '\n';

/** How an operation names a reveal. */
export function revealName(ledgerId: string, revealId: string): string {
  return `${ledgerId}${BETWEEN}${revealId}`;
}

/**
 * How things are found by what an activity or call names: aliases by address or id, all else by id. Whatever is named, it is looked
 * for and not found, never refused as malformed.
 */
export function createSubjects({
  register,
  ledger,
  conversations,
}: SubjectDeps): <O extends Operation>(
  operation: O,
  name: string,
  caller: Caller,
) => Promise<Versioned<SubjectOf<O>> | undefined> {
  async function mail(ledgerId: string, caller: Caller): Promise<Versioned<MailSubject> | undefined> {
    const entry = ledgerId === '' ? undefined : await ledger.entry(ledgerId);
    if (entry === undefined) return undefined;
    const [alias, copies] = await Promise.all([
      entry.aliasId === undefined ? undefined : register.alias(entry.aliasId),
      conversations.copies(ledgerId),
    ]);
    const subject = { entry, alias: alias?.value, copies };
    return { value: { ...subject, ...(await lostHere(subject, caller)) }, version: '' };
  }

  /** Asked for where nothing else tells why the card of the mail is there: it costs reads that most clicks do without. */
  async function lostHere(
    { entry, alias, copies }: MailSubject,
    caller: Caller,
  ): Promise<Pick<MailSubject, 'lost'>> {
    if (caller.kind !== 'person') return {};
    const place = placeIn(caller.conversationId);
    const isExplained =
      place === alias?.channelId || copies.some(({ conversationId }) => placeIn(conversationId) === place);
    const where = isExplained ? undefined : await levelOf(caller);
    const look = where === undefined ? undefined : await lookElsewhere(register, entry, where);
    return look === undefined ? {} : { lost: { place, look } };
  }

  async function levelOf({ place }: PersonCaller): Promise<EscalationLevel | undefined> {
    if (place.kind !== 'channel') return place.kind === 'personal' ? 'owner' : undefined;
    const channels = (await register.channels()).map(({ value }) => value);
    return channelFor(channels, 'triage')?.id === place.channelId ? 'triage' : undefined;
  }

  const loaders: Loaders = {
    none: async () => ({ value: undefined, version: '' }),
    async alias(name) {
      if (name.includes('@')) return register.aliasByAddress(name.trim());
      return isGuid(name) ? register.alias(name) : undefined;
    },
    request: async (id) => (id === '' ? undefined : register.request(id)),
    form: async (id) => (await register.request(id)) ?? { value: undefined, version: '' },
    mail,
    async reveal(name, caller) {
      const [ledgerId = '', revealId] = name.split(BETWEEN);
      const found = await mail(ledgerId, caller);
      const handling = found === undefined ? undefined : (await register.handling(ledgerId))?.value;
      const reveal = handling?.reveals.find(({ id }) => id === revealId);
      if (found === undefined || reveal === undefined) return undefined;
      return { value: { ...found.value, reveal }, version: '' };
    },
    channel: async (id) => (await register.channel(id)) ?? { value: undefined, version: '' },
  };
  return (operation, name, caller) => loadedBy(loaders, RIGHTS[operation].subject, name, caller);
}

function loadedBy<K extends SubjectKind>(
  loaders: Loaders,
  kind: K,
  name: string,
  caller: Caller,
): Promise<Versioned<Subjects[K]> | undefined> {
  return loaders[kind](name, caller);
}

/** The channel of a thread, or the chat. */
export function placeIn(conversationId: string): string {
  return conversationId.replace(/;messageid=.*$/, '');
}
