import type { RequestFault, Side } from './kinds.ts';

export const REQUEST_ENDS = [
  'approve',
  'approve-by-two',
  'approve-and-deny',
  'deny',
  'cancel',
  'cancel-and-approve',
  'left',
] as const;
export type RequestEnd = (typeof REQUEST_ENDS)[number];

export const MAIL_KINDS = [
  'bill',
  'reset',
  'unclear',
  'forged',
  'unknown',
  'two-channels',
  'two-aliases',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export const API_CALLS = ['allot', 'allot-twice-at-once', 'allot-and-bind', 'allot-and-release'] as const;
export type ApiCall = (typeof API_CALLS)[number];

export const ALIAS_STEPS = ['release', 'transfer'] as const;
export type AliasStep = (typeof ALIAS_STEPS)[number];

export const COMMANDS = ['help', 'aliases', 'mail'] as const;

/** One thing that happens; what happens then follows from it and from what the program does. Waits for a copy do not count. */
export type PlannedEvent = { readonly atMs: number } & (
  | { readonly kind: 'kill'; readonly copy: number; readonly downMs: number; readonly whileStarting: boolean }
  /** As a deployment does it. */
  | { readonly kind: 'restart'; readonly copy: number }
  | { readonly kind: 'pause'; readonly copy: number; readonly forMs: number }
  | { readonly kind: 'clock'; readonly copy: number; readonly aheadMs: number; readonly rate: number }
  | { readonly kind: 'outage'; readonly quarters: number }
  | {
      readonly kind: 'weather';
      readonly side: Side;
      /** Whose way is bad; everybody's where left out. */
      readonly copy?: number;
      readonly fault: RequestFault;
      /** Of the requests. */
      readonly share: number;
      readonly forMs: number;
    }
  | {
      readonly kind: 'mail';
      readonly number: number;
      readonly what: MailKind;
      /** Chooses the alias. */
      readonly target: number;
      readonly acknowledgedBy: 0 | 1 | 2;
      readonly revealed: boolean;
    }
  | {
      readonly kind: 'request';
      readonly number: number;
      readonly asker: number;
      readonly end: RequestEnd;
      /** How long the approver, or the asker who changed their mind, takes. */
      readonly thinksMs: number;
      readonly comment: string;
      /** Clicks come twice, at once. */
      readonly twice: boolean;
    }
  | { readonly kind: 'api'; readonly number: number; readonly what: ApiCall; readonly asker: number }
  | {
      readonly kind: 'alias';
      readonly number: number;
      readonly what: AliasStep;
      readonly asker: number;
      readonly twice: boolean;
    }
  | {
      readonly kind: 'command';
      readonly number: number;
      readonly person: number;
      readonly text: (typeof COMMANDS)[number];
    }
);
export type EventOf<K extends PlannedEvent['kind']> = Extract<PlannedEvent, { kind: K }>;
