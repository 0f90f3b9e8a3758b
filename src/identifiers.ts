import { ulid } from 'ulid';

/** A new unique id that sorts by age (ULID, 26 characters). */
export function newId(): string {
  return ulid();
}

/** True for what {@link newId} makes: ids that come back from cards are checked before they are looked up. */
export function isId(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text);
}
