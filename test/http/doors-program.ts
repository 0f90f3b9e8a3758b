import { createLog } from '../../src/shared/log.ts';
import type { ConnectionLimits } from '../../src/http/withstand.ts';
import { createServers } from '../../src/wiring/servers.ts';

/**
 * Both servers of the program in a process of its own, so that whatever ends a process ends this one.
 *
 * Arguments: the two ports and the limits as JSON. Answers messages of its parent with how many sockets it holds, and stops when it is told to.
 */
const [port = '', metricsPort = '', given = ''] = process.argv.slice(2);
const limits: ConnectionLimits = JSON.parse(given);
const servers = createServers(
  { http: { host: '127.0.0.1', port: Number(port) }, monitoring: { metricsPort: Number(metricsPort) } },
  {
    messages: async (_request, response) => {
      response.send(200);
    },
    missing: async () => [],
    log: createLog('info'),
    limits,
  },
  // Long, so that a caller who does not read it holds it up.
  async () => `${'# a comment\n'.repeat(50_000)}up 1\n`,
);
process.on('message', (message) => {
  if (message === 'stop') {
    void servers.close().then(() => process.disconnect());
    return;
  }
  const held = process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;
  process.send?.({ held });
});
await servers.open();
process.send?.({ held: 0 });
