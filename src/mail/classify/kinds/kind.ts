import { z } from 'zod';
import { isKindName, type KindName } from '../../../../cards/texts/mail-kinds.ts';
import { CATEGORIES, SEVERITIES, type Category, type Severity } from '../../../channels/mail-topics.ts';

/**
 * What a mail can be about, and what speaks for it.
 *
 * `evidence` is a list such as `3 mfa removed; -2 form:case`: a weight, of up to 8, and what has to be found for it, one of
 * - concepts (words/en.ts) that are in one sentence, in any order and language: `mfa removed`. In the subject they count in full,
 *   at the beginning of the text half, below it little; in a sentence that denies, asks or supposes something, little everywhere.
 *   `date` is a day that lies ahead, `not` a denial;
 * - `from:` and a piece of the sender's address, the beginning of it where there is something before the `@`;
 * - `form:case` (the number of a support case in the subject), `form:mass-mail` (List-Unsubscribe), `form:key-link` (any link that
 *   works by itself);
 * - `link`, a link that only this kind has, or `code`, anything like a code.
 */
export interface Kind {
  /** What people read of it is in the texts, under `kinds`. */
  readonly name: KindName;
  readonly category: Category;
  readonly severity: Severity;
  /**
   * Such a mail carries a code or link that works by itself, in whatever shape: withheld also where none is recognised.
   * A link at least is seen as a link; a code can look like anything. Only of a kind that says `never` is the text shown in a
   * channel: left out, nobody knows.
   */
  readonly carriesToken?: 'code' | 'link' | 'never';
  /** Says little beside the account's safety or end: a support case about them is about them. */
  readonly yields?: true;
  /** The words were written by the customer or by a stranger, AWS only carries them. */
  readonly carriesWords?: true;
  /** It is news that something is over or small: "[Action Required]" in its subject asks for nothing any more. */
  readonly settles?: true;
  readonly evidence?: string;
}

/** What a mail of the kind carries, as far as anybody knows; undefined also where the kind says that it never carries anything. */
export function tokenOf({ carriesToken }: Kind): 'code' | 'link' | undefined {
  return carriesToken === 'never' ? undefined : carriesToken;
}

const ROW = /^ *(\S+) \((\w+), (\w+)((?:, \w+)*)\)\n([^]+)$/;
const TEXT = z.string();
const NAME = z.custom<KindName>(isKindName);
const FIELDS = z.tuple([NAME, z.enum(SEVERITIES), z.enum(['code', 'link', 'never']), TEXT, TEXT]);
const FLAGS = z.partialRecord(z.enum(['yields', 'carriesWords', 'settles']), z.literal(true));

/** Reads a table of kinds: `= category`, then for each kind `name (severity, token, flags)` with its evidence below. */
export function kindsIn(table: string): readonly Kind[] {
  return table.split(/^ *= /m).flatMap((section) => {
    const [head, ...rows] = section.trim().split(/\n+(?=  \S)/);
    return rows.map((row): Kind => {
      const [name, severity, carriesToken, flags, evidence] = FIELDS.parse(ROW.exec(row)?.slice(1));
      const named = flags.split(', ').flatMap((flag) => (flag === '' ? [] : [[flag, true] as const]));
      const flagged = FLAGS.parse(Object.fromEntries(named));
      const category = z.enum(CATEGORIES).parse(head);
      return { name, category, severity, carriesToken, evidence, ...flagged };
    });
  });
}
