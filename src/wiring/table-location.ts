import type { TableLocation } from '../azure/table.ts';
import type { Config } from '../config.ts';
import type { createCredential } from '../graph/credential.ts';

/** Where the configuration has the table, with the credential that opens it. */
export function tableLocation(
  place: Config['table']['place'],
  credential: ReturnType<typeof createCredential>,
): TableLocation {
  return place.kind === 'azure' ? { ...place, credential } : place;
}
