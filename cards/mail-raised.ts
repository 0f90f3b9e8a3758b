import type { RaisedNotice } from '../src/outgoing/notice.ts';
import { drawing, type Drawn } from './draw.ts';
import template from './mail-raised.json' with { type: 'json' };
import { nameOf } from './words.ts';

const draw = drawing(template);

/** What Markdown and mentions are written with. */
const MARKUP = /[*_~`[\]()<>&\\#|!]/g;

/**
 * Mentions the owner in the thread of a mail. A mention is text between `at` tags and an entity with the same text, in which
 * `id` may be the Entra object id (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format).
 */
export function mailRaisedCard({ owner, minutes }: RaisedNotice): Drawn {
  const name = nameOf(owner).replaceAll(MARKUP, ' ').trim() || 'Owner';
  const waited = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return {
    card: draw({ name, ownerId: owner.id, sentence: `nobody acknowledged this urgent mail for ${waited}.` }),
    summary: 'Nobody acknowledged an urgent AWS mail.',
  };
}
