import { noticeCard, textsIn } from '../../cards/index.ts';
import { systemClock, type Clock } from '../../src/shared/clock.ts';
import type { Target } from '../../src/messages/job.ts';
import type { Notice } from '../../src/notice.ts';
import type { PostedCopy, Poster, PostOutcome } from '../../src/messages/poster.ts';
import type { TeamsAdapter } from './adapter.ts';
import { mayCall } from './teams-access.ts';
import { addressOf, type Address, type AddressDeps, type Unreachable } from './address.ts';
import { attempt } from './attempt.ts';
import { inConversation } from './in-conversation.ts';
import { postOutcome } from './post-outcome.ts';
import { placeOfConversation } from './place-of-conversation.ts';
import { createRateLimiter, type RateLimiter, type RateLimits } from './rate-limiter.ts';
import { sendCard } from './send-card.ts';

export interface PosterDeps extends AddressDeps {
  readonly teams: TeamsAdapter;
  readonly clock?: Clock;
  /** Shared with whatever else is written; one of its own where left out. */
  readonly limiter?: RateLimiter;
  /** How much may be written into one channel or chat; Teams' limits where left out. */
  readonly limits?: RateLimits;
}

const NOT_OURS: Unreachable = {
  kind: 'unreachable',
  reason: 'The stored service URL is not one that Rootdesk may call.',
};

/** The one way out to Teams, through botbuilder's adapter; one attempt a call, within Teams' limits. */
export function createPoster(deps: PosterDeps): Poster<Notice> {
  const { teams } = deps;
  const limiter = deps.limiter ?? createRateLimiter(deps.clock ?? systemClock, deps.limits);

  async function post(target: Target, notice: Notice, signal: AbortSignal): Promise<PostOutcome> {
    const address = await addressOf(deps, target, signal);
    if (address.kind === 'unreachable') return address;
    if (!mayCall(teams.access, address.serviceUrl)) return NOT_OURS;
    return send(address, notice, signal);
  }

  async function send(address: Address, notice: Notice, signal: AbortSignal): Promise<PostOutcome> {
    const { language } = address;
    const drawn = noticeCard(textsIn(language), notice);
    return limiter.run(limitedPlace(address), signal, async () =>
      postOutcome(await attempt(signal, () => sendCard(teams, address, drawn))),
    );
  }

  async function reply(copy: PostedCopy, notice: Notice, signal: AbortSignal): Promise<PostOutcome> {
    if (!mayCall(teams.access, copy.serviceUrl)) return NOT_OURS;
    const { serviceUrl, conversationId, language } = copy;
    return send({ kind: 'chat', serviceUrl, conversationId, language }, notice, signal);
  }

  async function redraw(copy: PostedCopy, notice: Notice, signal: AbortSignal): Promise<PostOutcome> {
    if (!mayCall(teams.access, copy.serviceUrl)) return NOT_OURS;
    const drawn = noticeCard(textsIn(copy.language), notice);
    const update = async (): Promise<PostedCopy> => {
      await inConversation(teams, copy, (conversation) => conversation.redraw(copy.activityId, drawn));
      return copy;
    };
    const place = placeOfConversation(copy.conversationId);
    return limiter.run(place, signal, async () => postOutcome(await attempt(signal, update)), 'redraw');
  }

  return { post, reply, redraw };
}

function limitedPlace(address: Address): string {
  switch (address.kind) {
    case 'channel':
      return address.channelId;
    case 'chat':
      return placeOfConversation(address.conversationId);
    case 'new-chat':
      return address.personId;
  }
}
