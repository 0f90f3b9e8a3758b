import { z } from 'zod';
import type { Person } from '../../src/people/person.ts';
import type { World } from './world.ts';

const Attachment = z.object({
  content: z.record(z.string(), z.unknown()),
  preview: z.object({ content: z.object({ title: z.string(), text: z.string() }) }),
});
const Answer = z.object({
  composeExtension: z.object({
    type: z.enum(['result', 'message']),
    text: z.string().default(''),
    attachments: z.array(Attachment).default([]),
  }),
});

/** What somebody sees beside the compose box. */
export interface Seen {
  readonly status: number;
  /** In the place of results. */
  readonly message: string;
  readonly previews: readonly string[];
  /** What gets into the message, as JSON. */
  readonly cards: readonly string[];
}

/** A chat of two people, of which Rootdesk is no member; Teams calls it personal, as it does Rootdesk's own. */
export const COLLEAGUES = 'chat-of-two-colleagues';

/** Somebody asks beside the compose box of a chat with a colleague. */
export async function composes(world: World, person: Person, name: string, value: unknown): Promise<Seen> {
  const response = await fetch(`${world.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'invoke',
      name,
      value,
      channelId: 'msteams',
      serviceUrl: world.teams.serviceUrl,
      recipient: { id: '28:rootdesk', name: 'Rootdesk' },
      from: { id: `29:${person.id}`, name: person.name, aadObjectId: person.id },
      conversation: { id: COLLEAGUES, conversationType: 'personal', tenantId: 'tenant-1' },
    }),
  });
  const text = await response.text();
  if (text === '') return { status: response.status, message: '', previews: [], cards: [] };
  const { composeExtension } = Answer.parse(JSON.parse(text));
  return {
    status: response.status,
    message: composeExtension.text,
    previews: composeExtension.attachments.map(
      ({ preview: { content } }) => `${content.title}: ${content.text}`,
    ),
    cards: composeExtension.attachments.map(({ content }) => JSON.stringify(content)),
  };
}

/** Somebody types into the search; nothing yet where nothing is given. */
export function searches(world: World, person: Person, text?: string, skip = 0, count = 25): Promise<Seen> {
  const parameters = [
    text === undefined ? { name: 'initialRun', value: 'true' } : { name: 'text', value: text },
  ];
  return composes(world, person, 'composeExtension/query', {
    commandId: 'search',
    parameters,
    queryOptions: { skip, count },
  });
}
