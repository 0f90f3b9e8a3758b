import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { z } from 'zod';
import { listen } from '../local/listen.ts';
import { cardTextOf, buttonsOf, type Buttons } from './card.ts';

/** A message as it is in Teams, whether or not the program ever heard that it is there. */
export interface Standing {
  /** Channel id, or the id of a chat. */
  readonly place: string;
  readonly conversationId: string;
  readonly activityId: string;
  /** Milliseconds of the harness's own clock. */
  readonly postedAt: number;
  readonly changedAt: number;
  /** All words on it, a line each: as it was posted, and now. */
  readonly firstText: string;
  readonly text: string;
  readonly buttons: Buttons;
  /** Every button that it ever had. */
  readonly everButtons: Buttons;
}

/** Teams' connector service with a memory: what it was told to post is there, answered for or not. */
export interface Recorder {
  /** Its origin. */
  readonly url: string;
  /** Oldest first. */
  messages(): readonly Standing[];
  /** Told of every message as it is posted or changed. @returns what ends that */
  watch(told: (message: Standing) => void): () => void;
  /** A channel that takes requests and answers none. @returns what has it answer again: all that waits, too */
  silence(channelId: string): () => void;
  /** A message that is there without having been posted while somebody looked on. */
  stand(conversationId: string): Standing;
  close(): Promise<void>;
}

/** A team as Teams describes it. */
export interface RecordedTeam {
  readonly threadId: string;
  readonly group: { readonly id: string; readonly name: string };
  readonly channels: readonly { readonly id: string; readonly name: string }[];
}

/** The chat of a person with the bot. */
export function chatOf(personId: string): string {
  return `chat-of-${personId}`;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const Attachment = z.object({ content: z.unknown() });
const Message = z.object({ attachments: z.array(Attachment).optional(), text: z.string().optional() });
const NewConversation = z.object({
  members: z.array(z.object({ id: z.string() })).optional(),
  channelData: z.object({ channel: z.object({ id: z.string() }).optional() }).optional(),
  activity: Message.optional(),
});

/** @param teams with the channels that the bot is in */
export async function startRecorder(teams: readonly RecordedTeam[]): Promise<Recorder> {
  const standing = new Map<string, Standing>();
  const silent = new Map<string, Promise<void>>();
  const watching = new Set<(message: Standing) => void>();
  let count = 1_000;

  function post(conversationId: string, activityId: string, message: z.infer<typeof Message>): Standing {
    const [content] = (message.attachments ?? []).map((each) => each.content);
    const text = cardTextOf(content, message.text);
    const buttons = buttonsOf(content);
    const key = `${conversationId} ${activityId}`;
    const before = standing.get(key);
    const now = Date.now();
    const stands = {
      place: conversationId.split(';')[0] ?? '',
      conversationId,
      activityId,
      postedAt: before?.postedAt ?? now,
      changedAt: now,
      firstText: before?.firstText ?? text,
      text,
      buttons,
      everButtons: new Map([...(before?.everButtons ?? []), ...buttons]),
    };
    standing.set(key, stands);
    for (const told of watching) told(stands);
    return stands;
  }

  function converse(body: unknown): Answer {
    const asked = NewConversation.parse(body);
    const channel = asked.channelData?.channel?.id;
    const [member] = asked.members ?? [];
    if (channel === undefined) return { status: 201, body: { id: chatOf(personOf(member?.id ?? '')) } };
    count += 1;
    const id = `${channel};messageid=${count}`;
    post(id, String(count), asked.activity ?? {});
    return { status: 201, body: { id, activityId: String(count) } };
  }

  function answer(method: string, path: string, body: unknown): Answer {
    if (method === 'POST' && path === '/v3/conversations') return converse(body);
    const [, conversationId = '', activityId] =
      /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(path) ?? [];
    if (method === 'POST' && conversationId !== '') {
      count += 1;
      post(conversationId, String(count), Message.parse(body));
      return { status: 201, body: { id: String(count) } };
    }
    if (method === 'PUT' && activityId !== undefined) {
      if (!standing.has(`${conversationId} ${activityId}`)) return unknownActivity;
      post(conversationId, activityId, Message.parse(body));
      return { status: 200, body: { id: activityId } };
    }
    if (method === 'DELETE' && activityId !== undefined) {
      return standing.delete(`${conversationId} ${activityId}`) ? { status: 200, body: {} } : unknownActivity;
    }
    return method === 'GET' ? look(teams, path) : unexpected(method, path);
  }

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const words = await textOf(incoming);
    const asked: unknown = words === '' ? undefined : JSON.parse(words);
    const target = `${decodeURIComponent(incoming.url ?? '')} ${words}`;
    const holding = [...silent].filter(([channelId]) => target.includes(channelId));
    await Promise.all(holding.map(([, ends]) => ends));
    const { status, body } = answer(incoming.method ?? '', decodeURIComponent(incoming.url ?? ''), asked);
    outgoing.writeHead(status, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify(body));
  }

  const server = createServer((incoming, outgoing) => {
    // What cannot be read was not sent as Teams wants it, or only in part.
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  const url = `http://127.0.0.1:${await listen(server, 0)}`;
  return {
    url,
    messages: () => [...standing.values()],
    watch(told) {
      watching.add(told);
      return () => void watching.delete(told);
    },
    silence(channelId) {
      const ends = Promise.withResolvers<void>();
      silent.set(channelId, ends.promise);
      return () => {
        silent.delete(channelId);
        ends.resolve();
      };
    },
    stand(conversationId) {
      count += 1;
      return post(conversationId, String(count), {});
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Teams has ids of its own for people; here they are made of the Entra ids, which nobody may rely on. */
function personOf(memberId: string): string {
  return memberId.replace(/^29:/, '');
}

const unknownActivity: Answer = {
  status: 404,
  body: { error: { code: 'ActivityNotFoundInConversation', message: 'There is no such message.' } },
};

function unexpected(method: string, path: string): Answer {
  return { status: 418, body: { error: { code: 'Unexpected', message: `${method} ${path}` } } };
}

function look(teams: readonly RecordedTeam[], path: string): Answer {
  const [, memberId] = /^\/v3\/conversations\/[^/]+\/members\/([^/]+)$/.exec(path) ?? [];
  if (memberId !== undefined) {
    return { status: 200, body: { id: memberId, objectId: personOf(memberId), name: 'somebody' } };
  }
  const [, teamId, rest] = /^\/v3\/teams\/([^/]+)(\/conversations)?$/.exec(path) ?? [];
  const team = teams.find(({ threadId }) => threadId === teamId);
  if (team === undefined) return unexpected('GET', path);
  const conversations = [{ id: team.threadId }, ...team.channels.map(({ id, name }) => ({ id, name }))];
  const details = { id: team.threadId, name: team.group.name, aadGroupId: team.group.id };
  return { status: 200, body: rest === undefined ? details : { conversations } };
}

/** Whether it begins a thread of a channel: notes about it stand below it. */
export function isRoot({ conversationId, activityId }: Standing): boolean {
  return conversationId.endsWith(`;messageid=${activityId}`);
}
