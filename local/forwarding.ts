import { parseArgs } from 'node:util';
import { z } from 'zod';
import { urlAt } from './graph/server.ts';
import { portOf } from './options.ts';

const USAGE = `Breaks and repairs the mailboxes of the local stand, as somebody in Exchange might.

  npm run local:forwarding -- --stop <address>    a root mailbox forwards no more, a central mailbox takes no mail, or an alias is gone
  npm run local:forwarding -- --start <address>   as it was before

With npm run local -- --probes it shows within minutes.`;

const address = z.email({ error: ({ input }) => `${JSON.stringify(input)} is not a mail address.` });
const order = z.union([
  z.object({ stop: address, start: z.undefined().optional() }),
  z.object({ start: address, stop: z.undefined().optional() }),
]);

function readCommandLine(): z.output<typeof order> | undefined {
  const options = { stop: { type: 'string' }, start: { type: 'string' } } as const;
  try {
    return order.safeParse(parseArgs({ options }).values).data;
  } catch {
    return undefined;
  }
}

async function carryOut({ stop, start }: z.output<typeof order>): Promise<string> {
  const server = urlAt(portOf('graph', process.env));
  const url = `${server}/_stand/stopped/${encodeURIComponent(stop ?? start)}`;
  const response = await fetch(url, { method: stop === undefined ? 'DELETE' : 'POST' });
  if (!response.ok) throw new Error(`The local Graph server answered ${response.status}.`);
  return stop === undefined ? `${start} takes mail as before.` : `No mail comes through ${stop} any more.`;
}

const understood = readCommandLine();
if (understood === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    console.log(await carryOut(understood));
  } catch {
    console.error(
      'The local stand does not answer. Start it with `npm run local -- --probes`, or set GRAPH_PORT to its port.',
    );
    process.exitCode = 1;
  }
}
