import { expect, it } from 'vitest';
import { createTableProbes } from '../../src/azure/table-probes.ts';
import { makeProbeMail } from '../../src/mail/reach/probe-mail.ts';
import type { ProbedAlias } from '../../src/mail/reach/probes.ts';
import { openOwnTable } from './storage.ts';

const AT = new Date('2026-11-22T12:00:00Z');
const ID = '3f0c6b1e-0b4e-4c47-9a33-5f1a6f7c0001';

function probedAlias(change: Partial<ProbedAlias> = {}): ProbedAlias {
  const { secretSha256 } = makeProbeMail(ID);
  return {
    aliasId: ID,
    address: `aws_${ID}@company.com`,
    rootMailbox: 'aws-root-01@company.com',
    sent: [
      { sentAt: AT, secretSha256, isAccepted: false, outcome: 'doubtful' },
      {
        sentAt: new Date(AT.getTime() + 1),
        secretSha256,
        isAccepted: true,
        outcome: 'answered',
        cameAs: 'AAkALgAA+/=',
        messageIdSha256: secretSha256,
      },
    ],
    isMissing: false,
    isTold: false,
    ...change,
  };
}

it('what became of the probes of an alias is found again', async () => {
  const store = createTableProbes(await openOwnTable(), () => undefined);
  expect(await store.load(ID)).toBeUndefined();
  await store.save(probedAlias({ isMissing: true, isTold: true }), undefined);
  const { sent, ...rest } = probedAlias({ isMissing: true, isTold: true });
  const loaded = await store.load(ID);
  expect(loaded).toMatchObject(rest);
  expect(loaded?.sent.map(({ sentAt, outcome }) => [sentAt, outcome])).toEqual(
    sent.map(({ sentAt, outcome }) => [sentAt, outcome]),
  );
  expect(loaded?.sent[1]?.cameAs).toBe('AAkALgAA+/=');
  expect((await store.every()).map(({ aliasId }) => aliasId)).toEqual([ID]);
});

it('of two who note something at once, one reads again', async () => {
  const store = createTableProbes(await openOwnTable(), () => undefined);
  const firsts = await Promise.all([1, 2].map(() => store.save(probedAlias(), undefined)));
  expect(firsts.filter((each) => each !== undefined)).toHaveLength(1);
  const since = await store.load(ID);
  const seconds = await Promise.all(
    [true, false].map((isMissing) => store.save(probedAlias({ isMissing }), since)),
  );
  expect(seconds.filter((each) => each !== undefined)).toHaveLength(1);
});

it('how sending goes on is found again, and nothing where nothing was', async () => {
  const store = createTableProbes(await openOwnTable(), () => undefined);
  expect(await store.status()).toEqual({ refusedSince: undefined, toldAt: undefined });
  await store.setStatus({ refusedSince: AT, toldAt: undefined });
  expect(await store.status()).toEqual({ refusedSince: AT, toldAt: undefined });
});
