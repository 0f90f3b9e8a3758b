import { subscribe } from 'node:diagnostics_channel';
import { z } from 'zod';

/** Requests that left this process, by what they were for. */
export interface Operations {
  readonly graph: number;
  /** Point reads, and pages of range reads. */
  readonly tableReads: number;
  /** Single rows, and transactions. */
  readonly tableWrites: number;
  readonly connector: number;
}
export const operationsShape: z.ZodType<Operations> = z.object({
  graph: z.number(),
  tableReads: z.number(),
  tableWrites: z.number(),
  connector: z.number(),
});

/** What Node's own fetch tells of a request: Graph and the Connector are asked with it. */
const fetched = z.object({ request: z.object({ origin: z.string(), path: z.string() }) });
/** What node:http tells; the Azure SDK alone uses it. */
const sent = z.object({ request: z.object({ method: z.string() }) });

/**
 * Counts from now on what leaves this process, at its two HTTP clients, so that repeats and hidden requests count as well.
 * Requests for a token do not: in Azure it is kept for an hour.
 */
export function countOperations({ graph, connector }: { graph: string; connector: string }): {
  taken(): Operations;
} {
  let counted = nothing();
  subscribe('undici:request:create', (message) => {
    const { origin, path } = fetched.parse(message).request;
    if (origin === new URL(connector).origin) counted.connector += 1;
    else if (origin === graph && !path.includes('/oauth2/')) counted.graph += 1;
  });
  subscribe('http.client.request.start', (message) => {
    counted[sent.parse(message).request.method === 'GET' ? 'tableReads' : 'tableWrites'] += 1;
  });
  return {
    taken() {
      const taken = counted;
      counted = nothing();
      return taken;
    },
  };
}

function nothing(): { -readonly [kind in keyof Operations]: Operations[kind] } {
  return { graph: 0, tableReads: 0, tableWrites: 0, connector: 0 };
}
