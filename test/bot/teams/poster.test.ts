import { createServer } from 'node:net';
import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { createAdapter, type AdapterOptions } from '../../../bot/teams/adapter.ts';
import { createPoster } from '../../../bot/teams/poster.ts';
import type { ChannelRole, LinkedChannel } from '../../../src/channels/channel.ts';
import type { Notice } from '../../../src/notice.ts';
import type { Poster, PostOutcome } from '../../../src/messages/poster.ts';
import { unwatched } from '../../../src/shared/telemetry.ts';
import { startConnector, type Answer } from '../../fakes/connector.ts';
import { createFakeConversations } from '../../fakes/conversations.ts';
import { PENDING } from '../../cards/samples.ts';
import { silentLog } from '../../fakes/log.ts';

const CHANNEL = '19:aws-root@thread.tacv2';
const TO_CHANNEL = { kind: 'channel', channelId: CHANNEL } as const;
const PATIENT = new AbortController().signal;

function linked(id: string, ...roles: readonly ChannelRole[]): LinkedChannel {
  return {
    id,
    name: 'aws-root',
    teamId: 'team-1',
    teamName: 'Payments',
    groupId: undefined,
    roles,
    linkedBy: 'Ada',
    linkedAt: new Date(0),
  };
}
const NOTICE: Notice = { kind: 'pool-empty', request: PENDING };

async function posterTo(
  serviceUrl: string,
  channels: readonly LinkedChannel[],
  options: Partial<AdapterOptions> = {},
): Promise<Poster<Notice>> {
  const conversations = createFakeConversations();
  await conversations.rememberTeam({ teamId: 'team-1', serviceUrl, tenantId: 'tenant-1' });
  await conversations.rememberPerson({
    personId: 'ada-id',
    name: 'Ada',
    conversationId: 'chat-of-ada',
    serviceUrl,
    tenantId: 'tenant-1',
  });
  const stored = channels.map((value) => ({ value, version: '1' }));
  return createPoster({
    teams: createAdapter({ kind: 'playground' }, silentLog(), { telemetry: unwatched, ...options }),
    conversations,
    register: {
      channel: async (id) => stored.find(({ value }) => value.id === id),
      channels: async () => stored,
    },
    directory: { localeOf: async () => undefined },
    log: silentLog(),
  });
}

describe('a message', () => {
  it('to a channel starts a thread, and its copy can be redrawn', async () => {
    await using teams = await startConnector();
    const poster = await posterTo(teams.serviceUrl, [linked(CHANNEL, 'owner')]);
    const outcome = await poster.post(TO_CHANNEL, NOTICE, PATIENT);
    const copy = {
      serviceUrl: teams.serviceUrl,
      conversationId: `${CHANNEL};messageid=1001`,
      activityId: '1001',
    };
    expect(outcome).toEqual({ kind: 'posted', copy });
    expect(teams.calls).toMatchObject([
      {
        method: 'POST',
        path: '/v3/conversations',
        body: { isGroup: true, channelData: { channel: { id: CHANNEL } } },
      },
    ]);
    expect(await poster.redraw(copy, NOTICE, PATIENT)).toMatchObject({ kind: 'posted' });
    expect(teams.calls[1]).toMatchObject({
      method: 'PUT',
      path: `/v3/conversations/${CHANNEL};messageid=1001/activities/1001`,
      body: { type: 'message', summary: 'No free AWS root alias is left.' },
    });
  });

  it('to a person goes to the chat that was stored', async () => {
    await using teams = await startConnector();
    const poster = await posterTo(teams.serviceUrl, []);
    const outcome = await poster.post({ kind: 'person', personId: 'ada-id' }, NOTICE, PATIENT);
    expect(outcome).toMatchObject({
      kind: 'posted',
      copy: { conversationId: 'chat-of-ada', activityId: 'message-1' },
    });
    expect(teams.calls).toMatchObject([
      {
        method: 'POST',
        path: '/v3/conversations/chat-of-ada/activities',
        body: { conversation: { id: 'chat-of-ada', conversationType: 'personal' } },
      },
    ]);
  });

  it('for approvals and triage goes to the channels with that role', async () => {
    await using teams = await startConnector();
    const poster = await posterTo(teams.serviceUrl, [
      linked('c-appr', 'approvals'),
      linked('c-tri', 'triage'),
    ]);
    await poster.post({ kind: 'approvals' }, NOTICE, PATIENT);
    await poster.post({ kind: 'triage' }, NOTICE, PATIENT);
    expect(teams.calls).toMatchObject([
      { body: { channelData: { channel: { id: 'c-appr' } } } },
      { body: { channelData: { channel: { id: 'c-tri' } } } },
    ]);
  });

  it('for triage goes to the approvers while no channel is linked for it', async () => {
    await using teams = await startConnector();
    const poster = await posterTo(teams.serviceUrl, [linked('c-appr', 'approvals')]);
    expect(await poster.post({ kind: 'triage' }, NOTICE, PATIENT)).toMatchObject({ kind: 'posted' });
  });

  it('to nobody known is unreachable, without a call', async () => {
    await using teams = await startConnector();
    const poster = await posterTo(teams.serviceUrl, []);
    for (const target of [TO_CHANNEL, { kind: 'approvals' }, { kind: 'person', personId: 'x' }] as const) {
      expect(await poster.post(target, NOTICE, PATIENT)).toMatchObject({ kind: 'unreachable' });
    }
    expect(teams.calls).toEqual([]);
  });

  it('never goes to a stored service URL that is not allowed', async () => {
    const poster = await posterTo('https://evil.example/', [linked(CHANNEL)]);
    expect(await poster.post(TO_CHANNEL, NOTICE, PATIENT)).toMatchObject({ kind: 'unreachable' });
    const copy = { serviceUrl: 'https://evil.example/', conversationId: 'c', activityId: 'a' };
    expect(await poster.redraw(copy, NOTICE, PATIENT)).toMatchObject({ kind: 'unreachable' });
  });
});

describe('one attempt is made, and its outcome told, when Teams', () => {
  const outcomes: readonly [string, Answer, Partial<PostOutcome>][] = [
    [
      'throttles',
      { status: 429, headers: { 'retry-after': '7' } },
      { kind: 'throttled', retryAfterMs: 7000 },
    ],
    ['throttles without saying for how long', { status: 429 }, { kind: 'throttled', retryAfterMs: 5000 }],
    [
      'has removed the bot',
      { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } },
      { kind: 'unreachable' },
    ],
    [
      'blocks the bot',
      { status: 403, body: { error: { code: 'ConversationBlockedByUser' } } },
      { kind: 'unreachable' },
    ],
    ['knows the conversation no more', { status: 404 }, { kind: 'unreachable' }],
    [
      'says so with a wrong status',
      { status: 500, body: { error: { code: 'ConversationNotFound' } } },
      { kind: 'unreachable' },
    ],
    ['refuses the message', { status: 400 }, { kind: 'failed' }],
    ['refuses the token', { status: 401 }, { kind: 'failed' }],
    ['breaks', { status: 500 }, { kind: 'ambiguous' }],
    ['is unavailable', { status: 503, headers: { 'retry-after': '1' } }, { kind: 'ambiguous' }],
    ['has a gateway that waits too long', { status: 504 }, { kind: 'ambiguous' }],
    ['cuts the connection', 'reset', { kind: 'ambiguous' }],
    ['redirects', { status: 307, headers: { location: 'http://127.0.0.1:9/' } }, { kind: 'ambiguous' }],
  ];
  it.each(outcomes)('%s', async (_what, answer, outcome) => {
    await using teams = await startConnector();
    const poster = await posterTo(teams.serviceUrl, [linked(CHANNEL)]);
    teams.answerNext(answer);
    expect(await poster.post(TO_CHANNEL, NOTICE, PATIENT)).toMatchObject(outcome);
    expect(teams.calls).toHaveLength(1);

    teams.answerNext(answer);
    const copy = { serviceUrl: teams.serviceUrl, conversationId: 'c', activityId: 'a' };
    expect(await poster.redraw(copy, NOTICE, PATIENT)).toMatchObject(outcome);
    expect(teams.calls).toHaveLength(2);

    teams.answerNext(answer);
    const toAda = { kind: 'person', personId: 'ada-id' } as const;
    expect(await poster.post(toAda, NOTICE, PATIENT)).toMatchObject(outcome);
    expect(teams.calls).toHaveLength(3);
  });

  it('does not answer until the caller gives up', async () => {
    await using teams = await startConnector();
    const poster = await posterTo(teams.serviceUrl, [linked(CHANNEL)]);
    teams.answerNext('silence');
    const patience = new AbortController();
    const outcome = poster.post(TO_CHANNEL, NOTICE, patience.signal);
    await expect.poll(() => teams.calls.length).toBe(1);
    patience.abort();
    expect(await outcome).toMatchObject({ kind: 'ambiguous' });
  });

  it('is not there at all: then it certainly did not arrive', async () => {
    const poster = await posterTo(`http://127.0.0.1:${await closedPort()}/`, [linked(CHANNEL)]);
    expect(await poster.post(TO_CHANNEL, NOTICE, PATIENT)).toMatchObject({ kind: 'failed' });
  });

  it('is not asked any more, because there is no time left', async () => {
    await using teams = await startConnector();
    const poster = await posterTo(teams.serviceUrl, [linked(CHANNEL)]);
    expect(await poster.post(TO_CHANNEL, NOTICE, AbortSignal.abort())).toMatchObject({ kind: 'failed' });
    expect(teams.calls).toEqual([]);
  });
});

describe('a message that waits until Teams may be called again', () => {
  it('is sent although somebody gave up on another that waited', async () => {
    await using teams = await startConnector();
    const poster = await posterTo(teams.serviceUrl, [linked(CHANNEL)], { callsASecond: 1 });
    const toAda = { kind: 'person', personId: 'ada-id' } as const;
    const givenUp = new AbortController();
    const first = poster.post(TO_CHANNEL, NOTICE, PATIENT);
    const waiting = [
      poster.post(toAda, NOTICE, givenUp.signal),
      poster.post(toAda, NOTICE, PATIENT),
      poster.post(toAda, NOTICE, PATIENT),
    ];
    expect(await first).toMatchObject({ kind: 'posted' });
    givenUp.abort();
    expect((await Promise.all(waiting)).map(({ kind }) => kind)).toEqual(['failed', 'posted', 'posted']);
  });
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}
