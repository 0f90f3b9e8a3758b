import { readdir, readFile } from 'node:fs/promises';
import { channelLines, channelText } from '../src/mail/excerpt/channel-text.ts';
import { MAIL_RULES, type KnownAliases } from '../src/mail/rules.ts';
import { mailFromEml } from '../src/mail/parse/take-apart.ts';
import { analyze } from '../src/mail/analyze.ts';
import { figureOf, median, quantile, type Figure } from './figure.ts';

/** Times in milliseconds, of whole mails: taken apart, understood, and the channel's words made. */
export interface ClassifyBench {
  /** Of the sample mails and of one of 100 KB, over many rounds. */
  readonly medianMs: Figure;
  readonly p99Ms: Figure;
  /** The same for what any reader of mail does: taking them apart. */
  readonly rawMedianMs: Figure;
  readonly rawP99Ms: Figure;
  readonly ratioToRaw: Figure;
  /** The slowest of several kinds of 5 MB mails. */
  readonly bigMailMs: Figure;
  readonly rawBigMailMs: Figure;
}

const SAMPLES = new URL('../test/fixtures/mails/', import.meta.url);
const ROUNDS = 25;
const BIG_ROUNDS = 5;
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

/** Measures how fast mails are understood. */
export async function benchClassify(): Promise<ClassifyBench> {
  const files = (await readdir(SAMPLES)).filter((name) => name.endsWith('.eml')).toSorted();
  const mails = await Promise.all(files.map(async (name) => readFile(new URL(name, SAMPLES))));
  const small = [...mails, textMail(SMALL), htmlMail(SMALL)];
  const big = [textMail(BIG), htmlMail(BIG), fileMail(BIG)];
  for (const work of [understood, mailFromEml]) for (const mail of [...small, ...big]) await work(mail);
  const rounds = await roundsOf(ROUNDS, small);
  const bigRounds = await roundsOf(BIG_ROUNDS, big);
  const over = (work: keyof Round, share: number): Figure =>
    figureOf(rounds.map((round) => quantile(round[work], share)));
  return {
    medianMs: over('understood', 0.5),
    p99Ms: over('understood', 0.99),
    rawMedianMs: over('apart', 0.5),
    rawP99Ms: over('apart', 0.99),
    ratioToRaw: figureOf(rounds.map((round) => median(round.understood) / median(round.apart))),
    bigMailMs: figureOf(bigRounds.map((round) => Math.max(...round.understood))),
    rawBigMailMs: figureOf(bigRounds.map((round) => Math.max(...round.apart))),
  };
}

/** How long each mail took. */
type Round = Readonly<Record<'understood' | 'apart', readonly number[]>>;

async function roundsOf(count: number, mails: readonly Uint8Array[]): Promise<readonly Round[]> {
  const rounds: Round[] = [];
  for (let round = 0; round < count; round += 1) {
    rounds.push({ understood: await timed(mails, understood), apart: await timed(mails, mailFromEml) });
  }
  return rounds;
}

async function timed(
  mails: readonly Uint8Array[],
  work: (mail: Uint8Array) => Promise<unknown>,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const mail of mails) {
    const start = performance.now();
    await work(mail);
    times.push(performance.now() - start);
  }
  return times;
}

async function understood(bytes: Uint8Array): Promise<void> {
  const mail = await mailFromEml(bytes);
  channelLines(channelText(await analyze(mail, NOBODY, MAIL_RULES), mail));
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
