import { inspect } from 'node:util';
import { Command, CommanderError } from 'commander';
import { failureText, inWords } from '../shared/in-words.ts';
import type { RootdeskError } from '../shared/rootdesk-error.ts';
import { VERSION } from '../shared/version.ts';
import { RegisterUnavailable } from '../store/unavailable.ts';
import type { AdminCommand, CommandDeps, ExitCode } from './admin-command.ts';
import type { Installation } from './admin-context.ts';
import { assign } from './alias/assign-command.ts';
import { bind, release, transfer } from './alias/change-commands.ts';
import { find } from './alias/find-command.ts';
import { show } from './alias/show-command.ts';
import { backup } from './backup/backup-command.ts';
import { exportPool } from './backup/export-command.ts';
import { reindex } from './backup/reindex-command.ts';
import { restore } from './backup/restore-command.ts';
import { store } from './backup/store-command.ts';
import { AdminFault, type CommandOutput } from './command-output.ts';
import { doctor } from './doctor/doctor-command.ts';
import { audit } from './history/audit-command.ts';
import { purge } from './history/purge-command.ts';
import { revealLog } from './history/reveal-log-command.ts';
import { replay } from './mail/replay-command.ts';
import { adopt } from './pool/adopt-command.ts';
import { free } from './pool/free-command.ts';
import { importPool } from './pool/import-command.ts';
import { plan } from './pool/plan-command.ts';
import { pool } from './pool/pool-command.ts';
import { verify } from './pool/verify-command.ts';
import { storageTrouble } from './storage-trouble.ts';

/** Every command, in the order in which help lists them. */
const COMMANDS: readonly AdminCommand[] = [
  plan,
  doctor,
  importPool,
  verify,
  adopt,
  free,
  assign,
  find,
  show,
  bind,
  transfer,
  release,
  backup,
  restore,
  exportPool,
  pool,
  audit,
  revealLog,
  replay,
  purge,
  store,
  reindex,
];

/**
 * Runs a command of `npm run admin -- …` and gives the exit code.
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
    let exitCode: ExitCode = 0;
    const program = commandLine({ ...installation, io }, json, (code) => {
      exitCode = code;
    });
    await program.parseAsync(understood, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Help and version come this way too; commander has written what there is to say.
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const words = wordsFor(error);
    if (json || !(error instanceof CommanderError)) io.err(failureText(words, json));
    if (verbose) io.err(`${inspect(error)}\n`);
    return words.code === 'bad-option' ? 2 : 1;
  }
}

function wordsFor(error: unknown): RootdeskError {
  if (error instanceof CommanderError) return misunderstood(error);
  return error instanceof RegisterUnavailable ? storageTrouble(error) : inWords(error);
}

function misunderstood({ message }: CommanderError): AdminFault {
  return new AdminFault('bad-option', message.replace(/^error: /, ''), 'See --help.');
}

/** @param end takes the exit code of a command that did its work and found something */
function commandLine(deps: CommandDeps, json: boolean, end: (code: ExitCode) => void): Command {
  const program = new Command('rootdesk')
    .description('Rootdesk for administrators.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: deps.io.out,
      // With --json the sentence is one value of an object, which is written once all is known.
      writeErr: json ? () => undefined : deps.io.err,
    })
    .option('--verbose', 'after a failure, also what it came from, for a report')
    .showHelpAfterError('See --help.');
  for (const add of COMMANDS) add(program, deps, end);
  return program;
}
