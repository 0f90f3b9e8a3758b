import * as fc from '../fast-check.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AzureAccess } from '../../bot/teams/teams-access.ts';
import { ACTIONS } from '../../bot/actions/actions.ts';
import { COMMANDS } from '../../bot/commands/commands.ts';
import type { Alias } from '../../src/aliases/alias.ts';
import { newId } from '../../src/shared/identifiers.ts';
import type { Person } from '../../src/people/person.ts';
import { added, allottedAlias, freeAlias } from '../fakes/aliases.ts';
import { ADA, CHANNEL, inChannel, LINKED, openWorld, personal, type World } from '../bot/world.ts';
import { startTokenService, type TokenService } from '../../harness/token-service.ts';
import { faultsOf } from '../cards/soundness.ts';
import type { Card } from '../../cards/draw.ts';
import { casesOf, SEEDED } from './cases.ts';
import { isPolluted, mutated, oddValue } from './odd.ts';
import { anyText, printable } from './texts.ts';

/** In the tenant, in no team, without any right. */
const MALLORY: Person = { id: 'mallory-id', name: 'Mallory', mail: 'mallory@company.com' };
const REQUEST_ID = newId();
const ALIAS = allottedAlias(freeAlias(), {
  owner: { mail: ADA.mail, id: ADA.id, name: ADA.name },
  channelId: CHANNEL,
});

async function openOffice(access?: AzureAccess): Promise<World> {
  // Conversations that no service can have are answered to in vain; one attempt each is enough here.
  const usual = { adapter: { callsASecond: 100_000 }, patienceMs: 400 };
  const world = await openWorld(access === undefined ? usual : { ...usual, access });
  world.requests.linked.push(LINKED);
  await added(world.register, ALIAS);
  if (access !== undefined) return world;
  await world.click(ADA, 'submit-request', {
    requestId: REQUEST_ID,
    accountName: 'payments-production',
    purpose: 'Card payments',
    environment: 'production',
    channelId: CHANNEL,
    expectedAccountId: '',
  });
  await world.bot.settled();
  expect(world.requests.stored.get(REQUEST_ID)).toMatchObject({ asker: { id: ADA.id } });
  return world;
}

/** What is Ada's. Nobody else may change any of it. */
async function stateOf(world: World): Promise<string> {
  const aliases: Alias[] = [];
  for await (const { value } of world.register.everyAlias()) aliases.push(value);
  return JSON.stringify([aliases, world.requests.stored.get(REQUEST_ID)]);
}

function activity(world: World, parts: object): object {
  return {
    channelId: 'msteams',
    serviceUrl: world.connector.serviceUrl,
    recipient: { id: '28:bot', name: 'Rootdesk' },
    id: 'm1',
    ...parts,
  };
}

const place = fc.constantFrom(personal(MALLORY), inChannel(MALLORY));
const ids = fc.constantFrom(ALIAS.id, REQUEST_ID, `m:${ALIAS.id}`, newId(), 'x');
const field = fc.oneof(ids, oddValue, printable);
/** What is on some card, with whatever in its place. */
const cardData = fc.record(
  {
    requestId: field,
    aliasId: field,
    ledgerId: field,
    revealId: field,
    comment: field,
    reason: field,
    accountId: fc.oneof(fc.constant('012345678901'), field),
    accountName: field,
    purpose: field,
    environment: fc.oneof(fc.constant('production'), field),
    channelId: fc.oneof(fc.constant(CHANNEL), field),
    expectedAccountId: field,
    address: fc.oneof(fc.constant(ALIAS.address), field),
    owner: field,
    asker: fc.constant({ id: ADA.id, name: ADA.name }),
    isApprover: fc.constant(true),
    state: fc.constant('approved'),
  },
  { requiredKeys: [] },
);
const click = fc.record({ place, verb: fc.constantFrom(...Object.keys(ACTIONS)), data: cardData });
const word = fc.oneof(
  fc.constantFrom(
    ALIAS.address,
    ALIAS.id,
    '012345678901',
    'here',
    ADA.mail,
    '<at>Ada Lovelace</at>',
    '&lt;x&gt;',
  ),
  printable,
);
const line = fc
  .tuple(fc.constantFrom(...COMMANDS.map(({ name }) => name)), fc.array(word, { maxLength: 4 }))
  .map(([name, words]) => [name, ...words].join(' '));

const OTHER_KINDS = [
  { type: 'installationUpdate', action: 'add' },
  { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] },
  {
    type: 'conversationUpdate',
    channelData: { eventType: 'channelRenamed', channel: { id: CHANNEL, name: 'x' } },
  },
  { type: 'invoke', name: 'task/fetch', value: {} },
  {
    type: 'invoke',
    name: 'composeExtension/query',
    value: {
      commandId: 'search',
      parameters: [{ name: 'text', value: ALIAS.address }],
      queryOptions: { skip: 0, count: 25 },
    },
  },
  {
    type: 'invoke',
    name: 'application/search',
    value: { dataset: 'channels', queryText: 'aws', queryOptions: { skip: 0, top: 15 } },
  },
  { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
];

/** Teams' own statuses for what it sends; nothing of ours fails. */
const ANSWERS = new Set([200, 400, 401, 501]);

interface CardAnswer {
  readonly value: Card;
}
function isCardAnswer(body: unknown): body is CardAnswer {
  return (
    typeof body === 'object' &&
    body !== null &&
    'value' in body &&
    typeof body.value === 'object' &&
    body.value !== null
  );
}

/** What is wrong with an answer; nothing may be. */
function faultsIn(status: number, body: unknown): readonly string[] {
  const json = JSON.stringify(body) ?? '';
  return [
    ...(ANSWERS.has(status) ? [] : [`it is ${status}`]),
    ...(Buffer.byteLength(json) < 28 * 1024 ? [] : ['it is too large']),
    ...(json.includes('R-') && /Reference: R-[0-9A-F]{8}/.test(json) ? ['something of ours failed'] : []),
    ...(isCardAnswer(body) ? faultsOf({ card: body.value }) : []),
  ];
}

describe(`activities of a stranger (${SEEDED})`, () => {
  let world: World;
  let before = '';
  beforeAll(async () => {
    world = await openOffice();
    before = await stateOf(world);
  });
  afterAll(() => world[Symbol.asyncDispose]());

  /** What went wrong when it was received; nothing may. */
  async function wrongWith(body: unknown): Promise<readonly string[]> {
    const answer = await world.bot.receive(body, '');
    await world.bot.settled();
    answered.add(answer.status);
    return [
      ...faultsIn(answer.status, answer.body),
      ...((await stateOf(world)) === before ? [] : ['something was changed']),
      ...(isPolluted() ? ['a prototype was changed'] : []),
    ];
  }
  const answered = new Set<number>();

  it('with any card data for any button change nothing that is not theirs', async () => {
    await fc.assert(
      fc.asyncProperty(click, async ({ place: where, verb, data }) => {
        const wrong = await wrongWith(
          activity(world, {
            type: 'invoke',
            name: 'adaptiveCard/action',
            replyToId: 'card-1',
            value: { action: { type: 'Action.Execute', verb, data } },
            ...where,
          }),
        );
        expect(wrong).toEqual([]);
      }),
      casesOf('card data'),
    );
    expect(answered).toEqual(new Set([200]));
  });

  it('with any words for any command change nothing that is not theirs', async () => {
    await fc.assert(
      fc.asyncProperty(place, fc.oneof(line, anyText), async (where, text) => {
        expect(await wrongWith(activity(world, { type: 'message', text, ...where }))).toEqual([]);
      }),
      casesOf('commands'),
    );
  });

  it('of any form are answered', async () => {
    const right = fc
      .tuple(
        place,
        fc.constantFrom<object>(
          ...OTHER_KINDS,
          { type: 'message', text: 'aliases' },
          {
            type: 'invoke',
            name: 'adaptiveCard/action',
            replyToId: 'c',
            value: { action: { verb: 'approve', data: { requestId: REQUEST_ID } } },
          },
        ),
      )
      .chain(([where, parts]) => mutated(activity(world, { ...where, ...parts })));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 4, arbitrary: right }, { weight: 1, arbitrary: oddValue }),
        async (body) => {
          expect(await wrongWith(body)).toEqual([]);
        },
      ),
      casesOf('activities'),
    );
  });
});

describe(`activities without a token of the Bot Framework (${SEEDED})`, () => {
  let service: TokenService;
  let world: World;
  beforeAll(async () => {
    service = await startTokenService();
    world = await openOffice({
      kind: 'azure',
      appId: '6f3f2f52-0b0c-4a2f-9f5c-3c6c3f0e7a11',
      tenantId: 'tenant-1',
      identity: { kind: 'SingleTenant', password: 'not-used-here' },
      allowedTenants: ['tenant-1'],
      allowedServiceHosts: ['smba.trafficmanager.net'],
      personalServiceUrl: 'https://smba.trafficmanager.net/teams/',
      openIdMetadataUrl: service.openIdMetadataUrl,
    });
  });
  afterAll(async () => {
    await world[Symbol.asyncDispose]();
    await service[Symbol.asyncDispose]();
  });

  it('are never believed, and nothing is remembered of them', async () => {
    const before = await stateOf(world);
    const own = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { verb: 'cancel-request', data: { requestId: REQUEST_ID } } },
      ...personal(ADA),
    };
    const body = mutated({ ...activity(world, own), serviceUrl: 'https://smba.trafficmanager.net/emea/' }, 2);
    const authorization = fc.oneof(
      fc.constantFrom('', ' ', 'Bearer', 'Bearer ', 'Basic eDp4', 'Bearer x', 'Bearer a.b.c'),
      fc.constant(
        service.forgedToken({
          iss: 'https://api.botframework.com',
          aud: '6f3f2f52-0b0c-4a2f-9f5c-3c6c3f0e7a11',
        }),
      ),
      fc
        .tuple(fc.base64String(), fc.base64String(), fc.base64String())
        .map((parts) => `Bearer ${parts.join('.')}`),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(body, authorization, async (sent, header) => {
        const { status } = await world.bot.receive(sent, header);
        expect([400, 401]).toContain(status);
        await world.bot.settled();
      }),
      casesOf('forged activities'),
    );
    expect(await stateOf(world)).toBe(before);
    expect(world.connector.calls).toEqual([]);
    expect(await world.conversations.person(ADA.id)).toBeUndefined();
  });
});
