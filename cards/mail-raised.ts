import type { EscalationNotice } from '../src/mail/notices.ts';
import { drawing, type Drawn } from './draw.ts';
import { NAME_MOST, nameOf } from './parts/words.ts';
import template from './templates/mail-raised.json' with { type: 'json' };
import { exactly, say, withoutMarkup } from './text.ts';
import type { Texts } from './texts/languages.ts';

const draw = drawing(template);

/**
 * Mentions the owner in the thread of a mail. A mention is text between `at` tags and an entity with the same text, in which
 * `id` may be the Entra object id (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format).
 */
export function mailEscalatedCard(texts: Texts, { owner, minutes }: EscalationNotice): Drawn {
  const name = withoutMarkup(nameOf(texts, owner), NAME_MOST) || texts.names.owner;
  const mention = say`<at>${name}</at>`;
  return {
    card: draw(texts, {
      name,
      mention,
      ownerId: exactly(owner.id),
      lead: texts.raised.lead({ mention, minutes }),
    }),
    summary: texts.raised.summary,
  };
}
