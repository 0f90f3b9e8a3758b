/** How a copy that was told of new mail wakes the one that sweeps. */
export interface WakeUpSignal {
  ring(): Promise<void>;
  /** Differs from look to look when it was rung in between; undefined while it never was. */
  heard(): Promise<string | undefined>;
}
