import { ConfigurationFaults, type Config } from './config.ts';
import { isLoopbackHost, isLoopbackUrl } from './shared/loopback.ts';

/**
 * The parts of the local stand believe everybody, so they work on loopback alone.
 * @throws {ConfigurationFaults} when one of them is configured and Rootdesk would listen, or the table would be, elsewhere
 */
export function requireLoopback(config: Config): void {
  const faults: string[] = [];
  const local = config.teams.kind === 'playground' || config.table.place.kind === 'emulator';
  if (local && !isLoopbackHost(config.http.host)) {
    faults.push(`The local stand would listen on ${config.http.host}. Let it listen on 127.0.0.1.`);
  }
  const { place } = config.table;
  if (place.kind === 'emulator' && !tableEndpoints(place.connectionString).every(isLoopbackUrl)) {
    faults.push('The table emulator is not on loopback. Point it at http://127.0.0.1.');
  }
  const { publicUrl } = config.http;
  if (publicUrl !== undefined && !publicUrl.startsWith('https://') && !isLoopbackUrl(publicUrl)) {
    faults.push('The public address is neither https nor on loopback. Begin it with https://.');
  }
  if (faults.length > 0) throw new ConfigurationFaults(faults);
}

/** Every place that a storage connection string could lead to; an empty one where it names none. */
function tableEndpoints(connectionString: string): readonly string[] {
  const named = connectionString
    .split(';')
    .flatMap((part) => /^\s*TableEndpoint\s*=(.*)$/i.exec(part)?.[1] ?? []);
  return named.length === 0 ? [''] : named;
}
