import type { ReminderNotice } from '../src/requests/notices.ts';
import { drawing, type Drawn } from './draw.ts';
import { deciderFields } from './parts/mentions.ts';
import { accountWords, nameOf, whoWords } from './parts/words.ts';
import { runsOf } from './runs.ts';
import template from './templates/request-waits.json' with { type: 'json' };
import { plain } from './text.ts';
import type { Texts } from './texts/languages.ts';
import { momentWords } from './parts/moment.ts';

const draw = drawing(template);

/** Reminds the approvers; is below the card with the buttons. */
export function requestWaitsCard(texts: Texts, { request, deciders }: ReminderNotice): Drawn {
  const { title, lead, next, summary } = texts.requestWaits;
  const card = draw(texts, {
    title,
    lead: lead({
      asker: nameOf(texts, request.asker),
      account: plain(request.accountName, 100) || texts.names.account,
      since: momentWords(texts, request.createdAt),
    }),
    next: runsOf(next),
    ...deciderFields(texts, deciders),
  });
  const who = whoWords(texts, request.asker);
  return { card, summary: summary({ who, account: accountWords(texts, request.accountName) }) };
}
