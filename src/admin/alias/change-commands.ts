import type { Alias } from '../../aliases/alias.ts';
import { ACCOUNT_NAME_MOST, isAccountName, parseAccountId } from '../../aliases/aws-limits.ts';
import type { Destination } from '../../aliases/aliases.ts';
import { Refusal } from '../../store/refusal.ts';
import type { AdminContext } from '../admin-context.ts';
import { AdminFault, type CommandOutput } from '../command-output.ts';
import { columnsOf } from '../backup/export-command.ts';
import { aliasesOfAdministrators } from './aliases-of-administrators.ts';
import { aliasLine, channelOf } from './alias-words.ts';
import { channelNamed } from './channel-named.ts';
import { personNamed } from './person-named.ts';

type Context = Pick<AdminContext, 'register' | 'quarantineDays'>;

export interface BindOptions {
  readonly name?: string;
  readonly replace?: boolean;
  readonly reason: string;
  readonly json?: boolean;
}

/** Notes which account uses an alias; another one is replaced only where that is said. @throws {Refusal} */
export async function runBind(
  context: Context,
  address: string,
  accountId: string,
  { name, replace = false, reason, json = false }: BindOptions,
  io: CommandOutput,
): Promise<void> {
  const { aliases, rights, caller } = aliasesOfAdministrators(context);
  const grant = await rights.grant('bind', caller, address);
  if (name !== undefined && !isAccountName(name)) {
    throw new Refusal('account-name-refused', { most: ACCOUNT_NAME_MOST });
  }
  const { accountId: now } = grant.subject;
  if (now !== undefined && now !== parseAccountId(accountId) && !replace) {
    throw new Refusal('account-bound-already');
  }
  const bound = await aliases.bind(grant, { id: accountId, name, reason: required(reason) });
  await tell(context, bound.subject, json, io);
}

export interface TransferOptions {
  readonly channel?: string;
  readonly reason: string;
  readonly json?: boolean;
}

/** Gives an alias to somebody else, or its mail to another channel. @throws {Refusal} @throws {DirectoryUnavailable} */
export async function runTransfer(
  context: Context & Pick<AdminContext, 'directory'>,
  address: string,
  mail: string | undefined,
  { channel, reason, json = false }: TransferOptions,
  io: CommandOutput,
): Promise<void> {
  const { aliases, rights, caller } = aliasesOfAdministrators(context);
  const grant = await rights.grant('transfer', caller, address);
  if (mail === undefined && channel === undefined) {
    throw new AdminFault(
      'bad-option',
      'It was not said to whom.',
      'Write the mail address of the new owner, --channel, or both.',
    );
  }
  const to: Destination = {
    owner: mail === undefined ? undefined : await personNamed(context.directory, mail),
    channelId: channel === undefined ? undefined : channelNamed(channel, await linked(context)).id,
  };
  const given = await aliases.transfer(grant, to, required(reason));
  await tell(context, given.subject, json, io);
}

export interface ReleaseOptions {
  readonly reason: string;
  readonly json?: boolean;
}

/** Takes an alias back. @throws {Refusal} */
export async function runRelease(
  context: Context,
  address: string,
  { reason, json = false }: ReleaseOptions,
  io: CommandOutput,
): Promise<void> {
  const { aliases, rights, caller } = aliasesOfAdministrators(context);
  const grant = await rights.grant('release', caller, address);
  const released = await aliases.release(grant, required(reason));
  await tell(context, released.subject, json, io);
}

async function linked({ register }: Pick<AdminContext, 'register'>) {
  return (await register.channels()).map(({ value }) => value);
}

/** @throws {AdminFault} bad-option */
function required(reason: string): string {
  if (reason.trim() !== '') return reason.trim();
  throw new AdminFault(
    'bad-option',
    'The reason is empty.',
    'Write --reason and why, in a few words: it is kept in the history, where nobody sees who started the command.',
  );
}

/** How the alias is now. */
async function tell({ register }: Context, alias: Alias, json: boolean, io: CommandOutput): Promise<void> {
  const channel = await channelOf(register, alias);
  io.out(json ? `${JSON.stringify(columnsOf(alias, channel))}\n` : `${aliasLine(alias, channel)}\n`);
}
