import { expect, it } from 'vitest';
import { checkSweep } from '../../../src/admin/doctor/check-register.ts';
import { readConfig } from '../../../src/config.ts';
import { PRODUCTION } from '../../settings.ts';

const NOW = new Date('2026-11-28T12:00:00Z');

/** A mailbox that was read so many minutes ago; never where left out. */
function mailbox(address: string, minutes?: number) {
  const savedAt = minutes === undefined ? undefined : new Date(NOW.getTime() - minutes * 60_000);
  const saved = savedAt === undefined ? undefined : { cursor: '', savedAt, version: '' };
  return { address, cursors: { load: async () => saved } };
}

const said = async (...mailboxes: ReturnType<typeof mailbox>[]) => {
  const { verdict, what } = await checkSweep(mailboxes, readConfig(PRODUCTION), () => NOW);
  return [verdict, what];
};

it('doctor says when the central mailbox was read, and names the one of several that was not', async () => {
  expect(await said(mailbox('aws@company.com', 1))).toEqual([
    'works',
    'the central mailbox was last read 60 s ago',
  ]);
  expect(await said(mailbox('aws@company.com'))).toEqual([
    'fails',
    'Rootdesk has not read all of the central mailbox yet',
  ]);
  expect(await said(mailbox('aws@company.com', 0), mailbox('aws2@company.com', 1))).toEqual([
    'works',
    'aws2@company.com was last read 60 s ago, aws@company.com was last read 0 s ago',
  ]);
  expect(await said(mailbox('aws@company.com', 0), mailbox('aws2@company.com', 60))).toEqual([
    'fails',
    'aws2@company.com was last read 60 min ago',
  ]);
  expect(await said(mailbox('aws@company.com', 0), mailbox('aws2@company.com'))).toEqual([
    'fails',
    'Rootdesk has not read all of aws2@company.com yet',
  ]);
});
