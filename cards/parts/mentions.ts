import type { Deciders } from '../../src/people/deciders.ts';
import type { Person } from '../../src/people/person.ts';
import { exactly, say, withoutMarkup, type CardText, type Words } from '../text.ts';
import type { Texts } from '../texts/languages.ts';
import { NAME_MOST, nameOf } from './words.ts';

/**
 * Somebody who is rung by a card: a text between `at` tags in a TextBlock, and an entity with the same text, in which `id` may be
 * the Entra object id (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format).
 */
export type Mention = { readonly text: Words; readonly id: CardText; readonly name: Words };

/** Each once; who is known by an address alone cannot be mentioned. */
export function mentionsOf(
  texts: Texts,
  people: readonly Pick<Person, 'id' | 'name' | 'mail'>[],
): readonly Mention[] {
  const each = new Map(people.map((person) => [exactly(person.id), person]));
  return [...each]
    .filter(([id]) => id !== '')
    .map(([id, person]) => {
      const name = withoutMarkup(nameOf(texts, { ...person }), NAME_MOST) || texts.names.owner;
      return { text: say`<at>${name}</at>`, id, name };
    });
}

/** As they are in a sentence; empty where nobody is mentioned. */
export function mentionWords(mentions: readonly Mention[]): Words {
  return mentions.reduce<Words>((all, { text }) => (all === '' ? text : say`${all}, ${text}`), say``);
}

/** Rings those who may decide, or says who they are. */
export function deciderFields(
  texts: Texts,
  deciders: Deciders | undefined,
): { readonly mentions: readonly Mention[]; readonly hasDeciders: boolean; readonly deciders: Words } {
  const mentions = deciders?.kind === 'people' ? mentionsOf(texts, deciders.people) : [];
  const { rings, group } = texts.deciders;
  const words = mentions.length > 0 ? rings({ people: mentionWords(mentions) }) : group;
  return { mentions, hasDeciders: deciders !== undefined, deciders: words };
}
