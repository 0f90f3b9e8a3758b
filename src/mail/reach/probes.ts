/**
 * What became of a probe. `open`: it is on its way. `doubtful`: nobody knows whether it was sent, and it did not come, which proves
 * nothing.
 */
export const PROBE_OUTCOMES = ['open', 'answered', 'unanswered', 'doubtful'] as const;
export type ProbeOutcome = (typeof PROBE_OUTCOMES)[number];

export interface SentProbe {
  readonly sentAt: Date;
  readonly secretSha256: string;
  /** Exchange said that it took it. */
  readonly isAccepted: boolean;
  readonly outcome: ProbeOutcome;
  /** The message that it came back as: Graph's immutable id. */
  readonly cameAs?: string | undefined;
  /** Hash of the Message-ID of that message: the same mail may be stored twice. */
  readonly messageIdSha256?: string | undefined;
}

/** The last probes of one alias, the newest last. */
export interface ProbedAlias {
  readonly aliasId: string;
  readonly address: string;
  readonly rootMailbox: string;
  readonly sent: readonly SentProbe[];
  /** It takes no mail although its root mailbox forwards other mail. */
  readonly isMissing: boolean;
  /** Triage knows that it is missing. */
  readonly isTold: boolean;
}

/** So many probes of an alias are remembered. */
export const REMEMBERED_MOST = 4;
/** After this time a probe is recognised no more: Exchange gives up a mail after two days. */
export const LIFETIME_MS = 7 * 24 * 60 * 60_000;

/** How sending goes on. */
export interface ProbeStatus {
  /** Since when Exchange refuses to send for Rootdesk; undefined while it does not. */
  readonly refusedSince: Date | undefined;
  /** When triage was last told of missing aliases. */
  readonly toldAt: Date | undefined;
}

export interface StoredProbes extends ProbedAlias {
  readonly version: string;
}

/** What is known of the probes of each alias. All methods throw {@link RegisterUnavailable}. */
export interface ProbeStore {
  /** A range read. */
  every(): Promise<readonly StoredProbes[]>;
  /** A point read. */
  load(aliasId: string): Promise<StoredProbes | undefined>;
  /** Undefined when somebody else has changed it since. */
  save(
    probed: ProbedAlias,
    since: { readonly version: string } | undefined,
  ): Promise<StoredProbes | undefined>;
  status(): Promise<ProbeStatus>;
  setStatus(status: ProbeStatus): Promise<void>;
}

/** How a probe left. */
export type SendResult =
  | { readonly kind: 'accepted' }
  /** There is no right to send as the central mailbox. */
  | { readonly kind: 'refused' }
  /** It certainly was not sent; not before the time that was named, where one was. */
  | { readonly kind: 'not-sent'; readonly error: Error }
  /** Nobody knows. */
  | { readonly kind: 'doubtful'; readonly error: Error };

/** Sends mail as the central mailbox. */
export interface ProbeSender {
  /** One attempt, never repeated by itself: a probe that came twice would be a stranger's mail. Throws the signal's reason alone. */
  send(
    mail: { readonly to: string; readonly subject: string; readonly text: string },
    signal: AbortSignal,
  ): Promise<SendResult>;
}

/** Where none are sent, what came of earlier ones says nothing any more. */
export const NO_PROBES: Pick<ProbeStore, 'every'> = { every: async () => [] };

export function newestOf({ sent }: Pick<ProbedAlias, 'sent'>): SentProbe | undefined {
  return sent.at(-1);
}

/** The record with another outcome of one probe. */
export function withOutcome<P extends ProbedAlias>(
  probed: P,
  probe: SentProbe,
  change: Partial<SentProbe>,
): P {
  return { ...probed, sent: probed.sent.map((each) => (each === probe ? { ...each, ...change } : each)) };
}
