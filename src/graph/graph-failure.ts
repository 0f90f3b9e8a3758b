import { z } from 'zod';
import { jsonIn } from '../shared/json-in.ts';
import { RootdeskError } from '../shared/rootdesk-error.ts';

/**
 * Microsoft Graph gave no usable answer. The mailbox and the directory turn it into the error of their port.
 *
 * Holds the status, Graph's error codes and the request id for Microsoft's support; never a token, an answer or mail text.
 */
export class GraphFailure extends RootdeskError<'graph-failure'> {
  /** HTTP status; undefined where there was no answer. */
  readonly status: number | undefined;
  /** Graph's error codes, outermost first, as sent. */
  readonly graphCodes: readonly string[];

  constructor(
    message: string,
    remedy: string,
    details: { status?: number; graphCodes?: readonly string[]; cause?: unknown } = {},
  ) {
    super(
      'graph-failure',
      message,
      remedy,
      details.cause === undefined ? undefined : { cause: details.cause },
    );
    this.status = details.status;
    this.graphCodes = details.graphCodes ?? [];
  }
}

const AGAIN = 'Nothing to do: it is tried again. If it lasts, look at the service health of Microsoft 365.';

/** What an operator can do about a status; anything else is Microsoft's to repair. */
const REMEDIES: Readonly<Record<number, string>> = {
  401: 'Check that the credential belongs to the right tenant and application.',
  403: 'Grant the application its permissions (Mail.Read on the central mailbox, User.Read.All, GroupMember.Read.All, ChannelMember.Read.All) and wait until they apply.',
  404: 'Check the address of the central mailbox in the configuration.',
};

export function noAnswer(message: string): GraphFailure {
  return new GraphFailure(message, AGAIN);
}

export function throttled(seconds: number): GraphFailure {
  return new GraphFailure(`Microsoft Graph asked to wait ${seconds} seconds.`, AGAIN, { status: 429 });
}

// Codes are words; anything else in their place could be text that does not belong into a log.
const code = z
  .string()
  .regex(/^[\w.-]{1,80}$/)
  .optional()
  .catch(undefined);
const innerError = z.object({ code, 'request-id': code }).partial().optional().catch(undefined);
const errorBody = z.object({ error: z.object({ code, innerError, innererror: innerError }) });

/** Reads a refusal of Graph. The answer's body is used up. */
export async function readFailure(response: Response): Promise<GraphFailure> {
  const { status } = response;
  // A proxy's error page is none, for example: then the status says what there is to say.
  const parsed = errorBody.safeParse(jsonIn(await response.text()));
  const error = parsed.success ? parsed.data.error : undefined;
  const inner = error?.innerError ?? error?.innererror;
  const graphCodes = [error?.code, inner?.code].filter((name) => name !== undefined);
  const requestId = inner?.['request-id'] ?? code.parse(response.headers.get('request-id') ?? undefined);
  const details = [graphCodes[0], requestId && `request ${requestId}`].filter(Boolean).join(', ');
  return new GraphFailure(
    `Microsoft Graph answered ${status}${details ? ` (${details})` : ''}.`,
    REMEDIES[status] ?? AGAIN,
    { status, graphCodes },
  );
}
