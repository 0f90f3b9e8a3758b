import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { ALIAS } from '../../bot/commands/argument.ts';
import { COMMANDS } from '../../bot/commands/commands.ts';
import { createTableLedger } from '../../src/azure/table-ledger.ts';
import { openTable } from '../../src/azure/table.ts';
import type { Alias } from '../../src/aliases/alias.ts';
import { newId } from '../../src/shared/identifiers.ts';
import { untouched } from '../../src/mail/cases/handling.ts';
import { ledgerIdOf, type LedgerEntry } from '../../src/mail/ledger.ts';
import type { Person } from '../../src/people/person.ts';
import {
  COMMAND_RIGHTS,
  PART_RIGHTS,
  VERB_RIGHTS,
  type Right,
  type Role,
} from '../../src/rights/operations.ts';
import { allottedAlias, auditOf, freeAlias } from '../fakes/aliases.ts';
import { silentLog } from '../fakes/log.ts';
import {
  ADELE,
  ALEX,
  GRETA,
  GUEST,
  ISAIAH,
  LYNNE,
  MEGAN,
  PAYMENTS,
  PLATFORM,
  SAM,
  SEARCH,
  TRIAGE,
  VAULT,
  type Channel,
} from '../stories/company.ts';
import { searches } from '../stories/compose.ts';
import { openWorld, type World } from '../stories/world.ts';
import { allows } from '../../docs/generate/rights-tables.ts';

/** Everybody who can come, with what they are to the things of Alex (of Adele, where she owns them herself), and where they act. */
interface Caller {
  readonly name: string;
  readonly person: Person;
  readonly roles: readonly Role[];
  readonly of: Person;
  readonly state?: 'retired';
  readonly channel: Channel;
}
const CALLERS: readonly Caller[] = [
  { name: 'asker and owner', person: ALEX, roles: ['asker', 'owner', 'member'], of: ALEX, channel: VAULT },
  { name: 'member', person: LYNNE, roles: ['member'], of: ALEX, channel: VAULT },
  { name: 'member of the team only', person: ISAIAH, roles: [], of: ALEX, channel: PAYMENTS },
  { name: 'other team', person: SAM, roles: [], of: ALEX, channel: SEARCH },
  {
    name: 'former owner',
    person: ALEX,
    roles: ['asker', 'former owner', 'member'],
    of: ALEX,
    state: 'retired',
    channel: VAULT,
  },
  { name: 'approver', person: MEGAN, roles: ['approver'], of: ALEX, channel: PLATFORM },
  {
    name: 'approver who owns',
    person: ADELE,
    roles: ['approver who owns', 'asker', 'owner'],
    of: ADELE,
    channel: PLATFORM,
  },
  { name: 'member of triage', person: MEGAN, roles: ['approver', 'triage'], of: ALEX, channel: TRIAGE },
  { name: 'guest', person: GRETA, roles: [], of: ALEX, channel: SEARCH },
  { name: 'nobody', person: GUEST, roles: [], of: ALEX, channel: SEARCH },
];

const REFUSED = 'There is no such thing, or you may not do this with it. Nothing was changed.';

const SILENT = 'This could not be checked right now, and nothing was changed.';

/** Everything that an operation can name, new for each cell that may change it. */
interface Things {
  readonly aliasId: string;
  readonly address: string;
  readonly requestId: string;
  readonly ledgerId: string;
  readonly revealId: string;
  /** What a list is of. */
  readonly about: string;
}
const NOTHING: Things = {
  aliasId: randomUUID(),
  address: `aws_${randomUUID()}@company.com`,
  requestId: newId(),
  ledgerId: `${newId()}:${randomUUID()}`,
  revealId: newId(),
  about: randomUUID(),
};

let world: World;
let ledger: ReturnType<typeof createTableLedger>;
beforeAll(async () => {
  // Thousands of answers in a few chats.
  world = await openWorld({ limits: { perSecond: 100_000, perHalfMinute: 100_000 } });
  await world.says(ALEX, 'link', VAULT);
  const table = await openTable(
    { kind: 'emulator', connectionString: inject('azurite') },
    world.surroundings.tableName,
    10_000,
  );
  ledger = createTableLedger(table, silentLog());
});
afterAll(async () => world?.[Symbol.asyncDispose]());

async function newThings(owner: Person, state: Alias['state'], isOwnerless: boolean): Promise<Things> {
  const free = freeAlias();
  const since = new Date(Date.now() - 60_000);
  const alias = allottedAlias(free, {
    state,
    owner,
    channelId: VAULT.id,
    ownership: { since, how: 'allotted', channelSince: since },
    ...(state === 'retired' && { boundOnce: true, releasedAt: new Date(Date.now() + 60_000) }),
  });
  const messageId = newId();
  const aliasId = isOwnerless ? undefined : alias.id;
  const entry: LedgerEntry = {
    id: ledgerIdOf(messageId, aliasId),
    messageId,
    aliasId,
    triageReason: isOwnerless ? { code: 'no-alias' } : undefined,
    receivedAt: new Date(),
    category: 'password-reset',
    severity: 'action',
    genuine: 'yes',
    withheld: true,
    announced: false,
    accountId: undefined,
    readable: false,
  };
  const reveal = {
    id: newId(),
    state: 'wanted' as const,
    wanted: { by: owner, at: since },
    needsApprover: true,
    answered: undefined,
    shownAt: undefined,
    ended: undefined,
  };
  const requestId = newId();
  const request = {
    id: requestId,
    accountName: 'walked',
    purpose: 'a cell',
    environment: 'sandbox' as const,
    channelId: VAULT.id,
    expectedAccountId: undefined,
    state: 'pending' as const,
    asker: owner,
    createdAt: since,
    approvals: [],
    settled: undefined,
    aliasAddress: undefined,
    remindedAt: undefined,
  };
  await ledger.record([entry]);
  await world.register.commit({
    id: newId(),
    aliases: [
      { before: undefined, after: alias },
      { before: undefined, after: freeAlias() },
    ],
    requests: [{ before: undefined, after: request }],
    handlings: [{ before: undefined, after: { ...untouched(entry.id, aliasId), reveals: [reveal] } }],
    audit: [auditOf(alias.id)],
  });
  return {
    aliasId: alias.id,
    address: alias.address,
    requestId,
    ledgerId: entry.id,
    revealId: reveal.id,
    about: alias.id,
  };
}

type Where = 'personal' | 'channel';

async function send(
  activity: Record<string, unknown>,
  { person, channel }: Caller,
  where: Where,
): Promise<unknown> {
  const isChat = where === 'personal';
  const response = await fetch(`${world.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      channelId: 'msteams',
      serviceUrl: world.teams.serviceUrl,
      recipient: { id: '28:rootdesk' },
      from: { id: `29:${person.id}`, name: person.name, aadObjectId: person.id },
      conversation: {
        id: isChat ? `chat-of-${person.id}` : `${channel.id};messageid=1`,
        conversationType: isChat ? 'personal' : 'channel',
        tenantId: 'tenant-1',
      },
      channelData: isChat ? {} : { team: { id: channel.team }, channel: { id: channel.id } },
      ...activity,
    }),
  });
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

const Answer = z.object({ value: z.unknown() });

const Sent = z.object({ attachments: z.array(z.unknown()) });

async function clicks(verb: string, data: unknown, caller: Caller, where: Where): Promise<string> {
  const action = { type: 'Action.Execute', verb, data };
  const invoke = { type: 'invoke', name: 'adaptiveCard/action', replyToId: '1', value: { action } };
  return JSON.stringify(Answer.parse(await send(invoke, caller, where)).value);
}

async function writes(text: string, caller: Caller, where: Where): Promise<string> {
  const place = where === 'personal' ? `chat-of-${caller.person.id}` : caller.channel.id;
  const before = world.teams.calls.length;
  await send({ type: 'message', id: newId(), text }, caller, where);
  const answers = world.teams.calls
    .slice(before)
    .filter(({ method, path }) => method === 'POST' && path.includes(place) && path.includes('/activities'));
  return JSON.stringify(Sent.parse(answers.at(-1)?.body).attachments);
}

/** What is sent: as it should be, with a field that is wrong, without any, and about a thing that nobody made. */
const FIELDS: readonly [string, Record<string, unknown>][] = [
  [
    'as it should be',
    { accountId: '123456789012', comment: 'no', address: 'aws_x@company.com', reason: 'x' },
  ],
  ['with a bad field', { accountId: 'twelve', comment: { $ne: 1 }, address: 5, reason: ['x'] }],
  ['without a field', {}],
];

/** The command as its own example has it, about these things. */
function wordsOf(command: string, { address }: Things, fields: Record<string, unknown>): string {
  const said = new Map<string | undefined, string>([
    [ALIAS.example, address],
    ['123456789012', typeof fields['accountId'] === 'string' ? fields['accountId'] : '1'],
    ['grace@company.com', SAM.mail],
    ['payments', address],
  ]);
  const { example = '' } = COMMANDS.find(({ name }) => name === command) ?? {};
  const words = example.split(' ');
  return words.map((word) => said.get(word) ?? word).join(' ');
}

interface Operation {
  readonly name: string;
  readonly right: Right;
  ask(things: Things, fields: Record<string, unknown>, caller: Caller, where: Where): Promise<string>;
}
const VERBS = Object.entries(VERB_RIGHTS).map(([name, right]): Operation => ({
  name,
  right,
  ask: (things, fields, caller, where) => clicks(name, { ...things, ...fields }, caller, where),
}));
const WRITTEN = Object.entries(COMMAND_RIGHTS).map(([name, right]): Operation => ({
  name,
  right,
  ask: (things, fields, caller, where) => writes(wordsOf(name, things, fields), caller, where),
}));

/** In the channel where members count only there, and where the operation does not work in the chat. */
function whereOf({ right }: Operation, { roles }: Caller): Where {
  const inChannel = right.where?.includes('personal') !== true;
  const isThere = roles.includes('member') || roles.includes('triage');
  return inChannel || (right.here === true && isThere) ? 'channel' : 'personal';
}

/** In a channel everybody who acts is its member: a channel is nobody else's. */
function mayIn({ right }: Operation, caller: Caller): boolean {
  if (right.subject === 'channel') return true;
  return allows(right, caller.roles);
}

/** An approver is told that it is their own, and nobody else. */
const OWN = new Set(['approve', 'deny', 'agree-reveal', 'refuse-reveal']);

describe('each cell of the table, through the real adapter', () => {
  it.each(CALLERS)('$name', async (caller) => {
    const wrong: string[] = [];
    const refusals = new Set<string>();
    // Where nothing is named, nothing of it changes; each owner has fewer aliases to be searched.
    const same = await newThings(caller.of, caller.state ?? 'allotted', false);
    for (const operation of [...VERBS, ...WRITTEN]) {
      const where = whereOf(operation, caller);
      const may = mayIn(operation, caller);
      const isOwnerless =
        ['assign-mail', 'not-for-us', 'replay-mail'].includes(operation.name) ||
        caller.name === 'member of triage';
      const isNamed = operation.right.subject !== 'none' && operation.right.subject !== 'channel';
      const things = isNamed ? await newThings(caller.of, caller.state ?? 'allotted', isOwnerless) : same;
      // Whoever gave it away once has it no more.
      const isGiven = may && operation.name === 'transfer';
      for (const [how, fields] of isGiven ? FIELDS.slice(0, 1) : FIELDS) {
        const answer = await operation.ask(things, fields, caller, where);
        if (OWN.has(operation.name) && caller.roles.includes('approver who owns')) {
          if (!/your own request|read this mail yourself/.test(answer))
            wrong.push(`${operation.name} ${how}`);
          continue;
        }
        if (answer.includes(REFUSED) === may) wrong.push(`${operation.name} ${how}: ${answer.slice(0, 300)}`);
        if (!may) refusals.add(answer);
      }
      // The button was pressed in earnest; the cells after it are about a channel that is linked.
      if (operation.name === 'unlink-channel') await writes('link', caller, 'channel');
      // A form that nobody sent is a new one of their own; an approver may know that a request does not exist.
      const isTold = OWN.has(operation.name) && caller.roles.includes('approver who owns');
      if (!may && !isTold && operation.name !== 'submit-request') {
        refusals.add(await operation.ask(NOTHING, {}, caller, where));
      }
    }
    expect(wrong).toEqual([]);
    // One for clicks and one for messages.
    expect(refusals.size).toBeLessThanOrEqual(2);
  });
});

describe('each cell of the parts of commands', () => {
  it.each(CALLERS)('see-alias: $name', async (caller) => {
    const { address } = await newThings(caller.of, caller.state ?? 'allotted', false);
    const found = await writes(`find ${address}`, caller, 'personal');
    const none = await writes(`find ${NOTHING.address}`, caller, 'personal');
    const may = allows(PART_RIGHTS['see-alias'], caller.roles);
    expect([found.includes('One alias found'), found !== none]).toEqual([may, may]);
    const searched = await searches(world, caller.person, address);
    const { message } = await searches(world, caller.person, NOTHING.address);
    expect([searched.previews.length, searched.message]).toEqual(may ? [1, ''] : [0, message]);
  });

  it.each(CALLERS)('see-pool: $name', async (caller) => {
    const pool = await writes('pool', caller, 'personal');
    const may = allows(PART_RIGHTS['see-pool'], caller.roles);
    expect([pool.includes('The pool of aliases'), pool.includes('Only approvers see how many')]).toEqual([
      may,
      !may,
    ]);
  });

  // Those who may would make a channel what the other cells expect it not to be; stories have them do it.
  const others = CALLERS.filter(({ roles }) => !allows(PART_RIGHTS['link-approvals'], roles));
  it.each(others)('link-approvals, unlink-approvals: $name', async (caller) => {
    for (const words of ['approvals', 'triage', 'approvals triage']) {
      expect(await writes(`link ${words}`, caller, 'channel')).toContain(REFUSED);
      expect(await writes(`unlink ${words}`, caller, 'channel')).toContain(REFUSED);
      const roles = words.replace(' ', ',');
      expect(await clicks('unlink-channel', { roles }, caller, 'channel')).toContain(REFUSED);
    }
  });
});

/** Roles that hang on the stored thing and the place alone. */
function withoutDirectory({ roles, channel }: Caller, where: Where): readonly Role[] {
  const isInVault = where === 'channel' && channel === VAULT;
  return roles.filter(
    (role) =>
      role === 'asker' ||
      role === 'owner' ||
      role === 'former owner' ||
      (role === 'member' && isInVault) ||
      (role === 'triage' && where === 'channel'),
  );
}

describe('each cell while the directory does not answer', () => {
  it('reads the same for everybody and everything, but for those whose right needs no directory', async () => {
    world.later(61_000);
    for (const path of ['/users/', '/teams/']) {
      world.graph.faults.always(path, { kind: 'error', status: 403, code: 'Authorization_RequestDenied' });
    }
    const wrong: string[] = [];
    const answers = new Set<string>();
    for (const caller of CALLERS) {
      const things = await newThings(caller.of, caller.state ?? 'allotted', false);
      for (const operation of [...VERBS, ...WRITTEN]) {
        const { right, name } = operation;
        const where = whereOf(operation, caller);
        if (right.subject === 'none' || right.subject === 'channel') continue;
        if (allows(right, withoutDirectory(caller, where))) continue;
        // Nobody is asked about who takes mail without an owner, nor whose a request is.
        const isAsked = right.may.some(
          (role) => role !== 'triage' && !(role === 'asker' && right.subject === 'request'),
        );
        const given = [
          ...(await inTurn(
            FIELDS.map(
              ([, fields]) =>
                () =>
                  operation.ask(things, fields, caller, where),
            ),
          )),
          await operation.ask(NOTHING, {}, caller, where),
        ];
        for (const answer of given) {
          if (!isAsked) continue;
          answers.add(answer);
          if (!answer.includes(SILENT)) wrong.push(`${caller.name} ${name}: ${answer.slice(0, 200)}`);
        }
      }
    }
    world.graph.faults.clear();
    expect(wrong).toEqual([]);
    expect([...answers]).toHaveLength(2);
    expect([...answers].join()).not.toMatch(/403|Graph|Reference/);
    expect(await world.log()).toContain('Microsoft Graph answered 403');
  });
});

async function inTurn<T>(asks: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
  const answers: T[] = [];
  for (const ask of asks) answers.push(await ask());
  return answers;
}
