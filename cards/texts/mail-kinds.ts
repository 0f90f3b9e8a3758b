import { joined, type CardText, type Words } from '../text.ts';
import { en } from './en.ts';
import type { Texts } from './languages.ts';

/** A row of the table of kinds; each has words here, and no other has. */
export type KindName = keyof typeof en.kinds;

export function isKindName(name: unknown): name is KindName {
  return typeof name === 'string' && Object.hasOwn(en.kinds, name);
}

/** What may be said of a mail in the place of its text. */
export interface MailSummary {
  readonly kind: KindName;
  readonly recognised: boolean;
  readonly genuine: 'yes' | 'suspicious' | 'no';
  readonly secret: boolean;
  /** No address in it is an alias; it was brought by the account that it names. */
  readonly byAccount: boolean;
}

/** What the mail is about, in a few words; of one that was not recognised no more than who wrote it. */
export function summaryTitle(
  { kinds }: Texts,
  { kind, recognised }: Pick<MailSummary, 'kind' | 'recognised'>,
): Words {
  return recognised ? kinds[kind] : kinds.unrecognised;
}

/** The same in a sentence or two. */
export function summaryWords(texts: Texts, summary: MailSummary): CardText {
  const { summaries } = texts;
  const kind = summaryTitle(texts, summary);
  const isForged = summary.genuine === 'no';
  return joined(
    [
      summary.recognised ? summaries.is({ kind }) : summaries.unclear({ kind }),
      summary.secret && !isForged ? summaries.withheld : undefined,
      summary.genuine === 'suspicious' ? summaries.unverified : undefined,
      summary.byAccount ? summaries.byAccount : undefined,
    ],
    ' ',
  );
}
