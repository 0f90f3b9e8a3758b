import { FOUND_MOST } from '../../aliases/aliases.ts';
import type { AdminContext } from '../admin-context.ts';
import type { CommandOutput } from '../command-output.ts';
import { columnsOf } from '../export-command.ts';
import { aliasesOfAdministrators } from './aliases-of-administrators.ts';
import { aliasLine, channelOf } from './alias-words.ts';

/** Finds aliases as `find` in chat does. @returns 1 where nothing was found, else 0 */
export async function runFind(
  context: Pick<AdminContext, 'register' | 'quarantineDays'>,
  text: string,
  { json = false }: { readonly json?: boolean },
  io: CommandOutput,
): Promise<0 | 1> {
  const { aliases, rights, caller } = aliasesOfAdministrators(context);
  const found = await aliases.find(await rights.grant('find', caller), text);
  const shown = await Promise.all(
    found.aliases.map(async ({ subject: alias }) => ({
      alias,
      channel: await channelOf(context.register, alias),
    })),
  );
  if (json) {
    const columns = shown.map(({ alias, channel }) => columnsOf(alias, channel));
    io.out(`${JSON.stringify({ aliases: columns, more: found.more })}\n`);
  } else {
    const lines = shown.map(({ alias, channel }) => `${aliasLine(alias, channel)}\n`);
    io.out(lines.length === 0 ? 'Nothing was found.\n' : lines.join(''));
    if (found.more) io.out(`There are more than these ${FOUND_MOST}: ask more closely.\n`);
  }
  return shown.length === 0 ? 1 : 0;
}
