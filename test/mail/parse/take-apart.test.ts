import { describe, expect, test } from 'vitest';
import { mailFromEml } from '../../../src/mail/parse/take-apart.ts';
import { makeMail, multipart } from '../collections/mail-maker.ts';
import { readBytes } from '../collections/reading.ts';

const HEAD = 'From: no-reply@amazonaws.com\r\nTo: aws+finops@company.com\r\nSubject: x\r\n';
const BASE64 = 'Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n';
const mib = (piece: string, size: number): string =>
  piece.repeat(Math.ceil((size * 1024 * 1024) / piece.length));

describe('a mail is taken apart', () => {
  test('headers folded, encoded and repeated', async () => {
    const mail = await mailFromEml(
      Buffer.from(
        'From: =?utf-8?B?SsO8cmc=?= <a@b.example>\r\nX-A: 1\r\nx-a: 2\r\nSubject: =?iso-8859-1?Q?Best=E4tigen?=\r\n =?iso-8859-1?Q?_Sie?=\r\n\r\nhello',
      ),
    );
    expect(mail.subject).toBe('Bestätigen Sie');
    expect(mail.from).toEqual({ name: 'Jürg', address: 'a@b.example' });
    expect(
      mail.transportHeaders.filter(({ name }) => name.toLowerCase() === 'x-a').map(({ value }) => value),
    ).toEqual(['1', '2']);
  });

  test('text, html, attached and nested parts all come out', async () => {
    const mail = await mailFromEml(
      makeMail({
        from: 'a@b.example',
        subject: 'x',
        text: 'the text',
        html: '<p>the html</p>',
        attachments: [
          { type: 'text/plain', name: 'a.txt', content: 'the file' },
          { type: 'application/pdf', name: 'a.pdf', content: '%PDF' },
          { type: 'message/rfc822', content: 'From: c@d.example\r\nSubject: inner\r\n\r\nthe inner text' },
        ],
      }),
    );
    expect(mail.parts.map(({ kind, depth }) => [kind, depth])).toEqual([
      ['text', 0],
      ['html', 0],
      // The file and its name, the name of the other file, the head of the nested message.
      ['attachment', 0],
      ['attachment', 0],
      ['attachment', 0],
      ['attachment', 0],
      ['attachment', 1],
    ]);
    expect(mail.sealed).toBe(true);
    const all = mail.parts.map(({ content }) => content).join('\n');
    for (const piece of ['the text', 'the html', 'the file', 'Subject: inner', 'the inner text'])
      expect(all).toContain(piece);
    expect(all).not.toContain('%PDF');
  });

  test('what is before and behind the last delimiter is not lost to the search', async () => {
    const body =
      'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n--b--\r\nYour verification code: 482913\r\n';
    expect(
      (await readBytes(Buffer.from(HEAD + body))).mail.parts.map(({ content }) => content).join(),
    ).toContain('482913');
  });

  test('nothing at all is not readable', async () => {
    expect((await mailFromEml(Buffer.alloc(0))).readable).toBe(false);
  });
});

describe('broken and huge mails are understood like others', () => {
  test.each([
    ['no blank line', HEAD],
    ['no header', '\r\nhello'],
    ['a boundary that never comes', `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\nhello`],
    [
      'a part that never ends',
      `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p`,
    ],
    ['an empty boundary', `${HEAD}Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n\r\nhello`],
    ['a type that is none', `${HEAD}Content-Type: ;;;===\r\n\r\nhello`],
    ['base64 that is none', `${HEAD}Content-Transfer-Encoding: base64\r\n\r\n*** not base64 ***`],
    ['quoted-printable that is none', `${HEAD}Content-Transfer-Encoding: quoted-printable\r\n\r\n=G1=\r\n==`],
    [
      'a thousand parts',
      `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(1_000)}--b--`,
    ],
    [
      'a thousand messages in each other',
      `${HEAD}${'Content-Type: message/rfc822\r\n\r\n'.repeat(1_000)}hello`,
    ],
    [
      'a thousand levels of parts',
      `${HEAD}${Array.from({ length: 1_000 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join('')}\r\nhello`,
    ],
    ['ten thousand headers', `${'X-A: b\r\n'.repeat(10_000)}${HEAD}\r\nhello`],
    ['a subject of a megabyte', `From: a@b.example\r\nSubject: ${mib('word ', 1)}\r\n\r\nhello`],
    ['a line of five megabytes', `${HEAD}\r\n${mib('x', 5)}`],
    ['five megabytes of line breaks', `${HEAD}\r\n${mib('\n', 5)}`],
    ['two megabytes of open tags', `${HEAD}Content-Type: text/html\r\n\r\n${mib('<div>', 2)}`],
    ['two megabytes of open comments', `${HEAD}Content-Type: text/html\r\n\r\n${mib('<!--', 2)}`],
    ['two megabytes of open style sheets', `${HEAD}Content-Type: text/html\r\n\r\n${mib('<style>', 2)}`],
    ['two megabytes of open quotes', `${HEAD}Content-Type: text/html\r\n\r\n${mib('<a b="', 2)}`],
    ['two megabytes of schemes', `${HEAD}\r\n${mib('https%3A%2F%2F', 2)}`],
    [
      'two hundred thousand links, no two alike',
      `${HEAD}\r\n${Array.from({ length: 200_000 }, (_, at) => `https://a.example/${at}\r\n`).join('')}`,
    ],
    ['two megabytes of words for codes', `${HEAD}\r\n${mib('your verification code ', 2)}`],
    ['two megabytes of digits', `${HEAD}\r\n${mib('1 ', 2)}`],
    ['twenty-five megabytes of base64 in pieces', `${HEAD}${BASE64}${mib('A=', 25)}`],
    ['twenty-five megabytes of attributes', `${HEAD}Content-Type: text/html\r\n\r\n${mib('<a =', 25)}`],
    ['twenty-five megabytes of lines with a code', `${HEAD}\r\n${mib('code 123456\n', 25)}`],
    [
      '25 MB',
      `${HEAD}Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${mib('AAAA', 25)}`,
    ],
  ])('%s', async (_, message) => {
    const mail = await readBytes(Buffer.from(message));
    expect(mail.shown.length).toBeGreaterThan(0);
    expect(Buffer.byteLength(mail.shown)).toBeLessThan(8_000);
  });

  test('a mail with more text than can be searched is withheld, and not readable', async () => {
    const csv = Buffer.from(`Content-Type: text/csv; name=bill.csv\r\n\r\n${mib('1,2\n', 6)}`);
    const body = multipart('mixed', [Buffer.from('\r\nYour bill.'), csv]);
    const mail = await readBytes(Buffer.concat([Buffer.from(genuineHead()), body]));
    expect(mail).toMatchObject({ genuine: 'yes', secret: true, mail: { readable: false } });
  });

  test('a code behind five megabytes of text is found all the same', async () => {
    const text = `${mib('nothing to see here\n', 5)}\nYour verification code: 482913\n`;
    expect(
      (await readBytes(makeMail({ from: 'no-reply@amazonaws.com', subject: 'x', text, encoding: '8bit' })))
        .secret,
    ).toBe(true);
  });

  test('a code behind the limits of parts and depth is found all the same', async () => {
    const secret = Buffer.from('Content-Type: text/plain\r\n\r\nYour verification code: 482913\r\n');
    let nested: Buffer = secret;
    for (let level = 0; level < 30; level++) nested = multipart('mixed', [nested]);
    const many = multipart('mixed', [...Array.from({ length: 300 }, () => Buffer.from('\r\nx')), secret]);
    for (const body of [nested, many]) {
      const mail = await readBytes(Buffer.concat([Buffer.from(genuineHead()), body]));
      expect(mail).toMatchObject({ genuine: 'yes', secret: true });
    }
  });
});

function genuineHead(): string {
  const whole = Buffer.from(makeMail({ from: 'no-reply@amazonaws.com', subject: 'x', text: '' })).toString();
  return whole.slice(0, whole.indexOf('Content-Type:'));
}
