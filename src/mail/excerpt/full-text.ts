import { clean } from '../parse/look-through.ts';
import { textOfHtml } from './plain-text.ts';
import type { Mail, MailPart } from '../analysis.ts';

const TEXT_MOST = 60_000;

/** Around link targets, until they are on lines of their own: line breaks would be closed up. */
const LINK_BRACKETS = ['⟪', '⟫'] as const;
const HTML_MOST = 400_000;

const toText = textOfHtml(HTML_MOST, 2_000, {
  hideLinkHrefIfSameAsText: true,
  linkBrackets: [...LINK_BRACKETS],
});

const LINK = /https?:\/\//i;

/**
 * All that the mail says, for the one person who may read it: without markup, link targets written out, attached texts and
 * nested messages behind.
 */
export function fullText(mail: Mail): string {
  const own = mail.parts.filter(({ kind, depth }) => kind !== 'attachment' && depth === 0);
  const others = mail.parts.filter((part) => !own.includes(part));
  const text = rendered(own.find(({ kind }) => kind === 'text'));
  const html = rendered(own.find(({ kind }) => kind === 'html'));
  // Some text parts say no more than "use a program that shows HTML", and some leave the links out.
  const tellsAll = text.length >= 40 && (LINK.test(text) || !LINK.test(html));
  const first = html === '' || tellsAll ? text : html;
  return [first, ...others.map(rendered)]
    .filter((each) => each !== '')
    .join('\n\n')
    .slice(0, TEXT_MOST);
}

const MARKUP = /<(?:!doctype|html|head|body|div|p|table|a|br|span)\b/i;

function rendered(part: MailPart | undefined): string {
  if (part === undefined) return '';
  const isHtml = part.kind === 'html' || (part.kind === 'attachment' && MARKUP.test(part.content));
  const plain = isHtml
    ? toText(part.content.slice(0, HTML_MOST).replace(/<\/t[dh]\b/gi, ' $&')).replaceAll(/[⟪⟫]/g, '\n')
    : part.content.slice(0, TEXT_MOST);
  return clean(plain)
    .replaceAll(/[ \t\u00A0]+/g, ' ')
    .replaceAll(/ ?\r?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
