import type { Aliases } from '../../aliases/aliases.ts';
import { createAliases } from '../../aliases/create-aliases.ts';
import { administrator, administratorsRights } from '../../rights/administrator.ts';
import type { TrustedCaller } from '../../rights/caller.ts';
import type { Rights } from '../../rights/rights.ts';
import { systemClock } from '../../shared/clock.ts';
import type { AdminContext } from '../admin-context.ts';

/** What can be done with aliases, and the right of whoever may start the command line. */
export interface AdministratorsAliases {
  readonly aliases: Aliases;
  readonly rights: Rights;
  readonly caller: TrustedCaller;
}

/** @param name is in the history for who did it: who started the command line is not known */
export function aliasesOfAdministrators(
  { register, quarantineDays }: Pick<AdminContext, 'register' | 'quarantineDays'>,
  name = 'administrator',
): AdministratorsAliases {
  const rights = administratorsRights(register);
  return {
    aliases: createAliases({ register, rights, policy: { quarantineDays }, clock: systemClock }),
    rights,
    caller: administrator({ kind: 'system', name }),
  };
}
