import type { MuteChange } from '../../src/channels/mute.ts';
import {
  isLevel,
  MUTE_TOPICS,
  MUTE_WAYS,
  withTopics,
  type MuteRule,
  type MuteTopic,
} from '../../src/channels/mute-rules.ts';
import { textIn } from './card-data.ts';

/**
 * What the form of a channel's settings changes: only topics for which it now says another way than when it was drawn. Somebody
 * else may have changed others since.
 */
export function changedSettings(input: unknown): MuteChange {
  const drawn = new Map(
    textIn(input, 'drawn')
      .split(',')
      .map((each): [string, string] => {
        const [topic = '', way = ''] = each.split(':');
        return [topic, way];
      }),
  );
  const changes = MUTE_TOPICS.flatMap((topic) => {
    const chosen = textIn(input, topic);
    if (chosen === '' || chosen === (drawn.get(topic) ?? UNRULED)) return [];
    const way = wayOf(topic, chosen);
    return way === undefined ? [] : [{ topic, way }];
  });
  return (rules) =>
    changes.reduce<readonly MuteRule[]>(
      (changed, { topic, way }) => withTopics(changed, [topic], way === UNRULED ? undefined : way),
      rules,
    );
}

/** Without a rule of its own: a topic goes by its level, and a level comes at once. */
export const UNRULED = 'unruled';

function wayOf(topic: MuteTopic, chosen: string): MuteRule['way'] | typeof UNRULED | undefined {
  if (chosen === UNRULED) return UNRULED;
  if (chosen === 'at-once') return isLevel(topic) ? UNRULED : 'at-once';
  return MUTE_WAYS.find((way) => way === chosen);
}
