import { COMMAND_RIGHTS, type CommandName } from '../../../src/rights/operations.ts';
import { changeIn } from './change.ts';
import { cueOf, type Cue } from './cue.ts';
import { afterCourtesy, searchedFor, wordsAfter, wish } from './said-after.ts';
import { CHANGING, HOW_TO, INTENTS, type ChangingCommand, type Intent } from './table.ts';
import { sentenceOf, type Sentence, type Token } from './tokens.ts';
import type { Understood } from './understood.ts';

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
  if (isCommand(first.text)) return meant({ intent: first.text, isNamed: true, by: [first] }, sentence);
  const pointed = pointedTo(sentence);
  return pointed === undefined ? { kind: 'unknown' } : meant(pointed, sentence);
}

/** The intent that a sentence points to, and by which of its words. */
interface Pointed {
  readonly intent: Intent;
  readonly isNamed: boolean;
  readonly by: readonly Token[];
}

function meant({ intent, isNamed, by }: Pointed, sentence: Sentence): Understood {
  if (intent === 'hello' || intent === 'thanks') return { kind: intent };
  if (isChanging(intent)) return changeIn(intent, sentence, by);
  const run = (words: readonly string[]): Understood => ({ kind: 'run', name: intent, words });
  switch (intent) {
    case 'request':
      return sentence.tokens.some(({ text }) => HOW_TO.has(text))
        ? { kind: 'explain', name: intent }
        : run(wish(sentence, by, isNamed));
    case 'find':
      return run(by[0]?.text === intent ? afterCourtesy(sentence, by) : searchedFor(sentence, by));
    case 'history':
      return run(sentence.alias === undefined ? wordsAfter(sentence, by) : [sentence.alias.text]);
    case 'help':
      return run(isAboutAll(sentence) ? ['all'] : []);
    case 'aliases':
    case 'mail':
      return run([]);
  }
}

const ROWS: readonly { readonly intent: Intent; readonly isNamed: boolean; readonly cue: Cue }[] =
  INTENTS.flatMap(({ intent, own = [], hints = [] }) => {
    const slips = isChanging(intent) ? 'refused' : 'forgiven';
    return [
      ...own.map((cue) => ({ intent, isNamed: true, cue: cueOf(cue, slips) })),
      ...hints.map((cue) => ({ intent, isNamed: false, cue: cueOf(cue, slips) })),
    ];
  });

/** Of several cues that fit, the one with most words is it; an own word outweighs three hints. */
const OWN_WEIGHS = 3;
/** Beside an alias or an account id, everything else means that it is to be shown. */
const BESIDE_ALIAS: ReadonlySet<Intent> = new Set(['history', 'bind', 'transfer', 'release']);

function pointedTo(sentence: Sentence): Pointed | undefined {
  const isAbout = sentence.alias !== undefined || sentence.accountId !== undefined;
  let best: Pointed | undefined;
  let most = 0;
  for (const { intent, isNamed, cue } of ROWS) {
    const weight = cue.size + (isNamed ? OWN_WEIGHS : 0);
    if (weight <= most) continue;
    if (isAbout && !BESIDE_ALIAS.has(intent) && !(intent === 'request' && isNamed)) continue;
    const by = cue.match(sentence.tokens);
    if (by === undefined) continue;
    best = { intent, isNamed, by };
    most = weight;
  }
  return best ?? (isAbout ? { intent: 'find', isNamed: false, by: [] } : undefined);
}

const HELP = cueOf('help|hilfe|explain|erklär*', 'refused');

/** `help release`: the command that is asked about. */
function helpAbout(tokens: readonly Token[]): CommandName | undefined {
  if (HELP.match(tokens) === undefined) return undefined;
  return tokens
    .map(({ text }) => text)
    .filter(isCommand)
    .find((name) => name !== 'help');
}

const ALL = cueOf('all|alle|command*|befehl*|kommando*', 'refused');

function isAboutAll({ tokens }: Sentence): boolean {
  return ALL.match(tokens) !== undefined;
}

function isCommand(text: string): text is CommandName {
  return Object.hasOwn(COMMAND_RIGHTS, text);
}

function isChanging(intent: Intent): intent is ChangingCommand {
  return CHANGING.some((name) => name === intent);
}
