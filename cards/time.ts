import { withoutMarkup, type Words } from './text.ts';

const MOMENT = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** `Nov 22, 2026, 7:44 PM UTC`. */
export function moment(at: Date): Words {
  return withoutMarkup(`${MOMENT.format(at)} UTC`, 40);
}
