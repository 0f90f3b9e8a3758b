import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  nat,
  oneof,
  string,
  uint8Array,
} from '../../fast-check.ts';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeEntities } from '../../../src/mail/parse/look-through.ts';
import { actionFor } from '../../../src/mail/action.ts';
import {
  BARE_CODES,
  CODE_DISGUISES,
  CODE_SENTENCES,
  LINK_DISGUISES,
  ODD_CODES,
  OTHER_CODES,
  TO_BE_TYPED,
  UNSEARCHED_CODES,
  UNSEARCHED_LINKS,
  WORDLESS,
} from './disguises.ts';
import { CLOSED_FILES, FILES_WITH_CODE, FILES_WITH_LINK } from '../collections/files.ts';
import { multipart, type MailPlan } from '../collections/mail-maker.ts';
import { bare, readBytes, readPlan } from '../collections/reading.ts';

const SENDER = 'Amazon Web Services <no-reply@amazonaws.com>';
const ELSEWHERE = 'A message for you';

const digits = (length: number): Arbitrary<string> =>
  array(integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));
const code = oneof(digits(6), digits(6), digits(8)).filter((found) => !/^(?:19|20)\d\d/.test(found));
const token = array(
  constantFrom(...Array.from('ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789-_')),
  {
    minLength: 24,
    maxLength: 80,
  },
).map((list) => list.join(''));

/** Where a piece of HTML can stand in a mail. */
const PLACES: readonly (readonly [string, (html: string) => MailPlan])[] = [
  [
    'the html part',
    (html) => ({ from: SENDER, subject: ELSEWHERE, html: `<html><body>${html}</body></html>` }),
  ],
  ['the html part in base64', (html) => ({ from: SENDER, subject: ELSEWHERE, html, encoding: 'base64' })],
  [
    'the html part beside a harmless text part',
    (html) => ({ from: SENDER, subject: ELSEWHERE, html, text: 'Please read the other part.\n' }),
  ],
  [
    'an attached html file',
    (html) => ({
      from: SENDER,
      subject: ELSEWHERE,
      text: 'See the attachment.\n',
      attachments: [{ type: 'text/html', name: 'mail.html', content: html }],
    }),
  ],
  [
    'an attached file of no type',
    (html) => ({
      from: SENDER,
      subject: ELSEWHERE,
      text: 'See the attachment.\n',
      attachments: [{ type: 'application/octet-stream', name: 'mail', content: html }],
    }),
  ],
  [
    'an attached message',
    (html) => ({
      from: SENDER,
      subject: ELSEWHERE,
      text: 'See the attachment.\n',
      attachments: [
        {
          type: 'message/rfc822',
          content: `From: a@b.example\r\nSubject: x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64')}\r\n`,
        },
      ],
    }),
  ],
  [
    'a quoted reply',
    (html) => ({
      from: SENDER,
      subject: `RE: ${ELSEWHERE}`,
      html: `<p>Hello</p><blockquote>${html}</blockquote>`,
    }),
  ],
];

/** Withheld, and the secret nowhere in the channel's words, however written. */
function isKept(mail: { readonly secret: boolean; readonly shown: string }, secret: string): boolean {
  return mail.secret && !mail.shown.includes(secret) && !bare(mail.shown).includes(bare(secret));
}

describe('a code is found', () => {
  test.each(CODE_DISGUISES)('written as %s', async (_, disguise) => {
    await assert(
      asyncProperty(code, constantFrom(...CODE_SENTENCES), async (secret, sentence) => {
        const html = `<p>Hello,</p><p>${sentence}</p><p>${disguise(secret)}</p><p>It can be used once.</p>`;
        expect(isKept(await readPlan({ from: SENDER, subject: ELSEWHERE, html }), secret)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test.each(PLACES)('in %s', async (_, plan) => {
    await assert(
      asyncProperty(
        code,
        constantFrom(...CODE_SENTENCES),
        constantFrom(...CODE_DISGUISES),
        async (secret, sentence, [, disguise]) => {
          expect(isKept(await readPlan(plan(`<p>${sentence}</p><p>${disguise(secret)}</p>`)), secret)).toBe(
            true,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('in the subject', async () => {
    await assert(
      asyncProperty(
        code,
        constantFrom(...CODE_SENTENCES),
        constantFrom(...CODE_DISGUISES),
        async (secret, sentence, [, disguise]) => {
          const written = decodeEntities(disguise(secret).replace(/<[^>]*>/g, ''));
          const mail = await readPlan({
            from: SENDER,
            subject: `${sentence} ${written}`,
            text: 'See the subject.\n',
          });
          expect(bare(mail.shown)).not.toContain(secret);
        },
      ),
      { numRuns: 150 },
    );
  });

  test.each([
    'K7QP-2M9X',
    'x8f3k2',
    'QWERTZ',
    '48 29 13',
    'WDJB-MJHT',
    'four eight two nine one three',
    '四八二九一三',
    '(482913)',
    '“482913”',
    'ＡＢ１２ＣＤ',
  ])('also as %s', async (secret) => {
    const mail = await readPlan({
      from: SENDER,
      subject: ELSEWHERE,
      text: `Your verification code: ${secret}\n`,
    });
    expect(isKept(mail, secret)).toBe(true);
  });

  test.each(ODD_CODES)('however it is written: %s', async (secret) => {
    const text = `Hello,\n\nYour verification code: ${secret}\n\nIt can be used once.\n`;
    const mail = await readPlan({ from: SENDER, subject: ELSEWHERE, text });
    expect(mail.secret && !mail.shown.includes(secret)).toBe(true);
  });

  test.each(['71-40-58', '12-10-58', '71 40 58', '71.40.58', '71/40/58', '714-058'])(
    'on a line of its own in a mail whose kind carries none, also in groups that look like a day: %s',
    async (secret) => {
      const mail = await readPlan({
        from: 'Amazon Web Services <no-reply@verify.signin.aws>',
        subject: 'Changement d’adresse e-mail du compte 246802460802',
        text: `Bonjour,\n\nl’adresse de l’utilisateur root change :\n\n${secret}\n\nAmazon Web Services\n`,
      });
      expect(mail.secret).toBe(true);
      expect(bare(mail.shown)).not.toContain(bare(secret));
    },
  );

  test.each([
    'Twój kod weryfikacyjny to 482913.',
    'Kod jednorazowy: K7X2QP',
    'Kod: 4829',
    'Użyj kodu 482913, aby dokończyć.',
    'Aby potwierdzić zmianę, przepisz 48291377.',
    'Hasło tymczasowe: Xy7!kkQ2p',
    'Doğrulama kodunuz 482913.',
    'Onay kodu: 4829',
    'Değişikliği onaylamak için 48291377 yazın.',
    'Tek kullanımlık şifreniz 482913',
    '482913 kodunu girin.',
    'Kodunuz qwertz.',
    'Twój kod to qwertz.',
    'Your code is qwertz.',
  ])('in a mail whose kind carries none, so that it is not posted: %s', async (text) => {
    for (const subject of ['Dezaktywowano urządzenie MFA', 'Parolanız değiştirildi', 'MFA was removed']) {
      expect(actionFor(await readPlan({ from: SENDER, subject, text }))).not.toBe('post');
    }
  });

  test.each(WORDLESS)('without the word: %s', async (text) => {
    expect((await readPlan({ from: SENDER, subject: ELSEWHERE, text })).secret).toBe(true);
  });

  test.each([
    'Your verification code begins with 482 and ends with 913.',
    'Your verification code is 482 then 913.',
    'Your verification code\nDigit 1: 4\nDigit 2: 8\nDigit 3: 2\nDigit 4: 9',
  ])('where nothing but the words for one is found: %s', async (text) => {
    expect((await readPlan({ from: SENDER, subject: ELSEWHERE, text })).secret).toBe(true);
  });

  test.each([
    'The missing piece is this number: 500791.',
    'Ihre Zahl ist 500 791.',
    'Nur für Sie: K7QP-2M9X',
    '５００７９１',
  ])('in mail of a sender whose trade is codes: %s', async (text) => {
    const mail = await readPlan({ from: 'no-reply@signin.aws', subject: 'AWS', text });
    expect(mail).toMatchObject({ secret: true, category: 'sign-in-verification' });
  });

  test.each(FILES_WITH_CODE)('in %s', async (_, attachment) => {
    const plan = { from: SENDER, subject: ELSEWHERE, text: 'See the file.\n', attachments: [attachment] };
    expect(isKept(await readPlan(plan), '482913')).toBe(true);
  });

  test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'utf-7', 'cp437'])(
    'in %s, whatever the header says',
    async (encoding) => {
      const text = 'Hello,\n\nYour verification code: 482913\n\nBye\n';
      for (const addBOM of [true, false]) {
        for (const charset of [encoding, 'utf-16', 'utf-8', 'us-ascii', 'no-such-charset']) {
          const textBytes = iconv.encode(text, encoding, { addBOM });
          const mail = await readPlan({
            from: SENDER,
            subject: ELSEWHERE,
            textBytes,
            charset,
            encoding: 'base64',
          });
          expect(isKept(mail, '482913')).toBe(true);
        }
      }
    },
  );

  test('in a text part of another charset', async () => {
    const latin = Buffer.from('Ihr Bestätigungscode für die Anmeldung: 482913\n', 'latin1');
    for (const charset of ['iso-8859-1', 'utf-8', 'no-such-charset']) {
      expect(
        isKept(await readPlan({ from: SENDER, subject: ELSEWHERE, textBytes: latin, charset }), '482913'),
      ).toBe(true);
    }
    const wide = Buffer.from('Your verification code: 482913\n', 'utf16le');
    expect(
      isKept(
        await readPlan({
          from: SENDER,
          subject: ELSEWHERE,
          textBytes: wide,
          charset: 'utf-16le',
          encoding: 'base64',
        }),
        '482913',
      ),
    ).toBe(true);
    const japanese = Buffer.from([
      0x1b,
      0x24,
      0x42,
      0x33,
      0x4e,
      0x47,
      0x27,
      0x25,
      0x33,
      0x21,
      0x3c,
      0x25,
      0x49,
      0x1b,
      0x28,
      0x42,
      ...Buffer.from(': 482913\n'),
    ]);
    expect(
      isKept(
        await readPlan({
          from: SENDER,
          subject: ELSEWHERE,
          textBytes: japanese,
          charset: 'iso-2022-jp',
          encoding: '8bit',
        }),
        '482913',
      ),
    ).toBe(true);
  });
});

test('a password that works once is found', async () => {
  const mail = await readPlan({
    from: SENDER,
    subject: ELSEWHERE,
    text: 'Sign in with the temporary password aB3$kL9!xQ and choose your own.\n',
  });
  expect(isKept(mail, 'aB3$kL9!xQ')).toBe(true);
});

describe('a link that works by itself is found', () => {
  const links = (secret: string): readonly string[] => [
    `https://signin.aws.amazon.com/resetpassword?type=RootUser&token=${secret}&key=abc`,
    `https://signin.aws.amazon.com/noMfa?action=verifyEmail&token=${secret}&key=k`,
    `https://email-verification.eu-west-1.amazonaws.com/?Context=210987654321&X-Amz-Signature=${secret}`,
    `https://sns.eu-central-1.amazonaws.com/confirmation.html?TopicArn=arn:aws:sns:eu-central-1:890123456789:ops&Token=${secret}`,
    `https://eu-west-1.acm-certificates.amazon.com/approvals?code=${secret}&context=1f2e`,
    `https://portal.aws.amazon.com/billing/close?confirmationToken=${secret}`,
    `https://registrar.amazon/verify?code=${secret}`,
    `https://d-1234567890.awsapps.com/start/activate?inviteToken=${secret}`,
  ];

  test.each(LINK_DISGUISES)('written as %s', async (_, disguise) => {
    await assert(
      asyncProperty(token, nat({ max: 7 }), async (secret, which) => {
        const html = `<p>Hello</p>${disguise(links(secret)[which] ?? '')}<p>Bye</p>`;
        expect(isKept(await readPlan({ from: SENDER, subject: ELSEWHERE, html }), secret)).toBe(true);
      }),
      { numRuns: 24 },
    );
  });

  test.each(PLACES)('in %s', async (_, plan) => {
    await assert(
      asyncProperty(token, nat({ max: 7 }), async (secret, which) => {
        expect(isKept(await readPlan(plan(`<a href="${links(secret)[which] ?? ''}">open</a>`)), secret)).toBe(
          true,
        );
      }),
      { numRuns: 16 },
    );
  });

  test.each(FILES_WITH_LINK)('in %s', async (_, attachment) => {
    const plan = { from: SENDER, subject: ELSEWHERE, text: 'See the file.\n', attachments: [attachment] };
    expect(isKept(await readPlan(plan), 'Zk3vQ9xT7bLmN2pRs8WcYd4H')).toBe(true);
  });

  test.each([
    'https://verify.registrar.amazon/v/GX7fg1X98Pak5AGY5cEwFqgXirYFNbMw',
    'https://verify.registrar.amazon/c/x7Kq29Lm',
    'https://eu-west-1.signin.aws/platform/x/#/verify/Zk3vQ9xT7bLmN2pR',
    'https://account.aws.amazon.com/confirm?Zk3vQ9xT7bLmN2pRs8Wc',
    'https://x.r.us-east-1.awstrack.me/L0/https:%2F%2Fsignin.aws.amazon.com%2Fresetpassword%3Ftoken=Zk3vQ9xT7bLm/1/0=412',
    'https://protect-eu.mimecast.com/s/AbCd?domain=signin.aws.amazon.com',
    '> https://portal.aws.amazon.com/billing/close/account?confirmation\n> Token=Zk3vQ9xT7bLm',
  ])('whose token has no name: %s', async (link) => {
    expect((await readPlan({ from: SENDER, subject: ELSEWHERE, text: `Open\n${link}\n` })).secret).toBe(true);
  });
});

describe('a file that nobody looks into', () => {
  const picture = { type: 'image/png', name: 'a.png', content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]) };
  const files = [...CLOSED_FILES, ['a picture to look at', picture] as const];
  const invoice = {
    from: SENDER,
    subject: 'Your AWS invoice is available',
    text: 'The invoice is attached.',
  };

  test.each(files)('makes a mail announced whose text would be shown without it: %s', async (_, file) => {
    expect(actionFor(await readPlan(invoice))).toBe('post');
    const mail = await readPlan({ ...invoice, attachments: [file] });
    expect(mail).toMatchObject({ excerpt: '', mail: { sealed: true } });
    expect(actionFor(mail)).not.toBe('post');
  });

  test.each(files)('makes a mail withheld that is of a kind with codes: %s', async (_, file) => {
    const plan = { from: 'no-reply@signin.aws', subject: 'Verify your identity', text: 'Open the file.' };
    expect((await readPlan({ ...plan, attachments: [file] })).secret).toBe(true);
  });

  test('is no picture that belongs to the look of the mail, no signature and no text', async () => {
    const inline = { ...picture, contentId: 'logo' };
    const signature = { type: 'application/pkcs7-signature', name: 'smime.p7s', content: 'x' };
    const text = { type: 'text/csv', name: 'a.csv', content: 'month,amount\n' };
    const mail = await readPlan({ ...invoice, attachments: [inline, signature, text] });
    expect(actionFor(mail)).toBe('post');
  });
});

describe('letters and digits by themselves', () => {
  const written = constantFrom(...Array.from('abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'));
  const password = array(written, { minLength: 6, maxLength: 6 })
    .map((characters) => characters.join(''))
    .filter((found) => /[A-Za-z]/.test(found));

  test.each(TO_BE_TYPED)('are a code where the mail says: %s', async (sentence) => {
    await assert(
      asyncProperty(password, constantFrom(...BARE_CODES), async (secret, [, place]) => {
        const html = place(secret, `<p>${sentence}</p>`);
        const mail = await readPlan({ from: SENDER, subject: ELSEWHERE, html });
        expect(mail.secret && !bare(mail.shown).includes(secret)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test.each(BARE_CODES)('are not shown whatever the mail says: %s', async (_, place) => {
    await assert(
      asyncProperty(password, async (secret) => {
        const html = place(secret, '<p>Zure eskaera jaso dugu.</p>');
        const mail = await readPlan({ from: SENDER, subject: `${ELSEWHERE} ${secret}`, html });
        expect(actionFor(mail)).not.toBe('post');
        expect(bare(mail.shown)).not.toContain(secret);
      }),
      { numRuns: 15 },
    );
  });

  test.each(['k7Xb2q', 'kXbTqZ', '7KQ2MX'])(
    'that are no word are not shown in a mail of a clear kind either: %s',
    async (secret) => {
      const text = `Your AWS invoice for October is available.\n\n${secret}\n\nThank you for using AWS.\n`;
      const mail = await readPlan({ from: SENDER, subject: 'Your AWS invoice is available', text });
      expect(actionFor(mail)).toBe('announce');
      expect(mail.shown).not.toContain(secret);
    },
  );
});

describe('a mail of a clear kind that never carries a code', () => {
  test.each([
    ['qwertz', 'qwertz\n\nThank you.'],
    ['qwertz', 'Type qwertz into the page that you left open.'],
    ['qwertz', 'Enter the characters qwertz on the page.'],
    ['QWERTZ', 'The six characters for the page: QWERTZ'],
    ['kXbTqZ', 'What you want is kXbTqZ, for half an hour.'],
    ['7KQ2MX', '<table><tr><td>Here</td><td><b>7KQ2MX</b></td></tr></table>'],
    ['482913', '<table><tr><td>Here</td><td><span>482 913</span></td></tr></table>'],
    ['k7Xb2q', '<table><tr><td>k7X</td><td>b2q</td></tr></table>'],
    ['k7Xb2q', 'k 7 X b 2 q'],
    ['qwertz', 'q w e r t z'],
    ['abcde7', 'abcde7'],
    ['qwertz', '<p>Here it is: <b>qwertz</b></p>'],
    ['WDJB-MJHT', 'What you want is WDJB-MJHT.'],
    ['zX9-kQ2', 'What you want is zX9-kQ2.'],
    ['k7Xb2q', '<p>Take k&#8203;7&#8203;X&#8203;b&#8203;2&#8203;q now</p>'],
    ['qwertz', 'qwertz を入力してください。'],
    ['qwertz', '请输入 qwertz 。'],
    ['qwertz', 'Saisissez « qwertz » sur la page.'],
  ])('shows %s in no way: %s', async (secret, words) => {
    const start = 'Your AWS invoice for October is available.';
    const subject = 'Your AWS invoice is available';
    const clear = { from: SENDER, subject, text: start };
    expect(actionFor(await readPlan(clear))).toBe('post');
    const written = words.startsWith('<')
      ? { html: `<p>${start}</p>${words}` }
      : { text: `${start}\n\n${words}\n` };
    const mail = await readPlan({ from: SENDER, subject, ...written });
    expect(bare(mail.shown)).not.toContain(bare(secret));
  });
});

describe('what is not looked for', () => {
  const invoice = (html: string): MailPlan => ({
    from: SENDER,
    subject: 'Your AWS invoice is available',
    html: `<p>Your invoice for October is available.</p>${html}`,
  });

  test.each(UNSEARCHED_CODES)('is not shown: a code as %s', async (_, disguise) => {
    const { shown } = await readPlan(invoice(`<p>Your verification code:</p>${disguise('482913')}`));
    expect(bare(shown)).not.toContain('482913');
  });

  test.each(UNSEARCHED_LINKS)('is not shown: a link in a %s', async (_, disguise) => {
    const link = 'https://signin.aws.amazon.com/resetpassword?type=RootUser&token=Zk3vQ9xT7bLmN2pRs8WcYd4H';
    expect((await readPlan(invoice(disguise(link)))).shown).not.toContain('Zk3vQ9xT7bLmN2pRs8WcYd4H');
  });
});

describe('a code of something else', () => {
  test.each(OTHER_CODES)('does not withhold or hide a mail: %s', async (line) => {
    const text = `Your AWS invoice for October is available.\n\nTotal: 42.17 USD\n\n--\nExample GmbH\n${line}\n`;
    const mail = await readPlan({ from: SENDER, subject: 'Your AWS invoice is available', text });
    expect(actionFor(mail)).toBe('post');
  });
});

/** Sentences that speak of codes and give none away. */
const MENTIONS = [
  'AWS will never ask you for your password or verification code.',
  'Please do not share your one-time code with anybody.',
  'AWS fragt Sie nie nach Ihrem Bestätigungscode.',
  'AWS ne vous demandera jamais votre code de vérification.',
  'AWS nunca le pedirá su código de verificación.',
  'AWS が確認コードをお尋ねすることはありません。',
  'If you receive a verification code that you did not request, contact AWS Support.',
  'Sign-in codes are now sent from no-reply@signin.aws.',
  'Your source code stays in the repository.',
  'Use the code examples in the documentation.',
] as const;
/** Numbers that are no codes. */
const NUMBERS = [
  'Case ID: 179001122334455',
  'Invoice number: 2046119870',
  'Invoice EUINDE26-804417',
  'Order number: 448812',
  'Timestamp 1794308832123',
  'Call +1 206 266 4064',
  'Phone: (206) 555-0100',
  'Seattle, WA 98109-5210',
  'Error 403771',
  'Amount: USD 1,482.07',
  'on 2026-11-09',
  'am 09.11.2026 um 07:41',
  'IP 198.51.100.77',
  'account ending in ****8024',
  'card ending in 6349',
  'request ID 5f0c7a52-6b1d-4e83-a4f7-92d3b5c6e781',
  '448,812 requests were served',
  'PLZ 60549 Frankfurt',
  'Report 12984471050-1',
  'CVE-2026-44881',
  '請求書番号 2046119870',
  '郵便番号 141-0021',
  'Kundennummer 7712034',
  'arn:aws:cloudformation:eu-west-1:246802468024:stack/prod/448812',
] as const;

describe('what is no secret', () => {
  test.each(MENTIONS)('numbers beside: %s', async (mention) => {
    const mails = NUMBERS.flatMap((number) => [`${number}\n\n${mention}\n`, `${mention} ${number}.\n`]).map(
      async (text) => ({ text, ...(await readPlan({ from: SENDER, subject: ELSEWHERE, text })) }),
    );
    expect((await Promise.all(mails)).filter(({ secret }) => secret).map(({ text }) => text)).toEqual([]);
  });

  test.each([
    ['a promotional code', 'Your promotional code is 448812. Enter it when you pay.'],
    ['an error code', 'The deployment failed with error code 448812. See the log.'],
    ['a status code', 'Your load balancer returned status code 503 in 448812 requests.'],
    ['a postal code', 'Please correct the postal code 60549 of your address.'],
    ['source code', 'The source code of commit 448812 was built.'],
    ['a warning about codes', 'AWS will never ask for your verification code. Your case is 179001122334455.'],
    [
      'a warning beside an invoice number',
      'Never share a verification code. Invoice number: 2046119870. Amount: USD 448.12',
    ],
    ['dates and times', 'The verification codes of SMS sandbox numbers end on 2026-11-30 at 07:41 UTC.'],
    ['an access key id', 'The access key AKIAIOSFODNN7EXAMPLE is 448 days old.'],
    [
      'a console link',
      'https://eu-central-1.console.aws.amazon.com/billing/home?region=eu-central-1#/bills?year=2026&month=9',
    ],
    [
      'a documentation link',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html?ref=448812',
    ],
    [
      'an unsubscribe link of SNS',
      'https://sns.eu-central-1.amazonaws.com/unsubscribe.html?SubscriptionArn=arn:aws:sns:eu-central-1:890123456789:ops:0d7c2b1e-77aa-4c11-9c0b-1122aabbccdd&Endpoint=x',
    ],
    [
      'a support link',
      'https://console.aws.amazon.com/support/home#/case/?displayId=179001122334455&language=en',
    ],
    ['an access key id in Spanish', 'Clave de acceso: AKIAIOSFODNN7EXAMPLE\nUsuario: deploy'],
    ['an access key id in Japanese', 'アクセスキー: AKIAIOSFODNN7EXAMPLE\nユーザー: deploy'],
    ['a security key in Spanish', 'Nombre de la clave de seguridad: YubiKey 5\nFecha: 10/11/2026'],
    [
      'a label on the line above',
      'Never share a verification code.\n\nCase ID\n448812\n\nInvoice number:\n771203',
    ],
    [
      'an imprint',
      'Kein Code nötig.\nAmazon Web Services EMEA SARL, 38 avenue John F. Kennedy, L-1855 Luxembourg',
    ],
    ['a form', 'Please enter your account ID 123456789012 on the form. No code is needed.'],
    [
      'a counted link to a page of AWS',
      'https://pspb9xxa.r.us-east-1.awstrack.me/L0/https:%2F%2Faws.amazon.com/privacy//1/01000198cab4f897-3f4aa114-000000/0Flwa9CeLRlvswZxX53xKaBDDTo=412',
    ],
    ['thousands', 'The code L-B99A9384 goes to 5 000 in this region.'],
    ['a tracking link', 'https://pages.awscloud.com/x?mkt_tok=MTEyLVRaTS03NjYAAAGXyz'],
    ['a page of AWS', 'https://aws.amazon.com/premiumsupport/?trk=448812&sc_channel=el'],
  ])('%s', async (_, text) => {
    const mail = await readPlan({ from: SENDER, subject: ELSEWHERE, text: `Hello,\n\n${text}\n` });
    expect(mail.evidence.secret).toBeUndefined();
    expect(mail.secret).toBe(false);
  });

  test('the lure of a stranger, but its link and code are not shown either', async () => {
    const mail = await readPlan({
      from: 'AWS <no-reply@signin-aws.example>',
      subject: 'Code 482913: https://signin-aws.example/x?token=abcdef',
      text: 'Your verification code is 482913, confirm at https://signin-aws.example/x\n',
    });
    expect(mail).toMatchObject({ secret: false, genuine: 'no', category: 'non-aws' });
    expect(mail.shown).not.toMatch(/482913|https?:|token=/);
  });
});

test('nothing in a mail makes the understanding throw, and nothing of it is shown as a link', async () => {
  const part = oneof(
    string({ unit: 'binary', maxLength: 300 }),
    constantFrom(
      '<',
      '<!--',
      '<a href="',
      '&#',
      '=?utf-8?q?',
      '\u202e',
      '\u0000',
      '<table>'.repeat(200),
      '('.repeat(500),
      'https://',
    ),
  );
  await assert(
    asyncProperty(part, part, part, uint8Array({ maxLength: 400 }), async (one, two, three, bytes) => {
      const plan: MailPlan = {
        from: SENDER,
        subject: one.replace(/[\r\n]/g, ' '),
        html: `${two}${three}`,
        text: three,
      };
      const mail = await readPlan(plan);
      expect(mail.shown).not.toMatch(/https?:\/\//);
      await readBytes(bytes);
      await readBytes(multipart('mixed', [Buffer.from(bytes), Buffer.from(two)]));
    }),
    { numRuns: 200 },
  );
});
