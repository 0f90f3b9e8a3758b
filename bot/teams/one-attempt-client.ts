import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { z } from 'zod';
import { jsonIn } from '../../src/shared/json-in.ts';
import { retryAfterMs } from '../../src/shared/retry-after.ts';
import type { Telemetry } from '../../src/shared/telemetry.ts';
import { withinTime } from '../../src/shared/time-limit.ts';
import { mayCall, type TeamsAccess } from './teams-access.ts';
import { currentAttempt } from './attempt.ts';
import { createCallsASecond } from './calls-a-second.ts';
import { measuredCall } from './measured-call.ts';
import { TeamsCallFailed } from './teams-call-failed.ts';

type ConnectorClientOptions = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]
>;
type ConnectorHttpClient = NonNullable<ConnectorClientOptions['httpClient']>;
type ConnectorRequest = Parameters<ConnectorHttpClient['sendRequest']>[0];
type ConnectorResponse = Awaited<ReturnType<ConnectorHttpClient['sendRequest']>>;

/** Teams answers in well under a second; a post that takes longer than this is treated as ambiguous. */
const CALL_MS = 10_000;
const ANSWER_MOST = 1_000_000;
/** Longer than any outage of a minute: an absurd answer must not silence a channel for days. */
const LONGEST_WAIT_MS = 15 * 60_000;
/** Teams takes 50 requests a second of an app in a tenant; other copies of Rootdesk want their part. */
const CALLS_A_SECOND = 25;

export interface OneAttemptOptions {
  readonly telemetry: Telemetry;
  readonly callsASecond?: number;
  /** Called when Teams does not take the bot's token. */
  readonly onRefused?: () => void;
}

/**
 * The HTTP client for botbuilder's connector: exactly one attempt a call, with a time-out.
 *
 * The SDK sends POSTs again by itself after 5xx and lost connections, which doubles messages. It does so for its own error
 * type and for answers that it sees, so every failure is thrown here as an error of ours (measured with 4.23.3).
 */
export function createOneAttemptClient(
  access: TeamsAccess,
  { telemetry, callsASecond = CALLS_A_SECOND, onRefused }: OneAttemptOptions,
): ConnectorHttpClient {
  const itsTurn = createCallsASecond(callsASecond);

  async function call(request: ConnectorRequest): Promise<ConnectorResponse> {
    const current = currentAttempt();
    if (!mayCall(access, request.url)) {
      throw new TeamsCallFailed({
        sent: false,
        reason: 'The service URL is not one that Rootdesk may call.',
      });
    }
    if (current?.signal.aborted === true)
      throw new TeamsCallFailed({ sent: false, reason: 'There was no time left to send it.' });
    if (current !== undefined) current.sent = true;
    const inTime = (signal: AbortSignal): Promise<HttpAnswer> => exchange(request, signal, onRefused);
    const answer = await measuredCall(
      request.method,
      () => withinTime(CALL_MS, inTime, current?.signal),
      telemetry,
    );
    return toConnectorResponse(request, answer);
  }

  return {
    sendRequest: (request) =>
      telemetry.step({ name: 'teams call', kind: 'call' }, async () => {
        await itsTurn();
        return call(request);
      }),
  };
}

interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

async function exchange(
  request: ConnectorRequest,
  signal: AbortSignal,
  onRefused?: () => void,
): Promise<HttpAnswer> {
  const answer = await send(request, signal);
  if (answer.status >= 200 && answer.status < 300) return answer;
  if (answer.status === 401) onRefused?.();
  const teamsCode = codeIn(answer.body);
  throw new TeamsCallFailed({
    status: answer.status,
    teamsCode,
    retryAfterMs: waitOf(answer.headers),
    sent: true,
    reason: `Teams answered ${answer.status}${teamsCode === '' ? '' : ` ${teamsCode}`}.`,
  });
}

/** Codes of failures before the first byte of a request: name resolution, connecting, TLS. */
const NEVER_LEFT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.*|ERR_TLS.*|.*_CERT.*)$/;

const Body = z.string().nullish();

async function send(request: ConnectorRequest, signal: AbortSignal): Promise<HttpAnswer> {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers.rawHeaders(),
      body: Body.parse(request.body) ?? null,
      signal,
      // A redirect would carry the bot's token to wherever it points.
      redirect: 'error',
    });
    const body = (await response.text()).slice(0, ANSWER_MOST);
    return { status: response.status, headers: response.headers, body };
  } catch (error) {
    const sent = !neverLeft(error);
    throw new TeamsCallFailed(
      { sent, reason: sent ? 'Teams did not answer.' : 'Teams could not be reached.' },
      { cause: error },
    );
  }
}

function neverLeft(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && NEVER_LEFT.test(cause.code)) return true;
  }
  return false;
}

const ErrorBody = z.object({ error: z.object({ code: z.string().max(200) }) });

function codeIn(body: string): string {
  return ErrorBody.safeParse(jsonIn(body)).data?.error.code ?? '';
}

function waitOf(headers: Headers): number | undefined {
  const wait = retryAfterMs(headers.get('retry-after'), Date.now());
  return wait === undefined ? undefined : Math.min(LONGEST_WAIT_MS, wait);
}

function toConnectorResponse(request: ConnectorRequest, answer: HttpAnswer): ConnectorResponse {
  const headers = request.headers.clone();
  for (const name of headers.headerNames()) headers.remove(name);
  for (const [name, value] of answer.headers) headers.set(name, value);
  return { request, status: answer.status, headers, bodyAsText: answer.body };
}
