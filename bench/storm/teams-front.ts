import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { listen } from '../../local/listen.ts';
import { createSlidingLimit } from './sliding-limit.ts';

/** A card as it was taken. */
export interface Posted {
  readonly at: number;
  /** Everything that was sent, as text. */
  readonly words: string;
}

/** Teams' Connector as far as posts go, with the limits of https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
export interface TeamsFront {
  readonly serviceUrl: string;
  /** Oldest first. */
  readonly posted: readonly Posted[];
  figures(): { readonly mostASecond: number; readonly refused: number };
  close(): Promise<void>;
}

const SECOND_MS = 1_000;
const OF_TENANT = [{ most: 50, withinMs: SECOND_MS }];
const OF_CHANNEL = [
  { most: 7, withinMs: SECOND_MS },
  { most: 60, withinMs: 30 * SECOND_MS },
];

const Post = z.object({ channelData: z.object({ channel: z.object({ id: z.string() }) }) });

/** @param answerMs how long Teams takes for an answer */
export async function startTeamsFront(answerMs: number): Promise<TeamsFront> {
  const tenant = createSlidingLimit(OF_TENANT);
  const channels = createSlidingLimit(OF_CHANNEL);
  const posted: Posted[] = [];

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const words = await text(incoming);
    const now = performance.now();
    const place = placeOf(incoming.url ?? '', words);
    const waitMs = tenant.take('all', 1, now) ?? channels.take(place, 1, now);
    if (waitMs !== undefined) {
      outgoing.writeHead(429, { 'retry-after': String(Math.ceil(waitMs / SECOND_MS)) });
      outgoing.end();
      return;
    }
    posted.push({ at: Date.now(), words });
    await pause(answerMs);
    const id = String(posted.length);
    outgoing.writeHead(201, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify({ id: `${place};messageid=${id}`, activityId: id }));
  }

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  const serviceUrl = `http://127.0.0.1:${await listen(server, 0)}/`;
  return {
    serviceUrl,
    posted,
    figures: () => ({ mostASecond: tenant.most, refused: tenant.refused + channels.refused }),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The channel of a new thread; else the conversation. */
function placeOf(path: string, words: string): string {
  const [, conversation] = /\/conversations\/([^/;]+)/.exec(decodeURIComponent(path)) ?? [];
  if (conversation !== undefined) return conversation;
  const post = Post.safeParse(JSON.parse(words));
  return post.success ? post.data.channelData.channel.id : 'a chat';
}
