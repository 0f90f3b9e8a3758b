import type { LinkedChannel, Register } from '../../aliases/register.ts';
import type { Clock } from '../../clock.ts';
import { newChangeId } from '../../identifiers.ts';
import { actorOf, type Person } from '../../people.ts';
import { MailRefusal } from '../errors.ts';
import { withTopics, type QuietRule, type QuietTopic, type QuietWay } from '../delivery/quiet.ts';

export interface QuietParts {
  readonly register: Pick<Register, 'channel' | 'commit'>;
  readonly clock: Clock;
}

const RACES_MOST = 20;

/**
 * Makes topics quiet in a channel, or loud again.
 * @returns the channel's rules as they are then
 * @throws {MailRefusal} channel-not-owning, mail-busy
 */
export async function setQuiet(
  parts: QuietParts,
  by: Person,
  channelId: string,
  topics: readonly QuietTopic[],
  way: QuietWay | undefined,
): Promise<readonly QuietRule[]> {
  for (let race = 0; race < RACES_MOST; race += 1) {
    const before = await parts.register.channel(channelId);
    if (before === undefined || !before.value.roles.includes('owner')) {
      throw new MailRefusal('channel-not-owning', 'This channel is not linked to own aliases.');
    }
    const quiet = withTopics(rulesOf(before.value), topics, way);
    if (wordsOf(quiet) === wordsOf(rulesOf(before.value))) return quiet;
    const outcome = await parts.register.commit({
      id: newChangeId(),
      channels: [{ before, after: { ...before.value, quiet } }],
      audit: [
        {
          at: parts.clock(),
          actor: actorOf(by),
          action: 'quiet',
          aliasId: undefined,
          requestId: undefined,
          before: wordsOf(rulesOf(before.value)),
          after: wordsOf(quiet),
          reason: `${before.value.teamName} / ${before.value.name}`,
        },
      ],
    });
    if (outcome.kind === 'committed') return quiet;
  }
  throw new MailRefusal('mail-busy', 'Somebody else is changing this channel at this moment.');
}

function rulesOf({ quiet }: LinkedChannel): readonly QuietRule[] {
  return quiet ?? [];
}

function wordsOf(rules: readonly QuietRule[]): string {
  return rules.map(({ topic, way }) => `${topic} ${way}`).join(', ') || 'nothing quiet';
}
