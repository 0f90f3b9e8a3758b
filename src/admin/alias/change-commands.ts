import type { Alias } from '../../aliases/alias.ts';
import { ACCOUNT_NAME_MOST, isAccountName, parseAccountId } from '../../aliases/aws-limits.ts';
import type { Destination } from '../../aliases/aliases.ts';
import { Refusal } from '../../store/refusal.ts';
import { adminCommand } from '../admin-command.ts';
import type { AdminContext } from '../admin-context.ts';
import { AdminFault, type CommandOutput } from '../command-output.ts';
import { columnsOf } from '../backup/export-command.ts';
import { aliasesOfAdministrators } from './aliases-of-administrators.ts';
import { aliasLine, channelOf } from './alias-words.ts';
import { channelNamed } from './channel-named.ts';
import { personNamed } from './person-named.ts';

const REASON = { '--reason <text>': 'why; kept in the history' } as const;

/** Another account is replaced only where that is said. */
export const bind = adminCommand({
  name: 'bind',
  does: 'note which AWS account uses an alias',
  takes: { '<alias>': 'its address', '<account-id>': '12 digits' },
  options: {
    '--name <name>': 'a new name for the account',
    '--replace': 'also where another account is bound',
    '--json': 'the alias as one JSON object',
  },
  needs: REASON,
  async run({ open, io }, { name, replace = false, reason, json = false }, [address = '', accountId = '']) {
    const context = await open();
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
  },
});

export const transfer = adminCommand({
  name: 'transfer',
  does: 'give an alias to another owner, or its mail to another channel',
  takes: { '<alias>': 'its address', '[mail]': 'of the new owner' },
  options: {
    '--channel <channel>': 'id of a linked channel, its link, or "Team / Channel"',
    '--json': 'the alias as one JSON object',
  },
  needs: REASON,
  async run({ open, io }, { channel, reason, json = false }, [address = '', mail]) {
    const context = await open();
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
  },
});

export const release = adminCommand({
  name: 'release',
  does: 'take an alias back from its owner',
  takes: { '<alias>': 'its address' },
  options: { '--json': 'the alias as one JSON object' },
  needs: REASON,
  async run({ open, io }, { reason, json = false }, [address = '']) {
    const context = await open();
    const { aliases, rights, caller } = aliasesOfAdministrators(context);
    const grant = await rights.grant('release', caller, address);
    const released = await aliases.release(grant, required(reason));
    await tell(context, released.subject, json, io);
  },
});

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
async function tell(
  { register }: Pick<AdminContext, 'register'>,
  alias: Alias,
  json: boolean,
  io: CommandOutput,
): Promise<void> {
  const channel = await channelOf(register, alias);
  io.out(json ? `${JSON.stringify(columnsOf(alias, channel))}\n` : `${aliasLine(alias, channel)}\n`);
}
