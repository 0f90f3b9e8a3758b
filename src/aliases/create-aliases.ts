import type { Aliases } from './aliases.ts';
import { allotDirectly } from './allot-directly.ts';
import { bind } from './bind.ts';
import { releasable, type AliasesDeps } from './change-alias.ts';
import { find } from './find.ts';
import { readPool } from './pool.ts';
import { release } from './release.ts';
import { transfer } from './transfer.ts';

/** Aliases over the register. */
export function createAliases(deps: AliasesDeps): Aliases {
  return {
    allot: (by, wanted) => allotDirectly(deps, by, wanted),
    bind: (grant, account, shown) => bind(deps, grant, account, shown),
    transfer: (grant, to, reason, shown) => transfer(deps, grant, to, reason, shown),
    releasable: (grant) => releasable(deps, grant),
    release: (grant, reason) => release(deps, grant, reason),
    find: (by, text, from, most) => find(deps, by, text, from, most),
    pool: () => readPool(deps.register, deps.clock()),
    history: ({ subject }) => deps.register.history(subject.id),
  };
}
