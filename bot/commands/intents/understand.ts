import type { CommandName } from '../../../src/rights/operations.ts';
import { changeIn } from './change.ts';
import { cueOf } from './cue.ts';
import { readingOf, type Pointed } from './intents-of.ts';
import { afterCourtesy, namedIn, searchedFor, wish } from './said-after.ts';
import { HOW, isChanging, isCommand, TAKES, WHAT } from './table.ts';
import { sentenceOf, type Sentence, type Token } from './tokens.ts';
import type { Offered, Run, Understood } from './understood.ts';

/**
 * Reads what was written, in English or German: a command by its name, else the intent of the whole sentence (see `table.ts`). What
 * changes something is run for its own words alone, never for a question, a refusal or words that could mean something else.
 *
 * @param said word by word, without the mention of the bot
 */
export function understand(said: readonly string[]): Understood {
  // `Rootdesk aliases`, where a mention was not made one.
  const sentence = sentenceOf(/^@?rootdesk[,:!.]?$/i.test(said[0] ?? '') ? said.slice(1) : said);
  const { tokens } = sentence;
  const [first] = tokens;
  if (first === undefined) return { kind: 'run', name: 'help', words: [] };
  const about = helpAbout(tokens);
  if (about !== undefined) return { kind: 'explain', name: about };
  if (isCommand(first.text)) return meant({ intent: first.text, how: 'own', by: [first] }, sentence);
  const { likeliest, rival } = readingOf(sentence);
  if (likeliest === undefined) return { kind: 'unknown' };
  const one = meant(likeliest, sentence);
  const other = rival === undefined ? one : meant(rival, sentence);
  return isOffered(one) && isOffered(other) && one !== other ? { kind: 'either', of: [one, other] } : one;
}

const OFFERED: ReadonlySet<string> = new Set<Offered>([
  'request',
  'requests',
  'aliases',
  'mail',
  'pool',
  'settings',
]);

function isOffered(understood: Understood): understood is Run<Offered> {
  return understood.kind === 'run' && OFFERED.has(understood.name);
}

function meant({ intent, how, by }: Pointed, sentence: Sentence): Understood {
  if (intent === 'hello' || intent === 'thanks' || intent === 'unknown') return { kind: intent };
  if (how === 'spoken') return { kind: 'explain', name: intent };
  if (isChanging(intent)) return changeIn(intent, sentence, by);
  const run = (words: readonly string[]): Understood => ({ kind: 'run', name: intent, words });
  switch (TAKES[intent]) {
    case 'wish':
      return isHowTo(sentence) ? { kind: 'explain', name: intent } : run(wish(sentence, by, how === 'own'));
    case 'search':
      return run(by[0]?.text === intent ? afterCourtesy(sentence, by) : searchedFor(sentence, by));
    case 'alias': {
      if (sentence.alias !== undefined) return run([sentence.alias.text]);
      const isTyped = by[0]?.text === intent;
      const words = isTyped ? searchedFor(sentence, by) : [namedIn(sentence) ?? []].flat();
      // What is no address may be a name or an account id: the alias that it leads to has the rest on its card.
      return words.length > 0 ? { kind: 'run', name: 'find', words } : run([]);
    }
    case 'all':
      return run(isAboutAll(sentence) ? ['all'] : []);
    case 'nothing':
      return run([]);
  }
}

const HELP = cueOf('help|hilfe|explain|erklär*');

/** Between `help` and the command: `help me with transfer`. */
const HELP_REACHES = 3;

/** `help release`: the command that is asked about. */
function helpAbout(tokens: readonly Token[]): CommandName | undefined {
  const [help] = HELP.match(tokens) ?? [];
  if (help === undefined) return undefined;
  return tokens
    .slice(tokens.indexOf(help) + 1)
    .slice(0, HELP_REACHES)
    .map(({ text }) => text)
    .filter(isCommand)
    .find((name) => name !== 'help');
}

const ALL = cueOf('all|alle|command*|befehl*|kommando*');

function isAboutAll({ tokens }: Sentence): boolean {
  return ALL.match(tokens) !== undefined;
}

function isHowTo({ tokens }: Sentence): boolean {
  return tokens.some(({ text }) => HOW.has(text)) || WHAT.has(tokens[0]?.text ?? '');
}
