import { connectionStringAt } from '../../local/azurite.ts';
import { standConfig } from '../../local/stand-config.ts';
import { runOnTerminal } from '../../src/admin/terminal.ts';

// A command in a process of its own, on a table whose port the environment names.
await runOnTerminal(() =>
  standConfig({
    port: 0,
    tableConnectionString: connectionStringAt(Number(process.env['TABLE_PORT'])),
    graphUrl: 'http://127.0.0.1:1',
    tokenUrl: 'http://127.0.0.1:1/token',
    apiKeySha256: '',
  }),
);
