import type { EscalationNotice } from '../src/mail/notices.ts';
import { drawing, type Drawn } from './draw.ts';
import { mentionsOf, mentionWords } from './parts/mentions.ts';
import { accountWords, topicOf } from './parts/words.ts';
import template from './templates/mail-raised.json' with { type: 'json' };
import type { Texts } from './texts/languages.ts';

const draw = drawing(template);

/** Mentions the owner in the thread of a mail. */
export function mailEscalatedCard(texts: Texts, { owner, entry, alias, minutes }: EscalationNotice): Drawn {
  const mentions = mentionsOf(texts, [owner]);
  const mention = mentionWords(mentions) || texts.names.owner;
  const topic = topicOf(texts, entry.category, entry.announced !== true);
  const account = accountWords(
    texts,
    alias?.accountName,
    entry.accountId ?? alias?.accountId,
    alias?.address,
  );
  return {
    card: draw(texts, { mentions, lead: texts.raised.lead({ mention, minutes }) }),
    summary: texts.raised.summary({ topic, account }),
  };
}
