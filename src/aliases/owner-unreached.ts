import type { AliasRegister } from './alias-register.ts';
import type { Clock } from '../shared/clock.ts';
import { newChangeId } from '../shared/identifiers.ts';
import type { Actor } from '../people/person.ts';
import type { JobOf, Target } from '../messages/job.ts';

export interface UnreachedDeps {
  readonly register: Pick<AliasRegister, 'alias' | 'mark' | 'commit'>;
  readonly clock: Clock;
  /** Called when jobs were queued. */
  readonly wake: () => void;
}

const OUTBOX: Actor = { kind: 'system', name: 'outbox' };

/**
 * The new owner of an alias cannot be told that it is theirs: whoever gave it to them and the owning channel hear of that, once, so
 * that it is not nobody who looks after the account. They are still told as soon as they can be.
 */
export async function ownerUnreached(
  { register, clock, wake }: UnreachedDeps,
  { aliasId, by, isMove, to }: JobOf<'owner-told'>,
): Promise<void> {
  if (to.kind !== 'person' || isMove === true) return;
  const alias = (await register.alias(aliasId))?.value;
  if (alias?.owner?.id !== to.personId) return;
  const name = `unreached:${JSON.stringify([aliasId, to.personId, alias.ownership?.since])}`;
  if ((await register.mark(name)) !== undefined) return;
  const told: readonly Target[] = [
    ...(by?.kind === 'person' ? [{ kind: 'person', personId: by.id } as const] : []),
    ...(alias.channelId === undefined ? [] : [{ kind: 'channel', channelId: alias.channelId } as const]),
  ];
  const outcome = await register.commit({
    id: newChangeId(),
    marks: [{ name, version: undefined, text: to.personId }],
    audit: [
      {
        at: clock(),
        actor: OUTBOX,
        action: 'owner-unreached',
        aliasId,
        requestId: undefined,
        after: { code: 'untold', mail: alias.owner.mail },
      },
    ],
    jobs: told.map((target) => ({ kind: 'owner-unreached', aliasId, to: target })),
  });
  if (outcome.kind === 'committed') wake();
}
