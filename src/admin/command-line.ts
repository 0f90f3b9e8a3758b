import { inspect } from 'node:util';
import { Command, CommanderError } from 'commander';
import { ALIAS_STATES } from '../aliases/states.ts';
import { systemClock } from '../shared/clock.ts';
import { failureText, inWords } from '../shared/in-words.ts';
import { VERSION } from '../shared/version.ts';
import {
  runBind,
  runRelease,
  runTransfer,
  type BindOptions,
  type ReleaseOptions,
  type TransferOptions,
} from './alias/change-commands.ts';
import { runAssign, type AssignOptions } from './alias/assign-command.ts';
import { runFind } from './alias/find-command.ts';
import { runShow } from './alias/show-command.ts';
import { runAdopt, type AdoptOptions } from './pool/adopt-command.ts';
import { runAudit, type AuditOptions } from './history/audit-command.ts';
import { AdminFault, type CommandOutput } from './command-output.ts';
import { runBackup, type BackupOptions } from './backup/backup-command.ts';
import { runRestore, type RestoreOptions } from './backup/restore-command.ts';
import { runDoctor, type DoctorOptions } from './doctor/doctor-command.ts';
import { runFree, type FreeOptions } from './pool/free-command.ts';
import { runExport, type ExportOptions } from './backup/export-command.ts';
import { runImport, type ImportOptions } from './pool/import-command.ts';
import { runPlan } from './pool/plan-command.ts';
import { runVerify, type VerifyOptions } from './pool/verify-command.ts';
import type { Installation } from './admin-context.ts';
import { runPool, type PoolOptions } from './pool/pool-command.ts';
import { runPurge, type PurgeOptions } from './history/purge-command.ts';
import { runReplay, type ReplayOptions } from './mail/replay-command.ts';
import { runRevealLog } from './history/reveal-log-command.ts';
import { runReindex, type ReindexOptions } from './backup/reindex-command.ts';
import { runStore, type StoreOptions } from './backup/store-command.ts';

export type ExitCode = 0 | 1 | 2;

/**
 * Runs a command of `npm run admin -- …` and gives the exit code: 0 done, 1 not done, 2 not understood.
 * @param args without node and script
 */
export async function runCommandLine(
  args: readonly string[],
  io: CommandOutput,
  installation: Installation,
): Promise<ExitCode> {
  const json = args.includes('--json');
  const verbose = args.includes('--verbose');
  const understood = args.filter((arg) => arg !== '--verbose');
  try {
    // `plan` needs no configuration and reads its own options.
    if (understood[0] === 'plan') {
      await runPlan(understood.slice(1), io);
      return 0;
    }
    let exitCode: ExitCode = 0;
    const program = commandLine(io, json, installation, (code) => {
      exitCode = code;
    });
    await program.parseAsync(understood, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Help and version come this way too; commander has written what there is to say.
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const words = error instanceof CommanderError ? misunderstood(error) : inWords(error);
    if (json || !(error instanceof CommanderError)) io.err(failureText(words, json));
    if (verbose) io.err(`${inspect(error)}\n`);
    return words.code === 'bad-option' ? 2 : 1;
  }
}

function misunderstood({ message }: CommanderError): AdminFault {
  return new AdminFault('bad-option', message.replace(/^error: /, ''), 'See --help.');
}

/** @param end takes the exit code of a command that did its work and found something */
function commandLine(
  io: CommandOutput,
  json: boolean,
  { config, open }: Installation,
  end: (code: ExitCode) => void,
): Command {
  const program = new Command('rootdesk')
    .description('Rootdesk for administrators.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      // With --json the sentence is one value of an object, which is written once all is known.
      writeErr: json ? () => undefined : io.err,
    })
    .option('--verbose', 'after a failure, also what it came from, for a report')
    .showHelpAfterError('See --help.');
  program.command('plan').description('write the script that sets up the mailboxes in Exchange Online');
  program
    .command('doctor')
    .description('try every part with the real configuration, and say what does not work and what to do')
    .option('--json', 'the findings as one JSON object')
    .action(async (options: DoctorOptions) => end(await runDoctor({ config }, options, io)));
  program
    .command('import')
    .description('put the aliases of a CSV file into the pool, all or none; may be cut short and run again')
    .argument('<file.csv>', 'as the script of plan writes it')
    .option('--dry-run', 'say what would be added, and change nothing')
    .option('--new', 'nobody was ever given one of them: add them free, not held')
    .option('--skip-invalid', 'leave out the lines that are wrong, and add the others')
    .option('--json', 'the outcome as one JSON object')
    .action(async (file: string, options: ImportOptions) =>
      end(await runImport((await open()).register, file, options, io)),
    );
  program
    .command('verify')
    .description('compare the table with the addresses that the root mailboxes have in Exchange Online')
    .option('--mailbox <address...>', 'root mailboxes that the table does not name')
    .option('--fix', 'mark aliases as missing that are not there, and unmark those that are there again')
    .option('--json', 'the differences as one JSON object')
    .action(async (options: VerifyOptions) => end(await runVerify(await open(), options, io)));
  program
    .command('adopt')
    .description('compare the register with the accounts of AWS organizations, and bind what is clear')
    .argument('<accounts.json...>', 'output of: aws organizations list-accounts, a file an organization')
    .option('--apply', 'write what is clear; without it nothing is changed')
    .option('--json', 'the outcome as one JSON object')
    .action(async (files: readonly string[], options: AdoptOptions) =>
      end(await runAdopt(await open(), files, options, io)),
    );
  program
    .command('free')
    .description('take held aliases into the pool, of which it is known that nobody has them')
    .argument('[addresses...]', 'of aliases that are held')
    .option('--held', 'all that are held')
    .option('--reason <text>', 'how it is known that nobody has them; kept in the history')
    .option('--apply', 'free them; without it they are listed')
    .option('--json', 'the outcome as one JSON object')
    .action(async (addresses: readonly string[], options: FreeOptions) =>
      end(await runFree(await open(), addresses, options, io)),
    );
  program
    .command('assign')
    .description('give many aliases to their owners and channels, by a list; may be cut short and run again')
    .argument('<owners.csv>', 'columns alias or account_id, and owner, channel or both')
    .option('--apply', 'write it; without it nothing is changed')
    .option('--skip-invalid', 'leave out the lines that are wrong, and write the others')
    .option('--no-notices', 'owners and channels are not told: you tell them')
    .option('--reason <text>', 'why; kept in the history')
    .option('--json', 'the outcome as one JSON object')
    .action(async (file: string, options: AssignOptions) =>
      end(await runAssign(await open(), file, options, io)),
    );
  program
    .command('find')
    .description('find aliases as in chat: by address, account id or name, owner, team or channel')
    .argument('<text>', 'what it begins with')
    .option('--json', 'the aliases as one JSON object')
    .action(async (text: string, options: { json?: boolean }) =>
      end(await runFind(await open(), text, options, io)),
    );
  program
    .command('show')
    .description('show all that is known of one alias, with its history')
    .argument('<alias>', 'its address, or the id of its account')
    .option('--json', 'the alias as one JSON object')
    .action(async (alias: string, options: { json?: boolean }) => runShow(await open(), alias, options, io));
  program
    .command('bind')
    .description('note which AWS account uses an alias')
    .argument('<alias>', 'its address')
    .argument('<account-id>', '12 digits')
    .option('--name <name>', 'a new name for the account')
    .option('--replace', 'also where another account is bound')
    .requiredOption('--reason <text>', 'why; kept in the history')
    .option('--json', 'the alias as one JSON object')
    .action(async (alias: string, accountId: string, options: BindOptions) =>
      runBind(await open(), alias, accountId, options, io),
    );
  program
    .command('transfer')
    .description('give an alias to another owner, or its mail to another channel')
    .argument('<alias>', 'its address')
    .argument('[mail]', 'of the new owner')
    .option('--channel <channel>', 'id of a linked channel, its link, or "Team / Channel"')
    .requiredOption('--reason <text>', 'why; kept in the history')
    .option('--json', 'the alias as one JSON object')
    .action(async (alias: string, mail: string | undefined, options: TransferOptions) =>
      runTransfer(await open(), alias, mail, options, io),
    );
  program
    .command('release')
    .description('take an alias back from its owner')
    .argument('<alias>', 'its address')
    .requiredOption('--reason <text>', 'why; kept in the history')
    .option('--json', 'the alias as one JSON object')
    .action(async (alias: string, options: ReleaseOptions) => runRelease(await open(), alias, options, io));
  program
    .command('backup')
    .description('copy every row of the table into a file, while Rootdesk runs')
    .option('--out <file>', 'a new file')
    .option('--json', 'what was written as one JSON object')
    .action(async (options: BackupOptions) => runBackup(await open(), options, io));
  program
    .command('restore')
    .description(
      'write a backup into an empty table, and read everything back; may be cut short and run again',
    )
    .argument('<file>', 'as backup writes it')
    .option('--merge', 'into a table that is not empty: only what it does not have; what differs is named')
    .option('--nothing-since', 'nobody was given an alias after the backup: what was free is free, not held')
    .option('--json', 'the outcome as one JSON object')
    .action(async (file: string, options: RestoreOptions) =>
      end(await runRestore(await open(), file, options, io)),
    );
  program
    .command('export')
    .description('write the aliases of the pool with their states, owners and accounts')
    .option(
      '--state <state>',
      `${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(ALIAS_STATES)} alone`,
    )
    .option('--format <format>', 'csv or jsonl', 'csv')
    .option('--json', 'the same as --format jsonl')
    .option('--out <file>', 'into a new file instead of standard output')
    .action(async (options: ExportOptions) => runExport((await open()).register, options, io));
  program
    .command('pool')
    .description(
      'count the pool: states, free aliases and the last mail of each root mailbox, and when none is left',
    )
    .option('--json', 'the counts as one JSON object')
    .action(async (options: PoolOptions) => runPool(await open(), systemClock, options, io));
  program
    .command('audit')
    .description('write the history: who did what, when and why')
    .option('--from <time>', 'from this day (UTC) or moment on')
    .option('--until <time>', 'up to and without this day (UTC) or moment')
    .option('--alias <address>', 'of one alias')
    .option('--person <who>', 'by one person (Entra object id or name) or API client')
    .option('--format <format>', 'jsonl or csv', 'jsonl')
    .option('--json', 'the same as --format jsonl')
    .option('--out <file>', 'into a new file instead of standard output')
    .action(async (options: AuditOptions) => runAudit((await open()).register, options, io));
  program
    .command('reveal-log')
    .description(
      'write every step of every reveal of withheld and announced mail: who wanted, agreed, refused, read',
    )
    .option('--from <time>', 'from this day (UTC) or moment on')
    .option('--until <time>', 'up to and without this day (UTC) or moment')
    .option('--alias <address>', 'of one alias')
    .option('--person <who>', 'for or by one person (Entra object id or name)')
    .option('--format <format>', 'jsonl or csv', 'jsonl')
    .option('--json', 'the same as --format jsonl')
    .option('--out <file>', 'into a new file instead of standard output')
    .action(async (options: AuditOptions) => runRevealLog(await open(), options, io));
  program
    .command('replay')
    .description('have mails delivered once more: those that were given up, or those of an alias')
    .argument('[ids...]', 'ids of the ledger, as the command lists them')
    .option('--dead', 'those that were given up')
    .option('--alias <address>', 'those of one alias')
    .option('--from <time>', 'received from this day (UTC) or moment on')
    .option('--until <time>', 'received up to and without this day (UTC) or moment')
    .option('--apply', 'put them back into delivery; without it nothing is changed')
    .option('--json', 'the outcome as one JSON object')
    .action(async (ids: readonly string[], options: ReplayOptions) =>
      end(await runReplay(await open(), ids, options, io)),
    );
  program
    .command('purge')
    .description('delete what the company keeps no longer: mail of the ledger, settled requests, history')
    .requiredOption('--older-than <days>', 'mail received and requests settled before')
    .option('--history-older-than <days>', 'also history from before; without it all of it stays')
    .option('--apply', 'delete it; without it nothing is changed')
    .option('--json', 'the outcome as one JSON object')
    .action(async (options: PurgeOptions) => end(await runPurge(await open(), options, io)));
  program
    .command('store')
    .description(
      'put a file, such as a backup, into a container of Azure Blob Storage, under a name with the time',
    )
    .argument('<file>', 'the file')
    .requiredOption('--in <address>', 'https://<account>.blob.core.windows.net/<container>')
    .action(async (file: string, options: StoreOptions) =>
      runStore(config(), file, options, systemClock, io),
    );
  program
    .command('reindex')
    .description(
      'take a table of the old scheme over, or repair what old clients wrote; may be run at any time',
    )
    .option('--dry-run', 'say what would be set right, and change nothing')
    .option('--json', 'the report as one JSON object')
    .action(async (options: ReindexOptions) => {
      const { table, quarantineDays } = await open();
      end(await runReindex(table, quarantineDays, options, io));
    });
  return program;
}
