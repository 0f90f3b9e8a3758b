import { cueOf, knownIn, type Cue } from './cue.ts';
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
const isKnown = knownIn(
  INTENTS.flatMap(({ own = [], hints = [], spoken = [] }) => [...own, ...hints, ...spoken]),
);
const ROWS: readonly (Omit<Pointed, 'by'> & { readonly cue: Cue })[] = INTENTS.flatMap((row) =>
  HOWS.flatMap((how) =>
    (row[how] ?? []).map((cue) => ({
      intent: row.intent,
      how,
      cue: cueOf(cue),
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

/** What a sentence means, as far as its words tell. */
export interface Reading {
  /** The likeliest; with an alias or account id alone, that it is to be shown. */
  readonly likeliest: Pointed | undefined;
  /** What is nearly as likely. */
  readonly rival: Pointed | undefined;
}

/** Less than a word: so near, either was right about as often (docs/decisions/028-what-people-say.md). */
const NEARLY = WORD - 1;

/** Which intents a sentence points to. */
export function readingOf(sentence: Sentence): Reading {
  const isAbout = sentence.alias !== undefined || sentence.accountId !== undefined;
  // What changes something is spelled right.
  const slips = sentence.tokens.filter(({ text }) => !isKnown(text));
  const all = new Map<Intent, Candidate>();
  for (const { intent, how, cue } of ROWS) {
    if (isAbout && !mayBeBesideAlias(intent, how)) continue;
    const by = cue.match(sentence.tokens, isChanging(intent) ? [] : slips);
    if (by !== undefined) all.set(intent, withCue(all.get(intent), { intent, how, by }));
  }
  const [first, second] = [...all.values()].toSorted((one, other) => scoreOf(other) - scoreOf(one));
  if (first === undefined && isAbout)
    return { likeliest: { intent: 'find', how: 'hints', by: [] }, rival: undefined };
  const isNear = first !== undefined && second !== undefined && scoreOf(first) - scoreOf(second) <= NEARLY;
  return { likeliest: first?.best, rival: isNear ? second.best : undefined };
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
