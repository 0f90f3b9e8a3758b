import { describe, expect, it } from 'vitest';
import { fullText } from '../../../src/mail/excerpt/full-text.ts';
import { mailFromEml } from '../../../src/mail/parse/take-apart.ts';

const LINK = 'https://signin.aws.amazon.com/resetpassword?type=RootUser&token=abc&key=def';

async function textOf(headers: readonly string[], body: string): Promise<string> {
  const head = ['From: AWS <no-reply@signin.aws>', 'Subject: x', ...headers].join('\r\n');
  return fullText(await mailFromEml(Buffer.from(`${head}\r\n\r\n${body}`)));
}

const alternative = (text: string, html: string): string =>
  [
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    '--b--',
  ].join('\r\n');
const MULTIPART = ['MIME-Version: 1.0', 'Content-Type: multipart/alternative; boundary=b'];

describe('the full text of a mail', () => {
  it('of a plain mail is what was written', async () => {
    expect(await textOf([], `Hello,\r\n\r\n${LINK}\r\nBye`)).toBe(`Hello,\n\n${LINK}\nBye`);
  });

  it('of an HTML mail writes the targets of links out', async () => {
    const html = `<html><style>p{}</style><p>Hello,</p><a href="${LINK.replaceAll('&', '&amp;')}">Reset</a></html>`;
    const text = await textOf(['Content-Type: text/html'], html);
    expect(text.split('\n')).toContain(LINK);
    expect(text).not.toContain('p{}');
  });

  it('takes the HTML where the text leaves the link out', async () => {
    const text = 'To reset your password, press the button in this mail, please.';
    const both = alternative(text, `<p>Press:</p><a href="${LINK}">here</a>`);
    expect(await textOf(MULTIPART, both)).toContain(LINK);
  });

  it('takes the text where it tells all', async () => {
    const both = alternative(`Use this link to reset your password: ${LINK}`, `<a href="${LINK}">html</a>`);
    const text = await textOf(MULTIPART, both);
    expect(text).toContain('Use this link');
    expect(text).not.toContain('html');
  });

  it('has the message that was forwarded as an attachment behind it', async () => {
    const body = [
      '--b',
      'Content-Type: text/plain',
      '',
      'See below, what is this about, I wonder, and who asked for it?',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'From: a@b.example',
      'Subject: inner',
      'Content-Type: text/plain',
      '',
      `inner ${LINK}`,
      '--b--',
    ].join('\r\n');
    const text = await textOf(['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'], body);
    expect(text).toMatch(/^See below/);
    expect(text).toContain(`inner ${LINK}`);
  });

  it('of any size is cut, in little time', async () => {
    const text = await textOf(['Content-Type: text/html'], `<p>${'<b>x</b> '.repeat(200_000)}</p>`);
    expect(text.length).toBeLessThanOrEqual(60_000);
  });
});
