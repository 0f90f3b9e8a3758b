import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { CHANNEL_MEMBERSHIPS } from '../src/aliases/register.ts';
import type { Place } from '../src/rights/caller.ts';

const Id = z.string().min(1).max(500);
const Account = z.object({
  id: Id,
  name: z.string().optional(),
  aadObjectId: Id.optional(),
});

/** The parts of a Teams activity that Rootdesk reads; everything else is left alone. */
const IncomingActivity = z.object({
  type: Id,
  id: Id.optional(),
  name: z.string().optional(),
  text: z.string().nullish(),
  action: z.string().optional(),
  channelId: Id,
  serviceUrl: Id,
  replyToId: Id.optional(),
  from: Account,
  recipient: Account.partial().optional(),
  conversation: z.object({
    id: Id,
    conversationType: z.string().optional(),
    tenantId: Id.optional(),
  }),
  channelData: z
    .object({
      eventType: z.string().optional(),
      tenant: z.object({ id: Id }).optional(),
      team: z.object({ id: Id, name: z.string().optional(), aadGroupId: Id.optional() }).optional(),
      channel: z
        .object({
          id: Id,
          name: z.string().nullish(),
          type: z.enum(CHANNEL_MEMBERSHIPS).optional().catch(undefined),
        })
        .optional(),
    })
    .optional(),
  value: z.unknown().optional(),
});

/** An activity of Teams, parsed; believed only after its token was checked. */
export type Incoming = z.infer<typeof IncomingActivity>;

/** An HTTP body as an activity, for us and for botbuilder, or undefined when it is none. */
export function parseActivity(body: unknown): { seen: Incoming; activity: Activity } | undefined {
  const seen = IncomingActivity.safeParse(body);
  const activity = BotbuilderActivity.safeParse(body);
  return seen.success && activity.success ? { seen: seen.data, activity: activity.data } : undefined;
}

/** botbuilder takes any object with these fields; its type promises more, and Rootdesk reads none of that. */
const BotbuilderActivity = z.custom<Activity>((body) => IncomingActivity.safeParse(body).success);

/** Tenant of the conversation. */
export function tenantOf(seen: Incoming): string {
  return seen.conversation.tenantId ?? seen.channelData?.tenant?.id ?? '';
}

export function placeOf(seen: Incoming): Place {
  const { conversationType } = seen.conversation;
  if (conversationType === 'personal') return { kind: 'personal' };
  const teamId = seen.channelData?.team?.id;
  if (conversationType !== 'channel' || teamId === undefined) return { kind: 'group' };
  // Without a channel it is the team itself, which Teams shows as its General channel.
  return { kind: 'channel', teamId, channelId: seen.channelData?.channel?.id ?? teamId };
}

/** What Teams writes for characters that are markup to it; what they give is text here, and never drawn as anything else. */
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * The words that were written to the bot, as they were written: every mention, tag and non-breaking space taken out.
 *
 * botbuilder's `removeRecipientMention` strips only the first mention, leaves `&nbsp;` and throws where there is no text.
 */
export function wordsOf(seen: Incoming): readonly string[] {
  return (seen.text ?? '')
    .slice(0, 2000)
    .replaceAll(/<at\b[^>]*>.*?<\/at>/gis, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&nbsp;|\p{Cf}/gu, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}
