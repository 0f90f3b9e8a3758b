import { mentionIn } from '../turn/spoken.ts';
import { addressIn } from '../turn/address-in.ts';

/** To whom or where an alias shall go, as the words after `transfer <alias>` have it. */
export type Recipient =
  | { readonly kind: 'here'; readonly reason: readonly string[] }
  | { readonly kind: 'mail'; readonly mail: string; readonly reason: readonly string[] }
  | { readonly kind: 'mention'; readonly mention: number; readonly reason: readonly string[] }
  | { readonly kind: 'nothing' }
  /** Words that name nobody for certain: they are asked about, and never taken for a reason. */
  | { readonly kind: 'unclear'; readonly because: 'no-address' | 'several' | 'here-too' };

const HERE = /^(?:here|hier(?:her|hin)?)[,.;:]?$/i;

/**
 * Reads whom an alias shall go to: an address (alone, in angle brackets after a name, as a `mailto:` link), somebody mentioned, or
 * `here`. `to` may be said. A name stands for nobody: there may be two of it.
 */
export function recipientIn(words: readonly string[]): Recipient {
  const rest = words[0]?.toLowerCase() === 'to' ? words.slice(1) : words;
  const [first] = rest;
  if (first === undefined) return { kind: 'nothing' };
  const people = rest.flatMap((word, place) => {
    const found = personIn(word);
    return found === undefined ? [] : [{ ...found, place }];
  });
  if (HERE.test(first)) {
    // `here to Megan`: the mail, the alias, or both? Mail that moved by mistake was read by a whole channel.
    const isClear = people.length === 0;
    return isClear ? { kind: 'here', reason: rest.slice(1) } : { kind: 'unclear', because: 'here-too' };
  }
  const [person, ...others] = people;
  if (person === undefined) return { kind: 'unclear', because: 'no-address' };
  if (others.some((other) => !isSame(person, other))) return { kind: 'unclear', because: 'several' };
  // A mention is somebody by itself; before an address is their name.
  if (person.kind === 'mention' && person.place > 0) return { kind: 'unclear', because: 'no-address' };
  const last = others.at(-1)?.place ?? person.place;
  const reason = rest.slice(last + 1);
  if (HERE.test(reason[0] ?? '')) return { kind: 'unclear', because: 'here-too' };
  return { ...withoutPlace(person), reason };
}

type Person =
  { readonly kind: 'mail'; readonly mail: string } | { readonly kind: 'mention'; readonly mention: number };

function personIn(word: string): Person | undefined {
  const mention = mentionIn(word);
  if (mention !== undefined) return { kind: 'mention', mention };
  const mail = addressIn(word);
  return mail === undefined ? undefined : { kind: 'mail', mail };
}

function isSame(one: Person, other: Person): boolean {
  return one.kind === 'mail' && other.kind === 'mail' && one.mail === other.mail;
}

function withoutPlace(person: Person): Person {
  return person.kind === 'mail'
    ? { kind: 'mail', mail: person.mail }
    : { kind: 'mention', mention: person.mention };
}
