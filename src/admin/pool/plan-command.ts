import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { adminCommand } from '../admin-command.ts';
import { AdminFault } from '../command-output.ts';
import { unwritable } from '../files/file-trouble.ts';
import { makePlan, planScript, type PlanOptions } from './make-plan.ts';

const count = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);
/** What has no sensible default; all of it that is missing is told at once. */
const sizes = z.object({ mailboxes: count, aliases: count, domain: z.string() });

/** Needs no configuration. */
export const plan = adminCommand({
  name: 'plan',
  does: 'write the script that sets up the mailboxes in Exchange Online',
  options: {
    '--mailboxes <n>': 'root mailboxes, for instance 10',
    '--aliases <n>': 'aliases of each, for instance 300 (at most 320)',
    '--domain <domain>': 'of root mailboxes and aliases, for instance company.com (at most 23 characters)',
    '--central <address>':
      'the central mailbox, or several separated by commas, to which the root mailboxes forward in turn (default: aws@ and the domain)',
    '--prefix <text>': 'what the names of root mailboxes begin with (default: aws-root-)',
    '--app-id <guid>':
      "application (client) id of Rootdesk's managed identity; the script takes it as -AppId too",
    '--object-id <guid>':
      'object id of the same identity among the enterprise applications; as -ObjectId too',
    '--out <file>': 'into a file instead of standard output',
    '--json': 'one JSON object about the plan, with the script where no file is named',
  },
  more: `Then, in PowerShell 7 as an Exchange administrator: Connect-ExchangeOnline; ./plan.ps1 -WhatIf; ./plan.ps1
The script may be run again at any time, also with higher numbers. It writes rootdesk-aliases.csv for "import".`,
  async run({ io }, { out: file, json = false, ...typed }) {
    const options: PlanOptions = { ...typed, ...sizesIn(typed) };
    const { centrals, rootMailboxes, aliasesPerMailbox } = makePlan(options);
    const script = planScript(options);
    if (file !== undefined) await writeScript(file, script);
    if (json) {
      const central = centrals.join(',');
      const aliases = aliasesPerMailbox * rootMailboxes.length;
      const where = file === undefined ? { script } : { file };
      io.out(`${JSON.stringify({ central, rootMailboxes, aliases, ...where })}\n`);
    } else if (file === undefined) {
      io.out(script);
    } else {
      io.out(`${file}: ${rootMailboxes.length} root mailboxes with ${aliasesPerMailbox} aliases each.\n`);
      io.out('Run it in PowerShell 7 after Connect-ExchangeOnline, first with -WhatIf.\n');
    }
  },
});

/** @throws {AdminFault} bad-option */
function sizesIn(typed: unknown): z.output<typeof sizes> {
  const parsed = sizes.safeParse(typed);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map(({ path }) => `--${String(path[0])}`))];
  const what = `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} missing or malformed.`;
  throw new AdminFault('bad-option', what, 'See --help for the options.', { cause: parsed.error });
}

async function writeScript(file: string, script: string): Promise<void> {
  try {
    await writeFile(file, script);
  } catch (cause) {
    throw unwritable(file, cause);
  }
}
