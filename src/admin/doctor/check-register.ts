import { poolReport } from '../../aliases/pool.ts';
import type { Alias } from '../../aliases/alias.ts';
import type { ChannelRole, LinkedChannel } from '../../channels/channel.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Config } from '../../config.ts';
import { readTimes, type ReadTime } from '../../mail/read-times.ts';
import { fails, warns, works, type Outcome } from './finding.ts';

/** Which channels requests and ownerless mail go to. */
export function checkChannels(channels: readonly LinkedChannel[]): Outcome {
  const missing = (['approvals', 'triage'] as const).filter((role) => holder(channels, role) === undefined);
  if (missing.length > 0) {
    return fails(
      `no channel is linked for ${missing.join(' and ')}`,
      `An approver opens the channel in Teams, mentions Rootdesk there and writes: link ${missing.join(' ')}`,
    );
  }
  const owners = channels.filter(({ roles }) => roles.includes('owner')).length;
  const words = `approvals: ${holder(channels, 'approvals')}, triage: ${holder(channels, 'triage')}`;
  if (owners > 0) return works(`${words}, for aliases: ${owners}`);
  return warns(
    `${words}, none for aliases`,
    'In each channel that shall get AWS mail: mention Rootdesk and write link.',
  );
}

function holder(channels: readonly LinkedChannel[], role: ChannelRole): string | undefined {
  const found = channels.find(({ roles }) => roles.includes(role));
  return found === undefined ? undefined : `${found.teamName} / ${found.name}`;
}

/** Whether there are free aliases. */
export function checkPool(aliases: readonly Alias[], lowWater: number, now: Date): Outcome {
  const { total, states } = poolReport(aliases, now);
  const words = `${states.free} of ${total} aliases are free`;
  const remedy = 'Add aliases: plan with a higher number, its script, then import --new.';
  if (states.free === 0) return fails(words, remedy);
  return states.free < lowWater ? warns(`${words}; ${lowWater} is the mark`, remedy) : works(words);
}

/** One sweep may take so long. */
const SWEEP_MS = 10 * 60_000;
const SWEEPS_MISSED = 5;

/** Whether somebody has read the central mailbox lately. */
export async function checkSweep(
  mailboxes: Parameters<typeof readTimes>[0],
  { schedule }: Config,
  clock: Clock,
): Promise<Outcome> {
  const read = await readTimes(mailboxes);
  const name = ({ mailbox }: ReadTime): string => (read.length === 1 ? 'the central mailbox' : mailbox);
  const unread = read.filter(({ readAt }) => readAt === undefined);
  if (unread.length > 0) {
    return fails(`Rootdesk has not read all of ${unread.map(name).join(' and ')} yet`, LOOK_AT_ROOTDESK);
  }
  const ages = read
    .map((each) => ({ name: name(each), ageMs: clock().getTime() - (each.readAt?.getTime() ?? 0) }))
    .toSorted((one, other) => other.ageMs - one.ageMs);
  const mostMs = SWEEP_MS + SWEEPS_MISSED * schedule.sweepSeconds * 1_000;
  const late = ages.filter(({ ageMs }) => ageMs > mostMs);
  const words = (late.length > 0 ? late : ages).map(
    (each) => `${each.name} was last read ${spoken(each.ageMs)} ago`,
  );
  return late.length > 0 ? fails(words.join(', '), LOOK_AT_ROOTDESK) : works(words.join(', '));
}

const LOOK_AT_ROOTDESK = 'Start Rootdesk; if it runs, read its log.';

function spoken(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
