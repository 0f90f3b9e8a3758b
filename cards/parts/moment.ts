import { localized, type Words } from '../text.ts';
import type { Texts } from '../texts/languages.ts';

/** Day and time of day, which each reader sees in their own time zone. For what a client draws: elsewhere it would read `{{DATE(…)}}`. */
export function momentWords({ time }: Texts, at: Date): Words {
  return time.moment({ day: localized('DATE', at), time: localized('TIME', at) });
}
