import { z } from 'zod';
import { Refusal, type RefusalCode } from '../../store/refusal.ts';
import { RootdeskError } from '../../shared/rootdesk-error.ts';
import { newId } from '../../shared/identifiers.ts';
import type { Log } from '../../shared/log.ts';
import { ANSWERS } from './components.ts';

/** What the API itself refuses, with its HTTP status and the remedy; refusals of the register keep their own. */
export const API_PROBLEMS = {
  'not-authenticated': [401, 'Send a bearer token of Entra ID, or the key as x-functions-key or ?code=.'],
  'role-missing': [403, 'Ask an administrator of Rootdesk for the role.'],
  'too-many-calls': [429, 'Wait as long as Retry-After says.'],
  'parameter-missing': [400, 'Send it; docs/api.md and /api/openapi.json show an example.'],
  'parameter-malformed': [400, 'Correct it; docs/api.md and /api/openapi.json say what it may be.'],
  'body-malformed': [400, 'Send one JSON object as UTF-8.'],
  'channel-missing': [400, 'Send channel_id: the Teams id of the linked channel that shall get the mail.'],
  'idempotency-key-used': [400, 'Use a new key for a new alias.'],
  'not-found': [404, 'Look at /api/openapi.json for what there is.'],
  'method-not-allowed': [405, 'Look at /api/openapi.json for what there is.'],
  'unsupported-media-type': [415, 'Send the body as JSON, not compressed.'],
  'body-too-large': [413, 'Send only what /api/openapi.json names.'],
  unavailable: [503, 'Try again after Retry-After. A call with an idempotency key is safe to repeat.'],
  internal: [500, 'Try again in a minute. If it keeps failing, give the reference to an administrator.'],
} as const;
export type ApiProblemCode = keyof typeof API_PROBLEMS;

/** A call that cannot be served. */
export class ApiProblem extends RootdeskError<ApiProblemCode> {
  readonly status: number;
  /** What the answer says in its headers. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ApiProblemCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    const [status, remedy] = API_PROBLEMS[code];
    super(code, message, remedy);
    this.name = 'ApiProblem';
    this.status = status;
    this.headers = headers;
  }
}

export const problemShape = z
  .object({
    error: z.string().describe('What happened, a sentence for people.'),
    code: z.string().describe('The same for programs; stable.'),
    remedy: z.string().describe('What to do.'),
    response: z
      .string()
      .optional()
      .describe('The sentence again where no alias is left, as the old scheme had it.'),
  })
  .register(ANSWERS, { id: 'Problem' });

/** An answer of the API; no body with 204. */
export interface ApiAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What old clients know as the answer to a refused call is 400; only what they could not meet has a status of its own. */
const REFUSAL_STATUS: Readonly<Partial<Record<RefusalCode, number>>> = {
  'register-busy': 503,
  'request-unknown': 404,
};
const RETRY_SECONDS = 5;
const RETRY = { 'Retry-After': String(RETRY_SECONDS) };
/** Codes of errors that end by themselves: storage or directory did not answer. */
const PASSING = new Set(['register-unavailable', 'directory-unavailable']);

/**
 * An error as the caller reads it: `error` is a sentence, as the old scheme had it, with the code for programs and the remedy.
 * Of faults on our side the caller learns a reference, and the log the rest.
 */
export function answerOf(error: unknown, log: Log): ApiAnswer {
  if (error instanceof ApiProblem) return problemAnswer(error.status, error, error.headers);
  if (error instanceof Refusal) {
    const status = REFUSAL_STATUS[error.code] ?? 400;
    return problemAnswer(status, error, status === 503 ? RETRY : {});
  }
  const reference = newId();
  log.error({ err: error, reference }, 'a call to the API ended in an error');
  if (isPassing(error)) {
    const words = `Rootdesk cannot reach its storage or its directory at this moment. The log has it under ${reference}.`;
    return answerOf(new ApiProblem('unavailable', words, RETRY), log);
  }
  const words = `Something went wrong in Rootdesk. The log has it under ${reference}.`;
  return answerOf(new ApiProblem('internal', words), log);
}

/** Also a time limit that ran out: with the directory's, nobody turns it into an error of its own. */
function isPassing(error: unknown): boolean {
  if (error instanceof RootdeskError) return PASSING.has(error.code);
  return error instanceof Error && error.name === 'TimeoutError';
}

function problemAnswer(
  status: number,
  error: RootdeskError,
  headers: Readonly<Record<string, string>>,
): ApiAnswer {
  const { message, code, remedy } = error;
  // Where the pool is empty the old scheme's clients read `response`.
  const response = code === 'pool-empty' ? { response: message } : {};
  const body: z.output<typeof problemShape> = { error: message, code, remedy, ...response };
  return { status, headers, body };
}
