import { headerValues } from './headers.ts';
import { linksIn, percentDecode, type Link } from './links.ts';
import { clean, lookThrough } from './look-through.ts';
import type { Mail } from '../analysis.ts';

/** Everything a secret could hide in, disguises off. */
export interface Sight {
  readonly subject: string;
  /** The mail's own text, the nested and attached ones behind it. */
  readonly text: string;
  readonly links: readonly Link[];
  /** Words that the markup sets off from the text around them. */
  readonly setOff: readonly string[];
}

export function look(mail: Mail): Sight {
  const texts: string[] = [];
  const holdLinks: string[] = [];
  for (const part of mail.parts) {
    const { text, attributes } = lookThrough(part);
    texts.push(text);
    holdLinks.push(text, attributes.join('"'));
    const words = attributes
      .filter((value) => !value.includes('://'))
      .map(percentDecode)
      .join('\n');
    if (words !== '') texts.push(words);
  }
  const subject = clean(mail.subject);
  // No link goes on behind a quotation mark.
  const links = linksIn([...holdLinks, subject].join('"'));
  const setOff = mail.parts.flatMap(({ kind, content }) => (kind === 'html' ? setOffIn(content) : []));
  return { subject, text: texts.join('\n'), links, setOff };
}

const SET_OFF =
  /<(b|strong|code|kbd|tt|samp|mark|big|font|em|i|u|span)\b[^<>]{0,300}>\s{0,9}([A-Za-z0-9]{4,12})\s{0,9}<\/\1/gi;
const SET_OFF_MOST = 50;

function setOffIn(html: string): readonly string[] {
  const found: string[] = [];
  for (const [, , word = ''] of html.matchAll(SET_OFF)) if (found.push(word) === SET_OFF_MOST) break;
  return found;
}

export function isMassMail({ transportHeaders, internetHeaders }: Mail): boolean {
  return headerValues([...transportHeaders, ...internetHeaders], 'List-Unsubscribe').length > 0;
}
