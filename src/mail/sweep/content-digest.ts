import { createHash } from 'node:crypto';
import type { StoredMessage } from '../mailbox.ts';
import type { Mail, Analysis } from '../analysis.ts';
import { headerValues } from '../parse/headers.ts';
import { percentDecode } from '../parse/links.ts';

/**
 * What tells that another message is the same one, stored twice: a copy, a restored mailbox, a forward that came by two ways.
 * Undefined for a message that nobody vouches for, so that no forgery can stand in the way of a genuine mail, and for one without
 * a Message-ID.
 *
 * A Message-ID alone would not do: whoever guessed one could keep a mail from its owner. So it is a hash of all that two copies
 * have in common and two mails have not; the aliases come in where it is used. Nothing can be read from it: what it was made of
 * holds an id that nobody can guess.
 */
export function contentDigest(
  stored: StoredMessage,
  { from, subject, parts, transportHeaders }: Mail,
  { genuine }: Pick<Analysis, 'genuine'>,
): string | undefined {
  const messageIds = headerValues(transportHeaders, 'Message-ID');
  if (genuine !== 'yes' || messageIds.join('').trim() === '') return undefined;
  const hash = createHash('sha256');
  const texts = parts.map(({ kind, content }) => `${kind} ${withoutWrappers(content)}`);
  const dates = headerValues(transportHeaders, 'Date');
  const all = [messageIds, dates, from?.address.toLowerCase(), subject, stored.hasAttachments, texts];
  return hash.update(JSON.stringify(all)).digest('hex');
}

/** Safe Links writes the recipient and the moment into each link: two copies of one mail differ in that alone. */
function withoutWrappers(text: string): string {
  if (!text.includes('safelinks.protection.outlook.com')) return text;
  return text.replaceAll(WRAPPED, (_, link: string) => percentDecode(link));
}

const WRAPPED =
  /https:\/\/[\w.-]{1,60}\.safelinks\.protection\.outlook\.com\/\?url=([^&"'<>\s]{1,16000})&(?:amp;)?[^"'<>\s]{0,4000}/gi;
