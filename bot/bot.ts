import { answerClick, CLICK_MS } from './actions/answer-click.ts';
import type { ActionDeps } from './actions/card-action.ts';
import { COMMANDS } from './commands/commands.ts';
import { runCommand } from './commands/on-message.ts';
import { shortHelp } from './commands/help.ts';
import { createComposeBox } from './compose-box.ts';
import { forSomebody } from '../src/shared/people-first.ts';
import { createGreet } from './greet.ts';
import { createMessages, nobodyCard } from './messages.ts';
import { isFromComposeBox, parseActivity, type Incoming } from './teams/activity.ts';
import type { Conversation } from './teams/conversation.ts';
import { cardAnswer, type HttpAnswer } from './teams/http-answer.ts';
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

/** For invokes of other names, which Teams sends for what the app's manifest does not name. */
const NOT_SERVED: HttpAnswer = { status: 501 };

/** @param clickMs how long a click may take before it is answered with "still working" */
export function createBot(deps: BotDeps, clickMs = CLICK_MS): Bot {
  const { teams, log, telemetry, channels } = deps;
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
    if (!isFromComposeBox(seen)) begin('remember', () => remember(seen));
    let answer: HttpAnswer = { status: 200 };
    await forSomebody(() =>
      telemetry.step({ name: 'teams activity', kind: 'root' }, () =>
        teams.process(authenticated, activity, async (conversation) => {
          answer = await dispatch(conversation, seen);
        }),
      ),
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
    if (event !== undefined) {
      const followed = channels.changed(event, actorOfChange(seen));
      begin('channel event', () => followed);
      // Whoever is linked again needs no welcome.
      if (event.kind === 'team-back') await Promise.allSettled([followed]);
    }
    if (seen.type === 'installationUpdate') await greet(conversation, seen);
    return { status: 200 };
  }

  async function invoked(conversation: Conversation, seen: Incoming): Promise<HttpAnswer> {
    if (seen.name === 'adaptiveCard/action') return click(conversation, seen);
    return (await composeBox(conversation, seen)) ?? NOT_SERVED;
  }

  async function click(conversation: Conversation, seen: Incoming): Promise<HttpAnswer> {
    const turn = startTurn(log, conversation, seen);
    if (turn === undefined) return cardAnswer(nobodyCard(seen));
    const help = (asked: Turn): Promise<Said> => shortHelp(deps, asked, COMMANDS, 'help');
    const write: ActionDeps['write'] = (asked, name, words) => runCommand(deps, asked, name, words);
    return answerClick({ ...deps, say, begin, help, write }, turn, seen, clickMs);
  }

  return { receive, settled };
}
