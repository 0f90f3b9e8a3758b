import { LRUCache } from 'lru-cache';
import { languageOf, problemCard, textsIn } from '../cards/index.ts';
import { onMessage, type Answer } from './commands/on-message.ts';
import type { Incoming } from './teams/activity.ts';
import type { Conversation } from './teams/conversation.ts';
import type { BotDeps } from './turn/bot-deps.ts';
import type { Say } from './turn/say.ts';
import { spokenIn } from './turn/spoken.ts';
import { startTurn } from './turn/start-turn.ts';
import type { Said } from './turn/turn.ts';

/** What was answered to a message, in case it is edited. */
interface Answered {
  readonly text: string;
  readonly hasChanged: boolean;
  /** The answer's message where another text may take its place: not a form or question, which may have been pressed since. */
  readonly activityId: string | undefined;
}

/** As many messages as were written lately; those of before a restart are answered anew. */
const ANSWERED_MOST = 5_000;
const ANSWERED_MS = 24 * 60 * 60_000;

/** To whom Teams gives no id. */
export function nobodyCard({ locale }: Incoming): Said {
  const texts = textsIn(languageOf(locale));
  const { nobody, nobodyRemedy } = texts.faults;
  return problemCard(texts, { message: nobody, remedy: nobodyRemedy });
}

/** Answers what people write, and what they edit: there the earlier answer is replaced where it is known. */
export interface Messages {
  written(conversation: Conversation, seen: Incoming): Promise<void>;
  /** What changes something is done once a message, whatever it says afterwards. */
  edited(conversation: Conversation, seen: Incoming): Promise<void>;
}

export function createMessages(deps: BotDeps, say: Say): Messages {
  const answers = new LRUCache<string, Answered>({ max: ANSWERED_MOST, ttl: ANSWERED_MS });
  const keyOf = ({ conversation, id = '' }: Incoming): string => `${conversation.id} ${id}`;

  function keep(seen: Incoming, { said, hasChanged }: Answer, activityId: string | undefined): void {
    if (seen.id === undefined) return;
    const isReplaceable = said.copyOf === undefined;
    answers.set(keyOf(seen), {
      text: seen.text ?? '',
      hasChanged,
      activityId: isReplaceable ? activityId : undefined,
    });
  }

  async function answerTo(
    conversation: Conversation,
    seen: Incoming,
    isAfterChange: boolean,
  ): Promise<Answer> {
    const turn = startTurn(deps.log, conversation, seen);
    if (turn === undefined) return { said: nobodyCard(seen), hasChanged: false };
    return onMessage(deps, turn, { words: spokenIn(seen).words, isAfterChange });
  }

  async function redrawn(conversation: Conversation, activityId: string, said: Said): Promise<boolean> {
    try {
      await conversation.redraw(activityId, said);
      return true;
    } catch (error) {
      deps.log.warn({ err: error }, 'the answer to an edited message could not be replaced');
      return false;
    }
  }

  return {
    async written(conversation, seen) {
      const answer = await answerTo(conversation, seen, false);
      keep(seen, answer, await say(conversation, seen, answer.said));
    },
    async edited(conversation, seen) {
      const earlier = answers.get(keyOf(seen));
      // Teams tells of more than edits, and of the same one more than once.
      if (earlier !== undefined && earlier.text === (seen.text ?? '')) return;
      const answer = await answerTo(conversation, seen, earlier?.hasChanged ?? true);
      const { activityId } = earlier ?? {};
      // A form or a question is a message of its own: under it the card is kept.
      const isInPlace =
        activityId !== undefined &&
        answer.said.copyOf === undefined &&
        (await redrawn(conversation, activityId, answer.said));
      const hasChanged = answer.hasChanged || earlier?.hasChanged === true;
      keep(
        seen,
        { ...answer, hasChanged },
        isInPlace ? activityId : await say(conversation, seen, answer.said),
      );
    },
  };
}
