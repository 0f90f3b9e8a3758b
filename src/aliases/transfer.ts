import type { Alias, Owner } from './alias.ts';
import type { Destination } from './aliases.ts';
import type { Errand } from '../outgoing/message.ts';
import type { Caller } from '../rights/caller.ts';
import type { Grant } from '../rights/grant.ts';
import { changeAlias, type AliasesParts } from './change-alias.ts';
import { Refusal } from './errors.ts';
import { isSamePerson, ownershipAfter } from './ownership.ts';
import type { LinkedChannel, Register } from './register.ts';
import { foldAddress } from '../identifiers.ts';

/** See `Aliases.transfer`. */
export async function transfer(
  parts: AliasesParts,
  grant: Grant<'transfer'>,
  to: Destination,
  reason: string,
): Promise<Grant<'transfer'>> {
  const { actor, caller: by } = grant;
  const owner = to.owner === undefined ? undefined : requireMail(to.owner);
  const channel = to.channelId === undefined ? undefined : await requireOwning(parts.register, to.channelId);
  return changeAlias(parts, grant, (alias, at) => {
    const held = { ...alias, owner: owner ?? alias.owner, channelId: channel?.id ?? alias.channelId };
    if (isWritten(alias.owner, held.owner) && alias.channelId === held.channelId) return undefined;
    const after: Alias = { ...held, ownership: ownershipAfter(alias, held, actor, at) };
    const channelWords = channel === undefined ? '' : `, mail to ${channel.teamName} / ${channel.name}`;
    return {
      action: actionOf(by, alias, after),
      after,
      words: {
        before: `owned by ${alias.owner?.mail ?? 'nobody known'}`,
        after: `owned by ${after.owner?.mail ?? 'nobody known'}${channelWords}`,
        reason: reason.trim(),
      },
      errands: ownersTold(by, alias, after),
    };
  });
}

/** An owner who took the alias reads nothing withheld alone, so the history keeps that apart from all else. */
function actionOf(by: Caller, before: Alias, after: Alias): 'move' | 'take' | 'transfer' {
  if (isSamePerson(before.owner, after.owner)) return 'move';
  return by.kind === 'person' && by.person.id === after.owner?.id ? 'take' : 'transfer';
}

/**
 * The new owner is told, and the one before: nobody loses an alias without a word. Not who did it themselves, nor who is known by
 * their address alone.
 */
function ownersTold(by: Caller, before: Alias, after: Alias): readonly Errand[] {
  if (isSamePerson(before.owner, after.owner)) return [];
  return [...new Set([after.owner?.id, before.owner?.id])].flatMap((personId) =>
    personId === undefined || (by.kind === 'person' && by.person.id === personId)
      ? []
      : [{ kind: 'owner-told', aliasId: after.id, to: { kind: 'person', personId } } as const],
  );
}

/** The owner with the address in lower case. @throws {Refusal} mail-unknown */
export function requireMail(owner: Owner): Owner {
  const mail = foldAddress(owner.mail);
  if (!mail.includes('@')) throw new Refusal('mail-unknown', 'An alias needs an owner with a mail address.');
  return { ...owner, mail };
}

/** @throws {Refusal} channel-not-linked */
export async function requireOwning(
  register: Pick<Register, 'channel'>,
  channelId: string,
): Promise<LinkedChannel> {
  const channel = (await register.channel(channelId))?.value;
  if (channel?.roles.includes('owner') !== true) {
    throw new Refusal('channel-not-linked', 'That channel is not linked, so it cannot own aliases.');
  }
  return channel;
}

/** The same person, known by the same id and address. */
function isWritten(one: Owner | undefined, other: Owner | undefined): boolean {
  return one?.mail === other?.mail && one?.id === other?.id;
}
