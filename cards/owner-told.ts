import type {
  AccountChangedNotice,
  OwnerNotice,
  OwnerUnreachedNotice,
  OwningChannelNotice,
} from '../src/aliases/notices.ts';
import type { Actor } from '../src/people/person.ts';
import { aliasCard, type AliasSaying } from './alias.ts';
import type { Drawn } from './draw.ts';
import { actorName } from './history.ts';
import { noteCard } from './note.ts';

const IF_WRONG = 'If that is not right, tell an approver or your security team now.';
const MOVE_IT =
  'To have its mail posted in another channel, mention Rootdesk there and write `transfer`, the address and `here`.';

/**
 * An alias came into somebody's hands, or went out of them, or its mail goes elsewhere, without their asking. Whoever had it reads no
 * more of it than that: the message may come late, and what is bound to it by then is another's.
 */
export function ownerToldCard({ alias, channel, isYours, isMove, by }: OwnerNotice): Drawn {
  const giver = nameOf(by);
  if (isYours) return aliasCard({ alias, channel }, toOwner(isMove, giver));
  return noteCard(
    'An AWS root alias is no longer yours',
    `${giver} gave it to another owner: \`${alias.address}\`. You cannot have its mail shown any more. ${IF_WRONG}`,
  );
}

function toOwner(isMove: boolean, giver: string): AliasSaying {
  if (isMove) {
    return {
      title: 'The mail of your AWS root alias goes to another channel',
      lead: `${giver} moved it. The alias stays yours.`,
      next: IF_WRONG,
    };
  }
  return {
    title: 'An AWS root alias is yours now',
    lead: `${giver} gave it to you. Mail that AWS sends to it from now on opens the account, so it is yours to look after.`,
    next: MOVE_IT,
  };
}

/** For the channels of an alias: it came, it left, or it has another owner. */
export function owningChannelToldCard({ alias, channel, isHere, isMove, by }: OwningChannelNotice): Drawn {
  const giver = nameOf(by);
  if (!isHere) {
    return noteCard(
      'An AWS root alias no longer belongs to this channel',
      `${giver} moved the mail of \`${alias.address}\` to another channel. Mail that comes from now on is not posted here. ${IF_WRONG}`,
    );
  }
  return aliasCard(
    { alias, channel },
    isMove
      ? { title: 'This channel owns an AWS root alias now', lead: `${giver} has its mail posted here.` }
      : {
          title: 'An AWS root alias of this channel has a new owner',
          lead: `${giver} gave it to them. Its mail is still posted here.`,
          next: IF_WRONG,
        },
  );
}

/** For owner and channel of an alias to which another account was bound. */
export function accountChangedCard({ alias, by, from, accountId }: AccountChangedNotice): Drawn {
  return noteCard(
    'Another AWS account is bound to an alias',
    `${nameOf(by)} bound account ${accountId} to \`${alias.address}\`, instead of ${from}. ${IF_WRONG}`,
  );
}

/** For whoever gave an alias away. */
export function ownerUnreachedCard({ alias }: OwnerUnreachedNotice): Drawn {
  return noteCard(
    'The new owner does not know yet',
    `The alias \`${alias.address}\` is theirs, but Rootdesk has no chat with them in which it could say so. Tell them yourself, and ask them to write \`help\` to Rootdesk in Teams: then they hear of it, and can have its mail shown.`,
  );
}

/** Without what would begin code. */
function nameOf(by: Actor | undefined): string {
  return by === undefined ? 'Somebody' : actorName(by).replaceAll('`', '');
}
