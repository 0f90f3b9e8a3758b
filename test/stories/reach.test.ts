import { describe, expect, it } from 'vitest';
import { createTableSeen } from '../../src/azure/table-seen.ts';
import { openTable } from '../../src/azure/table.ts';
import { FIRST_MAILBOX } from '../../src/mail/mailbox-name.ts';
import { afterSightings } from '../../src/mail/reach/seen.ts';
import { ADDRESSES, ALEX, PAYMENTS, ROOT_MAILBOXES, SAM, SEARCH, TRIAGE } from './company.ts';
import { mail, PAY, UNKNOWN } from './mail.ts';
import { openWorld, type World } from './world.ts';

const HOUR_MS = 60 * 60_000;
const [FIRST = '', SECOND = ''] = ROOT_MAILBOXES;
const TITLE = 'No mail comes through a root mailbox';

/** Where the world keeps what came through which root mailbox. */
async function seenOf({ surroundings }: World) {
  const { storage, tableName } = surroundings;
  return createTableSeen(
    await openTable({ kind: 'emulator', connectionString: storage }, tableName),
    () => undefined,
  );
}

/** Hours of the past in each of which mail came through these. */
async function cameThrough(world: World, ago: number, hours: number, ...roots: readonly string[]) {
  const seen = await seenOf(world);
  const before = await seen.load();
  const sightings = Array.from({ length: hours }, (_, hour) =>
    roots.map((rootMailbox) => ({
      rootMailbox,
      receivedAt: new Date(Date.now() - (ago - hour) * HOUR_MS),
      central: FIRST_MAILBOX,
    })),
  ).flat();
  await seen.save(afterSightings(before, sightings), before);
}

async function lastThrough(world: World, rootMailbox: string): Promise<Date | undefined> {
  return (await (await seenOf(world)).load()).mailboxes.get(rootMailbox)?.seenAt;
}

describe('a root mailbox that stopped forwarding', () => {
  it('is told of in triage once, and again only after its mail came again', async () => {
    await using world = await openWorld({ rootMailboxes: 2 });
    const [pay = '', find = ''] = ADDRESSES;
    await world.owns(ALEX, PAYMENTS, pay);
    await world.owns(SAM, SEARCH, find);
    await cameThrough(world, 200, 100, FIRST, SECOND);
    await world.doesHousekeeping();
    expect(world.channel(TRIAGE).map(({ text }) => text)).not.toContainEqual(expect.stringContaining(TITLE));

    await cameThrough(world, 100, 100, FIRST);
    await world.doesHousekeeping();
    await world.doesHousekeeping();
    const told = world.channel(TRIAGE).filter(({ text }) => text.includes(TITLE));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain(SECOND);
    expect(told[0]?.text).not.toContain(FIRST);
    expect(await world.log()).toContain('no mail comes through a root mailbox');

    await world.mailArrives(mail({ to: find }));
    await world.sweeps();
    await world.doesHousekeeping();
    expect(world.channel(TRIAGE).filter(({ text }) => text.includes(TITLE))).toHaveLength(1);
  });

  it('is seen by the mail that AWS sends to its aliases, and by nothing that strangers send', async () => {
    await using world = await openWorld({ rootMailboxes: 2 });
    const began = new Date();
    await world.mailArrives(mail({ to: PAY, from: 'Mallory <mallory@example.org>' }));
    await world.mailArrives(mail({ to: `${PAY}, ${ADDRESSES[1] ?? ''}` }));
    await world.mailArrives(mail({ to: UNKNOWN }));
    await world.sweeps();
    expect(await lastThrough(world, FIRST)).toBeUndefined();
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    expect((await lastThrough(world, FIRST))?.getTime()).toBeGreaterThanOrEqual(began.getTime());
    expect(await lastThrough(world, SECOND)).toBeUndefined();
  });
});
