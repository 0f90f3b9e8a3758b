import PostalMime from 'postal-mime';
import { secrets } from '../fakes/secrets.ts';

/** What may hold no secret and no word of a mail, by the name of the place. */
export type Places = Readonly<Record<string, string>>;

/**
 * Looks for what must not be there: secrets that were noted, whatever has the form of a credential, and subjects, lines, codes
 * and parts of links of the mails.
 * @returns what was found, with the place
 */
export async function leaksIn(places: Places, mails: Iterable<string>): Promise<readonly string[]> {
  const words = new Set<string>();
  for (const mail of new Set(mails)) for (const each of await wordsOf(mail)) words.add(each);
  return Object.entries(places).flatMap(([place, text]) => [
    ...secrets()
      .filter((secret) => text.includes(secret))
      .map((secret) => `a secret in ${place}: ${secret}`),
    ...CREDENTIALS.flatMap((form) => text.match(form) ?? []).map(
      (found) => `a credential in ${place}: ${found}`,
    ),
    ...[...words].filter((each) => standsIn(text, each)).map((each) => `text of a mail in ${place}: ${each}`),
  ]);
}

/** Signed tokens, tokens of the local Graph server, and what comes before a credential in a header or address. */
const CREDENTIALS = [
  /eyJ[\w-]{10,}\.[\w-]+\.[\w-]*/,
  /stand-token-[\w-]+/,
  /Bearer [\w.~+/-]{16,}=*/,
  /SharedKey(?:Lite)? \S+:\S+/,
  /[?&]code=[\w.~-]{8,}/,
];

/** Shorter lines are greetings and names, which may well stand elsewhere. */
const LINE_LEAST = 12;
const SUBJECT_LEAST = 8;
/** Parts of links that open something, and codes. */
const PART_OF_LINK = /[?&][\w-]+=([^&\s"'<>]{8,})/g;
const CODE = /(?<![\w.@-])\d{6,10}(?![\w.@-])/g;
/** A line that names an address alone is no text. */
const ADDRESS = /^\S+@\S+$/;

async function wordsOf(mail: string): Promise<readonly string[]> {
  const { subject = '', text = '', html = '' } = await PostalMime.parse(mail);
  const shown = `${text}\n${html.replaceAll(/<[^>]*>/g, '\n')}`;
  const lines = shown.split('\n').map((line) => line.trim());
  return [
    ...[subject.trim()].filter(({ length }) => length >= SUBJECT_LEAST),
    ...lines.filter((line) => line.length >= LINE_LEAST && !ADDRESS.test(line)),
    ...[...`${text}\n${html}`.matchAll(PART_OF_LINK)].map(([, value = '']) => value),
    ...(shown.match(CODE) ?? []),
  ];
}

/** Whether the words stand in the text by themselves, as they are or as JSON writes them. */
function standsIn(text: string, words: string): boolean {
  const written = JSON.stringify(words).slice(1, -1);
  if (/^\d+$/.test(words)) return new RegExp(`(?<![\\w.-])${words}(?![\\w.-])`).test(text);
  return text.includes(written) || text.includes(JSON.stringify(written).slice(1, -1));
}
