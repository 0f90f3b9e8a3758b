import { z } from 'zod';

/** A moment as it is stored: ISO 8601 in UTC. */
export const moment = z.codec(z.iso.datetime(), z.date(), {
  decode: (stored) => new Date(stored),
  encode: (at) => at.toISOString(),
});
