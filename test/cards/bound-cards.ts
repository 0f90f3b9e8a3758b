import * as cards from '../../cards/index.ts';
import type { Drawn, Texts } from '../../cards/index.ts';

export type CardName = {
  [Name in keyof typeof cards]: (typeof cards)[Name] extends (...args: never) => Drawn ? Name : never;
}[keyof typeof cards];

/** Each card's function without its first argument, the language. */
export type BoundCards = {
  readonly [Name in CardName]: (typeof cards)[Name] extends (texts: Texts, ...rest: infer Rest) => Drawn
    ? (...rest: Rest) => Drawn
    : never;
};

/** What is done around each drawing; nothing unless given. */
type Around = <Rest extends readonly unknown[]>(
  name: CardName,
  draw: (...rest: Rest) => Drawn,
) => (...rest: Rest) => Drawn;

/** The cards in one language. A card that is not listed here does not compile. */
export function boundCards(texts: Texts, around: Around = (_name, draw) => draw): BoundCards {
  const bound = <Rest extends readonly unknown[]>(
    name: CardName,
    draw: (own: Texts, ...rest: Rest) => Drawn,
  ): ((...rest: Rest) => Drawn) => around(name, (...rest: Rest) => draw(texts, ...rest));
  return {
    aliasCard: bound('aliasCard', cards.aliasCard),
    aliasListCard: bound('aliasListCard', cards.aliasListCard),
    aliasSharedCard: bound('aliasSharedCard', cards.aliasSharedCard),
    askCard: bound('askCard', cards.askCard),
    askerToldCard: bound('askerToldCard', cards.askerToldCard),
    channelLinkedCard: bound('channelLinkedCard', cards.channelLinkedCard),
    commandCard: bound('commandCard', cards.commandCard),
    helpCard: bound('helpCard', cards.helpCard),
    historyCard: bound('historyCard', cards.historyCard),
    mailCard: bound('mailCard', cards.mailCard),
    mailListCard: bound('mailListCard', cards.mailListCard),
    noteCard: bound('noteCard', cards.noteCard),
    noticeCard: bound('noticeCard', cards.noticeCard),
    poolCard: bound('poolCard', cards.poolCard),
    problemCard: bound('problemCard', cards.problemCard),
    rebindCard: bound('rebindCard', cards.rebindCard),
    receiptCard: bound('receiptCard', cards.receiptCard),
    releaseCard: bound('releaseCard', cards.releaseCard),
    requestCard: bound('requestCard', cards.requestCard),
    requestListCard: bound('requestListCard', cards.requestListCard),
    requestFormCard: bound('requestFormCard', cards.requestFormCard),
    revealCard: bound('revealCard', cards.revealCard),
    settingsCard: bound('settingsCard', cards.settingsCard),
    settingsFormCard: bound('settingsFormCard', cards.settingsFormCard),
    unlinkCard: bound('unlinkCard', cards.unlinkCard),
    transferCard: bound('transferCard', cards.transferCard),
  };
}

/** In the language that everybody reads who has not another one. */
export const inEnglish = boundCards(cards.english);
