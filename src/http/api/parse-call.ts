import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { Client } from './api-access.ts';
import { ApiProblem } from './api-problem.ts';

/** A call of a client that was recognised; nothing of what it brought is believed yet. */
export interface ReceivedCall {
  readonly client: Client;
  /** What the placeholders of the path hold. */
  readonly params: unknown;
  /** Names in lower case. */
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** The shapes of what an operation takes. Calls are parsed by them, and the document is made of them. */
export type Takes = Readonly<Partial<Record<'path' | 'query' | 'header' | 'body', z.ZodObject>>>;

/**
 * What a call brought, in the shapes that its operation takes.
 * @throws {ApiProblem} body-malformed, parameter-missing, parameter-malformed
 */
export function parseCall<T extends Takes>(takes: T, received: ReceivedCall): z.output<z.ZodObject<T>> {
  const { params, query, headers } = received;
  const body = namesInLowerCase(received.body);
  const header = Object.keys(takes.header?.shape ?? {}).map(
    (name) => [name, headers[name.toLowerCase()]] as const,
  );
  const parsed = z.object(takes).safeParse({
    path: params,
    // Where a name comes twice the first counts.
    query: withoutBlanks([...query].toReversed()),
    header: withoutBlanks(header),
    body,
  });
  if (parsed.success) return parsed.data;
  throw faultOf(parsed.error.issues, body);
}

function withoutBlanks(pairs: readonly (readonly [string, unknown])[]): Record<string, string> {
  const trimmed = Object.entries(Object.fromEntries(pairs)).flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as const] : [],
  );
  return Object.fromEntries(trimmed);
}

/**
 * Names are taken in any case, as the old scheme's PowerShell did, and what is empty as left out.
 * @returns undefined for what is not a JSON object
 */
function namesInLowerCase(body: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  return Object.fromEntries(
    Object.entries(body)
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([, value]) => value !== null && value !== ''),
  );
}

/** All that is missing at once, else all that is malformed; values are never repeated. */
function faultOf(
  issues: readonly z.core.$ZodIssue[],
  body: Readonly<Record<string, unknown>> | undefined,
): ApiProblem {
  // Shapes of parameters say themselves what is wrong.
  const parameter = issues.find(({ path }) => path[0] !== 'body');
  if (parameter !== undefined) return new ApiProblem('parameter-malformed', parameter.message);
  if (body === undefined) return new ApiProblem('body-malformed', 'The body has to be a JSON object.');
  const names = [...new Set(issues.map(({ path }) => String(path[1])))];
  const missing = names.filter((name) => body[name] === undefined);
  if (missing.length > 0) {
    const words = `The body lacks ${missing.join(' and ')}. Nothing was changed.`;
    return new ApiProblem('parameter-missing', words);
  }
  // What a shape says itself is a rule of ours, in words for people.
  const rules = issues.flatMap(({ code, message }) => (code === 'custom' ? [message] : []));
  const sentence = `${names.join(' and ')} cannot be used as sent. Nothing was changed.`;
  return new ApiProblem('parameter-malformed', [sentence, ...new Set(rules)].join(' '));
}
