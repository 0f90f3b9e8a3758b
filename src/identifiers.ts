import { monotonicFactory, ulid } from 'ulid';

/** A new unique id that sorts by age (ULID, 26 characters). */
export function newId(): string {
  return ulid();
}

/** True for what {@link newId} makes: ids that come back from cards are checked before they are looked up. */
export function isId(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text);
}

/**
 * Like {@link newId}, and each greater than the one before in this process, also within a millisecond: history is read in the
 * order in which it happened. Guessable, so only for what nobody outside names.
 */
export const newChangeId: () => string = monotonicFactory();
