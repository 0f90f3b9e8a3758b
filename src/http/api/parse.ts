import type { z } from 'zod';
import { ApiProblem } from './problem.ts';

/**
 * A body of the given shape. Names are taken in any case, as the old scheme's PowerShell did; properties that nobody knows are left.
 * @throws {ApiProblem} body-malformed, parameter-missing, parameter-malformed
 */
export function parseBody<T extends z.ZodType>(shape: T, body: unknown): z.output<T> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ApiProblem(400, 'body-malformed', `The body has to be a JSON object.`);
  }
  const named = Object.fromEntries(
    Object.entries(body)
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([, value]) => value !== null && value !== ''),
  );
  const parsed = shape.safeParse(named);
  if (parsed.success) return parsed.data;
  throw faultOf(parsed.error, named);
}

/** All that is missing at once, else all that is malformed; values are never repeated. */
function faultOf({ issues }: z.ZodError, given: Readonly<Record<string, unknown>>): ApiProblem {
  const names = [...new Set(issues.map(({ path }) => String(path[0])))];
  const missing = names.filter((name) => given[name] === undefined);
  if (missing.length > 0) {
    return new ApiProblem(
      400,
      'parameter-missing',
      `The body lacks ${missing.join(' and ')}. Nothing was changed.`,
    );
  }
  // What a shape says itself is a rule of ours, in words for people.
  const rules = issues.flatMap(({ code, message }) => (code === 'custom' ? [message] : []));
  const sentence = `${names.join(' and ')} cannot be used as sent. Nothing was changed.`;
  return new ApiProblem(400, 'parameter-malformed', [sentence, ...new Set(rules)].join(' '));
}
