import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { findFreePort, requireFreePort } from './ports.ts';
import { startPart, type Part } from './processes.ts';

const require = createRequire(import.meta.url);

/** Azurite's one built-in account; its name and key are the same everywhere and protect nothing. */
const account = 'devstoreaccount1';
const wellKnownKey =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

export interface Azurite extends Part {
  /** For `TableClient.fromConnectionString(…, { allowInsecureConnection: true })`. */
  readonly connectionString: string;
}

export interface AzuriteOptions {
  /** On 127.0.0.1; 0 takes any free port. */
  readonly port: number;
  /** Where the tables are kept; without it they live in memory and end with Azurite. */
  readonly folder?: string;
  /** The environment variable that moves the port, for the message when it is taken. */
  readonly portVariable?: string;
}

/**
 * Starts Azurite's table service, on loopback only and with telemetry off.
 *
 * @throws PortTakenError, PartError
 */
export async function startAzurite(options: AzuriteOptions): Promise<Azurite> {
  const name = 'Azurite';
  const port = options.port === 0 ? await findFreePort() : options.port;
  await requireFreePort(port, { by: name, variable: options.portVariable });
  if (options.folder !== undefined) await mkdir(options.folder, { recursive: true });

  const endpoint = endpointAt(port);
  const part = await startPart({
    name,
    script: require.resolve('azurite/dist/src/table/main.js'),
    args: [
      '--tableHost',
      '127.0.0.1',
      '--tablePort',
      String(port),
      '--silent',
      '--disableTelemetry',
      '--skipApiVersionCheck',
      ...(options.folder === undefined ? ['--inMemoryPersistence'] : ['--location', options.folder]),
    ],
    // Any answer will do: without a signature it is a refusal.
    isReady: async (signal) => (await fetch(endpoint, { signal })).status > 0,
  });
  return { ...part, connectionString: connectionStringAt(port) };
}

/** How a table client reaches an Azurite on this machine, whoever started it. */
export function connectionStringAt(port: number): string {
  return `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${wellKnownKey};TableEndpoint=${endpointAt(port)};`;
}

function endpointAt(port: number): string {
  return `http://127.0.0.1:${port}/${account}`;
}
