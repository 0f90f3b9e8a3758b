import { carriedBy } from '../harness/card.ts';
import type { Message, World } from './world.ts';

type Known = Pick<World, 'requests' | 'acknowledged' | 'mails' | 'aliases'>;

/** Buttons of which the table tells that they have nothing left to do, and how. */
const OVER: Readonly<Record<string, (known: Known, message: Message) => boolean>> = {
  approve: ofSettled('approve'),
  deny: ofSettled('deny'),
  'cancel-request': ofSettled('cancel-request'),
  'submit-request': ({ requests }, { buttons }) => {
    const requestId = carriedBy(buttons, 'submit-request', 'requestId');
    return requests.some(({ id }) => id === requestId);
  },
  'release-alias': ({ aliases }, { buttons }) => {
    const aliasId = carriedBy(buttons, 'release-alias', 'aliasId');
    return aliases.some(({ id, state }) => id === aliasId && state !== 'allotted');
  },
  'acknowledge-mail': ({ acknowledged, mails }, { buttons, mail }) => {
    const ledgerId = carriedBy(buttons, 'acknowledge-mail', 'ledgerId');
    const messageId = ledgerId.slice(0, Math.max(0, ledgerId.lastIndexOf(':')));
    const ofMessage = acknowledged.filter((each) => each.ledgerId.startsWith(`${messageId}:`));
    const named = mails.find(({ name }) => name === mail)?.aliasesACard ?? 1;
    return ofMessage.some((each) => each.ledgerId === ledgerId) && ofMessage.length >= named;
  },
};

/** Whether a card offers what is over: it says that something waits that does not. */
export function isStale(known: Known, message: Message): boolean {
  return staleVerb(known, message) !== undefined;
}

/** The button that is over, undefined where none is. */
export function staleVerb(known: Known, message: Message): string | undefined {
  return [...message.buttons.keys()].find((verb) => OVER[verb]?.(known, message) === true);
}

function ofSettled(verb: string): (known: Known, message: Message) => boolean {
  return ({ requests }, { buttons }) => {
    const requestId = carriedBy(buttons, verb, 'requestId');
    return requests.some(({ id, state }) => id === requestId && state !== 'pending');
  };
}
