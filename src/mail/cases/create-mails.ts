import type { Alias } from '../../aliases/alias.ts';
import { isChannelsMail, isOwnersMail, wasTaken } from '../../aliases/ownership.ts';
import type { CaseRegister } from './case-register.ts';
import { hasOwner } from '../../aliases/states.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import type { Person } from '../../people/person.ts';
import type { Grant } from '../../rights/grant.ts';
import type { MailSubject } from '../../rights/subjects.ts';
import { withinTime } from '../../shared/time-limit.ts';
import { accountConfirmed, offeredAccountId } from './account-offer.ts';
import { acknowledged } from './acknowledge.ts';
import { changeHandling } from './change-handling.ts';
import { assigned, notForUs, replayed } from './dead-letter.ts';
import { Refusal } from '../../store/refusal.ts';
import type { Handling, Reveal } from './handling.ts';
import { isHidden, ledgerIdOf, type Ledger, type LedgerEntry } from '../ledger.ts';
import { knownMail, mailNotice, type KnownMail, type MailReaderDeps } from '../delivery/mail-notice.ts';
import { readSharers } from '../delivery/shared-card.ts';
import type { AnsweringReveals, Mails } from './mails.ts';
import { answered, revealRule, wanted } from './reveal.ts';
import { setMute } from '../../channels/mute.ts';
import type { RevealPolicy } from './reveal-policy.ts';

export interface MailsDeps extends MailReaderDeps {
  readonly register: MailReaderDeps['register'] & Pick<CaseRegister, 'commit' | 'channel'>;
  readonly ledger: Pick<Ledger, 'latest'>;
  readonly policy: HandlingPolicy;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when jobs were queued. */
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

/** A click must be answered within 5 s (Teams); what the mailbox has not given by then is left out of the card. */
const MAILBOX_MS = 2_500;

/** What teams do with mail, over ledger, register and mailbox. */
export function createMails(deps: MailsDeps): Mails {
  const { register, ledger } = deps;

  /** Triage gave it to this alias: else its members could give themselves a mail, and read it alone. */
  async function wasAssigned({ messageId }: LedgerEntry, alias: Alias | undefined): Promise<boolean> {
    const inTriage = (await register.handling(ledgerIdOf(messageId, undefined)))?.value;
    return inTriage?.triaged !== undefined && inTriage.triaged.address === alias?.address;
  }

  async function reveal({ subject, person: owner }: Grant<'reveal-mail'>): Promise<void> {
    const { entry, alias } = subject;
    if (!isHidden(entry)) throw new Refusal('not-withheld');
    const usual = revealRule(deps.policy.reveal, entry, alias);
    // Else an approver could take any alias and read its codes alone.
    const isTaken = alias !== undefined && wasTaken(alias);
    const isDoubtful = usual === 'owner' && (isTaken || (await wasAssigned(entry, alias)));
    const rule = isDoubtful ? 'approved' : usual;
    if (rule === 'never') throw new Refusal('reveal-never');
    await change(entry, (handling, at) => wanted(handling, owner, rule, at));
  }

  async function answerReveal({ operation, subject, person: by }: AnsweringReveals): Promise<boolean> {
    const answer = operation === 'agree-reveal' ? 'agree' : 'refuse';
    const { id } = subject.reveal;
    const { handling, changed } = await change(subject.entry, (before, at) => {
      const current = revealIn(before, id);
      if (current.state !== 'wanted') return undefined;
      return answered(before, current, answer, { by, at });
    });
    return changed || saidSo(revealIn(handling, id), by, answer);
  }

  async function assign({ subject, person: by }: Grant<'assign-mail'>, address: string): Promise<boolean> {
    mustBeOwnerless(subject);
    const alias = (await register.aliasByAddress(address.trim()))?.value;
    if (alias === undefined || !hasOwner(alias)) {
      throw new Refusal('assign-nowhere', { why: 'nobody' });
    }
    if (!isChannelsMail(alias, subject.entry.receivedAt)) {
      throw new Refusal('assign-nowhere', { why: 'before' });
    }
    return (await change(subject.entry, (handling, at) => assigned(handling, alias, { by, at }))).changed;
  }

  /** A change, and the messages that tell of it. */
  async function change(
    entry: LedgerEntry,
    step: Parameters<typeof changeHandling>[2],
  ): ReturnType<typeof changeHandling> {
    const done = await changeHandling(deps, entry, step);
    if (done.changed) deps.wake();
    return done;
  }

  return {
    reveal,
    answerReveal,
    async acknowledge({ subject, person: by }) {
      return (await change(subject.entry, (handling, at) => acknowledged(handling, { by, at }))).changed;
    },
    assign,
    async setAside({ subject, person: by }) {
      mustBeOwnerless(subject);
      return (await change(subject.entry, (handling, at) => notForUs(handling, { by, at }))).changed;
    },
    quiet: (grant, topics, way) => setMute(deps, grant, topics, way),
    async latest(grants, of) {
      const isTheirMail = of === 'owner' ? isOwnersMail : isChannelsMail;
      const asked = grants.slice(0, ALIASES_ASKED).map(({ subject }) => subject);
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
    offeredAccount({ subject: { entry, alias } }) {
      const accountId = offeredAccountId(entry, alias);
      return accountId === undefined || alias === undefined
        ? undefined
        : { address: alias.address, accountId };
    },
    async confirmed({ subject, person: by }) {
      await change(subject.entry, (handling, at) => accountConfirmed(handling, { by, at }));
    },
    async replay({ subject, actor }) {
      return (await change(subject.entry, (handling) => replayed(handling, actor))).changed;
    },
    async card({ subject: { entry } }, look, signal) {
      try {
        const read = (inTime: AbortSignal): Promise<KnownMail> =>
          knownMail(deps, entry, inTime, look.sharesCardWith);
        return mailNotice(await withinTime(MAILBOX_MS, read, signal), look);
      } catch (error) {
        // The step is done, and every card of the mail is redrawn from the outbox: this one only answers the click.
        deps.log.warn({ err: error, entry: entry.id }, 'a mail could not be read for the answer to a click');
        const alias = entry.aliasId === undefined ? undefined : (await register.alias(entry.aliasId))?.value;
        const handling = (await register.handling(entry.id))?.value;
        const sharers = await readSharers(register, entry, look.sharesCardWith);
        return mailNotice(
          { entry: { ...entry, readable: false }, messageRead: undefined, alias, handling, sharers },
          look,
        );
      }
    },
    async revealCard({ subject: { entry, alias, reveal: asked } }) {
      const now = revealIn((await register.handling(entry.id))?.value, asked.id);
      return { kind: 'reveal', entry, alias, reveal: now };
    },
  };
}

/** @throws {Refusal} not-triage */
function mustBeOwnerless({ entry }: MailSubject): void {
  if (entry.aliasId !== undefined) throw new Refusal('not-triage');
}

function revealIn(handling: Handling | undefined, revealId: string): Reveal {
  const found = handling?.reveals.find(({ id }) => id === revealId);
  if (found === undefined) throw new Refusal('mail-not-found', { what: 'reveal' });
  return found;
}

function saidSo({ state, answered: said }: Reveal, approver: Person, answer: 'agree' | 'refuse'): boolean {
  return said?.by.id === approver.id && (answer === 'refuse') === (state === 'denied');
}
