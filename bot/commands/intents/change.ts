import { MUTE_TOPICS } from '../../../src/channels/mute-rules.ts';
import { cueOf } from './cue.ts';
import { withoutCourtesy, wordsAfter } from './said-after.ts';
import {
  ARGUMENT_WORDS,
  ARTICLES,
  FILLERS,
  isAboutAlias,
  LATER,
  NEGATIONS,
  QUESTION_WORDS,
  type ChangingCommand,
} from './table.ts';
import { bare, type Sentence, type Token } from './tokens.ts';
import type { Understood } from './understood.ts';

/**
 * What is to become of a command that changes something and was named by its own words: it is run where the sentence says so. It is
 * told of where that is a question, a refusal or a noun, or where a word is left of which the command knows nothing.
 *
 * @param by the tokens that name it
 */
export function changeIn(name: ChangingCommand, sentence: Sentence, by: readonly Token[]): Understood {
  const [first] = sentence.tokens;
  // As docs/chat-commands.md has it: what is wrong with the words after it, the command says itself.
  const isOrdered = first !== undefined && first.text === name && by.includes(first);
  const words =
    ARGUMENTS[name](sentence, by) ??
    (isOrdered && !needsAlias(name, sentence) ? wordsAfter(sentence, [first]) : undefined);
  const isClear = !isQuestion(sentence) && (isOrdered || !isDoubted(sentence, by));
  if (words !== undefined && isClear) return { kind: 'run', name, words };
  return isOrdered || !ABOUT_OTHERS.has(name) || isOfRootdesk(sentence)
    ? { kind: 'explain', name }
    : { kind: 'unknown' };
}

/** Words that people use of much else. */
const ABOUT_OTHERS: ReadonlySet<ChangingCommand> = new Set(['bind', 'transfer', 'release', 'link']);

/** What the commands are about; a longer sentence without any of it speaks of a release, a transfer or a link of something else. */
const SUBJECT = cueOf(
  '<alias>|<thing>|<account>|<account-id>|<topic>|<channel>|command*|befehl*|bot|rootdesk|owner|approv*|besitzer|pool|help|hilfe|unlink|mute|digest|falsch|wrong|error|fehler|undo|rückgängig',
);
/** So short that nothing else is spoken of. */
const SHORT = 4;

function isOfRootdesk({ tokens }: Sentence): boolean {
  return tokens.length <= SHORT || SUBJECT.match(tokens) !== undefined;
}

/** `release the kraken` is no alias of anybody. */
function needsAlias(name: ChangingCommand, { alias }: Sentence): boolean {
  return alias === undefined && isAboutAlias(name);
}

type WordsOf = (sentence: Sentence, by: readonly Token[]) => readonly string[] | undefined;

const TOPICS: ReadonlySet<string> = new Set([...MUTE_TOPICS, 'urgent']);
const ROLES: ReadonlySet<string> = new Set(['approvals', 'triage']);
const OFTEN: ReadonlySet<string> = new Set(['daily', 'weekly']);

/** The words after the name, as the command reads them; undefined where that is not certain. */
const ARGUMENTS: Readonly<Record<ChangingCommand, WordsOf>> = {
  bind: boundWords,
  transfer: transferredWords,
  release: aliasWords,
  link: onlyWords(ROLES),
  unlink: onlyWords(ROLES),
  mute: onlyWords(TOPICS),
  unmute: onlyWords(TOPICS),
  digest: (sentence, by) =>
    onlyWords(new Set([...TOPICS, ...OFTEN]))(sentence, by)?.toSorted(
      (one, other) => Number(OFTEN.has(other)) - Number(OFTEN.has(one)),
    ),
};

/** Beside courtesy nothing but words that it takes. */
function onlyWords(taken: ReadonlySet<string>): WordsOf {
  return (sentence, by) => {
    const said = unsaid(sentence, by)
      .flatMap((word) => word.split(/[,;]/))
      .map(bare)
      .filter((word) => word !== '' && !FILLERS.has(word))
      .map((word) => ARGUMENT_WORDS.get(word) ?? word);
    return said.every((word) => taken.has(word)) ? said : undefined;
  };
}

/** The alias, then what was said after it. */
function aliasWords(sentence: Sentence, by: readonly Token[]): readonly string[] | undefined {
  const { alias } = sentence;
  if (alias === undefined) return onlyWords(new Set())(sentence, by);
  return [alias.text, ...withoutCourtesy(unsaid(sentence, by, alias.place))];
}

const TO: ReadonlySet<string> = new Set(['an', 'zu', 'nach']);

function transferredWords(sentence: Sentence, by: readonly Token[]): readonly string[] | undefined {
  const [alias, first, ...others] = aliasWords(sentence, by) ?? [];
  if (alias === undefined || first === undefined) return aliasWords(sentence, by);
  return TO.has(bare(first)) ? [alias, ...others] : [alias, first, ...others];
}

/** The alias, the account id and the account's name, in whatever order the first two were said. */
function boundWords(sentence: Sentence, by: readonly Token[]): readonly string[] | undefined {
  const { alias, accountId } = sentence;
  if (alias === undefined) return onlyWords(new Set())(sentence, by);
  if (accountId === undefined) return undefined;
  const after = unsaid(sentence, by, Math.max(alias.place, accountId.to));
  return [alias.text, accountId.text, ...withoutCourtesy(after)];
}

/** The words after a place that do not name the command. */
function unsaid({ words }: Sentence, by: readonly Token[], place = -1): readonly string[] {
  return words.filter((_, at) => at > place && by.every((token) => token.place !== at));
}

const ASKED_FOR =
  /\b(?:can|could|would|will) (?:you|u)\b|\b(?:kannst|koenntest|wuerdest) du\b|\b(?:koennen|koennten|wuerden) sie\b/;

function isAskedFor({ tokens }: Sentence): boolean {
  return ASKED_FOR.test(tokens.map(({ text }) => text).join(' '));
}

function isQuestion(sentence: Sentence): boolean {
  return sentence.asks && !isAskedFor(sentence);
}

/** Asked about, refused or spoken of; what is said after the alias and the command's own words is a reason for it. */
function isDoubted(sentence: Sentence, by: readonly Token[]): boolean {
  const { tokens, alias } = sentence;
  const last = Math.max(alias?.place ?? -1, ...by.map(({ place }) => place));
  const before = tokens.filter((token) => token.place <= last + 1 && !by.includes(token));
  const [named] = by;
  const article = tokens.findLast(({ place }) => named !== undefined && place < named.place);
  return (
    before.some(({ text }) => NEGATIONS.has(text) || QUESTION_WORDS.has(text) || LATER.has(text)) ||
    // `the link`, `einen Transfer`
    (article !== undefined && ARTICLES.has(article.text) && NOUNS.has(named?.text ?? ''))
  );
}

const NOUNS: ReadonlySet<string> = new Set(['link', 'release', 'transfer', 'digest']);
