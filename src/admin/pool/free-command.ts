import type { Alias } from '../../aliases/alias.ts';
import { freeHeld } from '../../aliases/free-held.ts';
import { isHeld } from '../../aliases/states.ts';
import { systemClock } from '../../shared/clock.ts';
import { foldAddress } from '../../shared/identifiers.ts';
import { administrator, administratorsRights } from '../../rights/administrator.ts';
import { adminCommand } from '../admin-command.ts';
import { AdminFault, section } from '../command-output.ts';
import { inTurn } from '../in-turn.ts';

const FREE = { kind: 'system', name: 'free' } as const;

interface Report {
  readonly held: readonly string[];
  /** Named, and not held. */
  readonly notHeld: readonly string[];
  readonly freed: readonly Pick<Alias, 'address' | 'state'>[];
  readonly refused: readonly { readonly address: string; readonly reason: string }[];
}

/** Ends with 1 when something is left to do. */
export const free = adminCommand({
  name: 'free',
  does: 'take held aliases into the pool, of which it is known that nobody has them',
  takes: { '[addresses...]': 'of aliases that are held' },
  options: {
    '--held': 'all that are held',
    '--reason <text>': 'how it is known that nobody has them; kept in the history',
    '--apply': 'free them; without it they are listed',
    '--json': 'the outcome as one JSON object',
  },
  async run({ open, io }, { held: all = false, reason = '', apply = false, json = false }, addresses) {
    const { register } = await open();
    const isNamed = addresses.length > 0;
    if (isNamed === all)
      throw badOption('It was not said which aliases: name them, or write --held for all.');
    if (apply && reason.trim() === '')
      throw badOption('It was not said how it is known that nobody has them.');
    const named = new Set(addresses.map(foldAddress));
    const held: string[] = [];
    for await (const { value } of register.everyAlias()) {
      if (isHeld(value) && (all || named.has(value.address))) held.push(value.address);
    }
    const rights = administratorsRights(register);
    const { done, refused } = await inTurn(
      apply ? held : [],
      { io, label: 'Aliases', json },
      async (address) => {
        const grant = await rights.grant('free', administrator(FREE), address);
        return (await freeHeld({ register, clock: systemClock }, grant, reason)).subject;
      },
    );
    const notHeld = [...named].filter((address) => !held.includes(address));
    const report = {
      held,
      notHeld,
      freed: done.map(({ address, state }) => ({ address, state })),
      refused: refused.map(({ item: address, reason: why }) => ({ address, reason: why })),
      left: held.length - done.length + notHeld.length,
    };
    io.out(json ? `${JSON.stringify(report)}\n` : words(report, apply));
    return report.left === 0 ? 0 : 1;
  },
});

function badOption(message: string): AdminFault {
  return new AdminFault('bad-option', message, 'Write free ADDRESS --apply --reason TEXT, or free --held.');
}

function words({ held, notHeld, freed, refused }: Report, applying: boolean): string {
  const first = `${held.length} ${held.length === 1 ? 'alias is' : 'aliases are'} held`;
  return [
    `${first}${applying ? `, ${freed.length} taken out of that` : ''}.\n`,
    applying
      ? ''
      : section(
          'that nobody is handed',
          held,
          'First adopt --apply with the lists of all organizations, and assign. Of those that are left and nobody has: free --held --apply --reason TEXT.',
        ),
    section(
      'set right',
      freed.map(({ address, state }) => `${address}: ${state} now`),
    ),
    section('not held, or not in the table', notHeld, 'show says how each is now.'),
    section(
      'not written',
      refused.map(({ address, reason }) => `${address}: ${reason}`),
      'Run free again.',
    ),
  ].join('');
}
