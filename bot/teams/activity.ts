import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { CHANNEL_MEMBERSHIPS } from '../../src/channels/channel.ts';
import type { Place } from '../../src/rights/caller.ts';

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
  /** Of the sender's Teams, for instance `de-DE`. */
  locale: z.string().optional().catch(undefined),
  action: z.string().optional(),
  channelId: Id,
  serviceUrl: Id,
  /** The card of a click. Whatever could lead elsewhere in an address is no id of a message. */
  replyToId: Id.regex(/^[^/\\?#]+$/)
    .optional()
    .catch(undefined),
  from: Account,
  recipient: Account.partial().optional(),
  entities: z.array(z.unknown()).optional().catch(undefined),
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

/** botbuilder takes any object with these fields; its type promises more, and Rootdesk reads none of that. */
const BotbuilderActivity = z.custom<Activity>((body) => IncomingActivity.safeParse(body).success);

/** An HTTP body as an activity, for us and for botbuilder, or undefined when it is none. */
export function parseActivity(body: unknown): { seen: Incoming; activity: Activity } | undefined {
  const seen = IncomingActivity.safeParse(body);
  const activity = BotbuilderActivity.safeParse(body);
  return seen.success && activity.success ? { seen: seen.data, activity: activity.data } : undefined;
}

/** Tenant of the conversation. */
export function tenantOf(seen: Incoming): string {
  return seen.conversation.tenantId ?? seen.channelData?.tenant?.id ?? '';
}

/** What is asked beside the compose box of any conversation; Rootdesk need not be in that one. */
export function isFromComposeBox({ type, name }: Incoming): boolean {
  return type === 'invoke' && name?.startsWith('composeExtension/') === true;
}

export function placeOf(seen: Incoming): Place {
  const { conversationType } = seen.conversation;
  if (conversationType === 'personal') return { kind: 'personal' };
  const teamId = seen.channelData?.team?.id;
  if (conversationType !== 'channel' || teamId === undefined) return { kind: 'group' };
  // Without a channel it is the team itself, which Teams shows as its General channel.
  return { kind: 'channel', teamId, channelId: seen.channelData?.channel?.id ?? teamId };
}
