import type { Alias } from '../../aliases/alias.ts';
import type { LinkedChannel } from '../../channels/channel.ts';
import { createTableStores } from '../../azure/table-stores.ts';
import { openKeptMailboxes, type KeptMailbox } from '../../azure/kept-mailboxes.ts';
import type { Table } from '../../azure/table.ts';
import { systemClock, type Clock } from '../../shared/clock.ts';
import type { Config } from '../../config.ts';
import { createGraphClient, type GraphClient } from '../../graph/graph-client.ts';
import { createCredential } from '../../graph/credential.ts';
import { checkBot, type BotPlaces } from './check-bot.ts';
import { examinedMailboxes } from './examined-mailboxes.ts';
import { tried, untried, works, type Finding } from './finding.ts';
import { checkForwarding } from './check-forwarding.ts';
import { checkMailboxes } from './check-mailboxes.ts';
import { checkMovedMail } from './check-moved-mail.ts';
import { checkNotifications } from './check-notifications.ts';
import { checkClosedChannels, checkPeople } from './check-people.ts';
import { checkChannels, checkPool, checkSweep } from './check-register.ts';
import { checkReach } from './check-reach.ts';
import { checkSignIn } from './check-sign-in.ts';
import { checkTable } from './check-table.ts';
import type { Stores } from '../../stores.ts';
import { createLog } from '../../shared/log.ts';
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
  yield* checkSignIn(config);
  const table = yield* checkTable(config);
  const stored = table === undefined ? undefined : yield* readStored(table);
  let client: GraphClient | undefined;
  yield await tried('address of Graph', async () => {
    const { baseUrl } = config.graph;
    client = createGraphClient({ baseUrl, credential: createCredential(config.credential) });
    return works(baseUrl);
  });
  if (client !== undefined) {
    yield* checkMailboxes(config, client, rootMailboxesOf(stored?.aliases ?? []));
    for (const mailbox of examinedMailboxes(config)) yield* checkMovedMail(mailbox, client);
    yield* checkPeople(config, client);
    yield* checkClosedChannels(client, stored?.channels ?? []);
  }
  yield* checkBot(config, stored, botPlaces);
  if (stored === undefined) {
    for (const part of ['channels', 'pool', 'sweep', 'root mailboxes', 'alias in mail']) {
      yield { part, ...untried('the table has to work first') };
    }
    return;
  }
  yield tried('channels', async () => checkChannels(stored.channels));
  yield tried('pool', async () => checkPool(stored.aliases, config.pool.lowWater, clock()));
  const { table: opened } = stored;
  let kept: readonly KeptMailbox[] = [];
  yield await tried('sweep', async () => {
    kept = await openKeptMailboxes(opened, config.graph.mailboxes, clock);
    return checkSweep(kept, config, clock);
  });
  yield* checkReach(config, stored.stores, stored.aliases, kept, clock());
  if (client === undefined) return;
  for (const examined of examinedMailboxes(config)) {
    const store = kept.find(({ address }) => address === examined.mailbox)?.subscriptions;
    if (store !== undefined) yield* checkNotifications(config, client, examined, store, clock);
  }
  yield* checkForwarding(config, client, stored.aliases);
}

interface Stored {
  readonly table: Table;
  readonly stores: Stores;
  readonly aliases: readonly Alias[];
  readonly channels: readonly LinkedChannel[];
}

/** What is in the table, read once. */
async function* readStored(table: Table): AsyncGenerator<Finding, Stored | undefined> {
  let stored: Stored | undefined;
  yield await tried('register', async () => {
    const stores = createTableStores(table, createLog('silent'));
    const { register } = stores;
    const aliases: Alias[] = [];
    for await (const { value } of register.everyAlias()) aliases.push(value);
    const channels = (await register.channels()).map(({ value }) => value);
    stored = { table, stores, aliases, channels };
    return works(`${aliases.length} aliases and ${channels.length} linked channels were read`);
  });
  return stored;
}

function rootMailboxesOf(aliases: readonly Alias[]): readonly string[] {
  return [...new Set(aliases.map(({ rootMailbox }) => foldAddress(rootMailbox)))]
    .filter((address) => address !== '')
    .toSorted();
}
