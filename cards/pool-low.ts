import type { PoolLowNotice } from '../src/aliases/notices.ts';
import { drawing, type Drawn } from './draw.ts';
import { row, rowsOf } from './parts/row.ts';
import template from './templates/pool-low.json' with { type: 'json' };
import type { Words } from './text.ts';
import type { Texts } from './texts/languages.ts';

const draw = drawing(template);

/** Few aliases are free: for whoever can have more made before requests have to wait. */
export function poolLowCard(texts: Texts, { free, emptyOn }: PoolLowNotice): Drawn {
  const { labels, pool } = texts;
  const day = emptyOn === undefined ? undefined : dayOf(texts, emptyOn);
  const card = draw(texts, {
    style: 'warning',
    title: pool.lowTitle,
    rows: rowsOf(row(labels.freeAliases, String(free)), row(labels.noneLeftOn, day)),
    next: pool.lowNext,
  });
  return { card, summary: pool.lowSummary({ free }) };
}

function dayOf({ time, pool }: Texts, text: string): Words | undefined {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : pool.emptyOn({ day: time.day({ at }) });
}
