import type { AuditFact } from '../src/store/audit-fact.ts';
import type { AuditEntry } from '../src/store/audit.ts';
import { auditWordsOnCard } from './audit-words.ts';
import { aliasLook, aliasText, type AliasWithChannel } from './alias.ts';
import { drawing, type Drawn, type Fields } from './draw.ts';
import { actorName } from './parts/words.ts';
import { pagerFields, pageWords } from './parts/pager.ts';
import { runsOf } from './runs.ts';
import template from './templates/history.json' with { type: 'json' };
import { exactly, joined, say, within, type CardText } from './text.ts';
import type { Texts } from './texts/languages.ts';
import { momentWords } from './parts/moment.ts';

/** A page of what happened to an alias, newest first. */
export interface AliasHistory extends AliasWithChannel {
  readonly entries: readonly AuditEntry[];
  /** How many come before these, and how many there are at all. */
  readonly from: number;
  readonly all: number;
}

/** A card has room for so many. */
export const ENTRIES_A_PAGE = 15;

const draw = drawing(template);

/** Who did what with an alias, when and why; newest first. */
export function historyCard(texts: Texts, { alias, entries, from, all }: AliasHistory): Drawn {
  const page = { from, shown: entries.length, all, size: ENTRIES_A_PAGE, about: exactly(alias.id) };
  const card = draw(texts, {
    title: texts.history.title,
    ...aliasLook(texts, alias),
    alias: aliasText(texts, alias),
    entries: entries.map((entry) => entryOf(texts, entry)),
    more: runsOf(all === 0 ? texts.history.nothing : pageWords(texts, page)),
    ...pagerFields(page),
  });
  return { card, summary: texts.history.summary };
}

function entryOf(texts: Texts, { at, actor, action, before, after, reason: given }: AuditEntry): Fields {
  const words = (fact: AuditFact | undefined, most: number): CardText =>
    within(auditWordsOnCard(texts, fact), most);
  const reason = words(given, 300);
  const was = words(before, 200);
  const is = words(after, 200);
  return {
    said: texts.history.entry({ what: texts.actions[action], who: actorName(texts, actor) }),
    at: say` · ${momentWords(texts, at)}`,
    change: was === is ? say`` : joined([was, is], ' → '),
    // Only what somebody said is quoted.
    reason: given?.code === 'said' && reason !== '' ? texts.history.reason({ reason }) : reason,
  };
}
