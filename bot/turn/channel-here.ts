import type { Turn } from './turn.ts';

/** The channel in which something is written or pressed, whatever a card says; empty outside of channels. */
export function channelHere({ place }: Pick<Turn, 'place'>): string {
  return place.kind === 'channel' ? place.channelId : '';
}
