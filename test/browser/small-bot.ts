import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

/** As much of an activity as the small bot reads. */
const activitySchema = z.object({
  type: z.string(),
  text: z.string().optional(),
  action: z.string().optional(),
  locale: z.string().optional(),
  serviceUrl: z.string(),
  from: z.object({ id: z.string(), aadObjectId: z.string() }),
  conversation: z.object({ id: z.string(), conversationType: z.string() }),
  channelData: z.object({ team: z.looseObject({ id: z.string() }).optional() }),
  value: z.unknown().optional(),
});
export type HeardActivity = z.infer<typeof activitySchema>;

/** What the small bot says: a card to every message, a text to every pressed button. */
export interface Answers {
  readonly card: object;
  readonly toButton: (value: unknown) => string;
}

/** A bot without the Bot Framework: just enough to try a Playground window on. */
export async function startSmallBot(answers?: Answers) {
  const heard: HeardActivity[] = [];
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      // A Playground asks with HEAD whether its bot is there.
      if (request.method !== 'POST') return void response.writeHead(405).end();
      const activity = activitySchema.parse(await json(request));
      heard.push(activity);
      const invokeResponse = { statusCode: 200, type: 'application/vnd.microsoft.activity.message' };
      const value = answers?.toButton(activity.value);
      if (answers !== undefined && activity.type === 'message') await reply(activity, answers.card);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(activity.type === 'invoke' ? { ...invokeResponse, value } : {}));
    };
    answer().catch((error: unknown) => response.writeHead(500).end(String(error)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a port');
  return {
    endpoint: `http://127.0.0.1:${address.port}/api/messages`,
    heard,
    close: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function reply({ serviceUrl, conversation }: HeardActivity, card: object): Promise<void> {
  const response = await fetch(`${serviceUrl}/v3/conversations/${conversation.id}/activities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    }),
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(`the Playground answered ${response.status}`);
}
