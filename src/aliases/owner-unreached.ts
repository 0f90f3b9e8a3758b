import type { AliasRegister } from './alias-register.ts';
import type { Clock } from '../shared/clock.ts';
import type { Actor } from '../people/person.ts';
import type { JobOf, Target } from '../messages/job.ts';
import { placeOfTarget } from '../messages/place-of.ts';
import { isToOwner } from './ownership.ts';
import type { OwnerUnreachedNotice } from './notices.ts';

export interface UnreachedDeps {
  readonly register: Pick<AliasRegister, 'alias' | 'channel' | 'mark' | 'commit'>;
  readonly clock: Clock;
  /** Called when jobs were queued. */
  readonly wake: () => void;
}

const OUTBOX: Actor = { kind: 'system', name: 'outbox' };

/**
 * The new owner of an alias cannot be told that it is theirs, or the directory knows nobody by an owner's address: whoever did it and the
 * owning channel (triage, where none is linked) hear of that, once, so that it is not nobody who looks after the account. Who has no chat
 * yet is still told as soon as there is one.
 */
export async function ownerUnreached(
  { register, clock, wake }: UnreachedDeps,
  job: JobOf<'owner-told' | 'account-changed'>,
  why: OwnerUnreachedNotice['why'],
  mayBeRepeat: boolean,
): Promise<void> {
  const { aliasId, by, to } = job;
  const isNew = job.kind === 'owner-told' && job.isMove !== true;
  if (why === 'no-chat' && !isNew) return;
  const alias = (await register.alias(aliasId))?.value;
  if (alias?.owner === undefined || !isToOwner(to, alias.owner)) return;
  const who = placeOfTarget(to);
  const name = `unreached:${JSON.stringify([aliasId, who, alias.ownership?.since])}`;
  if ((await register.mark(name)) !== undefined) return;
  const told: readonly Target[] = [
    ...(by?.kind === 'person' ? [{ kind: 'person', personId: by.id } as const] : []),
    await lookedAfterIn(register, alias.channelId),
  ];
  const outcome = await register.commit({
    marks: [{ name, version: undefined, text: who }],
    audit: {
      at: clock(),
      actor: OUTBOX,
      action: 'owner-unreached',
      aliasId,
      after: { code: 'untold', mail: alias.owner.mail },
    },
    jobs: told.map((target) => ({ kind: 'owner-unreached', aliasId, to: target, why })),
    mayBeRepeat,
  });
  if (outcome.kind === 'committed') wake();
}

async function lookedAfterIn(
  register: Pick<AliasRegister, 'channel'>,
  channelId: string | undefined,
): Promise<Target> {
  const channel = channelId === undefined ? undefined : (await register.channel(channelId))?.value;
  return channel?.roles.includes('owner') === true
    ? { kind: 'channel', channelId: channel.id }
    : { kind: 'triage' };
}
