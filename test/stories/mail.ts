import { ADDRESSES } from './company.ts';

const [first = '', second = '', third = ''] = ADDRESSES;
/** Alex's, in Payments. */
export const PAY = first;
/** Sam's, in Search. */
export const FIND = second;
/** In the pool and free. */
export const NOBODYS = third;
/** Of the pool's shape, and in no pool. */
export const UNKNOWN = 'aws_ffffffff-0000-4000-8000-000000000000@company.com';

export interface MailText {
  readonly from?: string;
  readonly to: string;
  readonly cc?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A mail as it comes from outside: a bill of AWS, unless said otherwise. */
export function mail(written: MailText): string {
  const fields = {
    From: written.from ?? 'Amazon Web Services <no-reply-aws@amazon.com>',
    To: written.to,
    ...(written.cc === undefined ? {} : { Cc: written.cc }),
    Subject: written.subject ?? 'Amazon Web Services Billing Statement Available',
    'Content-Type': 'text/plain; charset=utf-8',
    ...written.headers,
  };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${head.join('')}\r\n${written.text ?? BILL}\r\n`;
}

/** Says clearly enough what it is about, whatever its subject says, so that its text is shown. */
const BILL = [
  'Greetings from Amazon Web Services,',
  'your bill is $42.17. Your latest billing statement is available on the Billing page of the AWS console.',
].join('\r\n\r\n');

/** To Alex: genuine, and of no kind that the table has, so that somebody has to look and can say so. */
export const ASKS = mail({
  to: PAY,
  from: 'Amazon Web Services <no-reply@amazonaws.com>',
  subject: 'Your request',
  text: 'Hello,\r\n\r\nplease look at this.',
});
/** What its card says in place of its text. */
export const ASKED = 'Text not shown here';
