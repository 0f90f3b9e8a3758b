import { z } from 'zod';
import { bot, tenantId } from '../local/people.ts';
import { buttonsOf, cardTextOf, type Buttons } from './card.ts';
import { CHANNELS, type Channel, type Person } from './company.ts';
import type { Office } from './office.ts';
import { chatOf, type Standing } from './recorder.ts';

/** What somebody sees after a click. */
export type Answer =
  | { readonly kind: 'card'; readonly text: string; readonly buttons: Buttons }
  | { readonly kind: 'sentence'; readonly text: string }
  /** Teams says that something went wrong. */
  | { readonly kind: 'none' };

/** Teams waits so long for the answer to a click, and for that to a message. */
const CLICK_MS = 5_000;
const MESSAGE_MS = 15_000;

export const STILL_WORKING = 'Still working on it';

/** Somebody writes to the bot; whether it took the message. */
export async function say(office: Office, person: Person, text: string, channel?: Channel): Promise<boolean> {
  const place =
    channel === undefined ? inChat(person) : inThread(person, channel, `${channel.id};messageid=1`);
  const words = channel === undefined ? text : `<at>${bot.name}</at> ${text}`;
  const answer = await send(
    office,
    { type: 'message', id: String(Date.now()), text: words, ...place },
    MESSAGE_MS,
  );
  return answer !== undefined;
}

const ClickAnswer = z.object({ statusCode: z.literal(200), type: z.string(), value: z.unknown() });

/** Somebody presses a button of a message, with what they typed; perhaps twice at once, and they see the one answer. */
export async function click(
  office: Office,
  person: Person,
  message: Standing,
  verb: string,
  fields: Readonly<Record<string, unknown>> = {},
  twice = false,
): Promise<Answer> {
  if (twice) {
    const [first] = await Promise.all([
      click(office, person, message, verb, fields),
      click(office, person, message, verb, fields),
    ]);
    return first;
  }
  const carried = message.everButtons.get(verb) ?? {};
  const action = { type: 'Action.Execute', verb, data: { ...carried, ...fields } };
  const channel = CHANNELS.find(({ id }) => id === message.place);
  const place = channel === undefined ? inChat(person) : inThread(person, channel, message.conversationId);
  const sentAt = Date.now();
  const body = await send(
    office,
    {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: message.activityId,
      value: { action, trigger: 'manual' },
      ...place,
    },
    CLICK_MS,
  );
  const parsed = ClickAnswer.safeParse(body);
  if (!parsed.success) return { kind: 'none' };
  const { value } = parsed.data;
  if (typeof value !== 'string') return { kind: 'card', text: cardTextOf(value), buttons: buttonsOf(value) };
  if (value.startsWith(STILL_WORKING)) {
    const about = Object.values(carried).find((each) => typeof each === 'string') ?? '';
    office.told.push({
      kind: 'still-working',
      conversationId: message.conversationId,
      about: `${verb} ${about}`,
      at: sentAt,
    });
  }
  return { kind: 'sentence', text: value };
}

async function send(office: Office, activity: object, waitMs: number): Promise<unknown> {
  try {
    const response = await fetch(`${office.stand.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        channelId: 'msteams',
        serviceUrl: office.stand.serviceUrl,
        recipient: bot,
        ...activity,
      }),
      signal: AbortSignal.timeout(waitMs),
    });
    const words = await response.text();
    if (!response.ok) return undefined;
    const body: unknown = words === '' ? {} : JSON.parse(words);
    return body;
  } catch {
    // Nobody was there, or the answer never came: Teams tells people no more than that.
    return undefined;
  }
}

function from(person: Person): object {
  return { id: `29:${person.id}`, name: person.name, aadObjectId: person.id };
}

function inChat(person: Person): object {
  return {
    from: from(person),
    conversation: { id: chatOf(person.id), conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
  };
}

function inThread(person: Person, channel: Channel, conversationId: string): object {
  return {
    from: from(person),
    conversation: { id: conversationId, conversationType: 'channel', isGroup: true, tenantId },
    channelData: {
      tenant: { id: tenantId },
      team: { id: channel.team.threadId },
      channel: { id: channel.id },
    },
  };
}
