import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AdminContext } from '../../../src/admin/admin-context.ts';
import { runCommandLine } from '../../../src/admin/command-line.ts';
import { LEDGER } from '../../../src/azure/keys.ts';
import { createTableLedger } from '../../../src/azure/table-ledger.ts';
import { readConfig } from '../../../src/config.ts';
import { ledgerIdOf, type Ledger, type LedgerEntry } from '../../../src/mail/ledger.ts';
import { newId } from '../../../src/shared/identifiers.ts';
import { ENTRY } from '../../cards/mail-samples.ts';
import { ADA, added, allottedAlias, auditOf, BEA, freeAlias } from '../../fakes/aliases.ts';
import { collect } from '../../fakes/collect.ts';
import { pendingRequests } from '../../fakes/company.ts';
import { silentLog } from '../../fakes/log.ts';
import { createMemoryContext } from '../memory-context.ts';

const DAY_MS = 24 * 60 * 60_000;
const ago = (days: number): Date => new Date(Date.now() - days * DAY_MS);
const OLD = ago(800);
const report = z.object({
  rows: z.object({ mail: z.number(), requests: z.number(), history: z.number() }),
  all: z.number(),
  applied: z.boolean(),
});

/** A company's table after some years: what is written in `then` was written long ago, by the service's clock too. */
async function openOldCompany(then: (context: AdminContext, ledger: Ledger) => Promise<void>) {
  const context = createMemoryContext();
  const ledger = createTableLedger(context.table, silentLog());
  await then(context, ledger);
  const whole = await context.whole();
  const old = new Set((await collect(whole.rows())).map(({ etag }) => etag));
  const aged: AdminContext = {
    ...context,
    whole: async () => ({
      ...whole,
      async *rows() {
        for await (const row of whole.rows()) yield old.has(row.etag) ? { ...row, writtenAt: OLD } : row;
      },
    }),
  };
  async function purge(...args: readonly string[]) {
    let out = '';
    let err = '';
    const io = {
      out: (text: string): void => void (out += text),
      err: (text: string): void => void (err += text),
      progress: false,
    };
    const exitCode = await runCommandLine(['purge', '--json', ...args], io, {
      config: () => readConfig({}),
      open: async () => aged,
    });
    expect(err).toBe('');
    return { exitCode, ...report.parse(JSON.parse(out)) };
  }
  const keys = async (partition: string): Promise<readonly string[]> =>
    (await collect(whole.rows())).filter((row) => row.partition === partition).map(({ key }) => key);
  return { context, ledger, purge, keys };
}

const mailOf = (messageId: string, aliasId: string, receivedAt: Date): LedgerEntry => {
  return { ...ENTRY, id: ledgerIdOf(messageId, aliasId), messageId, aliasId, receivedAt };
};

/** Delivers what waits. */
async function delivered(ledger: Ledger, ending: 'told' | 'fell-back'): Promise<void> {
  for (const item of await collect(ledger.waiting.due(new Date()))) {
    const copy = {
      conversationId: `19:${item.job.messageId}`,
      activityId: '1',
      serviceUrl: 'https://x.example',
    };
    await ledger.waiting.done(item, ending, [copy]);
  }
}

describe('purge', () => {
  it('counts, then deletes mail that was dealt with, in all its rows, and the ledger takes none of it for new', async () => {
    const alias = allottedAlias(freeAlias());
    const company = await openOldCompany(async ({ register }, ledger) => {
      await added(register, alias);
      await ledger.record([mailOf('old', alias.id, OLD)], new Map([['old', 'digest']]));
      await delivered(ledger, 'told');
    });
    const { ledger, keys } = company;
    await ledger.record([mailOf('new', alias.id, ago(5))], new Map([['new', 'another']]));
    await delivered(ledger, 'told');
    const before = await keys(LEDGER);

    const dry = await company.purge('--older-than', '730');
    expect(dry).toMatchObject({ exitCode: 1, applied: false, rows: { requests: 0, history: 0 } });
    expect(await keys(LEDGER)).toEqual(before);

    const { exitCode, rows } = await company.purge('--older-than', '730', '--apply');
    expect({ exitCode, mail: rows.mail }).toEqual({ exitCode: 0, mail: dry.rows.mail });
    const left = await keys(LEDGER);
    expect(left).toHaveLength(before.length / 2);
    expect((await ledger.latest(alias.id, 10)).map(({ entry }) => entry.messageId)).toEqual(['new']);

    // Graph tells of it once more.
    const anew = createTableLedger(company.context.table, silentLog());
    expect(await anew.known(['old', 'new'], new Map([['old', OLD]]))).toEqual(new Set(['old', 'new']));
    expect(await anew.record([mailOf('old', alias.id, OLD)])).toEqual([]);
    expect(await keys(LEDGER)).toEqual(left);
    expect(await company.purge('--older-than', '730')).toMatchObject({ exitCode: 0, rows: { mail: 0 } });
  });

  it('keeps what waits for its delivery, or for a channel, however old', async () => {
    const alias = allottedAlias(freeAlias());
    const company = await openOldCompany(async ({ register }, ledger) => {
      await added(register, alias);
      await ledger.record([mailOf('late', alias.id, OLD)]);
      await delivered(ledger, 'fell-back');
      await ledger.record([mailOf('waiting', alias.id, OLD)]);
    });
    await company.purge('--older-than', '730', '--apply');
    const states = await company.ledger.latest(alias.id, 10);
    expect(states.map(({ entry }) => entry.messageId).toSorted()).toEqual(['late', 'waiting']);
    expect(await collect(company.ledger.late.due(new Date(), true))).toHaveLength(1);
    expect(await collect(company.ledger.waiting.due(new Date()))).toHaveLength(1);
  });

  it('has an alias remember that AWS wrote to it, before the mail is forgotten: it is never handed out', async () => {
    const [free, owned] = [freeAlias(), allottedAlias(freeAlias())];
    const company = await openOldCompany(async ({ register }, ledger) => {
      for (const alias of [free, owned]) await added(register, alias);
      await ledger.record([free, owned].map(({ id }) => mailOf(`to ${id}`, id, OLD)));
      await delivered(ledger, 'told');
    });
    const { register } = company.context;
    await company.purge('--older-than', '730', '--apply');
    expect((await register.alias(free.id))?.value).toMatchObject({ state: 'retired', awsWroteAt: OLD });
    expect((await register.alias(owned.id))?.value).toMatchObject({ state: 'allotted', awsWroteAt: OLD });
    expect(await register.verifiedMail(free.id)).toBeUndefined();
  });

  it('deletes settled requests, but none by which somebody has an alias', async () => {
    const ids: string[] = [];
    const company = await openOldCompany(async ({ register }) => {
      const pending = await pendingRequests(register, [ADA, BEA, ADA]);
      const [first, second, third] = pending;
      for (const request of [first, second]) {
        const before = await register.request(request?.id ?? '');
        if (before === undefined) throw new Error('the request is not there');
        const settled = { by: BEA, at: OLD, comment: '' };
        const after = { ...before.value, state: 'approved', settled } as const;
        await register.commit({ id: newId(), requests: [{ before, after }], audit: [auditOf(undefined)] });
      }
      await added(register, { ...allottedAlias(freeAlias()), requestId: first?.id });
      ids.push(first?.id ?? '', second?.id ?? '', third?.id ?? '');
    });
    const { rows } = await company.purge('--older-than', '730', '--apply');
    expect(rows.requests).toBe(1);
    const found = await Promise.all(ids.map((id) => company.context.register.request(id)));
    expect(found.map((request) => request !== undefined)).toEqual([true, false, true]);
  });

  it('deletes history only where that is said, and none that an alias still needs', async () => {
    const [known, unknown] = [
      allottedAlias(freeAlias()),
      { ...allottedAlias(freeAlias()), ownership: undefined },
    ];
    const company = await openOldCompany(async ({ register }) => {
      for (const alias of [known, unknown]) {
        const { value, version } = await added(register, alias);
        const after = { ...value, ownership: alias.ownership, accountName: 'renamed' };
        await register.commit({
          id: newId(),
          aliases: [{ before: { value, version }, after }],
          audit: [auditOf(alias.id, OLD)],
        });
      }
    });
    const { register } = company.context;
    const lines = async () =>
      Promise.all(
        [known, unknown].map(
          async ({ id }) => (await register.history(id)).filter(({ at }) => at <= OLD).length,
        ),
      );
    expect((await company.purge('--older-than', '730', '--apply')).rows.history).toBe(0);
    expect(await lines()).toEqual([1, 1]);
    const { rows } = await company.purge('--older-than', '730', '--history-older-than', '730', '--apply');
    expect(rows.history).toBe(2);
    expect(await lines()).toEqual([0, 1]);
    expect((await collect(register.audit(ago(1), new Date(Date.now() + DAY_MS)))).at(-1)).toMatchObject({
      action: 'purge',
      after: { code: 'purged', rows: 2 },
    });
  });

  it('goes on where it was cut short', async () => {
    const alias = allottedAlias(freeAlias());
    const company = await openOldCompany(async ({ register }, ledger) => {
      await added(register, alias);
      await ledger.record(Array.from({ length: 150 }, (_, number) => mailOf(`m${number}`, alias.id, OLD)));
      await delivered(ledger, 'told');
    });
    const before = await company.keys(LEDGER);
    const whole = await company.context.whole();
    await whole.remove(LEDGER, before.filter((key) => key.startsWith('e-')).slice(0, 70));
    const { rows } = await company.purge('--older-than', '730', '--apply');
    expect(rows.mail).toBe(before.length - 70);
    expect(await company.keys(LEDGER)).toEqual([]);
  });
});
