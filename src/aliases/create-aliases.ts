import type { Aliases } from './aliases.ts';
import { allotDirectly } from './allot-directly.ts';
import { bind } from './bind.ts';
import { changeable, existing, type AliasesParts } from './change-alias.ts';
import { find } from './find.ts';
import { release } from './release.ts';
import { transfer } from './transfer.ts';

/** Aliases over the register. */
export function createAliases(parts: AliasesParts): Aliases {
  return {
    allot: (by, wish) => allotDirectly(parts, by, wish),
    bind: (by, address, account) => bind(parts, by, address, account),
    transfer: (by, address, to, reason) => transfer(parts, by, address, to, reason),
    release: (by, address, reason) => release(parts, by, address, reason),
    find: (text) => find(parts.register, text),
    changeable: (by, address) => changeable(parts, by, address),
    async history(address) {
      const { value: alias } = await existing(parts.register, address);
      return { alias, entries: await parts.register.history(alias.id) };
    },
  };
}
