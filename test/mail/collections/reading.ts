import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { parseAliases, registerOf } from '../../../src/admin/mail/explain.ts';
import { channelLines, channelText } from '../../../src/mail/excerpt/channel-text.ts';
import { MAIL_RULES, type KnownAliases } from '../../../src/mail/rules.ts';
import { mailFromEml } from '../../../src/mail/parse/take-apart.ts';
import { analyze } from '../../../src/mail/analyze.ts';
import type { Mail, Analysis } from '../../../src/mail/analysis.ts';
import { makeMail, type MailPlan } from './mail-maker.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

/** The fifteen registered aliases under which the samples are labelled. */
export const REGISTER: KnownAliases = registerOf(
  parseAliases(readFileSync(new URL('aliases.csv', FIXTURES), 'utf8')),
);

export interface ReadMail extends Analysis {
  readonly mail: Mail;
  /** Every word that the channel would see. */
  readonly shown: string;
}

/** A mail through the whole of the analysis. */
export async function readBytes(bytes: Uint8Array, register: KnownAliases = REGISTER): Promise<ReadMail> {
  const mail = await mailFromEml(bytes);
  const analysis = await analyze(mail, register, MAIL_RULES);
  return { ...analysis, mail, shown: channelLines(channelText(analysis, mail)) };
}

export async function readPlan(plan: MailPlan, register: KnownAliases = REGISTER): Promise<ReadMail> {
  return readBytes(makeMail(plan), register);
}

export interface Sample {
  readonly file: string;
  readonly category: string;
  readonly secret: boolean;
  readonly genuine: string;
  readonly severity: string;
  readonly aliases: readonly string[];
  readonly accountId: string | undefined;
}

/** Mails with their labels: the forty samples, or a collection in a folder below them. */
export function samples(folder = ''): readonly Sample[] {
  return LABELS.parse(rows(`${folder}labels.csv`)).map((row) => ({
    file: `${folder}${row.file}`,
    category: row.category,
    secret: row.secret === 'yes',
    genuine: row.genuine,
    severity: row.severity,
    aliases: row.alias === '' ? [] : row.alias.split(';'),
    accountId: row.account_id === '' ? undefined : row.account_id,
  }));
}

/** What no channel may read of the mails of a collection, by file. */
export function secretsOf(folder: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    NOTES.parse(rows(`${folder}notes.csv`)).map(({ file, secrets }) => [
      `${folder}${file}`,
      secrets.split(' ').filter((secret) => bare(secret).length >= 4),
    ]),
  );
}

const LABELS = z.array(
  z.object({
    file: z.string(),
    category: z.string(),
    secret: z.enum(['yes', 'no']),
    genuine: z.string(),
    severity: z.string(),
    alias: z.string(),
    account_id: z.string(),
  }),
);
const NOTES = z.array(z.object({ file: z.string(), secrets: z.string() }));

function rows(file: string): unknown {
  return parse(readFileSync(new URL(`mails/${file}`, FIXTURES)), { columns: true });
}

export function sampleBytes(file: string): Uint8Array {
  return readFileSync(new URL(`mails/${file}`, FIXTURES));
}

/** Letters and digits only, styled ones made plain: what is left of a code however it is written. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}
