import type { Actor } from '../people/person.ts';
import { noteAwsMail, type AwsMailDeps } from './aws-mail.ts';
import { commitState } from './commit-state.ts';
import type { AliasRegister } from './alias-register.ts';
import { freed } from './release.ts';

/** Rootdesk acting by itself, at a time that was agreed. */
export const SCHEDULE: Actor = { kind: 'system', name: 'schedule' };

/** Aliases that one call frees; the next call goes on. */
const FREED_MOST = 200;

/**
 * Frees the aliases whose quarantine is over; one to which AWS wrote is retired instead. Safe to run anywhere at any time; one that changes meanwhile is left alone.
 * @returns how many were freed
 */
export async function endQuarantines(
  deps: AwsMailDeps & { readonly register: AliasRegister },
): Promise<number> {
  const { register } = deps;
  const at = deps.clock();
  let count = 0;
  for (const before of await register.quarantineOver(at, FREED_MOST)) {
    const awsWroteAt = await register.verifiedMail(before.value.id);
    if (awsWroteAt !== undefined) {
      await noteAwsMail(deps, before.value.id, awsWroteAt);
      continue;
    }
    const line = { at, actor: SCHEDULE, action: 'free' } as const;
    const outcome = await commitState(register, before, freed(before.value), line);
    if (outcome.kind === 'committed') count += 1;
  }
  return count;
}
