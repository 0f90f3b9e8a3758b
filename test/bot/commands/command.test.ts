import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../bot/commands/table.ts';
import { COMMAND_RIGHTS } from '../../../src/rights/operations.ts';
import { ADA, openDesk } from '../desk.ts';

describe('a command', () => {
  it('has the usage that its arguments make', () => {
    expect(COMMANDS.map(({ usage }) => usage)).toEqual([
      'request',
      'aliases',
      'find <text>',
      'history <alias>',
      'mail',
      'bind <alias> <account id>',
      'transfer <alias> <mail>',
      'release <alias>',
      'link',
      'mute [topics]',
      'unmute [topics]',
      'digest daily|weekly [topics]',
      'help',
    ]);
  });

  it('tells whoever leaves something out of every argument, with an example', async () => {
    await using desk = await openDesk();
    await desk.write(ADA, 'bind aws_x@company.com');
    expect(desk.lastCard()).toContain('bind <alias> <account id> [account name]');
    expect(desk.lastCard()).toContain('@company.com 123456789012');
  });

  it.each(COMMANDS.map(({ example, name }) => [example, name] as const))(
    '%s, its example, lacks nothing',
    async (example, name) => {
      await using desk = await openDesk();
      const isInChat = COMMAND_RIGHTS[name].where.some((place) => place === 'personal');
      if (isInChat) await desk.write(ADA, example);
      else await desk.writeInChannel(ADA, `<at>Rootdesk</at> ${example}`);
      expect(desk.lastCard()).not.toMatch(/Something is missing|How often|not a topic|to link for/);
    },
  );
});
