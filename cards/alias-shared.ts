import type { Alias } from '../src/aliases/alias.ts';
import { aliasText, channelOf, type AliasWithChannel } from './alias.ts';
import { drawing, type Drawn } from './draw.ts';
import { chatLink } from './links.ts';
import template from './templates/alias-shared.json' with { type: 'json' };
import { joined, say, withoutMarkup, type CardText } from './text.ts';
import type { Texts } from './texts/languages.ts';

const draw = drawing(template);

/**
 * An alias in a message that somebody writes to others: its address, which they could have typed, and a way to ask Rootdesk, which
 * tells each reader what they may see ([006](../docs/decisions/006-who-sees-what.md)).
 * @param botId how Teams names Rootdesk
 */
export function aliasSharedCard(texts: Texts, alias: Alias, botId: string): Drawn {
  const address = aliasText(texts, alias);
  const link = botId === '' ? say`` : chatLink(botId, `find ${address}`);
  const card = draw(texts, {
    alias: address,
    canAsk: link !== '',
    link: link || say`https://teams.microsoft.com/`,
  });
  return { card, summary: texts.shared.title };
}

/** A result in the list of a search, which the searcher alone reads. Teams draws it, and takes markup in it. */
export interface Preview {
  readonly title: CardText;
  readonly text: CardText;
}

/** An alias as a result: the account's name, where there is one, and what tells it from others. */
export function aliasPreview(texts: Texts, shown: AliasWithChannel): Preview {
  const { alias } = shown;
  const address = aliasText(texts, alias);
  const name = withoutMarkup(alias.accountName ?? '', 60);
  const accountId = withoutMarkup(alias.accountId ?? '', 40) || texts.names.noAccountId;
  const owner = withoutMarkup(alias.owner?.name || alias.owner?.mail || '', 120);
  const channel = withoutMarkup(channelOf(texts, shown), 120);
  const facts = [texts.aliasStates[alias.state], accountId, owner, channel];
  return {
    title: name === '' ? address : name,
    text: joined(name === '' ? facts : [...facts, address], ' · '),
  };
}
