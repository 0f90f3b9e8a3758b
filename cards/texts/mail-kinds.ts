import { joined, type CardText, type Words } from '../text.ts';
import { en } from './en.ts';
import type { Texts } from './languages.ts';

/** A row of the table of kinds; each has words here, and no other has. */
export type KindName = keyof typeof en.kinds;

export function isKindName(name: unknown): name is KindName {
  return typeof name === 'string' && Object.hasOwn(en.kinds, name);
}

/** What may be said of a mail in the place of its text. */
export interface MailGist {
  readonly kind: KindName;
  readonly recognised: boolean;
  readonly genuine: 'yes' | 'suspicious' | 'no';
  readonly secret: boolean;
  /** No address in it is an alias; it was brought by the account that it names. */
  readonly byAccount: boolean;
}

/** What the mail is about, in a few words; of one that was not recognised no more than who wrote it. */
export function gistTitle(
  { kinds }: Texts,
  { kind, recognised }: Pick<MailGist, 'kind' | 'recognised'>,
): Words {
  return recognised ? kinds[kind] : kinds.unrecognised;
}

/** The same in a sentence or two. */
export function gistWords(texts: Texts, gist: MailGist): CardText {
  const { summaries } = texts;
  const kind = gistTitle(texts, gist);
  const isForged = gist.genuine === 'no';
  return joined(
    [
      gist.recognised ? summaries.is({ kind }) : summaries.unclear({ kind }),
      gist.secret && !isForged ? summaries.withheld : undefined,
      gist.genuine === 'suspicious' ? summaries.unverified : undefined,
      gist.byAccount ? summaries.byAccount : undefined,
    ],
    ' ',
  );
}
