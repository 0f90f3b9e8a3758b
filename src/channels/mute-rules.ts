import { CATEGORIES, type Category, type Severity } from './mail-topics.ts';

/** How a channel wants to have mail that it need not see at once: not at all, or together with others. */
export const MUTE_WAYS = ['mute', 'daily', 'weekly'] as const;
export type MuteWay = (typeof MUTE_WAYS)[number];

/** The severities whose mail can be muted. */
export const MUTE_LEVELS = ['action', 'notice', 'info'] as const;

/** What can be made muted: every category, and every severity but urgent. */
export const MUTE_TOPICS = [...MUTE_LEVELS, ...CATEGORIES] as const;
export type MuteTopic = (typeof MUTE_TOPICS)[number];

export interface MuteRule {
  readonly topic: MuteTopic;
  /** At once: whatever is said of the severity. */
  readonly way: MuteWay | 'at-once';
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
  const ruleOf = (topic: string): MuteRule['way'] | undefined =>
    rules.find((rule) => rule.topic === topic)?.way;
  const way = ruleOf(mail.category) ?? ruleOf(mail.severity);
  return way === 'at-once' ? undefined : way;
}

export function isMuteTopic(text: string): text is MuteTopic {
  return MUTE_TOPICS.some((topic) => topic === text);
}

/** Whether it is a severity, and not what a mail is about. */
export function isLevel(topic: MuteTopic): boolean {
  return MUTE_LEVELS.some((level) => level === topic);
}

/** The rules with these topics loud again, a category also where its mail is of a severity that is quiet. */
export function withoutMute(rules: readonly MuteRule[], topics: readonly MuteTopic[]): readonly MuteRule[] {
  const others = withTopics(rules, topics, undefined);
  if (!others.some(({ topic }) => isLevel(topic))) return others;
  return withTopics(
    others,
    topics.filter((topic) => !isLevel(topic)),
    'at-once',
  );
}

/** The rules with these topics made quiet in this way, or (undefined) without a rule of their own. */
export function withTopics(
  rules: readonly MuteRule[],
  topics: readonly MuteTopic[],
  way: MuteRule['way'] | undefined,
): readonly MuteRule[] {
  const others = rules.filter(({ topic }) => !topics.includes(topic));
  const added = way === undefined ? [] : [...new Set(topics)].map((topic) => ({ topic, way }));
  return sortedRules([...others, ...added]);
}

/** One order, so that the same rules are equal however they came to be. */
export function sortedRules(rules: readonly MuteRule[]): readonly MuteRule[] {
  return rules.toSorted((one, other) => one.topic.localeCompare(other.topic));
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
