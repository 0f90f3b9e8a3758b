import type { Category, Severity } from '../../understanding.ts';

/**
 * What a mail can be about: one row a kind, dangerous kinds first.
 *
 * `says` are phrases that name the kind by themselves, `hints` only speak for it; both are looked for in subject and text, and
 * weigh more in the subject. `from` is part of a sender's address that speaks for the kind. Phrases are substrings in
 * any language, with ` ~ ` for a gap and `|` for the edge of a word (phrases.ts); numbers, links and addresses are
 * taken out of the mail before.
 */
export interface Kind {
  readonly name: string;
  /** What it is, in words for people. */
  readonly title: string;
  readonly category: Category;
  readonly severity: Severity;
  /**
   * Such a mail carries a code or link that works by itself, in whatever shape: withheld also where none is recognised.
   * A link at least is seen as a link; a code can look like anything. Only of a kind that says `never` is the text shown in a
   * channel: left out, nobody knows.
   */
  readonly carriesToken?: 'code' | 'link' | 'never';
  /** Gives way to any other kind that fits: the topic decides, not the channel it came through. */
  readonly yields?: true;
  /** The words were written by the customer or by a stranger, AWS only carries them. */
  readonly carriesWords?: true;
  /** It is news that something is over or small: then it is, whatever else the words are about. */
  readonly settles?: true;
  readonly from?: readonly string[];
  /** Like `from`, of senders that send nothing else. */
  readonly onlyFrom?: readonly string[];
  readonly says: readonly string[];
  readonly hints?: readonly string[];
  /** Words of the topic: they decide where no phrase of any kind is found, as languages have more verbs than a table. */
  readonly topic?: readonly string[];
}

/** What a mail of the kind carries, as far as anybody knows; undefined also where the kind says that it never carries anything. */
export function tokenOf({ carriesToken }: Kind): 'code' | 'link' | undefined {
  return carriesToken === 'never' ? undefined : carriesToken;
}

/** Phrases between semicolons, the East Asian ones last. */
export function phrases(text: string): readonly string[] {
  return text.split(';').map((phrase) => phrase.trim());
}
