import { Refusal } from '../store/refusal.ts';
import type { Caller } from './caller.ts';
import type { Right, Role, SubjectKind } from './operations.ts';
import type { Facts } from './roles.ts';
import { placeIn } from './subjects.ts';

/** Whether the operation is there for somebody who calls from such a place. */
export function worksIn({ where }: Right, caller: Caller): boolean {
  return where === undefined || caller.kind === 'trusted' || where.some((kind) => kind === caller.place.kind);
}

/** Whether one of the roles may do it. */
export function isAmong(roles: ReadonlySet<Role>, may: readonly Role[]): boolean {
  return may.some((role) => roles.has(role));
}

/** In a channel, what is told of an alias is told to all its members; a mail's card is drawn only where it is. */
export function mayBeShown(caller: Caller, kind: SubjectKind, { alias, places }: Facts): boolean {
  if (caller.kind === 'trusted') return true;
  const { place, conversationId } = caller;
  if (kind === 'mail') return places.includes(placeIn(conversationId));
  if (kind !== 'alias' || place.kind === 'personal') return true;
  return place.kind === 'channel' && place.channelId === alias?.channelId;
}

/** What is said to whoever may do it with anything of that kind. */
export function unknown(kind: SubjectKind): Refusal {
  switch (kind) {
    case 'mail':
    case 'reveal':
      return new Refusal('mail-not-found', { what: 'mail' });
    case 'request':
    case 'form':
      return new Refusal('request-unknown');
    case 'alias':
    case 'channel':
    case 'none':
      return new Refusal('alias-unknown');
  }
}
