import type { Alias } from '../aliases/alias.ts';
import type { CaseRegister } from './cases/case-register.ts';
import { mailGoesToOwner } from '../aliases/states.ts';
import { unwatched, type Telemetry } from '../shared/telemetry.ts';
import type { Mailbox, StoredMessage } from './mailbox.ts';
import type { KnownAlias, MailRules, KnownAliases } from './rules.ts';
import { mailFromStored } from './parse/take-apart.ts';
import { analyze } from './analyze.ts';
import type { Mail, Analysis } from './analysis.ts';

export interface MessageRead {
  readonly stored: StoredMessage;
  readonly mail: Mail;
  readonly analysis: Analysis;
  /**
   * The register's rows for the aliases that it was sent to, unregistered ones are missing; where no header has an alias, the
   * row of the account that a verified mail names.
   */
  readonly aliases: readonly Alias[];
  readonly readAt: number;
}

export interface ReaderDeps {
  readonly mailbox: Pick<Mailbox, 'message' | 'mime'>;
  readonly register: Pick<CaseRegister, 'aliasByAddress' | 'aliasByAccount'>;
  readonly rules: MailRules;
  readonly telemetry?: Telemetry;
}

/**
 * Reads one message and understands it; undefined when it is gone from the mailbox.
 * @param known an alias that was just read, and is not read again where the message was sent to it
 * @throws {MailboxUnavailable}
 */
export async function readMessage(
  deps: ReaderDeps,
  messageId: string,
  signal: AbortSignal,
  known?: Alias,
): Promise<MessageRead | undefined> {
  const { telemetry = unwatched } = deps;
  return telemetry.step({ name: 'read a mail' }, async () => {
    const stored = await deps.mailbox.message(messageId, signal);
    if (stored === undefined) return undefined;
    // Attachments and nested messages can hide a secret, and only the MIME form has them.
    const mime = stored.hasAttachments ? await deps.mailbox.mime(messageId, signal) : undefined;
    const readAt = performance.now();
    const seen = rememberingAliases(deps.register, known);
    const { mail, analysis } = await analyzeAsFarAsPossible(
      await mailFromStored(stored, mime),
      seen.register,
      deps.rules,
    );
    const { ownerByAccount } = analysis;
    const aliases = await seen.aliases(
      ownerByAccount === undefined ? analysis.aliases : [ownerByAccount.address],
    );
    return { stored, mail, analysis, aliases, readAt };
  });
}

/**
 * Patterns run out of stack on texts that somebody may have made for that. Such a mail is told of like one that cannot be taken
 * apart, instead of being read again and again.
 */
async function analyzeAsFarAsPossible(
  mail: Mail,
  register: KnownAliases,
  rules: MailRules,
): Promise<Pick<MessageRead, 'mail' | 'analysis'>> {
  try {
    return { mail, analysis: await analyze(mail, register, rules) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const unsearched: Mail = { ...mail, parts: [], readable: false };
    return { mail: unsearched, analysis: await analyze(unsearched, register, rules) };
  }
}

/** The register as the rules ask it, keeping each row, so that routing does not read it again. */
function rememberingAliases(
  register: ReaderDeps['register'],
  known: Alias | undefined,
): {
  register: KnownAliases;
  aliases(addresses: readonly string[]): Promise<readonly Alias[]>;
} {
  const rows = new Map<string, Promise<Alias | undefined>>();
  if (known !== undefined) rows.set(known.address, Promise.resolve(known));
  const row = (address: string): Promise<Alias | undefined> => {
    const found = rows.get(address) ?? register.aliasByAddress(address).then((alias) => alias?.value);
    rows.set(address, found);
    return found;
  };
  const aliases = async (addresses: readonly string[]): Promise<readonly Alias[]> =>
    (await Promise.all(addresses.map(row))).filter((alias) => alias !== undefined);
  return {
    aliases,
    register: {
      byAddress: async (addresses) => (await aliases(addresses)).filter(mailGoesToOwner).map(knownAlias),
      async byAccount(accountId) {
        const alias = await register.aliasByAccount(accountId);
        return alias === undefined ? undefined : knownAlias(alias.value);
      },
    },
  };
}

function knownAlias({ address, accountId, accountName }: Alias): KnownAlias {
  return { address, accountId, accountName };
}
