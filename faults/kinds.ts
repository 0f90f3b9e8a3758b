/** What can go wrong with a request on its way; what each does is in `proxy.ts`. */
export const REQUEST_FAULTS = [
  'throttle',
  'error',
  'unauthorized',
  'forbidden',
  'missing',
  'time-out',
  'reset-before',
  'reset-after',
  'half',
  'slow',
  'lost',
] as const;
export type RequestFault = (typeof REQUEST_FAULTS)[number];

/** What can go wrong with a copy, beside being killed. */
const PROCESS_FAULTS = ['pause', 'clock'] as const;

/** Teams is away for hours. */
const LONG_FAULTS = ['outage'] as const;

export const FAULTS = [...REQUEST_FAULTS, ...PROCESS_FAULTS, ...LONG_FAULTS] as const;
export type Fault = (typeof FAULTS)[number];

/** What the program talks to. */
export const SIDES = ['table', 'graph', 'teams'] as const;
export type Side = (typeof SIDES)[number];
