import type { Alias } from '../../aliases/alias.ts';
import type { Config } from '../../config.ts';
import type { GraphClient } from '../../graph/graph-client.ts';
import { lastMessages } from '../../graph/last-messages.ts';
import { createGraphMailbox } from '../../graph/graph-mailbox.ts';
import { FOLDERS, type Folder, type StoredMessage } from '../../mail/mailbox.ts';
import { resolveAliases } from '../../mail/parse/resolve.ts';
import { isAwsDomain } from '../../mail/rules.ts';
import { mailFromStored } from '../../mail/parse/take-apart.ts';
import { fails, limit, tried, untried, warns, works, type Finding, type Outcome } from './finding.ts';
import { foldAddress } from '../../shared/identifiers.ts';

/** Messages looked at in each folder, newest first. */
const LAST = 100;
/** Messages read before it is asked whether every root mailbox has been seen. */
const AT_A_TIME = 8;

/** What the last messages of the central mailbox show. */
interface Seen {
  looked: number;
  /** Messages from AWS in which no alias was found. */
  awsWithout: number;
  /** The newest message of each root mailbox, and the place in which its alias stood. */
  readonly places: Map<string, { readonly at: Date; readonly header: string }>;
}

/**
 * Finds the alias in the last messages of each root mailbox: whether the tenant's forwarding keeps it, and where, is what no
 * document promises.
 */
export async function* checkForwarding(
  config: Config,
  client: GraphClient,
  aliases: readonly Alias[],
): AsyncGenerator<Finding> {
  const seen: Seen = { looked: 0, awsWithout: 0, places: new Map() };
  const carried = aliases.filter(({ rootMailbox }) => rootMailbox !== '');
  const samples = new Map(carried.map(({ rootMailbox, address }) => [foldAddress(rootMailbox), address]));
  yield tried('alias in mail', async () => {
    await lookThrough(config, client, new Map(aliases.map((alias) => [alias.address, alias])), samples, seen);
    return overall(seen);
  });
  for (const [rootMailbox, sample] of [...samples].toSorted(([one], [other]) => one.localeCompare(other))) {
    const found = seen.places.get(rootMailbox);
    const outcome =
      found === undefined
        ? untried(
            `no mail came through it yet, as far as was looked (mails: ${seen.looked})`,
            `Send a mail from outside to ${sample}, wait some minutes, and run doctor again.`,
          )
        : works(`found in ${found.header}, in the mail of ${found.at.toISOString().slice(0, 16)}Z`);
    yield { part: rootMailbox, ...outcome };
  }
}

async function lookThrough(
  { graph: { mailboxes }, mail: rules }: Config,
  client: GraphClient,
  pool: ReadonlyMap<string, Alias>,
  roots: ReadonlyMap<string, string>,
  seen: Seen,
): Promise<void> {
  const register = {
    byAddress: async (addresses: readonly string[]) =>
      addresses.flatMap((address) => pool.get(address) ?? []),
    byAccount: async () => undefined,
  };
  const look = async (stored: StoredMessage): Promise<void> => {
    const { known, header, addresses } = await resolveAliases(await mailFromStored(stored), register, rules);
    seen.looked += 1;
    const domain = stored.from?.address.split('@').at(-1) ?? '';
    if (addresses.length === 0 && isAwsDomain(domain, rules.awsSenders)) seen.awsWithout += 1;
    for (const { address } of known) {
      const root = pool.get(address)?.rootMailbox.toLowerCase() ?? '';
      const before = seen.places.get(root);
      if (before === undefined || before.at < stored.receivedAt) {
        seen.places.set(root, { at: stored.receivedAt, header });
      }
    }
  };
  for (const { mailbox, folder } of foldersOf(mailboxes)) {
    const central = createGraphMailbox({ client, mailbox });
    const ids = await lastMessages(client, mailbox, folder, LAST, limit());
    for (let start = 0; start < ids.length; start += AT_A_TIME) {
      const some = ids.slice(start, start + AT_A_TIME);
      const stored = await Promise.all(some.map((id) => central.message(id, limit())));
      for (const message of stored) if (message !== undefined) await look(message);
      if ([...roots.keys()].every((root) => seen.places.has(root))) return;
    }
  }
}

function foldersOf(mailboxes: readonly string[]): readonly { mailbox: string; folder: Folder }[] {
  return FOLDERS.flatMap((folder) => mailboxes.map((mailbox) => ({ mailbox, folder })));
}

const REMEDY =
  'Open such a mail in Outlook and look at its message headers: the forwarding of the root mailbox has to keep the address. Until then these mails go to triage.';

function overall({ looked, awsWithout, places }: Seen): Outcome {
  if (looked === 0) {
    return untried('the central mailbox is empty', 'Send a mail from outside to an alias of the pool.');
  }
  if (awsWithout === 0) return works(`mails looked at: ${looked}; none from AWS lost its alias`);
  const words = `${awsWithout} of ${looked} mails come from AWS and name no alias`;
  return places.size === 0 ? fails(words, REMEDY) : warns(words, REMEDY);
}
