import { monotonicFactory, ulid } from 'ulid';

/** A new unique id that sorts by age (ULID, 26 characters). */
export function newId(): string {
  return ulid();
}

/** True for what {@link newId} makes: ids that come back from cards are checked before they are looked up. */
export function isId(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text);
}

/** True for a GUID in lower case, as ids of aliases and of Entra's objects are. */
export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/**
 * Like {@link newId}, and each greater than the one before in this process, also within a millisecond: history is read in the
 * order in which it happened. Guessable, so only for what nobody outside names.
 */
export const newChangeId: () => string = monotonicFactory();

/** Text with ASCII letters in lower case and everything else as it is: `İ` and the Kelvin sign stay what they are. */
export function foldAscii(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/**
 * A mail address in the form in which addresses are compared and stored. Nothing but ASCII letters is folded: Unicode's own rules
 * make one address of two, `K` (U+212A) of `k` for instance.
 */
export function foldAddress(address: string): string {
  return foldAscii(address.trim());
}

/** A name as people look for it: without regard to case, in any script. */
export function foldName(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
