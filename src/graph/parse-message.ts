import { z } from 'zod';
import type { MailAddress, StoredMessage } from '../mail/mailbox.ts';
import { listOf } from './list-of.ts';

/** PR_TRANSPORT_MESSAGE_HEADERS, the header block as it arrived: the only place that keeps the alias. */
const TRANSPORT_HEADERS = 'String 0x007D';
/** Graph answers with the id in a shape of its own: `String 0x7d`. */
const TRANSPORT_HEADERS_ANSWER = /^String 0x0*7d$/i;

export const MESSAGE_QUERY = {
  $select: [
    'id',
    'subject',
    'from',
    'toRecipients',
    'ccRecipients',
    'bccRecipients',
    'receivedDateTime',
    'internetMessageHeaders',
    'body',
    'hasAttachments',
    'webLink',
  ].join(','),
  $expand: `singleValueExtendedProperties($filter=id eq '${TRANSPORT_HEADERS}')`,
};

// Everything that Graph may leave out, send as null or in another form stays readable: one odd message must not stop the sweep.
const words = z.string().nullish().catch(undefined);
const recipient = z
  .object({ emailAddress: z.object({ name: words, address: z.string().min(1) }) })
  .transform(({ emailAddress: { name, address } }): MailAddress => ({ name: name ?? '', address }));

const message = z.object({
  id: z.string().min(1),
  subject: words,
  from: recipient.optional().catch(undefined),
  toRecipients: listOf(recipient).catch([]),
  ccRecipients: listOf(recipient).catch([]),
  bccRecipients: listOf(recipient).catch([]).catch([]),
  // Read just now, it came before; no better is known.
  receivedDateTime: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .catch(() => new Date()),
  internetMessageHeaders: listOf(z.object({ name: z.string(), value: words })).catch([]),
  singleValueExtendedProperties: listOf(z.object({ id: z.string(), value: words })).catch([]),
  body: z.object({ contentType: words, content: words }).nullish().catch(undefined),
  hasAttachments: z.boolean().nullish().catch(undefined),
  webLink: words,
});

/** @throws {z.ZodError} */
export function parseMessage(answer: unknown): StoredMessage {
  const found = message.parse(answer);
  const transport = found.singleValueExtendedProperties.find(({ id }) => TRANSPORT_HEADERS_ANSWER.test(id));
  return {
    id: found.id,
    subject: found.subject ?? '',
    from: found.from,
    to: found.toRecipients,
    cc: found.ccRecipients,
    bcc: found.bccRecipients,
    receivedAt: found.receivedDateTime,
    internetHeaders: found.internetMessageHeaders.map(({ name, value }) => ({
      name,
      value: (value ?? '').replaceAll(/\r?\n(?=[ \t])/g, '').trim(),
    })),
    transportHeaders: transport?.value ?? undefined,
    body: {
      type: found.body?.contentType?.toLowerCase() === 'html' ? 'html' : 'text',
      content: found.body?.content ?? '',
    },
    hasAttachments: found.hasAttachments ?? false,
    webLink: found.webLink ?? undefined,
  };
}
