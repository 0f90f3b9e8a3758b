import { runOnTerminal } from '../src/admin/terminal.ts';
import { connectionStringAt } from './azurite.ts';
import { centralsOfStand } from './graph/centrals-of-stand.ts';
import { tokenUrlAt, urlAt } from './graph/server.ts';
import { portOf } from './options.ts';
import { standConfig } from './stand-config.ts';

// The administrators' commands on a running local stand: `npm run local:admin -- doctor`.
const centralMailboxes = await centralsOfStand(urlAt(portOf('graph', process.env)));
await runOnTerminal(() => {
  const graphUrl = urlAt(portOf('graph', process.env));
  const port = portOf('rootdesk', process.env);
  return standConfig({
    port,
    publicUrl: urlAt(port),
    tableConnectionString: connectionStringAt(portOf('table', process.env)),
    graphUrl,
    tokenUrl: tokenUrlAt(graphUrl),
    ...(centralMailboxes !== undefined && { centralMailboxes }),
    // No command speaks to the API.
    apiKeySha256: '',
    // What is known of probes is shown, whether or not the stand sends them now.
    probes: true,
  });
});
