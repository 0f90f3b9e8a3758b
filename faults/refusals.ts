import type { RequestFault, Side } from './kinds.ts';

type Refused = Extract<RequestFault, 'throttle' | 'error' | 'unauthorized' | 'forbidden' | 'missing'>;

interface Refusal {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

const STATUS: Readonly<Record<Refused, number>> = {
  throttle: 429,
  error: 503,
  unauthorized: 401,
  forbidden: 403,
  missing: 404,
};

/** Codes as each service words them. */
const CODES: Readonly<Record<Side, Readonly<Record<Refused, string>>>> = {
  table: {
    throttle: 'ServerBusy',
    error: 'ServerBusy',
    unauthorized: 'InvalidAuthenticationInfo',
    forbidden: 'AuthorizationPermissionMismatch',
    // A table that denies rows which are there would be broken; this one cannot be found itself.
    missing: 'TableNotFound',
  },
  graph: {
    throttle: 'ApplicationThrottled',
    error: 'serviceNotAvailable',
    unauthorized: 'InvalidAuthenticationToken',
    forbidden: 'ErrorAccessDenied',
    missing: 'ErrorItemNotFound',
  },
  teams: {
    throttle: 'TooManyRequests',
    error: 'ServiceError',
    unauthorized: 'Unauthorized',
    forbidden: 'BotNotInConversationRoster',
    missing: 'ConversationNotFound',
  },
};

const THROTTLED_SECONDS = '1';

/** How a service refuses a request: nothing of it was done. */
export function refusalOf(side: Side, fault: Refused): Refusal {
  const code = CODES[side][fault];
  const message = 'A fault of the harness.';
  return {
    status: STATUS[fault],
    headers: {
      'content-type': 'application/json',
      ...(fault === 'throttle' && { 'retry-after': THROTTLED_SECONDS }),
    },
    body:
      side === 'table'
        ? { 'odata.error': { code, message: { lang: 'en-US', value: message } } }
        : { error: { code, message } },
  };
}
