import type { Alias, Owner } from './alias.ts';
import type { Destination } from './aliases.ts';
import type { Addressee, Job } from '../messages/job.ts';
import type { Actor } from '../people/person.ts';
import type { Caller } from '../rights/caller.ts';
import type { Grant } from '../rights/grant.ts';
import { changeAlias, type AliasesDeps, type Step } from './change-alias.ts';
import { said } from '../store/audit-fact.ts';
import { Refusal } from '../store/refusal.ts';
import { addresseeOf, isSamePerson, ownershipAfter } from './ownership.ts';
import type { LinkedChannel } from '../channels/channel.ts';
import type { AliasRegister } from './alias-register.ts';
import { foldAddress } from '../shared/identifiers.ts';
import { isHeld } from './states.ts';

/** See `Aliases.transfer`. */
export async function transfer<O extends 'transfer' | 'confirm-transfer' | 'assign'>(
  deps: AliasesDeps,
  grant: Grant<O>,
  to: Destination,
  reason: string,
  shown?: string,
): Promise<Grant<O>> {
  const { actor, caller: by } = grant;
  const owner = to.owner === undefined ? undefined : requireMail(to.owner);
  const channel = to.channelId === undefined ? undefined : await requireOwning(deps.register, to.channelId);
  const step = (stored: Alias, at: Date): Step | undefined => {
    const alias: Alias = isHeld(stored) ? { ...stored, state: 'allotted', allottedAt: at } : stored;
    const held = { ...alias, owner: owner ?? alias.owner, channelId: channel?.id ?? alias.channelId };
    const isAsItWas = isWritten(alias.owner, held.owner) && alias.channelId === held.channelId;
    if (isAsItWas && !isHeld(stored)) return undefined;
    const after: Alias = { ...held, ownership: ownershipAfter(alias, held, actor, at) };
    const mailTo = channel && { teamName: channel.teamName, name: channel.name };
    return {
      action: actionOf(by, alias, after),
      after,
      facts: {
        before: isHeld(stored)
          ? { code: 'state', state: stored.state }
          : { code: 'owned', by: alias.owner?.mail },
        after: { code: 'owned', by: after.owner?.mail, mailTo },
        reason: said(reason),
      },
      jobs: to.isTold === false ? [] : everybodyTold(actor, alias, after),
    };
  };
  return changeAlias(deps, grant, step, shown);
}

/** An owner who took the alias reads nothing withheld alone, so the history keeps that apart from all else. */
function actionOf(by: Caller, before: Alias, after: Alias): 'move' | 'take' | 'transfer' {
  if (isSamePerson(before.owner, after.owner)) return 'move';
  return by.kind === 'person' && by.person.id === after.owner?.id ? 'take' : 'transfer';
}

/**
 * The new owner is told, and the one before, and the channels: nobody gets or loses an alias or its mail without a word. Not who did it
 * themselves.
 */
function everybodyTold(by: Actor, before: Alias, after: Alias): readonly Job[] {
  const isMove = isSamePerson(before.owner, after.owner);
  // An owner of whom the address was known is known by their id now: nothing that anybody would notice.
  if (isMove && before.channelId === after.channelId) return [];
  const told = { aliasId: after.id, by, isMove };
  const isGiver = (to: Addressee): boolean =>
    to.kind === 'person' && by.kind === 'person' && to.personId === by.id;
  const owners = isMove ? [after.owner] : [after.owner, before.owner];
  const people = owners.map(addresseeOf).filter((to) => to !== undefined && !isGiver(to));
  const channels = [...new Set([after.channelId, before.channelId])].filter((id) => id !== undefined);
  return [
    ...people.flatMap((to) => (to === undefined ? [] : [{ kind: 'owner-told', ...told, to } as const])),
    ...channels.map(
      (channelId) => ({ kind: 'owning-channel-told', ...told, to: { kind: 'channel', channelId } }) as const,
    ),
  ];
}

/** The owner with the address in lower case. @throws {Refusal} mail-unknown */
export function requireMail(owner: Owner): Owner {
  const mail = foldAddress(owner.mail);
  if (!mail.includes('@')) throw new Refusal('mail-unknown', { whose: 'owner' });
  return { ...owner, mail };
}

/** @throws {Refusal} channel-not-linked */
export async function requireOwning(
  register: Pick<AliasRegister, 'channel'>,
  channelId: string,
): Promise<LinkedChannel> {
  const channel = (await register.channel(channelId))?.value;
  if (channel?.roles.includes('owner') !== true) {
    throw new Refusal('channel-not-linked', { whose: 'any' });
  }
  return channel;
}

/** The same person, known by the same id and address. */
function isWritten(one: Owner | undefined, other: Owner | undefined): boolean {
  return one?.mail === other?.mail && one?.id === other?.id;
}
