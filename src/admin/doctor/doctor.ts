import type { Alias } from '../../aliases/alias.ts';
import type { LinkedChannel } from '../../channels/channel.ts';
import { createTableCursors } from '../../azure/cursors.ts';
import { createTableRegister } from '../../azure/register.ts';
import { createTableSubscriptions } from '../../azure/subscriptions.ts';
import type { Table } from '../../azure/table.ts';
import { systemClock, type Clock } from '../../shared/clock.ts';
import type { Config } from '../../config.ts';
import { createGraphClient, type GraphClient } from '../../graph/client.ts';
import { createCredential } from '../../graph/credential.ts';
import { examineBot, type BotPlaces } from './bot.ts';
import { tried, untried, works, type Finding } from './finding.ts';
import { examineForwarding } from './forwarding.ts';
import { examineMailboxes } from './mailboxes.ts';
import { examineMovedMail } from './moved-mail.ts';
import { examineNotifications } from './notifications.ts';
import { examineClosedChannels, examinePeople } from './people.ts';
import { examineChannels, examinePool, examineSweep } from './register.ts';
import { examineSignIn } from './sign-in.ts';
import { examineTable } from './table.ts';
import { foldAddress } from '../../shared/identifiers.ts';

export interface DoctorDeps {
  /** @throws {ConfigurationFaults} */
  readonly config: () => Config;
  readonly clock?: Clock;
  readonly botPlaces?: BotPlaces;
}

/**
 * Tries every part with the real configuration, one after the other, and tells of each as soon as it is known. Never throws for
 * a part that does not work. It changes nothing, except that a missing table is created, as the start would.
 */
export async function* examine(deps: DoctorDeps): AsyncGenerator<Finding> {
  let config: Config | undefined;
  yield await tried('configuration', async () => {
    config = deps.config();
    return works('every setting is well-formed');
  });
  // Nothing else can be tried without it.
  if (config !== undefined) yield* examineParts(config, deps);
}

async function* examineParts(
  config: Config,
  { clock = systemClock, botPlaces }: DoctorDeps,
): AsyncGenerator<Finding> {
  yield* examineSignIn(config);
  const table = yield* examineTable(config);
  const stored = table === undefined ? undefined : yield* readStored(table);
  let client: GraphClient | undefined;
  yield await tried('address of Graph', async () => {
    const { baseUrl } = config.graph;
    client = createGraphClient({ baseUrl, credential: createCredential(config.credential) });
    return works(baseUrl);
  });
  if (client !== undefined) {
    yield* examineMailboxes(config, client, rootMailboxesOf(stored?.aliases ?? []));
    yield* examineMovedMail(config, client);
    yield* examinePeople(config, client);
    yield* examineClosedChannels(client, stored?.channels ?? []);
  }
  yield* examineBot(config, stored, botPlaces);
  if (stored === undefined) {
    for (const part of ['channels', 'pool', 'sweep', 'alias in mail']) {
      yield { part, ...untried('the table has to work first') };
    }
    return;
  }
  yield tried('channels', async () => examineChannels(stored.channels));
  yield tried('pool', async () => examinePool(stored.aliases, config.pool.lowWater, clock()));
  yield tried('sweep', () => examineSweep(createTableCursors(stored.table, clock), config, clock));
  if (client === undefined) return;
  yield* examineNotifications(config, client, createTableSubscriptions(stored.table), clock);
  yield* examineForwarding(config, client, stored.aliases);
}

interface Stored {
  readonly table: Table;
  readonly aliases: readonly Alias[];
  readonly channels: readonly LinkedChannel[];
}

/** What stands in the table, read once. */
async function* readStored(table: Table): AsyncGenerator<Finding, Stored | undefined> {
  let stored: Stored | undefined;
  yield await tried('register', async () => {
    const register = createTableRegister(table);
    const aliases: Alias[] = [];
    for await (const { value } of register.everyAlias()) aliases.push(value);
    const channels = (await register.channels()).map(({ value }) => value);
    stored = { table, aliases, channels };
    return works(`${aliases.length} aliases and ${channels.length} linked channels were read`);
  });
  return stored;
}

function rootMailboxesOf(aliases: readonly Alias[]): readonly string[] {
  return [...new Set(aliases.map(({ rootMailbox }) => foldAddress(rootMailbox)))]
    .filter((address) => address !== '')
    .toSorted();
}
