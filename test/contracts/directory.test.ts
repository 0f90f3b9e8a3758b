import { describe, expect, it } from 'vitest';
import { createGraphDirectory } from '../../src/graph/graph-directory.ts';
import { DirectoryUnavailable, type Directory } from '../../src/people/directory.ts';
import { rememberDirectory } from '../../src/people/remembered-directory.ts';
import { clientOf, never, startStand, stoppedTime, type Stand } from '../graph/stand.ts';

const ADA = {
  id: '0a6c1f6e-1111-4c07-9a0e-000000000001',
  displayName: 'Ada Approver',
  userPrincipalName: 'ada@company.com',
  mail: 'Ada.Approver@company.com',
  preferredLanguage: 'de-DE',
};
const EVE = {
  id: '0a6c1f6e-1111-4c07-9a0e-000000000002',
  displayName: 'Eve',
  userPrincipalName: 'eve@company.com',
};
const APPROVERS = '7d0c6b1e-2222-4c47-9a33-00000000000a';
const PLATFORM = '7d0c6b1e-2222-4c47-9a33-00000000000b';
const FINANCE = '7d0c6b1e-2222-4c47-9a33-00000000000c';

const MANY = Array.from(
  { length: 45 },
  (_, index) => `7d0c6b1e-3333-4c47-9a33-${String(index).padStart(12, '0')}`,
);

const PEOPLE = {
  users: [ADA, EVE],
  groups: [
    { id: APPROVERS, displayName: 'Approvers', members: [PLATFORM] },
    // A circle, as administrators make them.
    { id: PLATFORM, displayName: 'Platform', members: [ADA.id, APPROVERS] },
    { id: FINANCE, displayName: 'Finance', members: [EVE.id] },
    ...MANY.map((id) => ({ id, displayName: id, members: [ADA.id] })),
  ],
};

function directoryOf(stand: Stand): Directory {
  return createGraphDirectory({ client: clientOf(stand, stoppedTime()) });
}

describe('membership', () => {
  it('counts through groups in groups, and names only the groups that were asked for', async () => {
    await using stand = await startStand({ directory: PEOPLE });
    const directory = directoryOf(stand);
    expect(await directory.memberOf(ADA.id, [APPROVERS, FINANCE], never())).toEqual(new Set([APPROVERS]));
    expect(await directory.memberOf(EVE.id, [APPROVERS, FINANCE], never())).toEqual(new Set([FINANCE]));
  });

  it('is asked for in batches of twenty groups', async () => {
    await using stand = await startStand({ directory: PEOPLE });
    const members = await directoryOf(stand).memberOf(ADA.id, [...MANY, FINANCE], never());
    expect(members).toEqual(new Set(MANY));
    expect(stand.faults.requests.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('is unknown as a whole when one batch fails', async () => {
    await using stand = await startStand({ directory: PEOPLE });
    stand.faults.next({ kind: 'error', status: 500 });
    await expect(directoryOf(stand).memberOf(ADA.id, MANY, never())).rejects.toBeInstanceOf(
      DirectoryUnavailable,
    );
  });

  it('is nothing for somebody whom the directory does not know, and needs no request for no group', async () => {
    await using stand = await startStand({ directory: PEOPLE });
    const directory = directoryOf(stand);
    expect(await directory.memberOf(ADA.id, [], never())).toEqual(new Set());
    expect(stand.faults.requests).toEqual([]);
    expect(await directory.memberOf(crypto.randomUUID(), [APPROVERS], never())).toEqual(new Set());
  });

  it.each(['', '.', '..'])('is refused for the malformed person id %j', async (id) => {
    await using stand = await startStand({ directory: PEOPLE });
    await expect(directoryOf(stand).memberOf(id, [APPROVERS], never())).rejects.toBeInstanceOf(
      DirectoryUnavailable,
    );
    expect(stand.faults.requests).toEqual([]);
  });

  it('takes an id for a person, never for a path', async () => {
    await using stand = await startStand({ directory: PEOPLE });
    expect(await directoryOf(stand).memberOf(`${EVE.id}/../${ADA.id}`, [APPROVERS], never())).toEqual(
      new Set(),
    );
  });
});

describe('a person', () => {
  it('has a name and an address in lower case', async () => {
    await using stand = await startStand({ directory: PEOPLE });
    const directory = directoryOf(stand);
    expect(await directory.person(ADA.id, never())).toEqual({
      id: ADA.id,
      name: 'Ada Approver',
      mail: 'ada.approver@company.com',
    });
    expect(await directory.person(EVE.id, never())).toMatchObject({ mail: 'eve@company.com' });
    expect(await directory.person(crypto.randomUUID(), never())).toBeUndefined();
  });

  it('reads the language that the directory keeps, if any', async () => {
    await using stand = await startStand({ directory: PEOPLE });
    const directory = rememberDirectory(directoryOf(stand));
    expect(await directory.localeOf(ADA.id, never())).toBe('de-DE');
    expect(await directory.localeOf(EVE.id, never())).toBeUndefined();
    expect(await directory.localeOf(crypto.randomUUID(), never())).toBeUndefined();
    stand.faults.next({ kind: 'error', status: 500 }, 4);
    await expect(directory.localeOf(ADA.id, never())).rejects.toBeInstanceOf(DirectoryUnavailable);
  });

  it('is unknown for as long as Graph keeps throttling, and that is an error', async () => {
    await using stand = await startStand({ directory: PEOPLE });
    stand.faults.next({ kind: 'throttle', retryAfterSeconds: 1 }, 4);
    await expect(directoryOf(stand).person(ADA.id, never())).rejects.toBeInstanceOf(DirectoryUnavailable);
  });
});

describe('a directory that remembers', () => {
  it('asks once a minute for the same person and group, yes or no', async () => {
    await using stand = await startStand({ directory: PEOPLE });
    const time = stoppedTime();
    const directory = rememberDirectory(directoryOf(stand), time.clock);
    for (let count = 0; count < 3; count += 1) {
      expect(await directory.memberOf(ADA.id, [APPROVERS, FINANCE], never())).toEqual(new Set([APPROVERS]));
      await directory.person(ADA.id, never());
      time.pass(19_000);
    }
    expect(stand.faults.requests).toHaveLength(2);

    time.pass(3_001);
    await directory.memberOf(ADA.id, [APPROVERS, FINANCE], never());
    expect(stand.faults.requests).toHaveLength(3);
  });

  it('asks only for the groups that it does not know', async () => {
    await using stand = await startStand({ directory: PEOPLE });
    const directory = rememberDirectory(directoryOf(stand), stoppedTime().clock);
    await directory.memberOf(ADA.id, [APPROVERS], never());
    expect(await directory.memberOf(ADA.id, [APPROVERS, PLATFORM], never())).toEqual(
      new Set([APPROVERS, PLATFORM]),
    );
    expect(await directory.memberOf(EVE.id, [APPROVERS], never())).toEqual(new Set());
    expect(stand.faults.requests).toHaveLength(3);
  });

  it('never remembers an error', async () => {
    await using stand = await startStand({ directory: PEOPLE });
    const directory = rememberDirectory(directoryOf(stand), stoppedTime().clock);
    stand.faults.next({ kind: 'error', status: 500 });
    await expect(directory.memberOf(ADA.id, [APPROVERS], never())).rejects.toBeInstanceOf(
      DirectoryUnavailable,
    );
    expect(await directory.memberOf(ADA.id, [APPROVERS], never())).toEqual(new Set([APPROVERS]));
  });

  it('says nothing from memory that the directory no longer can', async () => {
    await using stand = await startStand({ directory: PEOPLE });
    const time = stoppedTime();
    const directory = rememberDirectory(directoryOf(stand), time.clock);
    await directory.memberOf(ADA.id, [APPROVERS], never());
    time.pass(60_001);
    stand.faults.next({ kind: 'error', status: 500 });
    await expect(directory.memberOf(ADA.id, [APPROVERS], never())).rejects.toBeInstanceOf(
      DirectoryUnavailable,
    );
  });
});

describe('a private channel', () => {
  const VAULT = { id: '19:vault@thread.tacv2', groupId: PLATFORM };
  const WITH_VAULT = { ...PEOPLE, channels: [{ ...VAULT, members: [ADA.id] }] };

  it('has members of its own, and nobody is in one that is not there', async () => {
    await using stand = await startStand({ directory: WITH_VAULT });
    const directory = directoryOf(stand);
    expect(await directory.isInChannel(ADA.id, VAULT, never())).toBe(true);
    expect(await directory.isInChannel(EVE.id, VAULT, never())).toBe(false);
    expect(await directory.isInChannel(ADA.id, { ...VAULT, id: '19:other@thread.tacv2' }, never())).toBe(
      false,
    );
    expect(await directory.isInChannel("x') or ('1'='1", VAULT, never())).toBe(false);
  });

  it('is asked about once a minute', async () => {
    await using stand = await startStand({ directory: WITH_VAULT });
    const directory = rememberDirectory(directoryOf(stand));
    for (let count = 0; count < 3; count += 1) await directory.isInChannel(ADA.id, VAULT, never());
    expect(stand.faults.requests).toHaveLength(1);
  });

  it('has no members while the permission for it is missing, and why is not for the person', async () => {
    await using stand = await startStand({ directory: WITH_VAULT });
    stand.faults.always('/teams/', { kind: 'error', status: 403, code: 'Forbidden' });
    const asked = directoryOf(stand).isInChannel(ADA.id, VAULT, never());
    await expect(asked).rejects.toMatchObject({
      code: 'directory-unavailable',
      message: 'This could not be checked right now, and nothing was changed.',
      cause: { remedy: expect.stringContaining('ChannelMember.Read.All') },
    });
  });
});
