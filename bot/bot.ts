import type { ActionAnswer } from './actions/card-action.ts';
import { onAction } from './actions/on-action.ts';
import { createComposeBox } from './compose-box.ts';
import { createGreet } from './greet.ts';
import { createMessages, nobodyCard } from './messages.ts';
import { isFromComposeBox, parseActivity, type Incoming } from './teams/activity.ts';
import type { Conversation } from './teams/conversation.ts';
import { cardAnswer, sentenceAnswer, type HttpAnswer } from './teams/http-answer.ts';
import { inConversation } from './teams/in-conversation.ts';
import { within } from './teams/within.ts';
import { createBackground } from './turn/background.ts';
import type { BotDeps } from './turn/bot-deps.ts';
import { actorOfChange, channelEventIn } from './turn/channel-event.ts';
import { createRemember } from './turn/remember.ts';
import { createSay } from './turn/say.ts';
import { startTurn } from './turn/start-turn.ts';
import type { Said, Turn } from './turn/turn.ts';

export interface Bot {
  /** One activity as it came over HTTP: 200 with what Teams shall show, 400 for what is no activity, 401 for what is not believed. */
  receive(body: unknown, authorization: string): Promise<HttpAnswer>;
  /** Resolves when everything is done that was begun after an answer; for a graceful stop. */
  settled(): Promise<void>;
}

/** Teams waits 5 s for the answer to a click; the way back needs a part of it. */
const CLICK_MS = 4_000;
/** For invokes of other names, which Teams sends for what the app's manifest does not name. */
const NOT_SERVED: HttpAnswer = { status: 501 };

/** An answer as a message of its own. */
function asMessage({ drawn, copyOf, refused }: ActionAnswer): Said {
  return copyOf === undefined || refused === true ? drawn : { ...drawn, copyOf };
}

/** @param clickMs how long a click may take before it is answered with "still working" */
export function createBot(deps: BotDeps, clickMs = CLICK_MS): Bot {
  const { teams, log, telemetry, channels, conversations } = deps;
  const remember = createRemember(deps, log);
  const say = createSay(deps);
  const messages = createMessages(deps, say);
  const greet = createGreet(deps, say);
  const composeBox = createComposeBox(deps, clickMs);
  const { begin, settled } = createBackground(log);

  async function receive(body: unknown, authorization: string): Promise<HttpAnswer> {
    if (teams.access.kind === 'azure' && authorization.trim() === '') return { status: 401 };
    const parsed = parseActivity(body);
    if (parsed === undefined) return { status: 400 };
    const { seen, activity } = parsed;
    const authenticated = await teams.authenticate(activity, seen, authorization);
    if (authenticated === undefined) return { status: 401 };
    // The compose box is in any conversation, also in those that are none of Rootdesk's.
    if (!isFromComposeBox(seen)) begin('remember', remember(seen));
    let answer: HttpAnswer = { status: 200 };
    await telemetry.step({ name: 'teams activity', kind: 'root' }, () =>
      teams.process(authenticated, activity, async (conversation) => {
        answer = await dispatch(conversation, seen);
      }),
    );
    return answer;
  }

  async function dispatch(conversation: Conversation, seen: Incoming): Promise<HttpAnswer> {
    if (seen.type === 'invoke') return invoked(conversation, seen);
    if (seen.type === 'message') await messages.written(conversation, seen);
    if (seen.type === 'messageUpdate' && seen.channelData?.eventType === 'editMessage') {
      await messages.edited(conversation, seen);
    }
    const event = channelEventIn(seen);
    if (event !== undefined) begin('channel event', channels.changed(event, actorOfChange(seen)));
    if (seen.type === 'installationUpdate' && seen.action === 'add') await greet(conversation, seen);
    return { status: 200 };
  }

  async function invoked(conversation: Conversation, seen: Incoming): Promise<HttpAnswer> {
    if (seen.name === 'adaptiveCard/action') return click(conversation, seen);
    return (await composeBox(conversation, seen)) ?? NOT_SERVED;
  }

  async function click(conversation: Conversation, seen: Incoming): Promise<HttpAnswer> {
    const turn = startTurn(log, conversation, seen);
    if (turn === undefined) return cardAnswer(nobodyCard(seen));
    const work = onAction(deps, turn, seen.value);
    const inTime = await within(work, clickMs);
    if (inTime !== undefined) {
      begin('card for good', keep(turn, inTime));
      const { drawn, sentence } = inTime;
      return sentence === undefined ? cardAnswer(drawn) : sentenceAnswer(sentence);
    }
    begin(
      'late answer',
      work.then(async (late) => followUp(turn, seen, late)),
    );
    return sentenceAnswer(turn.texts.answers.stillWorking);
  }

  /** What came too late for an answer: a success is seen on the clicked card where that is stored, all else is told here. */
  async function followUp(turn: Turn, seen: Incoming, late: ActionAnswer): Promise<void> {
    const isStored = await keep(turn, late);
    if (late.refused !== true && (isStored || late.copyOf === undefined)) return;
    const where = { serviceUrl: seen.serviceUrl, conversationId: seen.conversation.id };
    await inConversation(teams, where, async (later) => {
      await say(later, seen, asMessage(late));
    });
  }

  /**
   * The answer to a click changes the card in one window only; what is so for good is written into the conversation. What the
   * activity names as the clicked card is believed only where that card was stored under this very thing.
   * @returns whether it was
   */
  async function keep({ clicked }: Turn, { drawn, copyOf, forGood }: ActionAnswer): Promise<boolean> {
    if (copyOf === undefined) return false;
    const copy = (await conversations.copies(copyOf)).find(
      ({ conversationId, activityId }) =>
        conversationId === clicked?.conversationId && activityId === clicked.activityId,
    );
    if (copy !== undefined && forGood === true) {
      await inConversation(teams, copy, (later) => later.redraw(copy.activityId, drawn));
    }
    return copy !== undefined;
  }

  return { receive, settled };
}
