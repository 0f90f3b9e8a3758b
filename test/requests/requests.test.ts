import { beforeEach, describe, expect, it } from 'vitest';
import type { Register } from '../../src/register.ts';
import { prefix, ROOT, within } from '../../src/azure/keys.ts';
import { jobFromRow } from '../../src/azure/rows/job-row.ts';
import { createTableRegister } from '../../src/azure/table-register.ts';
import type { Table } from '../../src/azure/table.ts';
import { newId } from '../../src/shared/identifiers.ts';
import type { Job } from '../../src/messages/job.ts';
import type { Request } from '../../src/requests/request.ts';
import { DirectoryUnavailable } from '../../src/people/directory.ts';
import { doHousekeeping } from '../../src/requests/housekeeping.ts';
import { ADA, BEA, PAYMENTS } from '../fakes/aliases.ts';
import {
  APPROVER,
  createCompany,
  EVERYBODY_IN_PAYMENTS,
  fillPool,
  linkChannel,
  PAYMENTS_GROUP,
  SECOND_APPROVER,
  FORM,
} from '../fakes/company.ts';
import { createMemoryTable } from '../../harness/memory-table.ts';

const HOUR_MS = 3_600_000;
const YES = { kind: 'approve', comment: '' } as const;

describe('requests', () => {
  let table: Table;
  let register: Register;
  beforeEach(async () => {
    table = createMemoryTable();
    register = createTableRegister(table);
    await linkChannel(register);
    await fillPool(register, 5);
  });

  const stored = async (id: string, of = register): Promise<Request | undefined> =>
    (await of.request(id))?.value;

  async function jobs(): Promise<Job[]> {
    const { from, until } = within(prefix.job);
    return (await table.range(ROOT, from, until)).map(jobFromRow);
  }

  describe('asking', () => {
    it('is for channels of one’s own teams, looked at again when the form comes back', async () => {
      const { requests } = createCompany(register, {}, { memberOf: async () => new Set() });
      await expect(requests.submit(ADA, newId(), FORM)).rejects.toMatchObject({ code: 'channel-not-linked' });
      const insider = createCompany(register).requests;
      await expect(
        insider.submit(ADA, newId(), { ...FORM, channelId: '19:other@thread.tacv2' }),
      ).rejects.toMatchObject({ code: 'channel-not-linked' });
      expect(await register.pendingRequests()).toEqual([]);
    });

    it('is for members of the askers’ group where there is one', async () => {
      const group = 'askers-group';
      const directory = {
        memberOf: async (personId: string, ids: readonly string[]) =>
          new Set(ids.filter((id) => id === PAYMENTS_GROUP || (id === group && personId === ADA.id))),
      };
      const { requests } = createCompany(register, { askers: { kind: 'group', groupId: group } }, directory);
      expect((await requests.submit(ADA, newId(), FORM)).state).toBe('pending');
      await expect(requests.submit(BEA, newId(), FORM)).rejects.toMatchObject({ code: 'no-right' });
    });

    it('is refused while the directory does not answer', async () => {
      const silent = new DirectoryUnavailable({ cause: new Error('Graph does not answer') });
      const { requests } = createCompany(register, {}, { memberOf: () => Promise.reject(silent) });
      await expect(requests.submit(ADA, newId(), FORM)).rejects.toBe(silent);
      expect(await register.pendingRequests()).toEqual([]);
    });

    it('for an account that has an alias already is refused, and whose that is stays theirs', async () => {
      const { requests, aliases } = createCompany(register);
      const by = { kind: 'trusted', actor: { kind: 'client', name: 'pipeline' } } as const;
      const owner = { mail: BEA.mail, id: undefined, name: undefined };
      await aliases.allot(by, { owner, accountId: '123456789012' });
      await expect(
        requests.submit(ADA, newId(), { ...FORM, expectedAccountId: '123456789012' }),
      ).rejects.toMatchObject({
        code: 'account-bound-elsewhere',
        message: 'Account 123456789012 is bound to another alias already.',
      });
    });

    it('a form of somebody else is no form of mine', async () => {
      const { requests } = createCompany(register);
      const { id } = await requests.submit(ADA, newId(), FORM);
      await expect(requests.submit(BEA, id, FORM)).rejects.toMatchObject({ code: 'no-right' });
      await expect(requests.cancel(BEA, id)).rejects.toMatchObject({ code: 'no-right' });
    });

    it('has an end: so many open requests and no more, until one is settled', async () => {
      const { requests } = createCompany(register, { openRequestsMost: 2 });
      const { id } = await requests.submit(ADA, newId(), FORM);
      await requests.submit(ADA, newId(), FORM);
      await expect(requests.submit(ADA, newId(), FORM)).rejects.toMatchObject({
        code: 'too-many-open-requests',
      });
      await requests.cancel(ADA, id);
      await requests.submit(ADA, newId(), FORM);
    });
  });

  describe('deciding', () => {
    it('may take several approvers, each counted once', async () => {
      const { requests } = createCompany(register, { approvalsNeeded: 2 });
      const { id } = await requests.submit(ADA, newId(), FORM);
      expect(await requests.decide(APPROVER, id, YES)).toMatchObject({ kind: 'counted', stillNeeded: 1 });
      expect(await requests.decide(APPROVER, id, YES)).toMatchObject({ kind: 'counted', stillNeeded: 1 });
      expect(await requests.decide(SECOND_APPROVER, id, YES)).toMatchObject({ kind: 'decided' });
      const [alias] = await register.aliasesOfOwner(ADA.mail);
      expect(alias).toMatchObject({ channelId: PAYMENTS, accountName: FORM.accountName, requestId: id });
    });

    it('is for approvers, never about their own, and a no needs a reason of bearable length', async () => {
      const { requests } = createCompany(register);
      const { id } = await requests.submit(ADA, newId(), FORM);
      const own = await requests.submit(APPROVER, newId(), FORM);
      const attempts = [
        { by: BEA, request: id, answer: YES, code: 'no-right' },
        { by: APPROVER, request: own.id, answer: YES, code: 'no-right' },
        { by: APPROVER, request: id, answer: { kind: 'deny', comment: ' ' }, code: 'comment-missing' },
        {
          by: APPROVER,
          request: id,
          answer: { kind: 'deny', comment: 'x'.repeat(1_001) },
          code: 'comment-too-long',
        },
        { by: APPROVER, request: newId(), answer: YES, code: 'request-unknown' },
        { by: APPROVER, request: '../x', answer: YES, code: 'request-unknown' },
      ] as const;
      for (const { by, request, answer, code } of attempts) {
        await expect(requests.decide(by, request, answer)).rejects.toMatchObject({ code });
      }
      expect((await stored(id))?.state).toBe('pending');
      expect(await register.aliasesOfOwner(ADA.mail)).toEqual([]);
    });

    it('is refused while the directory does not answer', async () => {
      const silent = new DirectoryUnavailable({ cause: new Error('Graph does not answer') });
      const approvers = { kind: 'group', groupId: 'approvers' } as const;
      const { requests } = createCompany(register, { approvers }, { memberOf: () => Promise.reject(silent) });
      const { id } = await createCompany(register).requests.submit(ADA, newId(), FORM);
      await expect(requests.decide(APPROVER, id, YES)).rejects.toBe(silent);
      expect((await stored(id))?.state).toBe('pending');
    });

    it('on an empty pool leaves the request pending and tells triage', async () => {
      const empty = createMemoryTable();
      const poor = createTableRegister(empty);
      await linkChannel(poor);
      const { requests } = createCompany(poor);
      const { id } = await requests.submit(ADA, newId(), FORM);
      await expect(requests.decide(APPROVER, id, YES)).rejects.toMatchObject({ code: 'pool-empty' });
      expect((await stored(id, poor))?.state).toBe('pending');
      const { from, until } = within(prefix.job);
      const kinds = (await empty.range(ROOT, from, until)).map((row) => jobFromRow(row).kind);
      expect(kinds).toContain('pool-empty');
    });
  });

  describe('in an environment that needs no approver', () => {
    const policy = { approvedByItself: ['sandbox'] } as const;
    const sandbox = { ...FORM, environment: 'sandbox' } as const;

    it('a request is approved in the moment it is made', async () => {
      const { requests } = createCompany(register, policy);
      const request = await requests.submit(ADA, newId(), sandbox);
      expect(request).toMatchObject({ state: 'approved', settled: { by: undefined } });
      const [alias] = await register.aliasesOfOwner(ADA.mail);
      expect(alias?.address).toBe(request.aliasAddress);
      expect(await requests.submit(ADA, request.id, sandbox)).toEqual(request);
      const kinds = (await jobs()).map(({ kind }) => kind);
      expect(kinds).toContain('asker-told');
      expect(kinds).not.toContain('approval-wanted');
    });

    it('other environments wait for an approver', async () => {
      const { requests } = createCompany(register, policy);
      expect((await requests.submit(ADA, newId(), FORM)).state).toBe('pending');
    });

    it('and with an empty pool it waits too, and triage is told', async () => {
      const empty = createMemoryTable();
      const poor = createTableRegister(empty);
      await linkChannel(poor);
      const { requests } = createCompany(poor, policy);
      expect((await requests.submit(ADA, newId(), sandbox)).state).toBe('pending');
      expect(await poor.openRequestsOf(ADA.id)).toHaveLength(1);
    });

    it('sent many times at once gives one alias', async () => {
      const { requests } = createCompany(register, policy);
      const id = newId();
      const made = await Promise.all(Array.from({ length: 6 }, () => requests.submit(ADA, id, sandbox)));
      expect(new Set(made.map(({ aliasAddress }) => aliasAddress)).size).toBe(1);
      expect(await register.aliasesOfOwner(ADA.mail)).toHaveLength(1);
    });
  });

  describe('in time', () => {
    const START = new Date('2026-03-02T08:00:00Z');
    const later = (hours: number): Date => new Date(START.getTime() + hours * HOUR_MS);

    async function pending() {
      const company = createCompany(register);
      const { id } = await company.requests.submit(ADA, newId(), FORM);
      let wakes = 0;
      const round = (now: Date) => {
        company.setTime(now);
        const wake = (): void => {
          wakes += 1;
        };
        const times = { remindAfterMs: 24 * HOUR_MS, expireAfterMs: 72 * HOUR_MS };
        return doHousekeeping({ register, clock: company.clock, wake, ...times });
      };
      return { ...company, id, round, wakes: () => wakes };
    }

    it('approvers are reminded, again and again, and not more often', async () => {
      const { id, round, wakes } = await pending();
      expect(await round(later(23.9))).toEqual({ reminded: 0, expired: 0, freed: 0, pending: 1 });
      expect(await round(later(24))).toMatchObject({ reminded: 1 });
      expect(await round(later(25))).toMatchObject({ reminded: 0 });
      expect(await round(later(48))).toMatchObject({ reminded: 1 });
      expect((await stored(id))?.remindedAt).toEqual(later(48));
      expect((await jobs()).filter(({ kind }) => kind === 'approval-reminder')).toHaveLength(2);
      expect(wakes()).toBe(2);
    });

    it('a request expires, its asker is told, and nobody can decide it any more', async () => {
      const { id, round, requests } = await pending();
      expect(await round(later(72))).toMatchObject({ expired: 1, reminded: 0 });
      expect(await round(later(73))).toMatchObject({ expired: 0 });
      expect(await requests.decide(APPROVER, id, YES)).toMatchObject({
        kind: 'settled',
        request: { state: 'expired' },
      });
      expect(await register.openRequestsOf(ADA.id)).toEqual([]);
      expect(await jobs()).toContainEqual({
        kind: 'asker-told',
        requestId: id,
        to: { kind: 'person', personId: ADA.id },
      });
    });

    it('two copies of Rootdesk do each thing once', async () => {
      const { round } = await pending();
      const rounds = await Promise.all([round(later(24)), round(later(24)), round(later(24))]);
      expect(rounds.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(1);
      const ends = await Promise.all([round(later(80)), round(later(80))]);
      expect(ends.reduce((sum, { expired }) => sum + expired, 0)).toBe(1);
    });

    it('nothing happens where no times are set', async () => {
      const { setTime, clock } = await pending();
      setTime(later(10_000));
      const wake = (): void => undefined;
      expect(
        await doHousekeeping({ register, clock, wake, remindAfterMs: undefined, expireAfterMs: undefined }),
      ).toEqual({ reminded: 0, expired: 0, freed: 0, pending: 1 });
    });
  });

  it('channels are those of one’s own teams', async () => {
    await linkChannel(register, { id: '19:other@thread.tacv2', groupId: 'another-group' });
    await linkChannel(register, { id: '19:triage@thread.tacv2', roles: ['triage'] });
    const { requests } = createCompany(register, {}, EVERYBODY_IN_PAYMENTS);
    expect((await requests.channelsFor(ADA)).map(({ id }) => id)).toEqual([PAYMENTS]);
  });
});
