import { cueOf, type Cue } from './cue.ts';
import { INTENTS, isAboutAlias, isChanging, type Intent } from './table.ts';
import type { Sentence, Token } from './tokens.ts';

/** The intent that a sentence points to, and by which of its words. */
export interface Pointed {
  readonly intent: Intent;
  /** By its own words, by hints, or only spoken of. */
  readonly how: 'own' | 'hints' | 'spoken';
  readonly by: readonly Token[];
}

const HOWS = ['own', 'hints', 'spoken'] as const;
const ROWS: readonly (Omit<Pointed, 'by'> & { readonly cue: Cue })[] = INTENTS.flatMap((row) =>
  HOWS.flatMap((how) =>
    (row[how] ?? []).map((cue) => ({
      intent: row.intent,
      how,
      cue: cueOf(cue, isChanging(row.intent) || row.isExact === true ? 'refused' : 'forgiven'),
    })),
  ),
);

/**
 * What a cue weighs: twice its words, and more where it names the intent. Each further word that another cue of the same intent
 * found counts one, so that much weak evidence adds up.
 */
const WORD = 2;
const WEIGHS = { own: 6, hints: 0, spoken: 4 } as const;

/** An intent with all of a sentence that speaks for it. */
interface Candidate {
  readonly best: Pointed;
  /** Every token that one of its cues found. */
  readonly found: ReadonlySet<Token>;
}

/** Everything that speaks for an intent, the likeliest first; with an alias or account id alone, that it is to be shown. */
export function intentsOf(sentence: Sentence): readonly Pointed[] {
  const isAbout = sentence.alias !== undefined || sentence.accountId !== undefined;
  const all = new Map<Intent, Candidate>();
  for (const { intent, how, cue } of ROWS) {
    if (isAbout && !mayBeBesideAlias(intent, how)) continue;
    const by = cue.match(sentence.tokens);
    if (by !== undefined) all.set(intent, withCue(all.get(intent), { intent, how, by }));
  }
  const found = [...all.values()].toSorted((one, other) => scoreOf(other) - scoreOf(one));
  if (found.length === 0 && isAbout) return [{ intent: 'find', how: 'hints', by: [] }];
  return found.map(({ best }) => best);
}

/** Beside an alias or an account id, all else that only hints point to means that it is to be shown. */
function mayBeBesideAlias(intent: Intent, how: Pointed['how']): boolean {
  const isNamed = how === 'own' && (intent === 'request' || intent === 'mail');
  return intent === 'find' || isAboutAlias(intent) || isNamed;
}

function withCue(before: Candidate | undefined, cue: Pointed): Candidate {
  const found = new Set([...(before?.found ?? []), ...cue.by]);
  return { best: before === undefined || isStronger(cue, before.best) ? cue : before.best, found };
}

/** What is named is named, whatever else is said of it. */
function isStronger(one: Pointed, other: Pointed): boolean {
  if ((one.how === 'own') !== (other.how === 'own')) return one.how === 'own';
  return weightOf(one) > weightOf(other);
}

function weightOf({ how, by }: Pointed): number {
  return WORD * by.length + WEIGHS[how];
}

function scoreOf({ best, found }: Candidate): number {
  return weightOf(best) + found.size - best.by.length;
}
