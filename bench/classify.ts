import { readdir, readFile } from 'node:fs/promises';
import { channelLines, channelText } from '../src/mail/excerpt/channel-text.ts';
import { MAIL_RULES, type KnownAliases } from '../src/mail/rules.ts';
import { mailFromEml } from '../src/mail/parse/take-apart.ts';
import { analyze } from '../src/mail/analyze.ts';

/** Times in milliseconds, of whole mails: taken apart, messageRead, and the channel's words made. */
export interface ClassifyBench {
  /** Of the sample mails and of one of 100 KB, many times over. */
  readonly medianMs: number;
  readonly p99Ms: number;
  /** The slowest of several kinds of 5 MB mails, in its second run. */
  readonly bigMailMs: number;
}

const SAMPLES = new URL('../test/fixtures/mails/', import.meta.url);
const ROUNDS = 25;
const SMALL = 100_000;
const BIG = 5_000_000;

const NOBODY: KnownAliases = { byAddress: async () => [], byAccount: async () => undefined };

const HEAD = [
  'Authentication-Results: spf=pass smtp.mailfrom=amazonses.com; dkim=pass header.d=amazonaws.com;dmarc=pass action=none header.from=amazonaws.com;compauth=pass reason=100',
  'X-MS-Exchange-Organization-AuthSource: AM8.eop-EUR05.prod.protection.outlook.com',
  'From: Amazon Web Services <no-reply@amazonaws.com>',
  'To: aws+finops@company.com',
  'Subject: Your AWS account',
].join('\r\n');
const TEXT =
  'The account 111122223333 was charged USD 12.34 on 2026-11-10; see https://console.aws.amazon.com/ for more.\r\n';
const HTML =
  '<tr><td style="padding:6px 24px">The account <b>111122223333</b> was charged <a href="https://console.aws.amazon.com/">USD 12.34</a></td></tr>\r\n';

/** Measures how fast mails are messageRead. */
export async function benchClassify(): Promise<ClassifyBench> {
  const files = (await readdir(SAMPLES)).filter((name) => name.endsWith('.eml')).toSorted();
  const mails = await Promise.all(files.map(async (name) => readFile(new URL(name, SAMPLES))));
  const small = [...mails, textMail(SMALL), htmlMail(SMALL)];
  for (const mail of small) await timed(mail);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) for (const mail of small) times.push(await timed(mail));
  times.sort((one, other) => one - other);
  return {
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
    bigMailMs: await slowest([textMail(BIG), htmlMail(BIG), fileMail(BIG)]),
  };
}

async function slowest(mails: readonly Uint8Array[]): Promise<number> {
  let worst = 0;
  for (const mail of mails) {
    await timed(mail);
    worst = Math.max(worst, await timed(mail));
  }
  return worst;
}

async function timed(bytes: Uint8Array): Promise<number> {
  const start = performance.now();
  const mail = await mailFromEml(bytes);
  channelLines(channelText(await analyze(mail, NOBODY, MAIL_RULES), mail));
  return performance.now() - start;
}

function textMail(size: number): Uint8Array {
  return Buffer.from(`${HEAD}\r\n\r\n${TEXT.repeat(size / TEXT.length)}`);
}

function htmlMail(size: number): Uint8Array {
  const html = `<html><body><table>${HTML.repeat(size / HTML.length)}</table></body></html>`;
  return Buffer.from(`${HEAD}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`);
}

function fileMail(size: number): Uint8Array {
  const file = Buffer.alloc((size * 3) / 4, 'pdf').toString('base64');
  return Buffer.from(
    `${HEAD}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n${TEXT}--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${file}\r\n--b--\r\n`,
  );
}
