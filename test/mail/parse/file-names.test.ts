import { expect, test } from 'vitest';
import { fullText } from '../../../src/mail/excerpt/full-text.ts';
import { mailFromEml } from '../../../src/mail/parse/take-apart.ts';
import { readFileSync } from 'node:fs';

/** The last line of what is shown after a reveal: the name of the attached file. */
async function shownName(disposition: string): Promise<string | undefined> {
  const part = `Content-Type: application/pdf\r\nContent-Disposition: attachment; ${disposition}\r\n\r\nAAAA`;
  const mail = `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhi\r\n--b\r\n${part}\r\n--b--\r\n`;
  return fullText(await mailFromEml(Buffer.from(mail)))
    .split('\n')
    .at(-1);
}

test.each([
  ['in UTF-8', "filename*=UTF-8''M%C3%A4rz.pdf", 'März.pdf'],
  ['in Latin-1', "filename*=iso-8859-1'de'M%E4rz.pdf", 'März.pdf'],
  ['in Shift-JIS', "filename*=shift_jis''%90%BF%8B%81.pdf", '請求.pdf'],
  ['of no charset', "filename*=''M%C3%A4rz.pdf", 'März.pdf'],
  ['with a character in two sections', "filename*0*=UTF-8''M%C3;\r\n filename*1*=%A4rz.pdf", 'März.pdf'],
  ['in sections out of order', "filename*1*=%A4rz.pdf; filename*0*=utf-8'de'M%C3", 'März.pdf'],
  ['in plain sections', 'filename*0="Rech"; filename*1="nung.pdf"', 'Rechnung.pdf'],
  ['in mixed sections', 'filename*0*=UTF-8\'\'%C3%84; filename*1="rger.pdf"', 'Ärger.pdf'],
  ['written twice', "filename=Maerz.pdf; filename*=UTF-8''M%C3%A4rz.pdf", 'März.pdf'],
  ['in encoded words', 'filename="=?utf-8?B?TcOkcnoucGRm?="', 'März.pdf'],
  ['as it is', 'filename="März.pdf"', 'März.pdf'],
  ['with signs of its own', "filename*=UTF-8''a=b%25.pdf", 'a=b%.pdf'],
])('a name %s is decoded by its charset (RFC 2231)', async (_, disposition, name) => {
  expect(await shownName(disposition)).toBe(name);
});

test('so is the one of the case that went wrong', async () => {
  const file = new URL('../../fixtures/cases/f9-rfc2231-name.eml', import.meta.url);
  expect(fullText(await mailFromEml(readFileSync(file)))).toMatch(/^März\.pdf$/m);
});
