import type { AliasRegister } from '../../aliases/alias-register.ts';
import type { Clock } from '../../shared/clock.ts';
import { foldAddress, isGuid } from '../../shared/identifiers.ts';
import type { Log } from '../../shared/log.ts';
import { pause } from '../../shared/pause.ts';
import { isMissing, judgeProbes, type ProbeVerdict } from './judge-probes.ts';
import { gapMs, nextInTurn, secondTries } from './next-probe.ts';
import { makeProbeMail, PROBE_TEXT } from './probe-mail.ts';
import type { ProbeTimes } from './probe-times.ts';
import {
  newestOf,
  REMEMBERED_MOST,
  withOutcome,
  type ProbedAlias,
  type ProbeSender,
  type ProbeStore,
  type SentProbe,
} from './probes.ts';
import type { TellReach } from './tell-probes.ts';

export type ProbeCount = 'sent' | 'refused' | 'not-sent' | 'doubtful' | 'unanswered';

export interface ProberDeps {
  readonly store: ProbeStore;
  readonly sender: ProbeSender;
  readonly register: Pick<AliasRegister, 'everyAlias'>;
  /** Up to when the whole central mailbox was read; undefined while it never was. */
  readonly readUntil: () => Promise<Date | undefined>;
  readonly tell: TellReach;
  readonly times: ProbeTimes;
  readonly clock: Clock;
  readonly log: Log;
  readonly count: (outcome: ProbeCount) => void;
}

/** Sends probes and judges what came of them, for as long as it is this copy's turn. */
export interface Prober {
  /** One look: what is missed by now is noted and told, and what is due is sent. Never beside another. @throws {RegisterUnavailable} */
  round(signal: AbortSignal): Promise<void>;
  /** Looks again and again until the signal is aborted; a look that fails is logged. */
  during(turn: AbortSignal): Promise<void>;
}

/** The pool is listed anew so often. */
const POOL_MS = 10 * 60_000;
const MINUTE_MS = 60_000;
/** After this time it is tried again whether Rootdesk may send by now. */
const REFUSED_MS = 60 * 60_000;

interface Known extends ProbedAlias {
  /** Undefined: nothing is stored of it yet. */
  readonly version: string | undefined;
}

export function createProber(deps: ProberDeps): Prober {
  const { store, sender, times, clock, log, count } = deps;
  /** By id. Another copy may have noted an answer since: what is decided on is read anew. */
  let known = new Map<string, Known>();
  let listedAt: number | undefined;
  let quietUntil = 0;
  let refusedSaid = false;
  let trouble: string | undefined;

  const now = (): Date => clock();
  const all = (): readonly Known[] => [...known.values()];

  async function list(): Promise<void> {
    const at = now().getTime();
    if (known.size > 0 && listedAt !== undefined && Math.abs(at - listedAt) < POOL_MS) return;
    const stored = new Map((await store.every()).map((each) => [each.aliasId, each]));
    const listed = new Map<string, Known>();
    for await (const { value } of deps.register.everyAlias()) {
      const rootMailbox = foldAddress(value.rootMailbox);
      if (rootMailbox === '' || !isGuid(value.id)) continue;
      const { id: aliasId, address } = value;
      const before = stored.get(aliasId) ?? NOTHING;
      listed.set(aliasId, { ...before, aliasId, address, rootMailbox });
    }
    known = listed;
    listedAt = at;
  }

  async function reread({ aliasId, address, rootMailbox }: Known): Promise<Known> {
    const stored = (await store.load(aliasId)) ?? NOTHING;
    const fresh = { ...stored, aliasId, address, rootMailbox };
    known.set(aliasId, fresh);
    return fresh;
  }

  /** Stores what is known of an alias; false when somebody else has changed it. */
  async function save(after: Known): Promise<boolean> {
    const { version } = after;
    const saved = await store.save(after, version === undefined ? undefined : { version });
    if (saved === undefined) {
      await reread(after);
      return false;
    }
    known.set(after.aliasId, saved);
    return true;
  }

  /** Notes what has not come in time. Nothing is missed before the mailbox was read. @returns false while that cannot be said */
  async function judgeOpen(): Promise<boolean> {
    const isOverdue = (probe: SentProbe, at: Date | undefined): boolean =>
      probe.outcome === 'open' &&
      at !== undefined &&
      at.getTime() - probe.sentAt.getTime() >= times.patienceMs;
    const overdue = all().filter(({ sent }) => sent.some((probe) => isOverdue(probe, now())));
    if (overdue.length === 0) return true;
    const readUntil = await deps.readUntil();
    let isWhole = true;
    for (const each of overdue) {
      let fresh = await reread(each);
      for (const probe of fresh.sent) {
        if (!isOverdue(probe, now())) continue;
        if (!isOverdue(probe, readUntil)) {
          isWhole = false;
          continue;
        }
        fresh = withOutcome(fresh, probe, { outcome: probe.isAccepted ? 'unanswered' : 'doubtful' });
        if (probe.isAccepted) count('unanswered');
      }
      await save(fresh);
    }
    return isWhole;
  }

  /** Says of each alias whether it is missing, and tells what is new. */
  async function conclude(): Promise<ProbeVerdict> {
    // What came back meanwhile was noted by the sweep.
    for (const each of all()) if (newestOf(each)?.outcome === 'open') await reread(each);
    const verdict = judgeProbes(all());
    const ofMailbox = Map.groupBy(all(), ({ rootMailbox }) => rootMailbox);
    for (const each of all()) {
      const hasAnswered = each.sent.at(-1)?.outcome === 'answered';
      const missing = isMissing(each, ofMailbox.get(each.rootMailbox) ?? []);
      const next = hasAnswered ? false : each.isMissing || missing;
      if (next === each.isMissing) continue;
      if (await save({ ...each, isMissing: next, isTold: next && each.isTold })) {
        await deps.tell.moved(each, next, all());
      }
    }
    const told = await deps.tell.tell(all(), verdict);
    for (const aliasId of told) {
      const each = known.get(aliasId);
      if (each !== undefined) await save({ ...each, isTold: true });
    }
    return verdict;
  }

  function sentInTheLastMinute(): number {
    const since = now().getTime() - MINUTE_MS;
    return all().flatMap(({ sent }) => sent.filter(({ sentAt }) => sentAt.getTime() > since)).length;
  }

  /** Stored before it is sent: a probe that came before its row would be a stranger's mail. @returns false when no more can be sent now */
  async function send(to: Known, signal: AbortSignal): Promise<boolean> {
    const { subject, secretSha256 } = makeProbeMail(to.aliasId);
    const probe: SentProbe = { sentAt: now(), secretSha256, isAccepted: false, outcome: 'open' };
    const sent = [...to.sent, probe].slice(-REMEMBERED_MOST);
    if (!(await save({ ...to, sent }))) return true;
    const result = await sender.send({ to: to.address, subject, text: PROBE_TEXT }, signal);
    const stored = await reread(to);
    const own = stored.sent.find((each) => each.secretSha256 === secretSha256);
    if (own === undefined) return true;
    if (result.kind === 'accepted') {
      count('sent');
      await save(withOutcome(stored, own, { isAccepted: true }));
      await granted();
      return true;
    }
    count(result.kind);
    if (result.kind === 'doubtful') {
      say('a probe may not have been sent', result.error);
      return false;
    }
    await save({ ...stored, sent: stored.sent.filter((each) => each !== own) });
    if (result.kind === 'refused') await refused();
    else say('a probe could not be sent; trying again', result.error);
    quietUntil = now().getTime() + (result.kind === 'refused' ? REFUSED_MS : MINUTE_MS);
    return false;
  }

  /** Once, until it is something else. */
  function say(what: string, error: Error): void {
    if (trouble === error.message) return;
    trouble = error.message;
    log.warn({ err: error }, what);
  }

  async function refused(): Promise<void> {
    const status = await store.status();
    if (status.refusedSince === undefined) await store.setStatus({ ...status, refusedSince: now() });
    if (refusedSaid) return;
    refusedSaid = true;
    log.error({}, 'probes are not sent: Exchange Online does not let Rootdesk send as the central mailbox');
  }

  async function granted(): Promise<void> {
    trouble = undefined;
    const status = await store.status();
    if (status.refusedSince === undefined) return;
    refusedSaid = false;
    await store.setStatus({ ...status, refusedSince: undefined });
    log.info({}, 'probes are sent again');
  }

  async function sendDue({ mailboxes }: ProbeVerdict, signal: AbortSignal): Promise<void> {
    const at = now();
    if (at.getTime() < quietUntil) return;
    const silent = new Set(
      mailboxes.filter(({ isSilent }) => isSilent).map(({ rootMailbox }) => rootMailbox),
    );
    for (const { aliasId } of secondTries(all(), silent)) {
      const to = known.get(aliasId);
      if (to === undefined || sentInTheLastMinute() >= times.perMinuteMost) return;
      if (!(await send(to, signal))) return;
    }
    const lastSent = Math.max(0, ...all().map((each) => newestOf(each)?.sentAt.getTime() ?? 0));
    const isDue = Math.abs(at.getTime() - lastSent) >= gapMs(known.size, mailboxes.length, times);
    if (!isDue || sentInTheLastMinute() >= times.perMinuteMost) return;
    const next = nextInTurn(all(), mailboxes, at, times);
    const to = next && known.get(next.aliasId);
    if (to !== undefined) await send(to, signal);
  }

  async function round(signal: AbortSignal): Promise<void> {
    await list();
    const isWhole = await judgeOpen();
    const verdict = await conclude();
    // A mailbox that is not read shows no answers: probes would only pile up in it.
    if (isWhole) await sendDue(verdict, signal);
  }

  return {
    round,
    async during(turn) {
      // Another copy had its turn before this one.
      listedAt = undefined;
      while (!turn.aborted) {
        try {
          await round(turn);
        } catch (error) {
          if (turn.aborted) return;
          log.warn({ err: error }, 'a look at the probes ended early; the next one goes on');
        }
        await pause(times.lookMs, turn);
      }
    },
  };
}

const NOTHING = { sent: [], isMissing: false, isTold: false, version: undefined };
