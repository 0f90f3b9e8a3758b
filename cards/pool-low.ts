import type { PoolLowNotice } from '../src/aliases/notices.ts';
import { drawing, type Drawn } from './draw.ts';
import { row, rowsOf } from './row.ts';
import { runsOf } from './runs.ts';
import { say } from './text.ts';
import template from './pool-low.json' with { type: 'json' };

const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

const draw = drawing(template);

/** Few aliases are free: for whoever can have more made before requests have to wait. */
export function poolLowCard({ free, emptyOn }: PoolLowNotice): Drawn {
  const day = emptyOn === undefined ? undefined : dayOf(emptyOn);
  const card = draw({
    style: 'warning',
    title: say`The pool of AWS root aliases runs low`,
    lead: runsOf('When no alias is free, approved requests have to wait.'),
    rows: rowsOf(row(say`Free aliases`, String(free)), row(say`None left on`, day)),
    next: runsOf(
      'Ask an administrator to add aliases to the pool: `rootdesk plan`, then `rootdesk import --new`.',
    ),
  });
  return { card, summary: say`The pool of AWS root aliases runs low.` };
}

function dayOf(text: string): string | undefined {
  const day = new Date(text);
  return Number.isNaN(day.getTime()) ? undefined : `${DAY.format(day)}, if requests keep coming as they did`;
}
