import { bot, tenantId } from '../local/people.ts';
import { chatOf } from './recorder.ts';

/** Who writes or clicks, by the Entra object id. */
export interface Sender {
  readonly id: string;
  readonly name: string;
}

/** A channel as activities name it. */
export interface ChannelPlace {
  readonly id: string;
  readonly team: { readonly threadId: string };
}

/** Where a message is written or a card is, as activities say it; without a channel in the sender's chat with the bot. */
interface Where {
  readonly channel?: ChannelPlace | undefined;
  /** The thread. */
  readonly conversationId?: string;
}

/** Teams waits so long for the answer to a click, and for that to a message. */
const CLICK_MS = 5_000;
const MESSAGE_MS = 15_000;

/** Where Rootdesk takes activities, and where it reaches Teams. */
export interface TeamsSide {
  /** Origin of Rootdesk. */
  readonly url: string;
  readonly serviceUrl: string;
  /** The header that vouches for an activity; none in the local stand. */
  readonly authorization?: string;
}

/** Somebody writes to the bot; whether it took the message. */
export async function sendMessage(
  teams: TeamsSide,
  sender: Sender,
  text: string,
  channel?: ChannelPlace,
): Promise<boolean> {
  const words = channel === undefined ? text : `<at>${bot.name}</at> ${text}`;
  const message = { type: 'message', id: String(Date.now()), text: words, ...from(sender, { channel }) };
  return (await send(teams, message, MESSAGE_MS)) !== undefined;
}

/** A card whose button is pressed. */
export type CardPlace = Where & { readonly activityId: string };

/** Somebody presses a button of a card; gives the body of the answer, undefined where none came. */
export function sendClick(
  teams: TeamsSide,
  sender: Sender,
  card: CardPlace,
  action: { readonly verb: string; readonly data: Readonly<Record<string, unknown>> },
): Promise<unknown> {
  const click = {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: card.activityId,
    value: { action: { type: 'Action.Execute', ...action }, trigger: 'manual' },
    ...from(sender, card),
  };
  return send(teams, click, CLICK_MS);
}

async function send(
  { url, serviceUrl, authorization }: TeamsSide,
  activity: object,
  waitMs: number,
): Promise<unknown> {
  try {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
      body: JSON.stringify({ channelId: 'msteams', serviceUrl, recipient: bot, ...activity }),
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

function from(sender: Sender, { channel, conversationId }: Where): object {
  const { id, name } = sender;
  const person = { from: { id: `29:${id}`, name, aadObjectId: id } };
  if (channel === undefined) {
    return {
      ...person,
      conversation: { id: conversationId ?? chatOf(id), conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
    };
  }
  return {
    ...person,
    conversation: {
      id: conversationId ?? `${channel.id};messageid=1`,
      conversationType: 'channel',
      isGroup: true,
      tenantId,
    },
    channelData: {
      tenant: { id: tenantId },
      team: { id: channel.team.threadId },
      channel: { id: channel.id },
    },
  };
}
