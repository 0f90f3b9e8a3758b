import { subscribe } from 'node:diagnostics_channel';
import { z } from 'zod';

/**
 * Loaded into a Playground before its own code (`node --import`): tells the stand when somebody opens the window, which the
 * Playground itself tells nobody. The page asks for this before it listens for messages.
 */
const PAGE_ASKS = '/_internal/v1/config';

const asked = z.object({ request: z.object({ url: z.string() }) });

subscribe('http.server.request.start', (message) => {
  const seen = asked.safeParse(message);
  if (seen.success && seen.data.request.url === PAGE_ASKS) process.send?.('opened');
});
