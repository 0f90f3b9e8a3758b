import type { RetiredNotice } from '../src/aliases/notices.ts';
import { aliasCard } from './alias.ts';
import type { Drawn } from './draw.ts';
import type { Texts } from './texts/languages.ts';

/** For triage: an alias that nobody had turns out to be in use at AWS. */
export function aliasRetiredCard(texts: Texts, { alias }: RetiredNotice): Drawn {
  const { awsWrote, awsWroteLead, awsWroteNext } = texts.alias;
  const saying = { title: awsWrote, lead: awsWroteLead, next: awsWroteNext, style: 'attention' } as const;
  return aliasCard(texts, { alias, channel: undefined }, saying);
}
