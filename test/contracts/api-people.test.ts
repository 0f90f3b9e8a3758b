import { describe, expect, it } from 'vitest';
import { createGraphDirectory } from '../../src/graph/graph-directory.ts';
import { DirectoryUnavailable, type Directory } from '../../src/people/directory.ts';
import { clientOf, never, startStand, stoppedTime, type Stand } from '../graph/stand.ts';

const ADA = {
  id: '0a6c1f6e-1111-4c07-9a0e-000000000001',
  displayName: 'Ada Approver',
  userPrincipalName: 'ada@company.onmicrosoft.com',
  mail: 'Ada.Approver@company.com',
  otherAddresses: ['a.approver@company.com', "o'neil@company.com"],
};
const EVE = {
  id: '0a6c1f6e-1111-4c07-9a0e-000000000002',
  displayName: 'Eve',
  userPrincipalName: 'eve@company.com',
};
const TWINS = [3, 4].map((number) => ({
  id: `0a6c1f6e-1111-4c07-9a0e-00000000000${number}`,
  displayName: `Twin ${number}`,
  userPrincipalName: `twin-${number}@company.com`,
  mail: 'twin@company.com',
}));
const PERSON = { id: ADA.id, name: 'Ada Approver', mail: 'ada.approver@company.com' };

function directoryOf(stand: Stand): Directory {
  return createGraphDirectory({ client: clientOf(stand, stoppedTime()) });
}
function open(): Promise<Stand> {
  return startStand({ directory: { users: [ADA, EVE, ...TWINS], groups: [] } });
}

describe('the person who has a mail address', () => {
  it.each([
    ['primary', 'ada.approver@company.com'],
    ['further', 'a.approver@company.com'],
    ['sign-in', 'ada@company.onmicrosoft.com'],
    ['quoted', "o'neil@company.com"],
    ['differently written', 'ADA.Approver@Company.com'],
  ])('is found by the %s address', async (_kind, address) => {
    await using stand = await open();
    expect(await directoryOf(stand).personByMail(address, never())).toEqual(PERSON);
  });

  it('without a mailbox has the sign-in address', async () => {
    await using stand = await open();
    const person = await directoryOf(stand).personByMail('eve@company.com', never());
    expect(person).toEqual({ id: EVE.id, name: 'Eve', mail: 'eve@company.com' });
  });

  it.each(['nobody@company.com', 'ada.approver', "x' or mail ne 'x", "x') or startswith(mail,'a", ''])(
    'is nobody for %j',
    async (address) => {
      await using stand = await open();
      expect(await directoryOf(stand).personByMail(address, never())).toBeUndefined();
    },
  );

  it('is nobody where several have it', async () => {
    await using stand = await open();
    expect(await directoryOf(stand).personByMail('twin@company.com', never())).toBeUndefined();
  });

  it('is unknown when one of the questions fails, and that is an error', async () => {
    await using stand = await open();
    stand.faults.next({ kind: 'error', status: 500 });
    await expect(directoryOf(stand).personByMail('ada.approver@company.com', never())).rejects.toBeInstanceOf(
      DirectoryUnavailable,
    );
  });
});
