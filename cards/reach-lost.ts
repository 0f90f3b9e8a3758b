import type { ReachLostNotice } from '../src/mail/notices.ts';
import { drawing, type Drawn } from './draw.ts';
import { codeRow, row, rowsOf } from './parts/row.ts';
import { runsOf } from './runs.ts';
import template from './templates/reach-lost.json' with { type: 'json' };
import type { Texts } from './texts/languages.ts';

const draw = drawing(template);

/** More are counted; the command line names them all. */
const NAMED_MOST = 10;

/** What the addresses are of. */
const NAMED_AS: Readonly<Record<ReachLostNotice['because'], 'alias' | 'rootMailbox'>> = {
  behind: 'rootMailbox',
  silent: 'rootMailbox',
  'all-silent': 'rootMailbox',
  missing: 'alias',
};

/** Mail does not get through: for whoever can look at the mailboxes in Exchange Online. */
export function reachLostCard(texts: Texts, { because, addresses }: ReachLostNotice): Drawn {
  const { title, lead, next } = texts.reach[because];
  const { more } = texts.labels;
  const label = texts.labels[NAMED_AS[because]];
  const named = addresses.slice(0, NAMED_MOST).map((address) => codeRow(label, address));
  const others = addresses.length - named.length;
  const rows = rowsOf(...named, others > 0 ? row(more, String(others)) : undefined);
  const fields = { style: 'attention' as const, title, lead: runsOf(lead), rows, next: runsOf(next) };
  return { card: draw(texts, fields), summary: title };
}
