import { auditWords } from '../../../cards/audit-words.ts';
import { english } from '../../../cards/texts/languages.ts';
import { parseAccountId } from '../../aliases/aws-limits.ts';
import type { AuditEntry } from '../../store/audit.ts';
import { Refusal } from '../../store/refusal.ts';
import type { AdminContext } from '../admin-context.ts';
import { adminCommand } from '../admin-command.ts';
import { columnsOf } from '../backup/export-command.ts';
import { aliasesOfAdministrators } from './aliases-of-administrators.ts';
import { channelOf } from './alias-words.ts';

/** So many lines of the history are shown; `audit --alias` writes all of them. */
const LATEST = 10;

export const show = adminCommand({
  name: 'show',
  does: 'show all that is known of one alias, with its history',
  takes: { '<alias>': 'its address, or the id of its account' },
  options: { '--json': 'the alias as one JSON object' },
  async run({ open, io }, { json = false }, [name = '']) {
    const context = await open();
    const { register } = context;
    const { rights, caller } = aliasesOfAdministrators(context);
    const { subject: alias } = await rights.grant('show', caller, await addressOf(context, name));
    const columns = columnsOf(alias, await channelOf(register, alias));
    const history = await register.history(alias.id);
    const evidence = { aws_wrote_at: alias.awsWroteAt?.toISOString() ?? '' };
    io.out(
      json
        ? `${JSON.stringify({ ...columns, ...evidence, history: history.map(entryOf) })}\n`
        : words({ ...columns, ...evidence }, history),
    );
  },
});

/** @throws {Refusal} alias-unknown */
async function addressOf({ register }: Pick<AdminContext, 'register'>, name: string): Promise<string> {
  const accountId = name.includes('@') ? undefined : parseAccountId(name);
  if (accountId === undefined) return name;
  const [former] = await register.search('accountId', accountId);
  const alias = (await register.aliasByAccount(accountId)) ?? (former && (await register.alias(former.id)));
  if (alias === undefined) throw new Refusal('alias-unknown');
  return alias.value.address;
}

function entryOf({ at, actor, action, before, after, reason }: AuditEntry) {
  return {
    at: at.toISOString(),
    actor: actor.name,
    action,
    before: auditWords(english, before),
    after: auditWords(english, after),
    reason: auditWords(english, reason),
  };
}

function words(columns: Readonly<Record<string, string>>, history: readonly AuditEntry[]): string {
  const known = Object.entries(columns).filter(([, value]) => value !== '');
  const width = Math.max(...known.map(([name]) => name.length));
  const facts = known.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`);
  const lines = history.slice(-LATEST).map((entry) => {
    const { at, actor, action, before, after, reason } = entryOf(entry);
    const why = reason === '' ? '' : ` (${reason})`;
    return `  ${at.slice(0, 16)}Z ${action} by ${actor}: ${before} → ${after}${why}\n`;
  });
  const title =
    lines.length < history.length ? `last ${LATEST} of ${history.length} lines of history` : 'history';
  return [...facts, `\n${title}:\n`, ...lines].join('');
}
