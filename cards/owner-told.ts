import type { OwnerNotice } from '../src/outgoing/notice.ts';
import { aliasCard } from './alias.ts';
import type { Drawn } from './draw.ts';
import { actorName } from './history.ts';

/** An alias came into somebody's hands, or went out of them, without their asking. */
export function ownerToldCard({ alias, channel, isYours, by }: OwnerNotice): Drawn {
  const giver = by === undefined ? 'Somebody' : actorName(by).replaceAll('`', '');
  if (!isYours) {
    return aliasCard(
      { alias, channel },
      {
        title: 'An AWS root alias is no longer yours',
        lead: `${giver} gave it to another owner. You cannot have its withheld mail shown any more.`,
        next: 'If that is not right, tell an approver or your security team now.',
      },
    );
  }
  return aliasCard(
    { alias, channel },
    {
      title: 'An AWS root alias is yours now',
      lead: `${giver} gave it to you. Mail that AWS sends to it opens the account, so it is yours to look after.`,
      next:
        channel === undefined
          ? 'To have its mail posted in a channel of your team, mention Rootdesk there and write `transfer` and the address.'
          : 'To have its mail posted in another channel, mention Rootdesk there and write `transfer` and the address.',
    },
  );
}
