import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { z } from 'zod';

/** One request that reached the fake Teams. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly answer: Answer;
}

/** How the next call is answered. */
export type Answer =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  /** Cuts the connection after the request was read. */
  | 'reset'
  /** Never answers. */
  | 'silence';

/** Teams' connector service, as far as the bot needs it: records every call, answers as it is told. */
export interface FakeConnector extends AsyncDisposable {
  readonly serviceUrl: string;
  readonly calls: readonly Call[];
  /** Cards of the messages that were posted or updated, in order. */
  cards(): readonly Record<string, unknown>[];
  /** The next calls are answered so, then again as usual. */
  answerNext(...answers: readonly Answer[]): void;
  /** Calls that the rule knows an answer to get it, until the returned function is called. */
  answerBy(rule: Rule): () => void;
  /** Calls that the rule knows a promise for are answered when it is fulfilled. */
  holdBy(rule: (call: Call) => Promise<unknown> | undefined): void;
  /** Calls that the rule knows a promise for come on only when it is fulfilled: what was sent after them is there before. */
  delayBy(rule: Rule<Promise<unknown>>): void;
  /** How many calls at once, at most, waited for an answer that never came. */
  silentMost(): number;
  /** Cuts the connections of those that never got an answer. */
  cutSilent(): void;
}

export type Rule<Known = Answer> = (call: Pick<Call, 'method' | 'path' | 'body'>) => Known | undefined;

/** A team as Teams describes it. */
export interface FakeTeam {
  readonly id: string;
  readonly name: string;
  readonly groupId: string;
  readonly channels: readonly { readonly id: string; readonly name?: string; readonly type?: string }[];
}

const PAYMENTS: FakeTeam = {
  id: '19:payments@thread.tacv2',
  name: 'Payments',
  groupId: 'group-payments',
  channels: [{ id: '19:payments@thread.tacv2' }, { id: '19:aws-root@thread.tacv2', name: 'aws-root' }],
};

const Sent = z.object({
  attachments: z.array(z.object({ content: z.record(z.string(), z.unknown()) })).optional(),
  activity: z
    .object({ attachments: z.array(z.object({ content: z.record(z.string(), z.unknown()) })) })
    .optional(),
});

export async function startConnector(teams: readonly FakeTeam[] = [PAYMENTS]): Promise<FakeConnector> {
  const calls: Call[] = [];
  const next: Answer[] = [];
  const rules = new Set<Rule>();
  const holds: ((call: Call) => Promise<unknown> | undefined)[] = [];
  const delays: Rule<Promise<unknown>>[] = [];
  const silent = new Set<ServerResponse>();
  let silentMost = 0;
  const ruled = (call: Pick<Call, 'method' | 'path' | 'body'>): Answer | undefined =>
    [...rules].map((rule) => rule(call)).find((answered) => answered !== undefined);
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(request.url ?? '');
    const call = { method: request.method ?? '', path, body: await read(request) };
    await Promise.all(delays.map(async (delay) => delay(call)));
    const given = next.shift() ?? ruled(call) ?? usual(call, calls.length + 1, teams);
    const answered = { ...call, answer: given };
    calls.push(answered);
    await Promise.all(holds.map(async (hold) => hold(answered)));
    if (given === 'silence') {
      silent.add(response);
      response.once('close', () => silent.delete(response));
      silentMost = Math.max(silentMost, silent.size);
    }
    answer(response, given);
  }
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) =>
      response.destroy(new Error('fake Teams', { cause: error })),
    );
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = z.custom<AddressInfo>((address) => typeof address === 'object').parse(server.address());
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    calls,
    cards: () =>
      calls.flatMap(({ body }) => {
        const sent = Sent.safeParse(body);
        if (!sent.success) return [];
        const attachments = sent.data.attachments ?? sent.data.activity?.attachments ?? [];
        return attachments.map(({ content }) => content);
      }),
    answerNext: (...answers) => void next.push(...answers),
    answerBy(rule) {
      rules.add(rule);
      return () => void rules.delete(rule);
    },
    holdBy: (rule) => void holds.push(rule),
    delayBy: (rule) => void delays.push(rule),
    silentMost: () => silentMost,
    cutSilent() {
      for (const response of silent) response.destroy();
      silent.clear();
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<unknown> {
  const text = await textOf(request);
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return body;
}

function answer(response: ServerResponse, how: Answer): void {
  if (how === 'silence') return;
  if (how === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  response.writeHead(how.status, { 'content-type': 'application/json', ...how.headers });
  response.end(JSON.stringify(how.body ?? {}));
}

const NewConversation = z.object({
  channelData: z.object({ channel: z.object({ id: z.string() }).optional() }),
});

/** What Teams answers when all is well; anything the bot has no business with is refused, and so fails its test. */
function usual(
  { method, path, body }: Pick<Call, 'method' | 'path' | 'body'>,
  count: number,
  teams: readonly FakeTeam[],
): Answer {
  if (method === 'POST' && path === '/v3/conversations') {
    const channel = NewConversation.parse(body).channelData.channel?.id;
    const id = channel === undefined ? `chat-${count}` : `${channel};messageid=${1000 + count}`;
    return { status: 201, body: { id, activityId: String(1000 + count) } };
  }
  if (method === 'POST' && /^\/v3\/conversations\/[^/]+\/activities(\/[^/]+)?$/.test(path)) {
    return { status: 201, body: { id: `message-${count}` } };
  }
  if (method === 'PUT' && /^\/v3\/conversations\/[^/]+\/activities\/[^/]+$/.test(path)) {
    return { status: 200, body: { id: path.split('/').at(-1) } };
  }
  const [, memberId] = /^\/v3\/conversations\/[^/]+\/members\/29:([^/]+)$/.exec(path) ?? [];
  // The ids of people in Teams are made of their Entra ids here, which nobody may rely on.
  if (method === 'GET' && memberId !== undefined) {
    return { status: 200, body: { id: `29:${memberId}`, objectId: memberId, name: 'somebody' } };
  }
  const [, teamId, rest] = /^\/v3\/teams\/([^/]+)(\/conversations)?$/.exec(path) ?? [];
  const team = teams.find(({ id }) => id === teamId);
  if (method === 'GET' && team !== undefined) {
    const details = { id: team.id, name: team.name, aadGroupId: team.groupId };
    return { status: 200, body: rest === undefined ? details : { conversations: team.channels } };
  }
  return { status: 418, body: { error: { code: 'Unexpected', message: `${method} ${path}` } } };
}
