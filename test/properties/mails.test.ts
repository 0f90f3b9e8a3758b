import * as fc from '../fast-check.ts';
import { describe, expect, it } from 'vitest';
import { bare, readBytes, sampleBytes, samples } from '../mail/collections/reading.ts';
import { makeMail, type MailPlan } from '../mail/collections/mail-maker.ts';
import { casesOf, SEEDED } from './cases.ts';
import { isPolluted } from './odd.ts';

const FILES = [...samples(), ...samples('mixed/'), ...samples('varied/'), ...samples('hard/')].map(
  ({ file }) => file,
);
const bytesOf = new Map<string, Uint8Array>();
function sample(file: string): Uint8Array {
  const bytes = bytesOf.get(file) ?? sampleBytes(file);
  bytesOf.set(file, bytes);
  return bytes;
}

/** What gives parsers of mail trouble. */
const BITS = [
  '\r\n',
  '\n',
  '\r',
  '\r\n\r\n',
  '\0',
  '--',
  'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n\r\n',
  'Content-Type: text/html; charset=utf-7\r\n\r\n',
  '=?utf-8?b?////?=',
  '=?utf-8?q?=E2=82?=',
  '=',
  '=4',
  '<a href="https://signin.aws.amazon.com/resetpassword?token=',
  '<style>',
  '<!--',
  '&#x110000;',
  '&#xD800;',
  '\u202e',
  '\ud800',
  '"',
  '\\',
  '(',
  '<',
  ';',
  '__proto__: x\r\n',
  'constructor: x\r\n',
] as const;

interface Cut {
  readonly from: number;
  readonly length: number;
  readonly bits: readonly string[];
}
const cut: fc.Arbitrary<Cut> = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(4_000)),
  bits: fc.array(fc.oneof(fc.constantFrom(...BITS), fc.string({ unit: 'binary', maxLength: 20 })), {
    maxLength: 4,
  }),
});

/** A mail of the collections with pieces cut out and others put in. */
const damaged = fc
  .tuple(fc.constantFrom(...FILES), fc.array(cut, { minLength: 1, maxLength: 4 }))
  .map(([file, cuts]) => cuts.reduce(applied, Buffer.from(sample(file))));

function applied(mail: Buffer, { from, length, bits }: Cut): Buffer {
  const at = Math.floor(from * mail.length);
  return Buffer.concat([mail.subarray(0, at), Buffer.from(bits.join('')), mail.subarray(at + length)]);
}

describe(`mails (${SEEDED})`, () => {
  it('of any bytes are read, and never throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          { weight: 6, arbitrary: damaged },
          { weight: 1, arbitrary: fc.uint8Array({ maxLength: 2_000 }) },
        ),
        async (bytes) => {
          const read = await readBytes(bytes);
          expect(typeof read.shown).toBe('string');
          expect(read.mail.receivedAt === undefined || !Number.isNaN(read.mail.receivedAt.getTime())).toBe(
            true,
          );
          expect(isPolluted()).toBe(false);
        },
      ),
      casesOf('mails'),
    );
  });

  const digits = fc
    .integer({ min: 100_000, max: 899_999 })
    .map(String)
    .filter((code) => !/^(?:19|20)/.test(code));
  const sentence = fc.tuple(
    fc.constantFrom(
      'Your verification code is',
      'Verification code:',
      'Use this one-time password:',
      'Ihr Sicherheitscode lautet',
      'Your MFA code:',
    ),
    digits,
  );

  it('with a code at any place show it to no channel', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...FILES),
        fc.double({ min: 0, max: 1, noNaN: true }),
        sentence,
        async (file, place, [words, code]) => {
          // A number of the mail's own may have the same digits in it.
          fc.pre(!bare((await readBytes(sample(file))).shown).includes(code));
          const lines = Buffer.from(sample(file)).toString('latin1').split('\n');
          lines.splice(Math.floor(place * lines.length), 0, `${words} ${code}\r`);
          const { shown } = await readBytes(Buffer.from(lines.join('\n'), 'latin1'));
          expect(bare(shown)).not.toContain(code);
        },
      ),
      casesOf('mails with a code'),
    );
  });
});

/** Whatever is repeated in a mail costs work in proportion. */
const REPEATED = [
  ...BITS,
  'a',
  ' ',
  'word ',
  '1 2 3 4 5 6 ',
  '<div>',
  '<table><tr><td>',
  '<a href="https://a.example/?u=https%3A%2F%2Fb.example%2F">x</a>',
  'https://a.example/%25252525',
  'https://urldefense.com/v3/__https://',
  'aws_3f0c6b1e-0b4e-4c47-9a33-5f1a6f7c0001@company.com, ',
  '012345678901 ',
  'arn:aws:iam::012345678901:root ',
  'verification code ',
  'code: 123 ',
  '&amp;',
  '&#52;',
  '=34=38=32',
  'NDgyOTEz',
  '\u200b4\u200b',
  '4.8.2.',
  '> ',
  'From: a@b.example\r\n',
  'dmarc=pass header.from=amazonaws.com;',
  '((((',
  '"" ',
  '@',
  '.@',
  '-._',
] as const;
const PLACES = ['text', 'html', 'subject', 'from', 'header', 'attachment'] as const;

function plan(place: (typeof PLACES)[number], content: string): MailPlan {
  const mail = { from: 'AWS <no-reply@amazonaws.com>', subject: 'Hello', text: 'Hello' };
  const line = content.replaceAll(/[\r\n]/g, ' ');
  switch (place) {
    case 'text':
      return { ...mail, text: content };
    case 'html':
      return { from: mail.from, subject: mail.subject, html: `<p>${content}` };
    case 'subject':
      return { ...mail, subject: line };
    case 'from':
      return { ...mail, from: `${line} <no-reply@amazonaws.com>` };
    case 'header':
      return { ...mail, senderHeaders: [`Authentication-Results: ${line}`, `X-Original-To: ${line}`] };
    case 'attachment':
      return { ...mail, attachments: [{ type: 'application/octet-stream', name: 'a', content }] };
  }
}

/** Processor time in ms; of three attempts the one that was disturbed least. */
async function cost(bytes: Uint8Array): Promise<number> {
  const tried: number[] = [];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const before = process.cpuUsage();
    await readBytes(bytes);
    const { user, system } = process.cpuUsage(before);
    tried.push((user + system) / 1000);
  }
  return Math.min(...tried);
}

const SMALL = 40_000;
/** What costs less is measured by its noise. */
const NOISE_MS = 20;

describe(`mails of which a piece is repeated (${SEEDED})`, () => {
  it('cost four times as much where they are four times as long', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PLACES), fc.constantFrom(...REPEATED), async (place, piece) => {
        const mail = (length: number): Uint8Array =>
          makeMail(plan(place, piece.repeat(Math.ceil(length / piece.length))));
        const small = await cost(mail(SMALL));
        const large = await cost(mail(4 * SMALL));
        expect(large / Math.max(small, NOISE_MS)).toBeLessThan(8);
      }),
      casesOf('long mails'),
    );
  });
});
