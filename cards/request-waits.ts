import type { ReminderNotice } from '../src/requests/notices.ts';
import { drawing, type Drawn } from './draw.ts';
import { runsOf } from './runs.ts';
import { plain, say } from './text.ts';
import { moment } from './time.ts';
import { nameOf } from './words.ts';
import template from './request-waits.json' with { type: 'json' };

const draw = drawing(template);

/** Reminds the approvers; stands below the card with the buttons. */
export function requestWaitsCard({ request }: ReminderNotice): Drawn {
  const title = say`This request still waits for a decision`;
  const card = draw({
    title,
    asker: nameOf(request.asker),
    accountName: plain(request.accountName, 100) || say`an account`,
    since: say` on ${moment(request.createdAt)}.`,
    next: runsOf('Approve or deny it on the card at the top of this thread.'),
  });
  return { card, summary: say`A request for an AWS root alias still waits for a decision.` };
}
