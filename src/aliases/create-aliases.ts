import type { Aliases } from './aliases.ts';
import { allotDirectly } from './allot-directly.ts';
import { bind } from './bind.ts';
import { releasable, type AliasesParts } from './change-alias.ts';
import { find } from './find.ts';
import { release } from './release.ts';
import { transfer } from './transfer.ts';

/** Aliases over the register. */
export function createAliases(parts: AliasesParts): Aliases {
  return {
    allot: (by, wish) => allotDirectly(parts, by, wish),
    bind: (grant, account, shown) => bind(parts, grant, account, shown),
    transfer: (grant, to, reason, shown) => transfer(parts, grant, to, reason, shown),
    releasable: (grant) => releasable(parts, grant),
    release: (grant, reason) => release(parts, grant, reason),
    find: (by, text) => find(parts, by, text),
    history: ({ subject }) => parts.register.history(subject.id),
  };
}
