import type { AuditEntry } from '../src/store/audit.ts';
import { auditWords } from './audit-words.ts';
import { aliasLook, aliasText, type AliasWithChannel } from './alias.ts';
import { drawing, type Drawn, type Fields } from './draw.ts';
import { actorName } from './parts/words.ts';
import { runsOf, type Said } from './runs.ts';
import template from './templates/history.json' with { type: 'json' };
import { joined, plain, say } from './text.ts';
import type { Texts } from './texts/languages.ts';

/** What happened to an alias, oldest first, as the register keeps it. */
export interface AliasHistory extends AliasWithChannel {
  readonly entries: readonly AuditEntry[];
}

const SHOWN_MOST = 15;

const draw = drawing(template);

/** Who did what with an alias, when and why; newest first. */
export function historyCard(texts: Texts, { alias, entries }: AliasHistory): Drawn {
  const newest = entries.toReversed().slice(0, SHOWN_MOST);
  const left = entries.length - newest.length;
  const card = draw(texts, {
    title: texts.history.title,
    ...aliasLook(texts, alias),
    alias: aliasText(texts, alias),
    entries: newest.map((entry) => entryOf(texts, entry)),
    hasMore: left > 0 || entries.length === 0,
    more: runsOf(moreWords(texts, entries.length, left)),
  });
  return { card, summary: texts.history.summary };
}

function moreWords({ history }: Texts, all: number, left: number): Said {
  if (all === 0) return history.nothing;
  return left === 0 ? [] : history.older({ left });
}

function entryOf(texts: Texts, { at, actor, action, before, after, reason: given }: AuditEntry): Fields {
  const reason = plain(auditWords(texts, given), 300);
  return {
    said: texts.history.entry({ what: texts.actions[action], who: actorName(texts, actor) }),
    at: say` · ${texts.time.moment({ at })}`,
    change: joined([plain(auditWords(texts, before), 200), plain(auditWords(texts, after), 200)], ' → '),
    reason: reason === '' ? say`` : texts.history.reason({ reason }),
  };
}
