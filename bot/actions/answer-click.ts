import { cardAnswer, sentenceAnswer, type HttpAnswer } from '../teams/http-answer.ts';
import { problemCard } from '../../cards/index.ts';
import { whenAfter } from '../../src/messages/queue.ts';
import { withinTime } from '../../src/shared/time-limit.ts';
import type { ActionAnswer, ActionDeps } from './card-action.ts';
import { onAction } from './on-action.ts';
import type { Incoming } from '../teams/activity.ts';
import { inConversation } from '../teams/in-conversation.ts';
import { within } from '../teams/within.ts';
import type { Background } from '../turn/background.ts';
import type { BotDeps } from '../turn/bot-deps.ts';
import { settleClicked } from './clicked-card.ts';
import type { Say } from '../turn/say.ts';
import type { Said, Turn } from '../turn/turn.ts';

/** Teams waits 5 s for the answer to a click; the way back, and the promise that is kept before it is made, need a part of it. */
export const CLICK_MS = 3_500;
/** The storage answers in some hundredths of a second; where it does not, nothing is promised. */
const PROMISE_MS = 800;
/** Longer than a turn lasts: then whoever promised is gone. */
const PROMISED_FOR_MS = 20_000;
/** For what is told after the work has ended. */
const TELL_MS = 14_000;

export type ClickDeps = ActionDeps & Pick<Background, 'begin'> & { readonly say: Say };

/**
 * Answers a click in time. What takes longer goes on, and is told in the conversation or seen on the card; that this will be so is stored
 * before it is said.
 * @param clickMs how long a click may take before it is answered with "still working"
 */
export async function answerClick(
  deps: ClickDeps,
  turn: Turn,
  seen: Incoming,
  clickMs: number,
): Promise<HttpAnswer> {
  const work = onAction(deps, turn, seen.value).then((answer) => withBelow(deps, turn, seen, answer));
  const inTime = await within(work, clickMs);
  if (inTime !== undefined) {
    const promise = inTime.answered === undefined ? undefined : promised(deps, seen, 'question-answered');
    deps.begin('card for good', () => drawForGood(deps, turn, seen, inTime, promise));
    if (promise !== undefined) await within(promise, PROMISE_MS);
    const { drawn, sentence } = inTime;
    return sentence === undefined ? cardAnswer(drawn) : sentenceAnswer(sentence);
  }
  const promise = promised(deps, seen, 'click-promised');
  deps.begin('late answer', () => keepPromise(deps, turn, seen, work, promise));
  const { stillWorking, slow } = turn.texts.answers;
  return sentenceAnswer((await within(promise, PROMISE_MS)) === undefined ? slow : stillWorking);
}

/** Says below what is to be said there; where that fails, the answer is in the place of the card. */
async function withBelow(
  deps: ClickDeps,
  turn: Turn,
  seen: Incoming,
  answer: ActionAnswer,
): Promise<ActionAnswer> {
  const { below } = answer;
  if (below === undefined) return answer;
  try {
    return (await tell(deps, seen, below)) ? { ...answer, sentence: turn.texts.answers.below } : answer;
  } catch (error) {
    deps.log.error({ err: error }, 'what is to be said below a card could not be said');
    return answer;
  }
}

/** Id of the stored promise; undefined where it could not be stored. */
async function promised(
  { outbox, clock, log }: BotDeps,
  seen: Incoming,
  kind: 'click-promised' | 'question-answered',
): Promise<string | undefined> {
  const { serviceUrl, conversation, replyToId = '' } = seen;
  const copy = { serviceUrl, conversationId: conversation.id, activityId: replyToId };
  const when = whenAfter(clock(), PROMISED_FOR_MS);
  try {
    return await outbox.add({ kind, copy, dueAt: when.dueAt }, when);
  } catch (error) {
    log.error({ err: error }, 'what is promised to whoever clicked could not be stored');
    return undefined;
  }
}

/** Where that does not work, or this process ends before, the stored promise is left to be kept by a worker. */
async function drawForGood(
  deps: ClickDeps,
  turn: Turn,
  seen: Incoming,
  answer: ActionAnswer,
  promise: Promise<string | undefined> | undefined,
): Promise<void> {
  await settleClicked(deps, turn, seen, answer);
  const id = await promise;
  if (id !== undefined) await deps.outbox.withdraw(id);
}

/** Where it cannot be told here, the stored promise is left to be kept by a worker. */
async function keepPromise(
  deps: ClickDeps,
  turn: Turn,
  seen: Incoming,
  work: Promise<ActionAnswer>,
  promise: Promise<string | undefined>,
): Promise<void> {
  const isTold = await followUp(deps, turn, seen, await work);
  const id = await promise;
  if (id !== undefined && isTold) await deps.outbox.withdraw(id);
}

/** What came too late for an answer: a success is seen on the clicked card where that is known, all else is told here. */
async function followUp(deps: ClickDeps, turn: Turn, seen: Incoming, late: ActionAnswer): Promise<boolean> {
  const isSeen = await settleClicked(deps, turn, seen, late, true);
  if (late.refused === undefined && (isSeen || late.copyOf === undefined)) return true;
  return tell(deps, seen, asMessage(turn, late));
}

/** @returns whether it could be said in the conversation of the click */
async function tell(deps: ClickDeps, seen: Incoming, said: Said): Promise<boolean> {
  const where = { serviceUrl: seen.serviceUrl, conversationId: seen.conversation.id };
  let isTold = false;
  await inConversation(deps.teams, where, async (later) => {
    isTold = (await withinTime(TELL_MS, (signal) => deps.say(later, seen, said, signal))) !== undefined;
  });
  return isTold;
}

/** A refusal is a sentence: a whole card with live buttons would be a second one, which nobody keeps. */
function asMessage(turn: Turn, { drawn, copyOf, refused }: ActionAnswer): Said {
  if (refused !== undefined) return problemCard(turn.texts, refused.problem, refused.reference);
  return copyOf === undefined ? drawn : { ...drawn, copyOf };
}
