import { isRoot } from '../harness/recorder.ts';
import type { Rule } from './rule.ts';
import type { Message, World } from './world.ts';

const REPEAT_MARK = 'May be a repeat';

/** By the world's messages: a long run has thousands, and each mail asks for its own. */
const known = new WeakMap<World['messages'], ReadonlyMap<string | undefined, readonly Message[]>>();

/** What a mail's cards are: they begin a thread. Notes about it stand below. */
function postsOf({ messages }: Pick<World, 'messages'>, name: string): readonly Message[] {
  const byMail = known.get(messages) ?? Map.groupBy(messages.filter(isRoot), ({ mail }) => mail);
  known.set(messages, byMail);
  return byMail.get(name) ?? [];
}

/** A mail that is nowhere at all, and does not wait for it either. */
export const lost: Rule = (world) =>
  world.mails
    .filter(({ name }) => !world.waitingMails.has(name) && !world.messages.some(({ mail }) => mail === name))
    .map(({ name }) => `${name} stands nowhere`);

/** A mail that is told of, but not where it belongs. */
export function notInChannel(world: Pick<World, 'mails' | 'messages'>): readonly string[] {
  return world.mails.flatMap(({ name, places }) => {
    const posts = postsOf(world, name);
    return places
      .filter((place) => !posts.some((post) => post.place === place))
      .map((place) => `${name} is not in ${place}`);
  });
}

function repeats(world: World, counts: (post: Message) => boolean, words: string): readonly string[] {
  return world.mails.flatMap(({ name }) => {
    const byPlace = Map.groupBy(postsOf(world, name).filter(counts), ({ place }) => place);
    return [...byPlace].flatMap(([place, posts]) => posts.slice(1).map(() => `${name} in ${place} ${words}`));
  });
}

export const duplicates: Rule = (world) => repeats(world, () => true, 'stands twice');

/** Of all posts of a mail in a place, one may say nothing. */
export const unmarkedDuplicates: Rule = (world) =>
  repeats(world, ({ firstText }) => !firstText.includes(REPEAT_MARK), 'stands twice and does not say so');

/** A code or link where others than its owner read it, or after its time. */
export const leaks: Rule = ({ mails, messages, revealsOver }) =>
  mails.flatMap(({ name, secret }) => {
    if (secret === undefined) return [];
    const shown = messages.filter(({ text }) => text.includes(secret));
    const inChannels = shown
      .filter(({ place }) => place.startsWith('19:'))
      .map(() => `the secret of ${name} is in a channel`);
    const isShownLonger = shown.length > 0 && revealsOver.includes(name);
    return isShownLonger ? [...inChannels, `the secret of ${name} is still shown`] : inChannels;
  });
