import { expect, it } from 'vitest';
import { createTableProbes } from '../../../src/azure/table-probes.ts';
import type { Alias } from '../../../src/aliases/alias.ts';
import { createProber, type Prober } from '../../../src/mail/reach/prober.ts';
import { withOutcome } from '../../../src/mail/reach/probes.ts';
import { freeAlias } from '../../fakes/aliases.ts';
import { silentLog } from '../../fakes/log.ts';
import { createMemoryTable } from '../../../harness/memory-table.ts';

const MINUTE = 60_000;
const TIMES = {
  withinDays: 1,
  mailboxEveryMs: MINUTE,
  patienceMs: 3 * MINUTE,
  perMinuteMost: 5,
  lookMs: 1_000,
};
const POOL: readonly Alias[] = Array.from({ length: 9 }, (_, place) => ({
  ...freeAlias(`3f0c6b1e-0b4e-4c47-9a33-5f1a6f7c000${place}`),
  rootMailbox: `aws-root-0${(place % 3) + 1}@company.com`,
}));
const [GONE, ...OTHERS] = POOL.map(({ address }) => address);

it('two copies that send probes at once, as when the one takes over from the other, send none twice and miss nothing that came', async () => {
  const store = createTableProbes(createMemoryTable(), () => undefined);
  let at = Date.parse('2026-11-28T12:00:00Z');
  const clock = (): Date => new Date(at);
  const sent: string[] = [];
  const moved: (readonly [address: string, isMissing: boolean])[] = [];
  const copy = (): Prober =>
    createProber({
      store,
      sender: {
        async send({ to }) {
          sent.push(to);
          return { kind: 'accepted' };
        },
      },
      register: {
        async *everyAlias() {
          for (const value of POOL) yield { value, version: '1' };
        },
      },
      readUntil: async () => clock(),
      tell: {
        async moved({ address }, isMissing) {
          moved.push([address, isMissing]);
        },
        tell: async () => [],
      },
      times: TIMES,
      clock,
      log: silentLog(),
      count: () => undefined,
    });
  /** The sweep of one of them: everything comes back but what goes to the alias that is gone. */
  async function sweep(): Promise<void> {
    for (const each of await store.every()) {
      const open = each.sent.find(({ outcome }) => outcome === 'open');
      if (open === undefined || each.address === GONE) continue;
      await store.save(withOutcome(each, open, { outcome: 'answered' }), each);
    }
  }

  const copies = [copy(), copy()];
  const { signal } = new AbortController();
  for (let minute = 0; minute < 60; minute += 1) {
    const before = sent.length;
    await Promise.all(copies.map((each) => each.round(signal)));
    const now = sent.slice(before);
    expect(new Set(now).size).toBe(now.length);
    await sweep();
    at += MINUTE;
  }
  expect(new Set(sent)).toEqual(new Set([GONE, ...OTHERS]));
  expect(moved).toEqual([[GONE, true]]);
});
