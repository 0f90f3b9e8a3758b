import { expect, inject, it } from 'vitest';
import { openTable } from '../../src/azure/table.ts';
import { ADDRESSES, ALEX, GUEST, MEGAN, PAYMENTS, SAM } from './company.ts';
import { openWorld } from './world.ts';
import { UNKNOWN } from './mail.ts';

const [ONE = ''] = ADDRESSES;

it('a damaged row tells nobody that it is there, but those who may know of every alias', async () => {
  await using world = await openWorld();
  const { id: aliasId } = await world.owns(ALEX, PAYMENTS, ONE);
  const access = { kind: 'emulator', connectionString: inject('azurite') } as const;
  const table = await openTable(access, world.surroundings.tableName, 10_000);
  await table.write({
    kind: 'upsert',
    row: { partitionKey: 'root', rowKey: aliasId, state: 'of a later version' },
  });

  for (const stranger of [SAM, GUEST]) {
    for (const command of ['history', 'release', 'transfer']) {
      const there = await world.says(stranger, `${command} ${ONE}`);
      expect(there.text).toBe((await world.says(stranger, `${command} ${UNKNOWN}`)).text);
      expect(there.text).toContain('There is no such thing, or you may not');
    }
    for (const verb of ['bind-account', 'release-alias', 'confirm-transfer']) {
      const nothing = await world.forges(stranger, verb, { aliasId: '00000000-0000-4000-8000-000000000000' });
      expect(await world.forges(stranger, verb, { aliasId })).toBe(nothing);
    }
  }
  expect((await world.says(MEGAN, `history ${ONE}`)).text).toContain('cannot be read');
  expect(await world.log()).toContain('what somebody asked for cannot be read');
});
