import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../bot/commands/table.ts';
import { COMMAND_RIGHTS } from '../../../src/rights/operations.ts';
import { ADA, openWorld } from '../world.ts';

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
    await using world = await openWorld();
    await world.write(ADA, 'bind aws_x@company.com');
    expect(world.lastCard()).toContain('bind <alias> <account id> [account name]');
    expect(world.lastCard()).toContain('@company.com 123456789012');
  });

  it.each(COMMANDS.map(({ example, name }) => [example, name] as const))(
    '%s, its example, lacks nothing',
    async (example, name) => {
      await using world = await openWorld();
      const isInChat = COMMAND_RIGHTS[name].where.some((place) => place === 'personal');
      if (isInChat) await world.write(ADA, example);
      else await world.writeInChannel(ADA, `<at>Rootdesk</at> ${example}`);
      expect(world.lastCard()).not.toMatch(/Something is missing|How often|not a topic|to link for/);
    },
  );
});
