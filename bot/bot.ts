import type { TurnContext } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import { problemCard, type Drawn } from '../cards/index.ts';
import { unwatched } from '../src/telemetry.ts';
import { receiptSubject, type PostedCopy } from '../src/outgoing/poster.ts';
import { parseActivity, placeOf, type Incoming } from './activity.ts';
import { cardAnswer, sentenceAnswer, type HttpAnswer } from './answer.ts';
import { greeting } from './commands/help.ts';
import { COMMANDS } from './commands/table.ts';
import { inConversation } from './conversation.ts';
import { messageOf } from './message.ts';
import { onAction } from './on-action.ts';
import { actorOfChange, channelEventIn } from './on-change.ts';
import { onMessage } from './on-message.ts';
import type { BotParts } from './parts.ts';
import { createRemember } from './remember.ts';
import { startTurn } from './start-turn.ts';
import type { ActionAnswer, Turn } from './turn.ts';
import { within } from './within.ts';

export interface Bot {
  /** One activity as it came over HTTP: 200 with what Teams shall show, 400 for what is no activity, 401 for what is not believed. */
  receive(body: unknown, authorization: string): Promise<HttpAnswer>;
  /** Resolves when everything is done that was begun after an answer; for a graceful stop. */
  settled(): Promise<void>;
}

/** Teams waits 5 s for the answer to a click; the way back needs a part of it. */
const CLICK_MS = 4_000;
/** The same installation is told of more than once, by re-delivery or by a page load. */
const GREETED_AGAIN_MS = 5_000;

const STILL_WORKING = 'Still working on it. You hear here as soon as it is done.';

const NOBODY = problemCard({
  message: 'Teams did not say who you are, so Rootdesk cannot act for you.',
  remedy: 'Use Rootdesk with your own work account of this company.',
});

/** @param clickMs how long a click may take before it is answered with "still working" */
export function createBot(parts: BotParts, clickMs = CLICK_MS): Bot {
  const { teams, log, telemetry = unwatched } = parts;
  const remember = createRemember(parts.conversations, log);
  const greeted = new LRUCache<string, true>({ max: 1_000, ttl: GREETED_AGAIN_MS });
  const begun = new Set<Promise<void>>();

  function begin(what: string, work: Promise<unknown>): void {
    const tracked = work
      .then(
        () => undefined,
        (error: unknown) => log.error({ err: error, what }, 'something begun after an answer failed'),
      )
      .finally(() => begun.delete(tracked));
    begun.add(tracked);
  }

  async function receive(body: unknown, authorization: string): Promise<HttpAnswer> {
    if (teams.access.kind === 'azure' && authorization.trim() === '') return { status: 401 };
    const parsed = parseActivity(body);
    if (parsed === undefined) return { status: 400 };
    const { seen, activity } = parsed;
    const authenticated = await teams.authenticate(activity, seen, authorization);
    if (authenticated === undefined) return { status: 401 };
    begin('remember', remember(seen));
    let answer: HttpAnswer = { status: 200 };
    await telemetry.step({ name: 'teams activity', kind: 'root' }, () =>
      teams.adapter.processActivityDirect(authenticated, activity, async (context) => {
        answer = await dispatch(context, seen);
      }),
    );
    return answer;
  }

  async function dispatch(context: TurnContext, seen: Incoming): Promise<HttpAnswer> {
    if (seen.type === 'invoke')
      return seen.name === 'adaptiveCard/action' ? click(context, seen) : { status: 501 };
    if (seen.type === 'message') await say(context, await reply(context, seen));
    const event = channelEventIn(seen);
    if (event !== undefined) begin('channel event', parts.channels.changed(event, actorOfChange(seen)));
    if (seen.type === 'installationUpdate' && seen.action === 'add') await greet(context, seen);
    return { status: 200 };
  }

  async function reply(context: TurnContext, seen: Incoming): Promise<Drawn> {
    const turn = startTurn(parts, context, seen);
    return turn === undefined ? NOBODY : onMessage(turn, seen);
  }

  async function greet(context: TurnContext, seen: Incoming): Promise<void> {
    if (greeted.has(seen.conversation.id)) return;
    greeted.set(seen.conversation.id, true);
    const place = placeOf(seen);
    // A linked channel knows Rootdesk already; the Playground tells of an installation at every page load.
    if (place.kind === 'channel' && (await parts.channels.channel(place.channelId)) !== undefined) return;
    await say(context, greeting(COMMANDS, place));
  }

  /** A failed answer is logged, not thrown: Teams would deliver the message again, and the command would run twice. */
  async function say(context: TurnContext, drawn: Drawn): Promise<void> {
    try {
      await context.sendActivity(messageOf(drawn));
    } catch (error) {
      log.error({ err: error }, 'an answer could not be sent');
    }
  }

  async function click(context: TurnContext, seen: Incoming): Promise<HttpAnswer> {
    const turn = startTurn(parts, context, seen);
    if (turn === undefined) return cardAnswer(NOBODY);
    const work = onAction(turn, seen.value);
    const inTime = await within(work, clickMs);
    if (inTime !== undefined) {
      begin('card for good', keep(turn, seen, inTime));
      return cardAnswer(inTime.drawn);
    }
    begin(
      'late answer',
      work.then(async (late) => followUp(turn, seen, late)),
    );
    return sentenceAnswer(STILL_WORKING);
  }

  /** What came too late for an answer: a success is told by the outbox and the receipt, a refusal is told here. */
  async function followUp(turn: Turn, seen: Incoming, late: ActionAnswer): Promise<void> {
    await keep(turn, seen, late);
    if (late.refused !== true) return;
    const where = { serviceUrl: seen.serviceUrl, conversationId: seen.conversation.id };
    await inConversation(teams, where, async (later) => {
      await later.sendActivity(messageOf(late.drawn));
    });
  }

  /** The answer to a click changes the card in one window only; what is so for good is written into the conversation. */
  async function keep(turn: Turn, seen: Incoming, answer: ActionAnswer): Promise<void> {
    await keepReceipt(turn, seen, answer);
    if (answer.forGood !== true || seen.replyToId === undefined) return;
    const where = { serviceUrl: seen.serviceUrl, conversationId: seen.conversation.id };
    const redrawn = { ...messageOf(answer.drawn), id: seen.replyToId };
    await inConversation(teams, where, async (later) => {
      await later.updateActivity(redrawn);
    });
  }

  /**
   * Makes the clicked form the asker's receipt for good. The answer to a click changes the card in one window only, and a
   * form that came back with the next page load would invite a second request.
   */
  async function keepReceipt(turn: Turn, seen: Incoming, answer: ActionAnswer): Promise<void> {
    if (answer.receiptOf === undefined || seen.replyToId === undefined) return;
    const copy: PostedCopy = {
      serviceUrl: seen.serviceUrl,
      conversationId: seen.conversation.id,
      activityId: seen.replyToId,
    };
    await parts.conversations.rememberCopy(receiptSubject(answer.receiptOf), copy);
    const request = await parts.requests.request(answer.receiptOf);
    if (request === undefined) return;
    const channel = await parts.channels.channel(request.channelId);
    await parts.poster.redraw(copy, { kind: 'receipt', request, channel }, turn.signal);
  }

  return {
    receive,
    async settled() {
      while (begun.size > 0) await Promise.all(begun);
    },
  };
}
