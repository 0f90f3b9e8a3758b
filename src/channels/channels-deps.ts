import type { Clock } from '../shared/clock.ts';
import type { ChannelRegister } from './channel-register.ts';

export interface ChannelsDeps {
  readonly register: ChannelRegister;
  readonly clock: Clock;
  /** Called when a channel was linked or unlinked, or came back: what waited for it is tried. */
  readonly wake: () => void;
}
