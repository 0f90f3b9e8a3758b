import { randomBytes } from 'node:crypto';
import { addressParser } from 'postal-mime';
import { firstValue, nameOf, putTogether, takeApart, valueOf, type RawMail } from './headers.ts';

/** What Exchange says of the From domain (DMARC). */
export type Verdict = 'pass' | 'fail' | 'none' | 'temperror';

const EDGE = 'AM8EUR04FT075.eop-EUR05.prod.protection.outlook.com';
const ADDED = 'Authentication-Results';

/**
 * A mail from outside as Exchange Online stores it: its own stamps in front, those of strangers gone or renamed.
 *
 * The local stand cannot check signatures (there is no DNS, and nobody signs here). It vouches for what the developer at
 * this machine sends: `pass` says what Exchange would say had the owner of the From domain sent it.
 */
export function stamp(mime: Uint8Array, verdict: Verdict, receivedAt: Date): Buffer {
  const mail = takeApart(mime);
  const date = rfc5322(receivedAt);
  const added = [
    `Received: from ${EDGE}\r\n by GV6PR13MB6471.eurprd13.prod.outlook.com with HTTPS; ${date}`,
    authenticationResults(fromDomain(mail), verdict),
    `Received: from localhost (127.0.0.1) by\r\n ${EDGE} with Microsoft SMTP Server id 15.20.9394.5 via\r\n Frontend Transport; ${date}`,
    `X-MS-Exchange-Organization-Network-Message-Id: ${randomBytes(16).toString('hex')}`,
    `X-MS-Exchange-Organization-AuthSource: ${EDGE}`,
    'X-MS-Exchange-Organization-AuthAs: Anonymous',
    `X-Forefront-Antispam-Report: CIP:127.0.0.1;SFV:${verdict === 'fail' ? 'SPM' : 'NSPM'};CAT:NONE;DIR:INB;`,
  ];
  return putTogether({ fields: [...added, ...mail.fields.flatMap(passFirewall)], body: mail.body });
}

/** A mail from one mailbox of the company to another: nothing is checked, and Exchange says that it was written within. */
export function stampWithin(mime: Uint8Array, sentAt: Date): Buffer {
  const mail = takeApart(mime);
  const added = [
    `Received: from GV6PR13MB6471.eurprd13.prod.outlook.com\r\n by GV6PR13MB6472.eurprd13.prod.outlook.com with HTTPS; ${rfc5322(sentAt)}`,
    `X-MS-Exchange-Organization-Network-Message-Id: ${randomBytes(16).toString('hex')}`,
    'X-MS-Exchange-Organization-AuthSource: GV6PR13MB6471.eurprd13.prod.outlook.com',
    'X-MS-Exchange-Organization-AuthAs: Internal',
  ];
  return putTogether({ fields: [...added, ...mail.fields], body: mail.body });
}

/** What Exchange writes to the sender of a mail within the company that nobody takes. */
export function nonDelivery(mime: Uint8Array, to: string, sender: string, at: Date): Buffer {
  const domain = sender.slice(sender.indexOf('@') + 1);
  const subject = firstValue(takeApart(mime), 'subject') ?? '';
  const fields = [
    `From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@${domain}>`,
    `To: <${sender}>`,
    `Subject: Undeliverable: ${subject}`,
    `Date: ${rfc5322(at)}`,
    `Message-ID: <${randomBytes(16).toString('hex')}@${domain}>`,
    'Content-Type: text/plain; charset=utf-8',
  ];
  const body = Buffer.from(`Your message to ${to} could not be delivered: 550 5.1.10 RecipientNotFound\r\n`);
  return stampWithin(putTogether({ fields, body }), at);
}

/** The header firewall: organization headers from outside are dropped, foreign verdicts renamed. */
function passFirewall(field: string): readonly string[] {
  const name = nameOf(field);
  if (name.startsWith('x-ms-exchange-organization-') || name === 'x-forefront-antispam-report') return [];
  return name === 'authentication-results'
    ? [`${ADDED}-Original:${field.slice(field.indexOf(':') + 1)}`]
    : [field];
}

/** No authserv-id in front: https://learn.microsoft.com/defender-office-365/message-headers-eop-mdo */
function authenticationResults(domain: string | undefined, verdict: Verdict): string {
  const passed = verdict === 'pass';
  const from = domain ?? 'unknown';
  const actions: Readonly<Record<Verdict, string>> = {
    pass: 'none',
    fail: 'quarantine',
    none: 'none',
    temperror: 'none',
  };
  return [
    `${ADDED}: spf=${passed ? 'pass' : 'none'} (sender IP is 127.0.0.1)\r\n smtp.mailfrom=${from}`,
    ` dkim=${passed ? `pass (signature was verified)\r\n header.d=${from}` : 'none (message not signed)\r\n header.d=none'}`,
    `dmarc=${domain === undefined ? 'none' : verdict} action=${actions[verdict]}\r\n header.from=${from}`,
    `compauth=${passed ? 'pass reason=100' : 'fail reason=001'}`,
  ].join(';');
}

function fromDomain(mail: RawMail): string | undefined {
  // An unquoted comma in a name leaves pieces without an address.
  const from = addressParser(firstValue(mail, 'from') ?? '', { flatten: true }).findLast(
    ({ address = '' }) => address !== '',
  );
  // Only what a domain is made of: the address is in a header that Rootdesk believes.
  return /@([a-z0-9.-]+)$/i.exec(from?.address ?? '')?.[1]?.toLowerCase();
}

/** Whether a mail comes out of a mailbox already, such as the samples: Exchange wrote where it was taken in. */
export function isStamped(mime: Uint8Array): boolean {
  return firstValue(takeApart(mime), 'x-ms-exchange-organization-authsource') !== undefined;
}

/** Whether Exchange puts it into Junk: spam, or spam to this mailbox. */
export function isJunk(mime: Uint8Array): boolean {
  return takeApart(mime)
    .fields.filter((field) => nameOf(field) === 'x-forefront-antispam-report')
    .some((field) => /\bSFV:(SPM|JMR)\b/.test(valueOf(field)));
}

function rfc5322(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000');
}
