import type { Grant } from '../rights/grant.ts';
import { anew, retryOnConflict } from '../store/retry-on-conflict.ts';
import { pristine, type Alias } from './alias.ts';
import { withAwsMail } from './aws-mail.ts';
import type { AliasesDeps } from './change-alias.ts';
import { commitState } from './commit-state.ts';
import { said } from '../store/audit-fact.ts';
import { Refusal } from '../store/refusal.ts';
import { isUsedAtAws } from './ownership.ts';
import { isHeld } from './states.ts';

/**
 * Takes a held alias into the pool, because an administrator says that nobody has it. One that an AWS account uses, or to which AWS
 * wrote, is retired instead, whatever anybody says.
 * @throws {Refusal} alias-not-held, register-busy
 */
export function freeHeld(
  { register, clock }: Pick<AliasesDeps, 'register' | 'clock'>,
  first: Grant<'free'>,
  reason: string,
): Promise<Grant<'free'>> {
  const busy = (): Refusal => new Refusal('register-busy');
  return retryOnConflict(busy, anew(first), async (grant) => {
    const { actor, before } = grant;
    if (!isHeld(before.value)) throw new Refusal('alias-not-held');
    const after = freed(await withAwsMail(register, before.value));
    const line = { at: clock(), actor, action: 'free', reason: said(reason) } as const;
    const outcome = await commitState(register, before, after, line);
    return outcome.kind === 'committed' ? grant.after(after) : undefined;
  });
}

function freed(alias: Alias): Alias {
  return isUsedAtAws(alias) ? { ...alias, state: 'retired' } : pristine(alias);
}
