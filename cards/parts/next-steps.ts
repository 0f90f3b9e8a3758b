import type { LinkedChannel } from '../../src/channels/channel.ts';
import type { Drawn } from '../draw.ts';
import { appLink, channelLink, chatLink } from '../links.ts';
import { exactly, withoutMarkup, type CardText, type Words } from '../text.ts';
import type { Texts } from '../texts/languages.ts';
import { channelName } from './words.ts';

/** What somebody may want to do after they read a card. Each works where its card is: some in chats alone, some in channels. */
export type NextStep =
  | 'help'
  | 'request'
  | 'requests'
  | 'aliases'
  | 'channel-aliases'
  | 'mail'
  | 'settings'
  | 'link'
  | 'pool'
  | { readonly kind: 'alias'; readonly aliasId: string }
  /** The reader's own chat, with what to write there. */
  | { readonly kind: 'chat'; readonly botId: string; readonly message: string }
  /** The app in Teams' store, to be added. */
  | { readonly kind: 'install'; readonly appId: string }
  | { readonly kind: 'channel'; readonly channel: LinkedChannel; readonly tenantId: string };

/** The card with buttons for what comes next. */
export function withNextSteps(texts: Texts, { card, summary }: Drawn, steps: readonly NextStep[]): Drawn {
  const buttons = steps.map((step) => buttonOf(texts, step)).filter((button) => button !== undefined);
  if (buttons.length === 0) return { card, summary };
  const { actions } = card;
  const others: readonly unknown[] = Array.isArray(actions) ? actions : [];
  return { card: { ...card, actions: [...others, ...buttons] }, summary };
}

type Button =
  | { readonly type: 'Action.Execute'; readonly title: Words; readonly verb: string; readonly data: object }
  | { readonly type: 'Action.OpenUrl'; readonly title: Words; readonly url: CardText };

function buttonOf(texts: Texts, step: NextStep): Button | undefined {
  const { steps, help, settings, channel } = texts;
  if (typeof step !== 'string') return buttonAbout(texts, step);
  switch (step) {
    case 'help':
      return pressed(steps.next.help, 'show-help');
    case 'request':
      return pressed(help.request, 'request-form');
    case 'requests':
      return pressed(steps.next.requests, 'page-requests');
    case 'aliases':
      return pressed(help.aliases, 'page-aliases');
    case 'channel-aliases':
      return pressed(help.aliasesHere, 'page-aliases');
    case 'mail':
      return pressed(help.mail, 'page-mail');
    case 'settings':
      return pressed(settings.open, 'settings-form');
    case 'link':
      return pressed(channel.link, 'link-channel');
    case 'pool':
      return pressed(steps.next.pool, 'show-pool');
  }
}

function buttonAbout(texts: Texts, step: Exclude<NextStep, string>): Button | undefined {
  const { next } = texts.steps;
  switch (step.kind) {
    case 'alias':
      return pressed(texts.history.alias, 'show-alias', { aliasId: exactly(step.aliasId) });
    case 'chat':
      return step.botId === ''
        ? undefined
        : { type: 'Action.OpenUrl', title: next.chat, url: chatLink(step.botId, step.message) };
    case 'install': {
      const url = appLink(step.appId);
      return url === '' ? undefined : { type: 'Action.OpenUrl', title: next.install, url };
    }
    case 'channel': {
      const name = withoutMarkup(channelName(texts, step.channel), 60);
      return {
        type: 'Action.OpenUrl',
        title: next.channel({ name }),
        url: channelLink(step.channel, step.tenantId),
      };
    }
  }
}

/** The answer is a message of its own: the card still tells what it told. */
function pressed(title: Words, verb: string, data: Readonly<Record<string, CardText>> = {}): Button {
  return { type: 'Action.Execute', title, verb, data: { ...data, from: '0', below: 'yes' } };
}
