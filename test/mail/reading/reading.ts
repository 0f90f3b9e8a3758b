import { readFileSync } from 'node:fs';
import { parseAliases, registerOf } from '../../../src/admin/explain.ts';
import { channelLines, channelText, mailFacts } from '../../../src/mail/reading/channel-text.ts';
import { MAIL_RULES, type Register } from '../../../src/mail/reading/rules.ts';
import { mailFromEml } from '../../../src/mail/reading/take-apart.ts';
import { understand } from '../../../src/mail/reading/understand.ts';
import type { Mail, Understanding } from '../../../src/mail/understanding.ts';
import { makeMail, type MailPlan } from './mail-maker.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

/** The fifteen registered aliases under which the samples are labelled. */
export const REGISTER: Register = registerOf(
  parseAliases(readFileSync(new URL('aliases.csv', FIXTURES), 'utf8')),
);

export interface ReadMail extends Understanding {
  readonly mail: Mail;
  /** Every word that the channel would see. */
  readonly shown: string;
}

/** A mail through the whole of the understanding. */
export async function readBytes(bytes: Uint8Array, register: Register = REGISTER): Promise<ReadMail> {
  const mail = await mailFromEml(bytes);
  const understanding = await understand(mail, register, MAIL_RULES);
  return { ...understanding, mail, shown: channelLines(channelText(understanding, mailFacts(mail))) };
}

export async function readPlan(plan: MailPlan, register: Register = REGISTER): Promise<ReadMail> {
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

/** The forty samples with their labels. */
export function samples(): readonly Sample[] {
  const rows = readFileSync(new URL('mails/labels.csv', FIXTURES), 'utf8').trim().split(/\r?\n/).slice(1);
  return rows.map((row) => {
    const [file = '', category = '', secret, genuine = '', severity = '', aliases = '', accountId] =
      row.split(',');
    return {
      file,
      category,
      secret: secret === 'yes',
      genuine,
      severity,
      aliases: aliases === '' ? [] : aliases.split(';'),
      accountId: accountId === '' ? undefined : accountId,
    };
  });
}

export function sampleBytes(file: string): Uint8Array {
  return readFileSync(new URL(`mails/${file}`, FIXTURES));
}

/** Letters and digits only, styled ones made plain: what is left of a code however it is written. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}
