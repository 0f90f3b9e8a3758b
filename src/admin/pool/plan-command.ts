import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { RootdeskError } from '../../shared/rootdesk-error.ts';
import type { CommandOutput } from '../command-output.ts';
import { makePlan, planScript, type PlanOptions } from './make-plan.ts';

const HELP = `Writes a PowerShell script that sets up the mailboxes in Exchange Online. Changes nothing by itself.

  npm run -s admin -- plan --mailboxes N --aliases N --domain DOMAIN [options]

  --mailboxes N       root mailboxes, for instance 10
  --aliases N         aliases of each, for instance 300 (at most 320)
  --domain DOMAIN     of root mailboxes and aliases, for instance company.com (at most 23 characters)
  --central ADDRESS   the central mailbox, or several separated by commas, to which the root mailboxes forward in turn;
                      aws@DOMAIN without it
  --prefix TEXT       what the names of root mailboxes begin with; aws-root- without it
  --app-id GUID       application (client) id of Rootdesk's managed identity; the script takes it as -AppId too
  --object-id GUID    object id of the same identity among the enterprise applications; as -ObjectId too
  --out FILE          writes the script there instead of on standard output
  --json              one JSON object about the plan, with the script where no file is named
  --help              this text

Then, in PowerShell 7 as an Exchange administrator: Connect-ExchangeOnline; ./plan.ps1 -WhatIf; ./plan.ps1
The script may be run again at any time, also with higher numbers. It writes rootdesk-aliases.csv for "import".

Exit code 0: written. 1: this plan cannot work, or the file cannot be written. 2: the command was not understood.
`;

type Io = Pick<CommandOutput, 'out'>;

const count = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);
const values = z.object({
  mailboxes: count,
  aliases: count,
  domain: z.string(),
  central: z.string().optional(),
  prefix: z.string().optional(),
  'app-id': z.string().optional(),
  'object-id': z.string().optional(),
  out: z.string().optional(),
  json: z.boolean().optional(),
});

interface Command {
  readonly options: PlanOptions;
  readonly file: string | undefined;
  readonly json: boolean;
}

/** Runs `plan` on its arguments. @throws {RootdeskError} */
export async function runPlan(args: readonly string[], io: Io): Promise<void> {
  const command = parseCommand(args);
  if (command === 'help') {
    io.out(HELP);
    return;
  }
  await write(command, io);
}

function parseCommand(args: readonly string[]): Command | 'help' {
  try {
    const parsed = parseArgs({
      args: [...args],
      options: {
        mailboxes: { type: 'string' },
        aliases: { type: 'string' },
        domain: { type: 'string' },
        central: { type: 'string' },
        prefix: { type: 'string' },
        'app-id': { type: 'string' },
        'object-id': { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (parsed.values.help === true) return 'help';
    const { 'app-id': appId, 'object-id': objectId, out, json, ...rest } = values.parse(parsed.values);
    return { options: { ...rest, appId, objectId }, file: out, json: json ?? false };
  } catch (cause) {
    throw new RootdeskError('bad-option', whatIsWrong(cause), 'See --help for the options.', { cause });
  }
}

function whatIsWrong(error: unknown): string {
  if (error instanceof z.ZodError) {
    const names = [...new Set(error.issues.map(({ path }) => `--${String(path[0])}`))];
    return `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} missing or malformed.`;
  }
  return error instanceof Error ? error.message : 'The command was not understood.';
}

async function write({ options, file, json }: Command, io: Io): Promise<void> {
  const plan = makePlan(options);
  const script = planScript(options);
  if (file !== undefined) await writeScript(file, script);
  if (json) {
    const { centrals, rootMailboxes, aliasesPerMailbox } = plan;
    const central = centrals.join(',');
    const aliases = aliasesPerMailbox * rootMailboxes.length;
    const where = file === undefined ? { script } : { file };
    io.out(`${JSON.stringify({ central, rootMailboxes, aliases, ...where })}\n`);
  } else if (file === undefined) {
    io.out(script);
  } else {
    const { length } = plan.rootMailboxes;
    io.out(`${file}: ${length} root mailboxes with ${plan.aliasesPerMailbox} aliases each.\n`);
    io.out('Run it in PowerShell 7 after Connect-ExchangeOnline, first with -WhatIf.\n');
  }
}

async function writeScript(file: string, script: string): Promise<void> {
  try {
    await writeFile(file, script);
  } catch (cause) {
    throw new RootdeskError(
      'unwritable-file',
      `${file} cannot be written.`,
      'Check the path and the permissions.',
      {
        cause,
      },
    );
  }
}
