import { z } from 'zod';
import type { MailAddress, StoredMessage } from '../mail/mailbox.ts';

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

// Everything that Graph may leave out or send as null stays readable: one odd message must not stop the sweep.
const recipient = z.object({
  emailAddress: z.object({ name: z.string().nullish(), address: z.string().nullish() }).nullish(),
});
const recipients = z
  .array(recipient)
  .nullish()
  .transform((list) => (list ?? []).map(toAddress).filter((address) => address !== undefined));

const message = z.object({
  id: z.string().min(1),
  subject: z.string().nullish(),
  from: recipient.nullish(),
  toRecipients: recipients,
  ccRecipients: recipients,
  bccRecipients: recipients,
  receivedDateTime: z.iso.datetime({ offset: true }),
  internetMessageHeaders: z.array(z.object({ name: z.string(), value: z.string().nullish() })).nullish(),
  singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string().nullish() })).nullish(),
  body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  hasAttachments: z.boolean().nullish(),
  webLink: z.string().nullish(),
});

/** @throws {z.ZodError} */
export function parseMessage(answer: unknown): StoredMessage {
  const found = message.parse(answer);
  const transport = found.singleValueExtendedProperties?.find(({ id }) => TRANSPORT_HEADERS_ANSWER.test(id));
  return {
    id: found.id,
    subject: found.subject ?? '',
    from: found.from ? toAddress(found.from) : undefined,
    to: found.toRecipients,
    cc: found.ccRecipients,
    bcc: found.bccRecipients,
    receivedAt: new Date(found.receivedDateTime),
    internetHeaders: (found.internetMessageHeaders ?? []).map(({ name, value }) => ({
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

function toAddress({ emailAddress }: z.infer<typeof recipient>): MailAddress | undefined {
  return emailAddress?.address ? { name: emailAddress.name ?? '', address: emailAddress.address } : undefined;
}
