import type { Arrival, Storm } from './run.ts';

/** When the cards of a kind of mail were in their channels, in seconds after the mail lay in the mailbox. */
export interface Times {
  readonly cards: number;
  readonly firstS: number;
  readonly medianS: number;
  readonly p95S: number;
  readonly lastS: number;
}

export interface StormFigures {
  readonly notices: Times;
  /** Urgent mails that lay among the notices when Rootdesk began to read. */
  readonly urgentAmong: Times;
  /** Urgent mails that came while cards of notices waited. */
  readonly urgentMeanwhile: Times;
  /** Of the notices behind an urgent mail in the mailbox, the most whose cards came before its own. */
  readonly overtaken: number;
  /** Cards that came more than once. */
  readonly repeats: number;
}

export function figuresOf({ arrivals }: Pick<Storm, 'arrivals'>): StormFigures {
  const of = (kind: Arrival['kind']): readonly Arrival[] => arrivals.filter((each) => each.kind === kind);
  return {
    notices: timesOf(of('notice')),
    urgentAmong: timesOf(of('among')),
    urgentMeanwhile: timesOf(of('meanwhile')),
    overtaken: Math.max(0, ...of('among').map((urgent) => overtaking(arrivals, urgent))),
    repeats: arrivals.filter(({ postedAt }) => postedAt.length > 1).length,
  };
}

/** Notices that lay behind it and had their cards before it. */
function overtaking(arrivals: readonly Arrival[], urgent: Arrival): number {
  const behind = arrivals.slice(arrivals.indexOf(urgent) + 1).filter(({ kind }) => kind === 'notice');
  return behind.filter((notice) => firstPost(notice) < firstPost(urgent)).length;
}

function firstPost({ postedAt: [first = Number.POSITIVE_INFINITY] }: Arrival): number {
  return first;
}

function timesOf(arrivals: readonly Arrival[]): Times {
  const seconds = arrivals
    .map((each) => (firstPost(each) - each.arrivedAt) / 1_000)
    .toSorted((one, other) => one - other);
  const at = (share: number): number => seconds[Math.floor(share * (seconds.length - 1))] ?? 0;
  return { cards: seconds.length, firstS: at(0), medianS: at(0.5), p95S: at(0.95), lastS: at(1) };
}
