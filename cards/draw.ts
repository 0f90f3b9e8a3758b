import { Template } from 'adaptivecards-templating';

/** An Adaptive Card as JSON, ready to be attached. */
export type Card = Readonly<Record<string, unknown>>;

/** A card with the sentence that stands in the notification; the sentence never holds words of people or strangers. */
export interface Drawn {
  readonly card: Card;
  readonly summary: string;
}

/** What a template may be given. Every field that it names must be there: a missing one would be printed as `${name}`. */
export type Fields = { readonly [name: string]: string | boolean | readonly Fields[] };

/**
 * Makes the drawing function of one template.
 *
 * The template is expanded once with the fields as data: a `${…}` in the data stays the text it is.
 */
export function drawing(template: object): (fields: Fields) => Card {
  const prepared = new Template(template);
  return (fields) => {
    const card: unknown = prepared.expand({ $root: fields });
    if (!isCard(card)) throw new TypeError('the template is not a card');
    return card;
  };
}

function isCard(value: unknown): value is Card {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'AdaptiveCard';
}
