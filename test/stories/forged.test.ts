import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/shared/identifiers.ts';
import { ALEX, ISAIAH, MEGAN, PAYMENTS, PLATFORM } from './company.ts';
import { openWorld, type World } from './world.ts';
import { buttonsOf } from './shown.ts';

/** One world with a pending request for all of these: each of them must leave it as it was. */
let world: World;
let requestId: string;
let before: string;

beforeAll(async () => {
  world = await openWorld();
  const form = await world.says(ALEX, 'request');
  await world.clicks(ALEX, form, 'submit-request', {
    accountName: 'payments-prod',
    purpose: 'A purpose that strangers must not read',
    environment: 'production',
    channelId: PAYMENTS.id,
  });
  const card = await world.sees(PLATFORM, 'payments-prod');
  requestId = String(buttonsOf(card.card).get('approve')?.['requestId']);
  await world.rests();
  before = await register();
});

afterAll(async () => world?.[Symbol.asyncDispose]());

async function register(): Promise<string> {
  const rows = (await world.rows()).filter(({ partitionKey }) => partitionKey === 'root');
  return JSON.stringify(rows);
}

const VERBS = ['approve', 'deny', 'cancel-request', 'submit-request'];
const IDS: readonly [string, unknown][] = [
  ['that nobody made', newId()],
  ['with quotes', "' or RowKey ge '"],
  ['with slashes', '../../~channel:x'],
  ['of another row', '~channel:19:aws-root@thread.tacv2'],
  ['of 10 KB', 'A'.repeat(10_240)],
  ['that is a number', 5],
  ['that is an object', { $ne: '' }],
  ['that is a list', [newId()]],
  ['that is nothing', null],
  ['with a line break', `${newId()}\n`],
  ['in lower case', newId().toLowerCase()],
];
const BODIES: readonly [string, unknown][] = [
  ...IDS.map(([name, id]): [string, unknown] => [`an id ${name}`, { requestId: id, comment: 'forged' }]),
  ['no data', undefined],
  ['text for data', 'approve'],
  ['a list for data', []],
  ['a comment that is an object', { requestId: newId(), comment: {} }],
  ['a prototype', JSON.parse('{"__proto__": {"requestId": "x"}}')],
];

describe('forged card data changes nothing', () => {
  it.each(BODIES)('with %s', async (_name, data) => {
    for (const verb of VERBS) {
      const answer = await world.forges(MEGAN, verb, data, PLATFORM);
      expect(answer).toMatch(
        /not one that Rootdesk can act on|There is no such (?:request|thing, or you may not)|Give the AWS account a name|Link a channel/,
      );
      expect(answer).not.toContain('strangers must not read');
    }
    expect(await register()).toBe(before);
  });

  it.each([['approveAll'], ['__proto__'], ['constructor'], [''], ['approve '], [5], [null], [{}]])(
    'with the verb %j',
    async (verb) => {
      const answer = await world.forges(MEGAN, verb, { requestId }, PLATFORM);
      expect(answer).toContain('not one that Rootdesk can act on');
      expect(await register()).toBe(before);
    },
  );

  it('with another person’s request: canceling it and sending its form again', async () => {
    for (const stranger of [ISAIAH, MEGAN]) {
      const answer = await world.forges(stranger, 'cancel-request', { requestId });
      expect(answer).toContain('There is no such thing, or you may not');
      expect(answer).not.toContain('strangers must not read');
    }
    const form = { accountName: 'mine', purpose: 'mine', environment: 'sandbox', channelId: PAYMENTS.id };
    const sent = await world.forges(ISAIAH, 'submit-request', { requestId, ...form });
    expect(sent).toContain('There is no such thing, or you may not');
    expect(await register()).toBe(before);
  });

  it('with a name, a role or an outcome of one’s own choosing', async () => {
    const answer = await world.forges(
      ISAIAH,
      'approve',
      { requestId, approver: MEGAN.id, aadObjectId: MEGAN.id, isApprover: true, state: 'approved' },
      PLATFORM,
    );
    expect(answer).toContain('There is no such thing, or you may not');
    expect(await register()).toBe(before);
  });

  it('and no id, stranger’s comment or lookup of it ever stopped the bot', async () => {
    expect((await world.says(ALEX, 'help')).text).toContain('Request an alias');
  });
});
