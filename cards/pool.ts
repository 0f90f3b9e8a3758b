import { ALIAS_STATES, isFree, type AliasState } from '../src/aliases/states.ts';
import type { PoolReport } from '../src/aliases/pool.ts';
import { drawing, type Drawn } from './draw.ts';
import { withNextSteps } from './parts/next-steps.ts';
import { row, rowsOf } from './parts/row.ts';
import template from './templates/pool.json' with { type: 'json' };
import { exactly, type CardText } from './text.ts';
import type { Texts } from './texts/languages.ts';

/** By the names that Teams gives colors of charts. */
const COLORS: Readonly<Record<AliasState, CardText>> = {
  free: exactly('good'),
  allotted: exactly('categoricalBlue'),
  quarantined: exactly('warning'),
  retired: exactly('neutral'),
  missing: exactly('attention'),
  held: exactly('categoricalPurple'),
};

/** Further ahead a date says nothing. */
const WEEKS_MOST = 520;

const draw = drawing(template);

/** The pool, and where it is shown. */
export interface PoolShown {
  readonly report: PoolReport;
  readonly isInChat: boolean;
}

/** How many aliases there are in which state, and how long the free ones last; a chart too, where Teams draws one. */
export function poolCard(texts: Texts, { report, isInChat }: PoolShown): Drawn {
  const { pool, aliasStates } = texts;
  const { states, total } = report;
  const present = ALIAS_STATES.filter((state) => states[state] > 0);
  const card = draw(texts, {
    style: 'emphasis',
    title: pool.title,
    hasSlices: present.length > 0,
    slices: present.map((state) => ({
      legend: aliasStates[state],
      value: states[state],
      color: COLORS[state],
    })),
    rows: rowsOf(
      ...ALIAS_STATES.filter((state) => states[state] > 0 || isFree({ state })).map((state) =>
        row(aliasStates[state], texts.list.number({ count: states[state] })),
      ),
      row(pool.all, texts.list.number({ count: total })),
      row(pool.pace, pool.paceNow({ count: report.allotmentsAWeek })),
      row(pool.lasts, forecast(texts, report)),
    ),
  });
  const drawn = { card, summary: pool.summary({ free: states.free }) };
  return withNextSteps(texts, drawn, isInChat ? ['requests', 'aliases'] : ['help']);
}

/** Without an end where nobody was given one lately. */
function forecast({ pool, time }: Texts, { states, allotmentsAWeek, runsOutOn }: PoolReport): CardText {
  if (runsOutOn === undefined) return pool.lastsForEver;
  const weeks = Math.floor(states.free / allotmentsAWeek);
  if (weeks > WEEKS_MOST) return pool.lastsLong;
  return pool.lastsFor({ weeks, day: time.day({ at: runsOutOn }) });
}
