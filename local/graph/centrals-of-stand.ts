import { z } from 'zod';

const addresses = z.array(z.email()).min(1);

/** The central mailboxes of the stand that runs there; undefined where none runs. */
export async function centralsOfStand(graphUrl: string): Promise<string[] | undefined> {
  const response = await fetch(`${graphUrl}/_stand/centrals`).catch(() => undefined);
  return response === undefined ? undefined : addresses.parse(await response.json());
}
