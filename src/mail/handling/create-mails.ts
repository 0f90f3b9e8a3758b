import type { Alias } from '../../aliases/alias.ts';
import { isChannelsMail, isOwnersMail, wasTaken } from '../../aliases/ownership.ts';
import type { Register } from '../../aliases/register.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { actorOf, type Person } from '../../people.ts';
import type { Directory } from '../../requests/directory.ts';
import { accountConfirmed, offeredAccountId } from './account-offer.ts';
import { acknowledged } from './acknowledge.ts';
import { changeHandling } from './change-handling.ts';
import { assigned, notForUs } from './dead-letter.ts';
import { MailRefusal } from '../errors.ts';
import type { Handling, Reveal } from './handling.ts';
import { isHidden, ledgerIdOf, type Ledger, type LedgerEntry } from '../ledger.ts';
import { knownMail, mailNotice, type MailReaderParts } from '../delivery/mail-notice.ts';
import { readSharers } from '../delivery/shared-card.ts';
import type { Mails, RevealAnswer } from './mails.ts';
import { replay } from './replay.ts';
import { answered, mayBeShownTo, revealRule, wanted } from './reveal.ts';
import { setQuiet } from './set-quiet.ts';
import type { RevealPolicy } from './reveal-policy.ts';

export interface MailsParts extends MailReaderParts {
  readonly register: MailReaderParts['register'] & Pick<Register, 'commit' | 'channel'>;
  readonly ledger: Pick<Ledger, 'entry' | 'latest'>;
  readonly directory: Pick<Directory, 'person'>;
  readonly isApprover: (person: Person) => Promise<boolean>;
  readonly policy: HandlingPolicy;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when errands were queued. */
  readonly wake: () => void;
}

/** The rules of a company for what is done with mail. */
export interface HandlingPolicy {
  readonly reveal: RevealPolicy;
  /** How long an urgent mail may wait to be acknowledged, before its owner is told, and again before triage is. */
  readonly acknowledgeMinutes: number;
}

/** A list of so many is read; older ones stand in the channel. */
const LATEST_MOST = 15;
/** Reads at once; a channel with more aliases is rare, and then the ones allotted first are looked at. */
const ALIASES_ASKED = 60;

/** A click must be answered within 5 s (Teams). */
const DIRECTORY_MS = 3_000;
/** The same; what the mailbox has not given by then is left out of the card. */
const MAILBOX_MS = 2_500;

/** What teams do with mail, over ledger, register and mailbox. */
export function createMails(parts: MailsParts): Mails {
  const { register, ledger } = parts;

  async function existing(ledgerId: string): Promise<LedgerEntry> {
    const entry = await ledger.entry(ledgerId);
    if (entry === undefined) throw new MailRefusal('mail-not-found', 'There is no such mail.');
    return entry;
  }

  async function aliasOf(entry: LedgerEntry): Promise<Alias | undefined> {
    return entry.aliasId === undefined ? undefined : (await register.alias(entry.aliasId))?.value;
  }

  /** Owners of the old scheme are known by their address alone, which only the directory can tell of an object id. */
  async function withMail(person: Person, alias: Alias | undefined): Promise<Person> {
    if (alias?.owner === undefined || alias.owner.id !== undefined) return person;
    return (await parts.directory.person(person.id, AbortSignal.timeout(DIRECTORY_MS))) ?? person;
  }

  /** Triage gave it to this alias: else its members could give themselves a mail, and read it alone. */
  async function wasAssigned({ messageId }: LedgerEntry, alias: Alias | undefined): Promise<boolean> {
    const inTriage = (await register.handling(ledgerIdOf(messageId, undefined)))?.value;
    return inTriage?.triaged !== undefined && inTriage.triaged.address === alias?.address;
  }

  async function reveal(person: Person, ledgerId: string): Promise<void> {
    const entry = await existing(ledgerId);
    if (!isHidden(entry)) throw new MailRefusal('not-withheld', 'Nothing of this mail is withheld.');
    const alias = await aliasOf(entry);
    const usual = revealRule(parts.policy.reveal, entry, alias);
    // Else an approver could take any alias and read its codes alone.
    const isTaken = alias !== undefined && wasTaken(alias);
    const isDoubtful = usual === 'owner' && (isTaken || (await wasAssigned(entry, alias)));
    const rule = isDoubtful ? 'approved' : usual;
    if (rule === 'never') throw new MailRefusal('reveal-never', 'This mail is never shown in Teams.');
    const owner = await withMail(person, alias);
    if (!mayBeShownTo(owner, alias, entry.receivedAt)) {
      parts.log.warn({ entry: entry.id, personId: person.id }, 'a withheld mail was asked for by no owner');
      throw new MailRefusal('reveal-not-yours', 'Only the owner of the alias may read this mail.');
    }
    const { changed } = await changeHandling(parts, entry, (handling, at) =>
      wanted(handling, owner, rule, at),
    );
    if (changed) parts.wake();
  }

  async function answerReveal(
    approver: Person,
    ledgerId: string,
    revealId: string,
    answer: RevealAnswer,
  ): Promise<boolean> {
    const entry = await existing(ledgerId);
    const found = revealIn((await register.handling(ledgerId))?.value, revealId);
    if (!(await parts.isApprover(approver))) {
      throw new MailRefusal('reveal-not-allowed', 'Only approvers can agree to this, and you are not one.');
    }
    const alias = await aliasOf(entry);
    if (
      found.wanted.by.id === approver.id ||
      mayBeShownTo(await withMail(approver, alias), alias, entry.receivedAt)
    ) {
      throw new MailRefusal('reveal-own', 'You would read this mail yourself, so another has to agree.');
    }
    const { handling, changed } = await changeHandling(parts, entry, (before, at) => {
      const current = revealIn(before, revealId);
      if (current.state !== 'wanted') return undefined;
      return answered(before, current, answer, { by: approver, at });
    });
    if (changed) parts.wake();
    return changed || saidSo(revealIn(handling, revealId), approver, answer);
  }

  /** What has no triage channel goes to the approvers' channel. */
  async function isTriage(channelId: string | undefined): Promise<boolean> {
    const channel = channelId === undefined ? undefined : (await register.channel(channelId))?.value;
    return channel?.roles.some((role) => role !== 'owner') === true;
  }

  async function mustBeTriage(channelId: string | undefined): Promise<void> {
    if (await isTriage(channelId)) return;
    throw new MailRefusal('not-triage', 'This is decided in triage.');
  }

  async function triage(
    by: Person,
    ledgerId: string,
    channelId: string | undefined,
    address: string | undefined,
  ): Promise<boolean> {
    const entry = await existing(ledgerId);
    await mustBeTriage(channelId);
    if (entry.aliasId !== undefined) throw new MailRefusal('not-triage', 'This mail has an owner.');
    const alias = address === undefined ? undefined : (await register.aliasByAddress(address.trim()))?.value;
    if (address !== undefined && alias?.state !== 'allotted') {
      throw new MailRefusal('assign-nowhere', 'No alias with this address is allotted to anybody.');
    }
    if (alias !== undefined && !isChannelsMail(alias, entry.receivedAt)) {
      throw new MailRefusal('assign-nowhere', 'This mail was received before that alias came to its owner.');
    }
    const { changed } = await changeHandling(parts, entry, (handling, at) =>
      alias === undefined ? notForUs(handling, { by, at }) : assigned(handling, alias, { by, at }),
    );
    if (changed) parts.wake();
    return changed;
  }

  /** The members of the owning channel and of triage, who read it there, and the owner. */
  async function isTheirs(
    person: Person,
    { receivedAt }: LedgerEntry,
    alias: Alias | undefined,
    channelId: string | undefined,
  ): Promise<boolean> {
    if (await isTriage(channelId)) return true;
    if (alias === undefined) return false;
    if (channelId !== undefined && channelId === alias.channelId && isChannelsMail(alias, receivedAt))
      return true;
    return mayBeShownTo(await withMail(person, alias), alias, receivedAt);
  }

  async function acknowledge(
    person: Person,
    ledgerId: string,
    channelId: string | undefined,
  ): Promise<boolean> {
    const entry = await existing(ledgerId);
    if (!(await isTheirs(person, entry, await aliasOf(entry), channelId))) {
      throw new MailRefusal('not-your-mail', 'This mail belongs to another team.');
    }
    const { changed } = await changeHandling(parts, entry, (handling, at) =>
      acknowledged(handling, { by: person, at }),
    );
    if (changed) parts.wake();
    return changed;
  }

  return {
    reveal,
    answerReveal,
    acknowledge,
    triage,
    quiet: (by, channelId, topics, way) => setQuiet(parts, by, channelId, topics, way),
    async latest(aliases, of) {
      const isTheirMail = of === 'owner' ? isOwnersMail : isChannelsMail;
      const asked = aliases.slice(0, ALIASES_ASKED);
      const found = await Promise.all(
        asked.map(async (alias) =>
          (await ledger.latest(alias.id, LATEST_MOST))
            .filter(({ entry }) => isTheirMail(alias, entry.receivedAt))
            .map((state) => ({ ...state, alias })),
        ),
      );
      const newest = found
        .flat()
        .toSorted((one, other) => other.entry.receivedAt.getTime() - one.entry.receivedAt.getTime())
        .slice(0, LATEST_MOST);
      return Promise.all(
        newest.map(async (state) => {
          const handling = (await register.handling(state.entry.id))?.value;
          return { ...state, handling };
        }),
      );
    },
    async offeredAccount(ledgerId) {
      const entry = await existing(ledgerId);
      const alias = await aliasOf(entry);
      const accountId = offeredAccountId(entry, alias);
      return accountId === undefined || alias === undefined
        ? undefined
        : { address: alias.address, accountId };
    },
    async confirmed(by, ledgerId) {
      const entry = await existing(ledgerId);
      const { changed } = await changeHandling(parts, entry, (handling, at) =>
        accountConfirmed(handling, { by, at }),
      );
      if (changed) parts.wake();
    },
    async replay(person, ledgerId, channelId) {
      await mustBeTriage(channelId);
      const changed = await replay(parts, actorOf(person), ledgerId);
      if (changed) parts.wake();
      return changed;
    },
    async card(ledgerId, look, signal) {
      const entry = await ledger.entry(ledgerId);
      if (entry === undefined) return undefined;
      const inTime = AbortSignal.any([signal, AbortSignal.timeout(MAILBOX_MS)]);
      try {
        return mailNotice(await knownMail(parts, entry, inTime, look.sharesCardWith), look);
      } catch (error) {
        // The step is done, and every card of the mail is redrawn from the outbox: this one only answers the click.
        parts.log.warn({ err: error, entry: ledgerId }, 'a mail could not be read for the answer to a click');
        const alias = await aliasOf(entry);
        const handling = (await register.handling(ledgerId))?.value;
        const sharers = await readSharers(register, entry, look.sharesCardWith);
        return mailNotice(
          { entry: { ...entry, readable: false }, understood: undefined, alias, handling, sharers },
          look,
        );
      }
    },
    async onCard(ledgerId, { sharesCardWith = [] }) {
      if (sharesCardWith.length === 0) return [ledgerId];
      const { messageId } = await existing(ledgerId);
      return [ledgerId, ...sharesCardWith.map((aliasId) => ledgerIdOf(messageId, aliasId))];
    },
    async revealCard(ledgerId, revealId) {
      const entry = await ledger.entry(ledgerId);
      const found = (await register.handling(ledgerId))?.value.reveals.find(({ id }) => id === revealId);
      if (entry === undefined || found === undefined) return undefined;
      return { kind: 'reveal', entry, alias: await aliasOf(entry), reveal: found };
    },
  };
}

function revealIn(handling: Handling | undefined, revealId: string): Reveal {
  const found = handling?.reveals.find(({ id }) => id === revealId);
  if (found === undefined) throw new MailRefusal('mail-not-found', 'Nobody asked to read this mail.');
  return found;
}

function saidSo({ state, answered: said }: Reveal, approver: Person, answer: RevealAnswer): boolean {
  return said?.by.id === approver.id && (answer === 'refuse') === (state === 'denied');
}
