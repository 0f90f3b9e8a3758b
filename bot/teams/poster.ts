import { noticeCard, type Drawn } from '../../cards/index.ts';
import { systemClock, type Clock } from '../../src/shared/clock.ts';
import type { Target } from '../../src/messages/job.ts';
import type { Notice } from '../../src/notice.ts';
import type { PostedCopy, Poster, PostOutcome } from '../../src/messages/poster.ts';
import { mayCall } from './access.ts';
import { addressOf, type Address, type AddressDeps, type Unreachable } from './address.ts';
import type { TeamsAdapter } from './adapter.ts';
import { botId, inConversation } from './in-conversation.ts';
import { completeMessageOf, messageOf } from './message-of.ts';
import { createRateLimiter, type RateLimits } from './rate-limiter.ts';
import { attempt } from './one-attempt.ts';
import { TeamsCallFailed } from './teams-call-failed.ts';

export interface PosterDeps extends AddressDeps {
  readonly clock?: Clock;
  /** How much may be written into one channel or chat; Teams' limits where left out. */
  readonly limits?: RateLimits;
}

/** The one way out to Teams, through botbuilder's adapter; one attempt a call, within Teams' limits. */
export function createPoster(deps: PosterDeps): Poster<Notice> {
  const { teams } = deps;
  const limiter = createRateLimiter(deps.clock ?? systemClock, deps.limits);

  async function post(target: Target, notice: Notice, signal: AbortSignal): Promise<PostOutcome> {
    const address = await addressOf(deps, target);
    if (address.kind === 'unreachable') return address;
    if (!mayCall(teams.access, address.serviceUrl)) return notOurs;
    const drawn = noticeCard(notice);
    return limiter.run(limitedPlace(address), signal, async () =>
      outcomeOf(await attempt(signal, () => sendTo(teams, address, drawn))),
    );
  }

  async function reply(copy: PostedCopy, notice: Notice, signal: AbortSignal): Promise<PostOutcome> {
    if (!mayCall(teams.access, copy.serviceUrl)) return notOurs;
    const { serviceUrl, conversationId } = copy;
    const drawn = noticeCard(notice);
    const address: Address = { kind: 'chat', serviceUrl, conversationId };
    return limiter.run(limitedPlace(address), signal, async () =>
      outcomeOf(await attempt(signal, () => sendTo(teams, address, drawn))),
    );
  }

  async function redraw(copy: PostedCopy, notice: Notice, signal: AbortSignal): Promise<PostOutcome> {
    if (!mayCall(teams.access, copy.serviceUrl)) return notOurs;
    const activity = { ...messageOf(noticeCard(notice)), id: copy.activityId };
    const update = async (): Promise<PostedCopy> => {
      await inConversation(teams, copy, async (context) => {
        await context.updateActivity(activity);
      });
      return copy;
    };
    return limiter.run(withoutThread(copy.conversationId), signal, async () =>
      outcomeOf(await attempt(signal, update)),
    );
  }

  return { post, reply, redraw };
}

/** The channel of a thread, or the chat: a channel's threads share its limits. */
function withoutThread(conversationId: string): string {
  return conversationId.replace(/;messageid=.*$/, '');
}

function limitedPlace(address: Address): string {
  switch (address.kind) {
    case 'channel':
      return address.channelId;
    case 'chat':
      return withoutThread(address.conversationId);
    case 'new-chat':
      return address.personId;
  }
}

const notOurs: Unreachable = {
  kind: 'unreachable',
  reason: 'The stored service URL is not one that Rootdesk may call.',
};

async function sendTo(teams: TeamsAdapter, address: Address, drawn: Drawn): Promise<PostedCopy> {
  const { serviceUrl } = address;
  if (address.kind === 'channel') return startThread(teams, address, drawn);
  // Teams gives the same chat however often it is asked to create it; only the message itself must not go twice.
  const conversationId =
    address.kind === 'chat' ? address.conversationId : await beforeSending(createChat(teams, address));
  let activityId = '';
  await inConversation(teams, { serviceUrl, conversationId }, async (context) => {
    activityId = (await context.sendActivity(messageOf(drawn)))?.id ?? '';
  });
  return { serviceUrl, conversationId, activityId };
}

async function startThread(
  teams: TeamsAdapter,
  address: { readonly channelId: string; readonly serviceUrl: string },
  drawn: Drawn,
): Promise<PostedCopy> {
  const { channelId, serviceUrl } = address;
  let conversationId = '';
  await teams.adapter.createConversationAsync(
    teams.appId,
    'msteams',
    serviceUrl,
    teams.audience,
    {
      isGroup: true,
      bot: { id: botId(teams), name: '' },
      channelData: { channel: { id: channelId } },
      activity: completeMessageOf(drawn),
    },
    async (context) => {
      conversationId = context.activity.conversation.id;
    },
  );
  // `19:…@thread.tacv2;messageid=N`: N is the id of the message that starts the thread.
  const activityId = /;messageid=([^;]+)/.exec(conversationId)?.[1] ?? '';
  return { serviceUrl, conversationId, activityId };
}

async function createChat(
  teams: TeamsAdapter,
  address: { readonly personId: string; readonly tenantId: string; readonly serviceUrl: string },
): Promise<string> {
  let conversationId = '';
  await teams.adapter.createConversationAsync(
    teams.appId,
    'msteams',
    address.serviceUrl,
    teams.audience,
    {
      isGroup: false,
      bot: { id: botId(teams), name: '' },
      members: [{ id: address.personId, name: '' }],
      tenantId: address.tenantId,
      channelData: { tenant: { id: address.tenantId } },
    },
    async (context) => {
      conversationId = context.activity.conversation.id;
    },
  );
  return conversationId;
}

/** Whatever became of a step before the message, the message itself is certainly not there. */
async function beforeSending<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    throw error instanceof TeamsCallFailed ? error.beforeSending() : error;
  }
}

/** Teams says no for good: the bot was removed or blocked, or what it wrote to is gone. */
const FOR_GOOD = new Set([403, 404]);
/** The same said under other status codes, as the Agents Playground does. */
const FOR_GOOD_CODES = new Set(['ConversationNotFound', 'ActivityNotFoundInConversation', 'UserNotFound']);

function outcomeOf(tried: { done: PostedCopy } | { error: unknown; sent: boolean }): PostOutcome {
  if ('done' in tried) return { kind: 'posted', copy: tried.done };
  const { error, sent } = tried;
  const reason = error instanceof Error ? error.message : 'unknown';
  if (error instanceof TeamsCallFailed) {
    const { status } = error;
    if (status === 429) return { kind: 'throttled', retryAfterMs: error.retryAfterMs ?? THROTTLED_MS };
    const forGood = FOR_GOOD_CODES.has(error.teamsCode) || (status !== undefined && FOR_GOOD.has(status));
    if (forGood) return { kind: 'unreachable', reason };
    // Other 4xx, a rejected token or a malformed card: it is certainly not there.
    if (status !== undefined && status < 500) return { kind: 'failed', reason };
  }
  return sent ? { kind: 'ambiguous', reason } : { kind: 'failed', reason };
}

/** When Teams asks for patience without saying how much. */
const THROTTLED_MS = 5_000;
