import type { Dice } from '../harness/dice.ts';
import type { PeopleAtWork } from '../harness/people-at-work.ts';

/** What people, pipelines and AWS do. */
export type Event = Exclude<keyof PeopleAtWork, symbol>;

/** How often in an ordinary month, for each account. */
export const A_MONTH: Readonly<Record<Event, number>> = {
  bill: 28.5,
  urgent: 1.5,
  call: 2,
  command: 0.4,
  /** One account more for every thirty. */
  request: 1 / 30,
};
export const MAILS_A_MONTH = A_MONTH.bill + A_MONTH.urgent;

/** Moments at which something happens that nobody agreed on: the next one, in milliseconds from this one. */
export function nextAfterMs(dice: Dice, aSecond: number): number {
  return (-Math.log(1 - dice.next()) / aSecond) * 1_000;
}
