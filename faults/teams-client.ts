import { z } from 'zod';
import { sendClick, sendMessage } from '../harness/activities.ts';
import { buttonsOf, cardTextOf, type Buttons } from '../harness/card.ts';
import { CHANNELS, type Channel, type Person } from './company.ts';
import type { Office } from './office.ts';
import type { Standing } from '../harness/recorder.ts';

/** What somebody sees after a click. */
export type Answer =
  | { readonly kind: 'card'; readonly text: string; readonly buttons: Buttons }
  | { readonly kind: 'sentence'; readonly text: string }
  /** Teams says that something went wrong. */
  | { readonly kind: 'none' };

export const STILL_WORKING = 'Still working on it';

/** Somebody writes to the bot; whether it took the message. */
export function say(office: Office, person: Person, text: string, channel?: Channel): Promise<boolean> {
  return sendMessage(office.stand, person, text, channel);
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
  const channel = CHANNELS.find(({ id }) => id === message.place);
  const { conversationId, activityId } = message;
  const where = channel === undefined ? { activityId } : { channel, conversationId, activityId };
  const sentAt = Date.now();
  const body = await sendClick(office.stand, person, where, { verb, data: { ...carried, ...fields } });
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
