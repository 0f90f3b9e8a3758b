import { exactly, say, type CardText, type Words } from '../text.ts';
import type { Texts } from '../texts/languages.ts';

/** Which part of a list is on a card. */
export interface Page {
  /** How many come before those shown. */
  readonly from: number;
  readonly shown: number;
  /** How many there are at all. */
  readonly all: number;
  /** How many a page has. */
  readonly size: number;
  /** What the list is of, as its buttons carry it: an id, or the text that was looked for. */
  readonly about?: CardText;
}

/** The fields of the buttons that turn the page. */
export function pagerFields({ from, all, size, about }: Page): {
  hasPrevious: boolean;
  hasNext: boolean;
  previousFrom: CardText;
  nextFrom: CardText;
  about: CardText;
} {
  return {
    hasPrevious: from > 0,
    hasNext: from + size < all,
    previousFrom: exactly(String(Math.max(0, from - size))),
    nextFrom: exactly(String(from + size)),
    about: about ?? say``,
  };
}

/** `6 to 10 of 23`; where all of them are on the card, how many they are. */
export function pageWords({ list }: Texts, { from, shown, all }: Page): Words {
  return shown === all ? list.count({ all }) : list.part({ first: from + 1, last: from + shown, all });
}
