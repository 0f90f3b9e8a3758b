import { FIRST_MAILBOX } from '../../../src/mail/mailbox-name.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSightings, throughWhich } from '../../../src/mail/reach/sightings.ts';
import { NOTHING_SEEN, type Seen, type SeenStore } from '../../../src/mail/reach/seen.ts';
import { freeAlias } from '../../fakes/aliases.ts';
import { silentLog } from '../../fakes/log.ts';

const ROOT = 'root-01@company.com';
const MINUTE = 60_000;

describe('sightings', () => {
  let now = new Date('2026-11-22T12:00:00Z');
  let seen: Seen;
  let away: boolean;
  let operations: number;
  const store: SeenStore = {
    async load() {
      operations += 1;
      if (away) throw new Error('the storage is away');
      return seen;
    },
    async save(after) {
      operations += 1;
      seen = after;
    },
  };
  const create = () => createSightings({ store, clock: () => now, log: silentLog() });
  beforeEach(() => {
    now = new Date('2026-11-22T12:00:00Z');
    seen = NOTHING_SEEN;
    away = false;
    operations = 0;
  });

  it('cost two operations in five minutes, however much mail comes', async () => {
    const sightings = create();
    for (let minute = 0; minute < 10; minute += 1) {
      for (let mail = 0; mail < 100; mail += 1)
        sightings.note({ rootMailbox: ROOT, receivedAt: now, central: FIRST_MAILBOX });
      await sightings.keep();
      now = new Date(now.getTime() + MINUTE);
    }
    expect(operations).toBe(4);
    expect(seen.mailboxes.get(ROOT)).toMatchObject({ seenAt: new Date('2026-11-22T12:05:00Z') });
  });

  it('are kept for later when they cannot be written, and hold up nothing', async () => {
    const sightings = create();
    away = true;
    const receivedAt = now;
    sightings.note({ rootMailbox: ROOT, receivedAt, central: FIRST_MAILBOX });
    await sightings.keep();
    away = false;
    now = new Date(now.getTime() + MINUTE);
    await sightings.keep();
    expect(seen.mailboxes.get(ROOT)?.seenAt).toEqual(receivedAt);
  });

  it('of a moment to come count as now', async () => {
    const sightings = create();
    sightings.note({
      rootMailbox: ROOT,
      receivedAt: new Date('2036-01-01T00:00:00Z'),
      central: FIRST_MAILBOX,
    });
    await sightings.keep();
    expect(seen.mailboxes.get(ROOT)?.seenAt).toEqual(now);
  });

  it('go on when the clock was set back', async () => {
    const sightings = create();
    sightings.note({ rootMailbox: ROOT, receivedAt: now, central: FIRST_MAILBOX });
    await sightings.keep();
    now = new Date(now.getTime() - 24 * 60 * MINUTE);
    sightings.note({ rootMailbox: 'root-02@company.com', receivedAt: now, central: FIRST_MAILBOX });
    await sightings.keep();
    expect([...seen.mailboxes.keys()]).toContain('root-02@company.com');
  });
});

describe('the root mailbox through which a mail came', () => {
  const one = freeAlias();
  const same = freeAlias();
  const other = { ...freeAlias(), rootMailbox: 'Root-02@company.com' };
  type Addressed = Parameters<typeof throughWhich>[0];
  const sentTo = (...aliases: Addressed['aliases']): Addressed => ({
    analysis: { genuine: 'yes', aliasSource: 'to', aliases: aliases.map(({ address }) => address) },
    aliases,
  });
  const but = (change: Partial<Addressed['analysis']>): Addressed => {
    const { analysis, aliases } = sentTo(one);
    return { aliases, analysis: { ...analysis, ...change } };
  };

  it('is that of its aliases, in lower case', () => {
    expect(throughWhich(sentTo(one))).toBe(ROOT);
    expect(throughWhich(sentTo(one, same))).toBe(ROOT);
    expect(throughWhich(sentTo(other))).toBe('root-02@company.com');
  });

  it.each([
    ['strangers write to the central mailbox and name an alias', but({ genuine: 'no' })],
    ['nobody vouches for it', but({ genuine: 'suspicious' })],
    ['the account in its text alone gave the alias', but({ aliasSource: 'account-id' })],
    ['it names aliases of two: each copy names both', sentTo(one, other)],
    ['one of its aliases is in no pool', but({ aliases: [one.address, 'aws_x@company.com'] })],
    ['it names none', sentTo()],
    ['the row names no root mailbox', sentTo({ ...one, rootMailbox: '' })],
  ])('is not known where %s', (_, mail) => {
    expect(throughWhich(mail)).toBeUndefined();
  });
});
