import * as fc from '../fast-check.ts';
import { describe, expect, it } from 'vitest';
import { createGraphClient, type GraphClient } from '../../src/graph/graph-client.ts';
import { createGraphDirectory } from '../../src/graph/graph-directory.ts';
import { GraphFailure, readFailure } from '../../src/graph/graph-failure.ts';
import { groupMembers } from '../../src/graph/groups.ts';
import { createGraphMailbox } from '../../src/graph/graph-mailbox.ts';
import { createGraphSubscriptions } from '../../src/graph/graph-subscriptions.ts';
import { RootdeskError } from '../../src/shared/rootdesk-error.ts';
import { casesOf, SEEDED } from './cases.ts';
import { isPolluted, mutated, oddValue } from './odd.ts';
import { anyText } from './texts.ts';

const { pathOf } = createGraphClient({
  baseUrl: 'https://graph.microsoft.com',
  credential: { getToken: async () => ({ token: 'x', expiresOnTimestamp: Infinity }) },
});

/** A Graph that always answers the same. */
function answering(answer: unknown): GraphClient {
  const give = async (): Promise<unknown> => answer;
  return {
    getJson: give,
    postJson: give,
    patchJson: give,
    postOnce: async () => undefined,
    delete: async () => undefined,
    getBytes: async () => new Uint8Array(),
    pathOf,
  };
}

const signal = new AbortController().signal;
const LINK = 'https://graph.microsoft.com/v1.0/users/a/messages/delta?$deltatoken=x';
const ada = {
  id: 'ada-id',
  displayName: 'Ada',
  userPrincipalName: 'ada@company.com',
  mail: 'Ada@company.com',
};
const address = { emailAddress: { name: 'AWS', address: 'no-reply@amazonaws.com' } };
const GROUPS = ['group-1', 'GROUP-2', 'toString', '__proto__'];

const ANSWERS = {
  memberships: { value: ['group-1', 'group-9'] },
  person: ada,
  people: { value: [ada] },
  members: { value: [{ id: 'ada-id', '@odata.type': '#microsoft.graph.user' }] },
  changes: {
    value: [
      { id: 'm1', receivedDateTime: '2026-03-01T09:00:00Z', from: address },
      { id: 'm2', '@removed': {} },
    ],
    '@odata.deltaLink': LINK,
  },
  message: {
    id: 'm1',
    subject: 'Hello',
    from: address,
    toRecipients: [address],
    ccRecipients: [],
    bccRecipients: [],
    receivedDateTime: '2026-03-01T09:00:00Z',
    internetMessageHeaders: [{ name: 'To', value: 'x' }],
    singleValueExtendedProperties: [{ id: 'String 0x7d', value: 'To: x' }],
    body: { contentType: 'html', content: '<p>x</p>' },
    hasAttachments: false,
    webLink: 'https://outlook.office365.com/x',
  },
  subscription: { id: 's1', expirationDateTime: '2026-03-01T09:00:00Z' },
  subscriptions: {
    value: [
      {
        id: 's1',
        expirationDateTime: '2026-03-01T09:00:00Z',
        resource: 'users/aws@company.com/mailFolders/inbox/messages',
        notificationUrl: 'https://r.example/',
      },
    ],
    '@odata.nextLink': 'https://graph.microsoft.com/v1.0/subscriptions?$skiptoken=1',
  },
} as const;

/** Everything that is asked of Graph. */
function asked(client: GraphClient): Readonly<Record<string, () => Promise<unknown>>> {
  const directory = createGraphDirectory({ client });
  const mailbox = createGraphMailbox({ client, mailbox: 'aws@company.com' });
  const subscriptions = createGraphSubscriptions({ client, mailbox: 'aws@company.com' });
  const soon = new Date('2026-03-02T09:00:00Z');
  return {
    memberOf: () => directory.memberOf('ada-id', GROUPS, signal),
    person: () => directory.person('ada-id', signal),
    personByMail: () => directory.personByMail('ada@company.com', signal),
    groupMembers: () => groupMembers(client, 'group-1', signal),
    changes: () => mailbox.changes('inbox', undefined, signal),
    'changes since': () => mailbox.changes('inbox', '/users/x', signal),
    received: () => mailbox.received('inbox', { since: soon, until: soon }, undefined, signal),
    message: () => mailbox.message('m1', signal),
    mime: () => mailbox.mime('m1', signal),
    create: () =>
      subscriptions.create('inbox', { url: 'https://r.example/', clientState: 'x', expiresAt: soon }, signal),
    renew: () => subscriptions.renew('s1', soon, signal),
    list: () => subscriptions.list('inbox', 'https://r.example/', signal),
  };
}

/** The groups that the answer names, by the simplest reading. */
function namedGroups(answer: unknown): ReadonlySet<string> {
  const value = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : [];
  const named = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  return new Set(named.map((each) => each.toLowerCase()));
}

const answers = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...Object.values(ANSWERS)).chain((right) => mutated(right)) },
  { weight: 1, arbitrary: oddValue },
);

/** Dates that are none, anywhere in what was read. */
function badDates(value: unknown): number {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 1 : 0;
  if (typeof value !== 'object' || value === null) return 0;
  const inner = value instanceof Map || value instanceof Set ? [...value.values()] : Object.values(value);
  return inner.reduce((sum: number, each: unknown) => sum + badDates(each), 0);
}

describe(`answers of Graph (${SEEDED})`, () => {
  it('are read, or refused as what they are, and make nobody a member', async () => {
    await fc.assert(
      fc.asyncProperty(answers, async (answer) => {
        for (const [name, ask] of Object.entries(asked(answering(answer)))) {
          const outcome = await ask().catch((error: unknown) => error);
          const isUntyped = outcome instanceof Error && !(outcome instanceof RootdeskError);
          // It answers an administrator's command, which explains every error.
          expect(isUntyped && name !== 'groupMembers' ? outcome : undefined).toBeUndefined();
          expect(badDates(outcome)).toBe(0);
          if (name !== 'memberOf' || !(outcome instanceof Set)) continue;
          const named = namedGroups(answer);
          const members = GROUPS.filter((id) => named.has(id.toLowerCase()));
          expect([...outcome]).toEqual(members);
        }
        expect(isPolluted()).toBe(false);
      }),
      casesOf('Graph answers'),
    );
  });

  it('that refuse are read without their words', async () => {
    const refusal = mutated({
      error: { code: 'ErrorItemNotFound', message: 'secret', innerError: { code: 'x', 'request-id': 'r' } },
    });
    const body = fc.oneof(
      refusal.map((value) => JSON.stringify(value) ?? ''),
      anyText,
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 400, max: 599 }), body, async (status, text) => {
        const failure = await readFailure(new Response(text, { status }));
        expect(failure).toBeInstanceOf(GraphFailure);
        expect(failure.status).toBe(status);
        expect(failure.message.length).toBeLessThan(300);
        expect(failure.message).not.toContain('secret');
      }),
      casesOf('Graph refusals'),
    );
  });
});

describe('a list of subscriptions', () => {
  it('that never ends is given up', async () => {
    const { subscriptions } = ANSWERS;
    const endless = { ...subscriptions, '@odata.nextLink': 'https://graph.microsoft.com/v1.0/subscriptions' };
    await expect(asked(answering(endless))['list']?.()).rejects.toThrow(/does not end/);
  });
});
