import { parseArgs } from 'node:util';
import { z } from 'zod';
import { figuresOf } from './figures.ts';
import { runStorm } from './run.ts';

const HELP = `One notice of AWS to every account, with urgent mails among it, on local servers with Microsoft's limits switched on:
Graph four requests at once and mailbox, Teams 50 requests a second and 7 a channel, 60 in half a minute, a partition 2,000 entities a second.

  npm run storm -- [--accounts 3000] [--channels 300] [--mailboxes 1] [--urgent 10] [--graph-ms 100] [--teams-ms 300] [--json]

  --accounts N    accounts, each with an alias and a notice
  --channels N    channels that share them
  --mailboxes N   central mailboxes
  --urgent N      urgent mails that lie among the notices, and as many that come while their cards wait
  --graph-ms N    how long Graph takes for an answer, in milliseconds
  --teams-ms N    how long Teams does
  --json          one JSON object with the figures
`;

const number = z.coerce.number().int().positive().max(100_000);
const shape = z.object({
  accounts: number.default(3_000),
  channels: number.default(300),
  mailboxes: number.max(9).default(1),
  urgent: number.default(10),
  'graph-ms': number.default(100),
  'teams-ms': number.default(300),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      accounts: text,
      channels: text,
      mailboxes: text,
      urgent: text,
      'graph-ms': text,
      'teams-ms': text,
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const { help, json, 'graph-ms': graphMs, 'teams-ms': teamsMs, ...sizes } = shape.parse(values);
  if (help) {
    console.log(HELP);
    return;
  }
  const onStep = (step: string): void => console.error(`${step} …`);
  const storm = await runStorm({ ...sizes, graphMs, teamsMs, onStep });
  const { notices, urgentAmong, urgentMeanwhile, ...order } = figuresOf(storm);
  const { graph, teams, partition, memoryMiB } = storm;
  if (json) {
    const figures = { notices, urgentAmong, urgentMeanwhile, ...order, graph, teams, partition, memoryMiB };
    console.log(JSON.stringify({ ...sizes, graphMs, teamsMs, ...figures }, undefined, 2));
    return;
  }
  console.table({ notices, 'urgent, among them': urgentAmong, 'urgent, meanwhile': urgentMeanwhile });
  console.table({ 'order of the cards': order });
  console.table({ 'Graph, a mailbox': graph });
  console.table({ Teams: teams, partition });
  console.table({ Rootdesk: { memoryMiB } });
}

await main();
