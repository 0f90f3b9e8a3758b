import { auditWords } from '../../cards/audit-words.ts';
import { english } from '../../cards/texts/languages.ts';
import type { AuditAction } from '../../src/store/audit.ts';
import { collect } from '../fakes/collect.ts';
import type { World } from './world.ts';

/** What history says of an action, in words, oldest first. */
export async function linesOf(
  { register }: Pick<World, 'register'>,
  action: AuditAction,
): Promise<
  readonly { readonly by: string; readonly before: string; readonly after: string; readonly reason: string }[]
> {
  const all = await collect(register.audit(new Date(0), new Date('2100-01-01')));
  return all
    .filter((entry) => entry.action === action)
    .map(({ actor, before, after, reason }) => ({
      by: actor.name,
      before: auditWords(english, before),
      after: auditWords(english, after),
      reason: auditWords(english, reason),
    }));
}
