import type { EscalationNotice } from '../src/mail/notices.ts';
import { drawing, type Drawn } from './draw.ts';
import { exactly, say, withoutMarkup } from './text.ts';
import { NAME_MOST, nameOf } from './words.ts';
import template from './mail-raised.json' with { type: 'json' };

const draw = drawing(template);

/**
 * Mentions the owner in the thread of a mail. A mention is text between `at` tags and an entity with the same text, in which
 * `id` may be the Entra object id (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format).
 */
export function mailEscalatedCard({ owner, minutes }: EscalationNotice): Drawn {
  const name = withoutMarkup(nameOf(owner), NAME_MOST) || say`Owner`;
  const waited = minutes === 1 ? say`a minute` : say`${minutes} minutes`;
  return {
    card: draw({
      name,
      ownerId: exactly(owner.id),
      sentence: say`nobody acknowledged this urgent mail for ${waited}.`,
    }),
    summary: say`Nobody acknowledged an urgent AWS mail.`,
  };
}
