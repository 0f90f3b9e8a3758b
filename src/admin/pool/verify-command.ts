import type { Alias } from '../../aliases/alias.ts';
import { importAliases } from '../../aliases/import.ts';
import { foundAgain, missed, moveAliases } from '../../aliases/missing.ts';
import type { Register } from '../../register.ts';
import type { Versioned } from '../../store/change.ts';
import { isSpare } from '../../aliases/states.ts';
import { systemClock } from '../../shared/clock.ts';
import type { MailboxAddresses } from '../../graph/mailbox-addresses.ts';
import { adminCommand } from '../admin-command.ts';
import { AdminFault, section } from '../command-output.ts';
import { withProgressBar, type OnProgress } from '../progress-bar.ts';
import { compare, type Carried, type Differences } from './compare-addresses.ts';
import { foldAddress } from '../../shared/identifiers.ts';

const VERIFY = { kind: 'system', name: 'verify' } as const;
const MAILBOX_MS = 60_000;

/** Ends with 1 when a difference is left or the table knows no alias. */
export const verify = adminCommand({
  name: 'verify',
  does: 'compare the table with the addresses that the root mailboxes have in Exchange Online',
  options: {
    '--mailbox <address...>': 'root mailboxes that the table does not name',
    '--fix': 'mark aliases as missing that are not there, and unmark those that are there again',
    '--json': 'the differences as one JSON object',
  },
  async run({ open, io }, { mailbox = [], fix: fixing = false, json = false }) {
    const { register, mailboxes, rules } = await open();
    const aliases: Versioned<Alias>[] = [];
    for await (const alias of register.everyAlias()) aliases.push(alias);
    const named = [...aliases.map(({ value }) => value.rootMailbox), ...mailbox];
    const roots = [...new Set(named.map((address) => foldAddress(address)))].filter((each) => each !== '');
    const carried = await withProgressBar({ io, label: 'Mailboxes', json }, (onProgress) =>
      readMailboxes(mailboxes, roots, onProgress),
    );
    const differences = compare(aliases, carried, rules);
    const fixed = fixing ? await fix(register, differences) : [];
    const report = { mailboxes: roots.length, aliases: aliases.length, ...shown(differences, fixed) };
    io.out(json ? `${JSON.stringify(report)}\n` : words(report, fixing));
    return report.left === 0 && report.aliases + report.fixed.length > 0 ? 0 : 1;
  },
});

async function readMailboxes(
  mailboxes: MailboxAddresses,
  roots: readonly string[],
  onProgress: OnProgress,
): Promise<Carried> {
  const carried = new Map<string, readonly string[] | undefined>();
  for (const root of roots) {
    const addresses = await mailboxes.addressesOf(root, AbortSignal.timeout(MAILBOX_MS));
    // Without the permission the list would be empty, and every alias would seem to be gone.
    if (addresses?.length === 0) {
      throw new AdminFault(
        'no-addresses',
        `The directory gives no addresses of ${root}. Nothing was changed.`,
        'Grant the application User.Read.All in Entra ID, with admin consent.',
      );
    }
    carried.set(root, addresses);
    onProgress({ done: carried.size, total: roots.length });
  }
  return carried;
}

/** Sets and clears `missing`, holds what the table does not know; gives what was changed, as it is now. */
async function fix(
  register: Register,
  { notInExchange, again, notInTable }: Differences,
): Promise<readonly Pick<Alias, 'address' | 'state'>[]> {
  const parts = { register, clock: systemClock };
  const unknown = notInTable.map((each) => ({ ...each, as: 'held' }) as const);
  const { refused } = await importAliases(register, unknown, () => undefined, VERIFY);
  const left = new Set(refused.map(({ address }) => address));
  return [
    ...unknown
      .filter(({ address }) => !left.has(address))
      .map(({ address, as: state }) => ({ address, state })),
    ...(await moveAliases(parts, notInExchange, missed, VERIFY)),
    ...(await moveAliases(parts, again, foundAgain, VERIFY)),
  ];
}

type Report = ReturnType<typeof shown> & { readonly mailboxes: number; readonly aliases: number };
type Shown = Pick<Alias, 'address' | 'rootMailbox' | 'state'>;

/** The differences without versions, and what became of them. */
function shown(found: Differences, fixed: readonly Pick<Alias, 'address' | 'state'>[]) {
  const { notInTable, noMailbox } = found;
  const notInExchange = found.notInExchange.map(({ value }) => plain(value));
  const again = found.again.map(({ value }) => plain(value));
  const elsewhere = found.elsewhere.map(({ alias, rootMailbox }) => ({
    ...plain(alias),
    foundIn: rootMailbox,
  }));
  const all = [notInExchange, again, notInTable, elsewhere, noMailbox];
  return {
    notInExchange,
    again,
    notInTable,
    elsewhere,
    noMailbox,
    fixed: fixed.map(({ address, state }) => ({ address, state })),
    left: all.reduce((sum, { length }) => sum + length, 0) - fixed.length,
  };
}

function plain({ address, rootMailbox, state }: Alias): Shown {
  return { address, rootMailbox, state };
}

function words(report: Report, fixing: boolean): string {
  const { notInExchange, again, notInTable, elsewhere, noMailbox, fixed } = report;
  const inUse = notInExchange.filter((each) => !isSpare(each));
  const sections = [
    section(
      'in use or held, but not in Exchange Online: their mail is lost',
      inUse.map(withState),
      'Add each address to its root mailbox again.',
    ),
    section(
      'in the table, but not in Exchange Online',
      notInExchange.filter(isSpare).map(withState),
      fixing ? undefined : 'verify --fix takes them out of the pool.',
    ),
    section(
      'missing in the table, and in Exchange Online again',
      again.map(withState),
      fixing ? undefined : 'verify --fix puts them back.',
    ),
    section(
      'in Exchange Online, but not in the table',
      notInTable.map(({ address, rootMailbox }) => `${address} on ${rootMailbox}`),
      fixing
        ? undefined
        : 'verify --fix holds them: nobody is handed one until it is known whose it is. After a loss of the table, restore a backup first. Where they are new, import --new puts them into the pool.',
    ),
    section(
      'on another root mailbox than the table says',
      elsewhere.map(({ address, rootMailbox, foundIn }) => `${address}: ${foundIn}, not ${rootMailbox}`),
      'Their mail arrives all the same; move them back, or leave them.',
    ),
    section(
      'root mailboxes that are not there',
      noMailbox,
      'Nothing is said about their aliases. Create them again with the script of plan.',
    ),
    section(
      'set right',
      fixed.map(({ address, state }) => `${address}: ${state} now`),
    ),
  ];
  const compared = `${report.aliases} aliases compared with ${report.mailboxes} root mailboxes: `;
  const count = `${report.left === 0 ? 'no' : report.left} ${report.left === 1 ? 'difference' : 'differences'}`;
  const empty = report.aliases === 0 && !fixing ? EMPTY : '';
  return `${compared}${count}${fixing ? ' left' : ''}.\n${empty}${sections.join('')}`;
}

const EMPTY =
  '  The table knows no alias. Where there were some, it was lost: restore a backup.\n  > Without a backup, name the root mailboxes: verify --mailbox ADDRESS... --fix holds what they have. A new pool comes by import.\n';

function withState({ address, rootMailbox, state }: Shown): string {
  return `${address} (${state}) of ${rootMailbox}`;
}
