import type { z } from 'zod';
import { standConfig } from '../local/stand-config.ts';
import { createApp } from '../src/app.ts';
import { createLog } from '../src/shared/log.ts';
import { keepHeapSmall } from '../src/shared/small-heap.ts';
import { createBareClicks } from './card-bare.ts';
import { APPROVERS_GROUP } from '../harness/company.ts';
import { askedShape, burst, startShape } from './card-pass.ts';
import { answerParent, requested } from './child.ts';
import { countOperations } from '../harness/operations.ts';

/**
 * The whole program in a process of its own, as the local stand runs it, with a check of the activities' tokens before it and without
 * a schedule. How much may be written into one channel is not limited: all requests of a hundred people go to one.
 */
const UNLIMITED = 1_000_000;
const TABLE = 'awsrootaccounts';

keepHeapSmall();
const { settings, tokens, serviceUrl } = requested(startShape);
const operations = countOperations({ graph: settings.graphUrl, connector: serviceUrl });
const usual = standConfig(settings);
const app = await createApp(
  {
    ...usual,
    teams: {
      kind: 'playground',
      limits: { perSecond: UNLIMITED, perHalfMinute: UNLIMITED },
      callsASecond: UNLIMITED,
      tokens,
    },
    requests: {
      ...usual.requests,
      approvers: { kind: 'group', groupId: APPROVERS_GROUP },
      openRequestsMost: UNLIMITED,
    },
  },
  createLog('error', settings.logFile),
);
await app.listen();
const bare = createBareClicks(settings.tableConnectionString, TABLE);
let cpuBefore = process.cpuUsage();

answerParent(askedShape, answer);

async function answer(asked: z.infer<typeof askedShape>): Promise<object> {
  switch (asked.do) {
    case 'sweep':
      await app.sweepNow();
      await app.workOff();
      return {};
    case 'work-off':
      await app.workOff();
      return {};
    case 'count':
      operations.taken();
      cpuBefore = process.cpuUsage();
      return {};
    case 'counted': {
      const { user, system } = process.cpuUsage(cpuBefore);
      return { operations: operations.taken(), cpuMs: (user + system) / 1_000 };
    }
    case 'bare':
      await bare.prepare(asked.click, asked.names);
      return burst(asked.names, async (name) => {
        await bare.run(asked.click, name);
        return true;
      });
  }
}
