import type { LinkedChannel } from './channel.ts';
import type { ChannelRegister } from './channel-register.ts';
import type { Clock } from '../shared/clock.ts';
import { newChangeId } from '../shared/identifiers.ts';
import type { Grant } from '../rights/grant.ts';
import { anew, retryOnConflict } from '../store/retry-on-conflict.ts';
import { Refusal } from '../store/refusal.ts';
import { withTopics, type QuietRule, type QuietTopic, type QuietWay } from './mute-rules.ts';

export interface QuietParts {
  readonly register: Pick<ChannelRegister, 'commit'>;
  readonly clock: Clock;
}

/** The commands that make topics quiet, or loud. */
export type QuietGrant = Grant<'mute' | 'unmute' | 'digest'>;

/**
 * Makes topics quiet in a channel, or loud again.
 * @returns the channel's rules as they are then
 * @throws {Refusal} channel-not-owning, mail-busy
 */
export async function setQuiet(
  parts: QuietParts,
  first: QuietGrant,
  topics: readonly QuietTopic[],
  way: QuietWay | undefined,
): Promise<readonly QuietRule[]> {
  const busy = (): Refusal =>
    new Refusal('mail-busy', 'Somebody else is changing this channel at this moment.');
  return retryOnConflict(busy, anew(first), async (grant) => {
    const { subject: channel, before, actor } = grant;
    if (channel?.roles.includes('owner') !== true) {
      throw new Refusal('channel-not-owning', 'This channel is not linked to own aliases.');
    }
    const quiet = withTopics(rulesOf(channel), topics, way);
    if (wordsOf(quiet) === wordsOf(rulesOf(channel))) return quiet;
    const outcome = await parts.register.commit({
      id: newChangeId(),
      channels: [{ before: { ...before, value: channel }, after: { ...channel, quiet } }],
      audit: [
        {
          at: parts.clock(),
          actor,
          action: 'quiet',
          aliasId: undefined,
          requestId: undefined,
          before: wordsOf(rulesOf(channel)),
          after: wordsOf(quiet),
          reason: `${channel.teamName} / ${channel.name}`,
        },
      ],
    });
    return outcome.kind === 'committed' ? quiet : undefined;
  });
}

function rulesOf({ quiet }: LinkedChannel): readonly QuietRule[] {
  return quiet ?? [];
}

function wordsOf(rules: readonly QuietRule[]): string {
  return rules.map(({ topic, way }) => `${topic} ${way}`).join(', ') || 'nothing quiet';
}
