import type { Alias, Owner } from './alias.ts';
import type { Destination } from './aliases.ts';
import type { Job } from '../messages/job.ts';
import type { Actor } from '../people/person.ts';
import type { Caller } from '../rights/caller.ts';
import type { Grant } from '../rights/grant.ts';
import { changeAlias, type AliasesDeps, type Step } from './change-alias.ts';
import { said } from '../store/audit-fact.ts';
import { Refusal } from '../store/refusal.ts';
import { isSamePerson, ownershipAfter } from './ownership.ts';
import type { LinkedChannel } from '../channels/channel.ts';
import type { AliasRegister } from './alias-register.ts';
import { foldAddress } from '../shared/identifiers.ts';
import { isHeld } from './states.ts';
import { everybodyTold } from './who-is-told.ts';

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
      jobs: to.isTold === false ? [] : told(actor, alias, after),
    };
  };
  return changeAlias(deps, grant, step, shown);
}

/** An owner who took the alias reads nothing withheld alone, so the history keeps that apart from all else. */
function actionOf(by: Caller, before: Alias, after: Alias): 'move' | 'take' | 'transfer' {
  if (isSamePerson(before.owner, after.owner)) return 'move';
  return by.kind === 'person' && by.person.id === after.owner?.id ? 'take' : 'transfer';
}

/** An owner of whom the address was known is known by their id now: nothing that anybody would notice. */
function told(by: Actor, before: Alias, after: Alias): readonly Job[] {
  const isMove = isSamePerson(before.owner, after.owner);
  if (isMove && before.channelId === after.channelId) return [];
  return everybodyTold(isMove ? 'moved' : 'given', { by, before, after });
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
