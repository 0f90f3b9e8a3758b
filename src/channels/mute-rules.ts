import { CATEGORIES, type Category, type Severity } from './mail-topics.ts';

/** How a channel wants to have mail that it need not see at once: not at all, or together with others. */
export const MUTE_WAYS = ['mute', 'daily', 'weekly'] as const;
export type MuteWay = (typeof MUTE_WAYS)[number];

/** What can be made muted: every category, and every severity but urgent. */
export const MUTE_TOPICS = ['action', 'notice', 'info', ...CATEGORIES] as const;
export type MuteTopic = (typeof MUTE_TOPICS)[number];

export interface MuteRule {
  readonly topic: MuteTopic;
  readonly way: MuteWay;
}

/** What the rules look at of a mail. */
interface MailSeen {
  readonly category: Category;
  readonly severity: Severity;
  readonly genuine: 'yes' | 'suspicious' | 'no';
  readonly withheld: boolean;
  readonly announced: boolean | undefined;
}

/**
 * How the channel wants to have the mail; undefined: at once. What its rules say of the category goes before what they say of
 * the severity. Urgent, withheld and announced mail is never muted: nobody
 * knows for certain what the channel would miss. Nor is what cannot be proven to be from AWS.
 */
export function muteWay(rules: readonly MuteRule[], mail: MailSeen): MuteWay | undefined {
  const isHeld = mail.withheld || mail.announced === true;
  if (mail.severity === 'urgent' || isHeld || mail.genuine !== 'yes') return undefined;
  const ruleOf = (topic: string): MuteWay | undefined => rules.find((rule) => rule.topic === topic)?.way;
  return ruleOf(mail.category) ?? ruleOf(mail.severity);
}

/** The rules with these topics made quiet in this way, or (undefined) loud again. */
export function withTopics(
  rules: readonly MuteRule[],
  topics: readonly MuteTopic[],
  way: MuteWay | undefined,
): readonly MuteRule[] {
  const others = rules.filter(({ topic }) => !topics.includes(topic));
  const added = way === undefined ? [] : [...new Set(topics)].map((topic) => ({ topic, way }));
  return [...others, ...added].toSorted((one, other) => one.topic.localeCompare(other.topic));
}

/** Early in the morning in Europe, before work begins there. */
const DIGEST_HOUR_UTC = 6;
const DAY_MS = 24 * 60 * 60_000;
const MONDAY = 1;
const DAYS_A_WEEK = 7;

/** When the next digest goes out: at six in the morning (UTC), the weekly one on a Monday. */
export function nextDigest(way: 'daily' | 'weekly', now: Date): Date {
  const today = new Date(now);
  today.setUTCHours(DIGEST_HOUR_UTC, 0, 0, 0);
  const next = today > now ? today : new Date(today.getTime() + DAY_MS);
  if (way === 'daily') return next;
  const daysLeft = (MONDAY - next.getUTCDay() + DAYS_A_WEEK) % DAYS_A_WEEK;
  return new Date(next.getTime() + daysLeft * DAY_MS);
}
