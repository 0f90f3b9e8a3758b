import { createAliases } from '../../aliases/create-aliases.ts';
import { administrator, administratorsRights } from '../../rights/administrator.ts';
import { systemClock } from '../../shared/clock.ts';
import type { AdminContext } from '../admin-context.ts';

/**
 * What can be done with aliases, and the right of whoever may start the command line.
 * @param name is in the history for who did it: who started the command line is not known
 */
export function aliasesOfAdministrators(
  { register, quarantineDays }: Pick<AdminContext, 'register' | 'quarantineDays'>,
  name = 'administrator',
) {
  const rights = administratorsRights(register);
  return {
    aliases: createAliases({ register, rights, policy: { quarantineDays }, clock: systemClock }),
    rights,
    caller: administrator({ kind: 'system', name }),
  };
}
