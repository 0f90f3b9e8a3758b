import address from './address.json' with { type: 'json' };
import banner from './banner.json' with { type: 'json' };
import beside from './beside.json' with { type: 'json' };
import box from './box.json' with { type: 'json' };
import comment from './comment.json' with { type: 'json' };
import consequences from './consequences.json' with { type: 'json' };
import fault from './fault.json' with { type: 'json' };
import headerWithBadge from './header-with-badge.json' with { type: 'json' };
import header from './header.json' with { type: 'json' };
import heading from './heading.json' with { type: 'json' };
import hint from './hint.json' with { type: 'json' };
import line from './line.json' with { type: 'json' };
import mentions from './mentions.json' with { type: 'json' };
import outcome from './outcome.json' with { type: 'json' };
import pager from './pager.json' with { type: 'json' };
import remark from './remark.json' with { type: 'json' };
import rows from './rows.json' with { type: 'json' };
import sentence from './sentence.json' with { type: 'json' };
import steps from './steps.json' with { type: 'json' };

/** What several cards have; `%` in it is what the card says with `of`. */
export const PARTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['address', address],
  ['banner', banner],
  ['beside', beside],
  ['box', box],
  ['comment', comment],
  ['consequences', consequences],
  ['fault', fault],
  ['header', header],
  ['header-with-badge', headerWithBadge],
  ['heading', heading],
  ['hint', hint],
  ['line', line],
  ['mentions', mentions],
  ['outcome', outcome],
  ['pager', pager],
  ['remark', remark],
  ['rows', rows],
  ['sentence', sentence],
  ['steps', steps],
]);
