import { expect, it } from 'vitest';
import type { Alias } from '../../src/aliases/alias.ts';
import { channelLinkRuns } from '../../src/aliases/channel-link-runs.ts';
import { createTableOutbox } from '../../src/azure/table-outbox.ts';
import type { Job } from '../../src/messages/job.ts';
import type { Queued } from '../../src/messages/queue.ts';
import { allottedAlias, freeAlias, PAYMENTS } from '../fakes/aliases.ts';
import { collect } from '../fakes/collect.ts';
import { silentLog } from '../fakes/log.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';

const BY = { kind: 'system', name: 'test' } as const;
const LOST: Job = { kind: 'channel-owners-told', channelId: PAYMENTS, isLinked: false, by: BY };
const SIGNAL = new AbortController().signal;

function ownedBy(number: number): Alias {
  // As the API writes some of them down.
  const id = number % 2 === 0 ? `person-${number}` : undefined;
  return allottedAlias(freeAlias(), { owner: { mail: `p${number}@company.com`, id, name: undefined } });
}

/** Runs all fan-outs, each taken over once more as after a kill, and takes out what it queued. */
async function queuedFor(owners: number): Promise<readonly string[]> {
  const outbox = createTableOutbox(createMemoryTable(), silentLog());
  const aliases = Array.from({ length: owners }, (_, number) => ownedBy(number));
  const never = async (): Promise<never> => {
    throw new Error('nothing is posted here');
  };
  const runs = channelLinkRuns({
    register: { aliasesOfChannel: async () => [...aliases, ...aliases], channel: async () => undefined },
    outbox,
    poster: { post: never, reply: never, redraw: never },
    reach: never,
    wake() {},
  });
  await outbox.add(LOST);
  const told: string[] = [];
  const due = (): ReturnType<typeof collect<Queued<Job>>> => collect(outbox.due(new Date()));
  for (let items = await due(); items.length > 0; items = await due()) {
    for (const item of items) {
      const { job } = item;
      if (job.kind === 'channel-owners-told') {
        for (let takes = 0; takes < 2; takes += 1) await runs[job.kind](job, item, SIGNAL);
      } else if (job.kind === 'channel-link-told') {
        told.push(JSON.stringify(job.to));
      }
      await outbox.done(item, 'told');
    }
  }
  return told;
}

it.each([0, 1, 7, 50, 51, 130])(
  'tells each of %d owners once, also when a copy dies midway',
  async (owners) => {
    const told = await queuedFor(owners);
    expect([told.length, new Set(told).size]).toEqual([owners, owners]);
  },
);
