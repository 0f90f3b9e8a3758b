import { describe, expect, it } from 'vitest';
import { english, inPlainText } from '../../../cards/index.ts';
import { COMMANDS } from '../../../bot/commands/commands.ts';
import { COMMAND_RIGHTS } from '../../../src/rights/operations.ts';
import { ADA, openWorld } from '../world.ts';

describe('a command', () => {
  it.each([
    ['find', 'find <text>', 'find <text>'],
    ['bind', 'bind <alias> <account id>', 'bind <alias> <account id> [account name]'],
    ['release', 'release <alias>', 'release <alias> [reason]'],
    ['link', 'link', 'link [approvals] [triage]'],
    ['digest', 'digest daily|weekly [topics]', 'digest daily|weekly [topics]'],
  ])('%s has the usage that its arguments make, in short and in full', (of, usage, fullUsage) => {
    const found = COMMANDS.find(({ name }) => name === of);
    expect([found?.usage(english), found?.fullUsage(english)]).toEqual([usage, fullUsage]);
  });

  it('asks in a form for what somebody left out, and takes what they type', async () => {
    await using world = await openWorld();
    await world.write(ADA, 'find');
    expect(world.lastCard()).toContain(english.ask.find.title);
    await world.click(ADA, 'write-command', { command: 'find', about: '', words: 'nowhere' });
    expect(world.lastCard()).toContain(english.aliasList.foundNone);
  });

  it('is written by no button but the few that may', async () => {
    await using world = await openWorld();
    for (const command of ['link', 'unlink', 'mute', 'request', 'constructor', '']) {
      const answer = await world.click(ADA, 'write-command', { command, about: '', words: 'x' });
      expect(answer.text).toContain(inPlainText(english.refusals['card-unknown'].message));
    }
  });

  it.each(COMMANDS.map(({ example, name }) => [example, name] as const))(
    '%s, its example, lacks nothing',
    async (example, name) => {
      await using world = await openWorld();
      const isInChat = COMMAND_RIGHTS[name].where.some((place) => place === 'personal');
      if (isInChat) await world.write(ADA, example);
      else await world.writeInChannel(ADA, `<at>Rootdesk</at> ${example}`);
      expect(world.lastCard()).not.toMatch(/write-command","style|How often|not a topic|to link for/);
    },
  );
});
