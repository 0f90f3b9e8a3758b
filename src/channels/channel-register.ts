import type { Change, Replacement, Store, Versioned } from '../store/change.ts';
import type { LinkedChannel } from './channel.ts';

export interface ChannelChange extends Change {
  readonly channels?: readonly Replacement<LinkedChannel>[];
}

/** The register's linked channels. */
export interface ChannelRegister extends Store<ChannelChange> {
  /** One point read. */
  channel(id: string): Promise<Versioned<LinkedChannel> | undefined>;
  /**
   * The same as it was some seconds ago at most, to post to; what this process has changed since is in it. Nothing that is changed
   * or allowed may rest on it.
   */
  recentChannel(id: string): Promise<Versioned<LinkedChannel> | undefined>;
  /** One range read. */
  channels(): Promise<readonly Versioned<LinkedChannel>[]>;
}
