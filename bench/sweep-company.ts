import { companyOf, itemAt } from '../harness/company.ts';

/** The company whose mail is measured: more channels than Teams' limits for one channel could slow down. */
export const COMPANY = companyOf({ askers: 300, channels: 100, owned: 300, free: 0 });

const LINE =
  '<tr><td style="padding:6px 24px;font-family:Arial">Amazon Elastic Compute Cloud</td><td>USD 12.34</td></tr>\r\n';
/** With the headers about 5 KB, as most of the sample mails weigh. */
const LINES = 30;

/** A bill, as most of AWS's mails are: genuine, for one owner, without a secret. */
export function bill(index: number): { readonly mime: Buffer; readonly to: string } {
  const { address: to, accountId } = itemAt(COMPANY.owned, index);
  const mime = [
    'From: Amazon Web Services <no-reply-aws@amazon.com>',
    `To: ${to}`,
    `Subject: Amazon Web Services Billing Statement Available [${accountId}], no. ${index}`,
    'Content-Type: text/html; charset=utf-8',
    '',
    `<html><body><p>Greetings from Amazon Web Services,</p><p>your bill for account ${accountId} is USD 1,234.</p>`,
    `<table>${LINE.repeat(LINES)}</table></body></html>`,
  ].join('\r\n');
  return { mime: Buffer.from(mime), to };
}
