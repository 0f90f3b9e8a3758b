import { expect, test } from 'vitest';
import { withoutCompanyLines } from '../../../src/mail/classify/company-lines.ts';
import { BLIND_FIRST } from '../collections/blind-first.ts';
import { BLIND_SECOND } from '../collections/blind-second.ts';
import { blindPlan } from '../collections/blind.ts';
import { CORPUS_DECOYS } from '../collections/corpus-decoys.ts';
import { CORPUS } from '../collections/corpus.ts';
import type { MailPlan } from '../collections/mail-maker.ts';
import { readPlan, type ReadMail } from '../collections/reading.ts';

/** What companies and their gateways write below every mail. */
const FOOTERS = [
  'Beispiel GmbH · Musterstr. 5 · 80331 München\nSitz der Gesellschaft: München, Amtsgericht München HRB 214365\nGeschäftsführer: Dr. A. Muster · USt-IdNr. DE811234567',
  'Exemple SAS au capital social de 40 000 €\nRCS Paris 552 100 554 - SIREN 552100554 - Code APE 6311Z\nTVA intracommunautaire FR40552100554',
  'Exemplo Ltda. CNPJ 12.345.678/0001-95\nSAC 0800 722 4477 - Ouvidoria 0800 570 0011\nEste e-mail contém informação confidencial. Se você não é o destinatário, apague-o.',
  '〒100-0005 東京都千代田区丸の内1-2-3 サンプル株式会社\n法人番号 7010001234567 登録番号 T7010001234567\nTEL 03-1234-5678',
  '示例科技有限公司 统一社会信用代码 91310000MA1FL4XY2K\n北京市朝阳区 邮编 100020\n本邮件及其附件含有保密信息，误收请删除。',
  'Bank code 50210900, account 0123456789\nIBAN DE12 5021 0900 0123 4567 89, BIC SXPYDEHH\nMerchant category code 7372',
  'Ticket PIN: 4821\nTicket no. INC0048213\n## Please type your reply above this line ##',
  'This message has been scanned for viruses by Mimecast. Reference code: MC-7F3K2Q',
  'Scanned by Barracuda Email Security Gateway. If this is spam, report it with code 58213344.',
  'Example Ltd is registered in England, company number 04821377. Registered office: 1 High Street, London EC1A 1BB. VAT no GB 482 1377 04\nThis e-mail is confidential and intended only for the addressee. If you have received this message in error, please delete it and do not click on any link.',
  'Ejemplo S.L. CIF B-82133771, Registro Mercantil de Madrid, tomo 4821, folio 37\nCódigo postal 28013\nAntes de imprimir este correo, piense en el medio ambiente.',
  'Contoh PT, NPWP 01.482.137.7-091.000, kode pos 12190\nPesan ini bersifat rahasia dan hanya untuk penerima.',
] as const;

/** What they write above. */
const BANNERS = [
  '[EXTERNAL] This e-mail originated from outside of your organization. Do not click links or open attachments unless you know the content is safe.',
  'ACHTUNG: Externe E-Mail. Geben Sie niemals Passwörter oder Codes ein.',
] as const;

const ORDINARY: readonly MailPlan[] = [
  ...[...CORPUS, ...CORPUS_DECOYS].filter(
    ({ labels, text }) => labels[2] === 'open' && labels[3] === 'yes' && text !== undefined,
  ),
  ...[...BLIND_FIRST, ...BLIND_SECOND].map(blindPlan),
];

function outcome({ category, severity, secret, announced }: ReadMail): string {
  return [category, severity, secret, announced].join(' ');
}

const plain = await Promise.all(ORDINARY.map(async (plan) => ({ plan, mail: await readPlan(plan) })));
const ordinary = plain.filter(({ mail }) => !mail.secret);

async function changed(around: (text: string) => string): Promise<readonly string[]> {
  const read = await Promise.all(
    ordinary.map(async ({ plan, mail }) => ({
      subject: plan.subject,
      before: outcome(mail),
      after: outcome(await readPlan({ ...plan, text: around(plan.text ?? '') })),
    })),
  );
  return read
    .filter(({ before, after }) => before !== after)
    .map((one) => `${one.subject}: ${one.before} -> ${one.after}`);
}

test('there are more than 134 ordinary mails', () => {
  expect(ordinary.length).toBeGreaterThan(134);
});

test('company lines below and above every mail change the labels of at most 1 %', async () => {
  const below = await Promise.all(
    FOOTERS.map(async (footer) => changed((text) => `${text}\n\n-- \n${footer}\n`)),
  );
  const above = await Promise.all(BANNERS.map(async (banner) => changed((text) => `${banner}\n\n${text}`)));
  const all = [...below, ...above].flat();
  expect(all.slice(Math.floor(0.01 * ordinary.length * (FOOTERS.length + BANNERS.length)))).toEqual([]);
});

test.each([
  'Ticket PIN for your sign-in: 604183',
  'Your verification code is 604183. Registered in England.',
  'Código para iniciar sesión 604183, CIF B-82133771',
])('a line that may give a code stays: %s', (line) => {
  expect(withoutCompanyLines(line).mayHoldCode).toBe(line);
});
