import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { z } from 'zod';
import { graphError, type Answer, type Asked } from './answer.ts';
import type { Transport } from './transport.ts';

/** What the local Graph server takes to send: text to one address, kept nowhere. */
const order = z.object({
  message: z.object({
    subject: z.string(),
    body: z.object({ contentType: z.literal('Text'), content: z.string() }),
    toRecipients: z.array(z.object({ emailAddress: z.object({ address: z.email() }) })).length(1),
  }),
  saveToSentItems: z.literal(false),
});

/** `POST /users/{mailbox}/sendMail`: https://learn.microsoft.com/graph/api/user-sendmail */
export async function sendMail(
  transport: Pick<Transport, 'submit' | 'accepts'>,
  mailbox: string,
  asked: Asked,
): Promise<Answer> {
  const parsed = order.safeParse(JSON.parse(asked.body || 'null'));
  if (!parsed.success) return graphError(400, 'ErrorInvalidRequest', z.prettifyError(parsed.error));
  const { subject, body, toRecipients } = parsed.data.message;
  const to = toRecipients[0]?.emailAddress.address ?? '';
  // The stand writes to nobody outside.
  if (!transport.accepts(to))
    return graphError(400, 'ErrorInvalidRecipients', 'Not an address of this company.');
  const composed = new MailComposer({ from: mailbox, to, subject, text: body.content });
  await transport.submit(await composed.compile().build(), mailbox, to);
  return { status: 202 };
}
