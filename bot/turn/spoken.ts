import { z } from 'zod';
import type { Incoming } from '../teams/activity.ts';
import type { MentionedPerson } from '../teams/member-id.ts';

/** What Teams writes for characters that are markup to it; what they give is text here, and never drawn as anything else. */
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const TeamsId = z.string().min(1).max(500);
/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations#work-with-mentions */
const MentionEntity = z.object({
  type: z.literal('mention'),
  text: z.string(),
  mentioned: z.object({ id: TeamsId, aadObjectId: TeamsId.nullish().catch(undefined) }),
});

/** Somebody who was mentioned; a name alone says nothing of who they are. */
export interface Mention extends MentionedPerson {
  readonly name: string;
}

/** What was written to the bot. */
export interface Spoken {
  /** Word by word, without the mentions of the bot; a mention of somebody else is one word, see {@link mentionIn}. */
  readonly words: readonly string[];
  readonly mentioned: readonly Mention[];
}

const AT = /<at\b[^>]*>(.*?)<\/at>/gis;
const BLANK = /&nbsp;/g;
/** Zero-width and bidirectional marks, which come along when an address is copied, are no part of it. */
const INVISIBLE = /\p{Cf}/gu;
/** Begins the word that stands for a mention. Nobody can type it: characters like it are taken out before. */
const MARK = '\u2063';
/** Tags of HTML; an address in angle brackets is none. */
const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^>]*)?\/?>/gi;

/**
 * Reads what was written: tags and non-breaking spaces are taken out, mentions of people are kept.
 *
 * botbuilder's `removeRecipientMention` strips only the first mention, leaves `&nbsp;` and throws where there is no text.
 */
export function spokenIn(seen: Incoming): Spoken {
  const entities = (seen.entities ?? []).flatMap((each) => {
    const parsed = MentionEntity.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
  const mentioned: Mention[] = [];
  const text = visible((seen.text ?? '').slice(0, 2000));
  const marked = text.replaceAll(AT, (whole: string, name: string, offset: number) => {
    const place = entities.findIndex((each) => visible(each.text) === whole);
    const [entity] = place < 0 ? [] : entities.splice(place, 1);
    const { id, name: botName } = seen.recipient ?? {};
    const isBot =
      entity === undefined
        ? name === botName || text.slice(0, offset).trim() === ''
        : entity.mentioned.id === id;
    if (isBot) return ' ';
    const { id: teamsId, aadObjectId } = entity?.mentioned ?? {};
    mentioned.push({ name: plainText(name).trim(), teamsId, personId: aadObjectId ?? undefined });
    return ` ${MARK}${mentioned.length - 1} `;
  });
  const words = plainText(marked).split(/\s+/);
  return { words: words.filter((word) => word !== ''), mentioned };
}

/** Without what nobody sees. */
export function visible(text: string): string {
  return text.replaceAll(BLANK, ' ').replaceAll(INVISIBLE, '');
}

function plainText(text: string): string {
  return text
    .replaceAll(TAG, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? ' ');
}

/** Which mention a word stands for; undefined for every other word. */
export function mentionIn(word: string): number | undefined {
  return word.startsWith(MARK) ? Number(word.slice(MARK.length)) : undefined;
}

/** Words as people read them, with the names of those who are mentioned. */
export function textOf(words: readonly string[], mentioned: readonly Mention[]): string {
  return words.map((word) => mentioned[mentionIn(word) ?? -1]?.name ?? word).join(' ');
}
