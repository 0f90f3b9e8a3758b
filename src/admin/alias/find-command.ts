import { adminCommand } from '../admin-command.ts';
import { columnsOf } from '../backup/export-command.ts';
import { aliasesOfAdministrators } from './aliases-of-administrators.ts';
import { aliasLine, channelOf } from './alias-words.ts';

/** So many are written out; whoever finds more asks more closely. */
const FOUND_MOST = 50;

/** Ends with 1 where nothing was found. */
export const find = adminCommand({
  name: 'find',
  does: 'find aliases as in chat: by address, account id or name, owner, team or channel',
  takes: { '<text>': 'what it begins with' },
  options: { '--json': 'the aliases as one JSON object' },
  async run({ open, io }, { json = false }, [text = '']) {
    const context = await open();
    const { aliases, rights, caller } = aliasesOfAdministrators(context);
    const found = await aliases.find(await rights.grant('find', caller), text, 0, FOUND_MOST);
    const shown = await Promise.all(
      found.aliases.map(async ({ subject: alias }) => ({
        alias,
        channel: await channelOf(context.register, alias),
      })),
    );
    if (json) {
      const columns = shown.map(({ alias, channel }) => columnsOf(alias, channel));
      io.out(`${JSON.stringify({ aliases: columns, all: found.all })}\n`);
    } else {
      const lines = shown.map(({ alias, channel }) => `${aliasLine(alias, channel)}\n`);
      io.out(lines.length === 0 ? 'Nothing was found.\n' : lines.join(''));
      if (shown.length < found.all) io.out(`These are ${shown.length} of ${found.all}: ask more closely.\n`);
    }
    return shown.length === 0 ? 1 : 0;
  },
});
