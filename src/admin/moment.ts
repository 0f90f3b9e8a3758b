import { AdminFault } from './command-output.ts';

/** A day (its beginning, UTC) or a moment in ISO 8601. */
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** The moment that an option names; undefined where it was left out. @throws {AdminFault} bad-option */
export function moment(option: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const date = new Date(text);
  if (MOMENT.test(text) && !Number.isNaN(date.getTime())) return date;
  throw new AdminFault(
    'bad-option',
    `${option} is neither a day nor a moment.`,
    'Write it as 2026-03-31 or 2026-03-31T09:00:00Z.',
  );
}
