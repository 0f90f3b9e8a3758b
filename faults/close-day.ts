import { setTimeout as pause } from 'node:timers/promises';
import { APPROVERS, ASKERS, CHANNELS, people, type Person } from './company.ts';
import { compare } from './compare.ts';
import { gather, messagesIn, waitingIn } from './gather.ts';
import { notInChannel } from './mail-rules.ts';
import type { Office } from './office.ts';
import { chatOf } from '../harness/recorder.ts';
import { untilReady } from './set-up.ts';
import { staleVerb } from './stale.ts';
import { click } from './teams-client.ts';
import type { Message, World } from './world.ts';

/** How long is waited for what, in milliseconds. */
export interface Patience {
  /** For people to finish what they began, once the faults are over. */
  readonly finishMs: number;
  /** For every mail to stand in its channel, by the clock on the wall. */
  readonly healMs: number;
  /** For nothing to be due any more, after time has passed. */
  readonly restMs: number;
  /** Whether the program's rounds of every minute are waited for. */
  readonly housekeeping: boolean;
}

/** A wrong card may stay wrong for so long. */
const LATER_MS = 11 * 60_000;
/** Housekeeping comes with the full minute: it is told a time shortly before one. */
const BEFORE_FULL_MINUTE_MS = 6_000;
const MINUTE_MS = 60_000;
const QUIET_MS = 3_000;
const LOOK_EVERY_MS = 250;

/**
 * What happens after the faults: mail is given time on the wall's clock; then minutes pass, as the copies see it; then somebody
 * clicks once on each card that is wrong.
 */
export async function closeDay(
  office: Office,
  faultsEndedAt: number,
  patience: Patience,
  onStep: (step: string) => void,
): Promise<{ readonly now: Date; readonly staleBeforeClick: readonly string[] }> {
  await until(() => isAllInChannels(office), patience.healMs);

  onStep('Eleven minutes pass');
  const { copies } = office.stand;
  const aheadMs = aheadToFullMinute(Date.now() + office.passedMs + LATER_MS) - Date.now();
  for (const copy of copies) copy.setClock({ aheadMs, rate: 1 });
  await Promise.all(copies.map((copy) => copy.kill(0)));
  await Promise.all(copies.map(({ url }) => untilReady(url)));
  const startedAt = Date.now();
  const now = (): Date => new Date(Date.now() + aheadMs);
  const passedMinute = pause(patience.housekeeping ? 2 * BEFORE_FULL_MINUTE_MS : 0);
  await until(async () => isQuiet(office, startedAt, now()), patience.restMs);
  await passedMinute;
  if (patience.housekeeping) await until(async () => isQuiet(office, startedAt, now()), patience.restMs);

  const before = await gather(office, faultsEndedAt, now());
  const stale = before.messages.filter((message) => staleVerb(before, message) !== undefined);
  const staleBeforeClick = compare(before).staleCards;
  if (stale.length > 0) {
    onStep(`Somebody clicks on ${stale.length} cards that are out of date`);
    for (const card of stale) await clickOnce(office, before, card);
    const clickedAt = Date.now();
    await until(async () => isIdle(office, clickedAt, now()), patience.restMs);
  }
  return { now: now(), staleBeforeClick };
}

function aheadToFullMinute(at: number): number {
  return Math.ceil((at + BEFORE_FULL_MINUTE_MS) / MINUTE_MS) * MINUTE_MS - BEFORE_FULL_MINUTE_MS;
}

/** Asks nothing of the table, which has enough to do: each look at all of its rows is work that the copies wait for. */
async function isAllInChannels(office: Office): Promise<boolean> {
  const { messages } = await messagesIn(office);
  return notInChannel({ mails: office.mails, messages }).length === 0;
}

/** Nothing was posted for a while, no mail lies in the mailbox that nobody took up, and nothing is due. */
async function isQuiet(office: Office, since: number, now: Date): Promise<boolean> {
  return (await isAllInChannels(office)) && (await isIdle(office, since, now));
}

async function isIdle({ stand }: Office, since: number, now: Date): Promise<boolean> {
  const last = Math.max(since, ...stand.recorder.messages().map(({ changedAt }) => changedAt));
  return Date.now() - last >= QUIET_MS && (await waitingIn(stand.connectionString, now)).now.length === 0;
}

async function until(isSo: () => Promise<boolean>, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (performance.now() < end && !(await isSo())) await pause(LOOK_EVERY_MS);
}

async function clickOnce(office: Office, world: World, card: Message): Promise<void> {
  const verb = staleVerb(world, card);
  const person = whoSees(card, verb);
  if (verb === undefined || person === undefined) return;
  await click(office, person, card, verb, verb === 'submit-request' ? typedBy(person) : { comment: 'late' });
}

/** What is still in a form that was sent before. */
function typedBy(person: Person): Readonly<Record<string, string>> {
  const channelId = ASKERS.find((asker) => asker.person === person)?.channel.id ?? '';
  return { accountName: 'once-more', purpose: 'the same again', environment: 'development', channelId };
}

function whoSees({ place }: Message, verb: string | undefined): Person | undefined {
  if (verb === 'approve' || verb === 'deny') return APPROVERS[0];
  return people.find(({ id }) => chatOf(id) === place) ?? CHANNELS.find(({ id }) => id === place)?.members[0];
}
