import { RootdeskError } from './rootdesk-error.ts';

/** Errors that tell people to wait; an administrator is told what lies beneath. */
const WAITS = new Set([
  'register-unavailable',
  'directory-unavailable',
  'mailbox-unavailable',
  'graph-failure',
]);

/** An error as an administrator reads it. Of one that nobody foresaw only the kind is told: its text may quote anything. */
export function inWords(thrown: unknown): RootdeskError {
  if (thrown instanceof RootdeskError) {
    return WAITS.has(thrown.code) && thrown.cause instanceof RootdeskError ? inWords(thrown.cause) : thrown;
  }
  return new RootdeskError(
    'internal',
    `Something happened that Rootdesk did not foresee (${kindOf(thrown)}).`,
    'Try again. If it stays so, report it; the command line for administrators tells the details with --verbose.',
    { cause: thrown },
  );
}

function kindOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? `, ${thrown.code}` : '';
  return `${thrown.name}${code}`;
}

/** A failure on an administrator's terminal, or as one JSON object with the names that the API has. */
export function failureText({ code, message, remedy }: RootdeskError, json: boolean): string {
  return json
    ? `${JSON.stringify({ error: message, code, remedy })}\n`
    : `${message}\n  ${remedy.replaceAll('\n', '\n  ')}\n`;
}
