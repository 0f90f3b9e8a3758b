import { z } from 'zod';
import type { Person } from '../../src/people/person.ts';
import type { Channel } from './company.ts';
import { everyButtonOf, type Shown } from './shown.ts';
import type { World } from './world.ts';

/** Somebody, with the channels that they are in. */
export interface Crawler {
  readonly person: Person;
  readonly channels: readonly Channel[];
}

/** A button that was pressed, and what was seen then. */
export interface Press {
  readonly by: Person;
  readonly on: string;
  readonly verb: string;
  /** What the button carries. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly answer: Shown;
  /** Said beside the card, which stays as it is. */
  readonly sentence: string;
}

/** A button that was not pressed yet. */
interface Found extends Pick<Press, 'by' | 'verb' | 'data'> {
  readonly card: Shown;
}

/** What is pressed at a time, because a card changes when one of its buttons is pressed. */
export interface Phase {
  /** What people write before, so that there is something to press. */
  readonly before?: () => Promise<void>;
  readonly isPressed: (verb: string) => boolean;
}

/** More than there are; a card that leads to new ones for ever is a fault of its own. */
const PRESSES_MOST = 400;

/**
 * Presses every button of every card that these people see, each kind once for each person and place: a button that is about one thing
 * once for each title of a card, any other once. What comes of it is looked at in the same way.
 */
export async function pressEverything(
  world: World,
  crawlers: readonly Crawler[],
  typed: Readonly<Record<string, string>>,
  phases: readonly Phase[],
): Promise<readonly Press[]> {
  const presses: Press[] = [];
  const pressed = new Set<string>();
  const answers: { readonly by: Person; readonly card: Shown }[] = [];
  for (const { before, isPressed } of phases) {
    await before?.();
    for (let found = next(); found !== undefined; found = next()) {
      const { by, card, verb, data } = found;
      const on = titleOf(card);
      if (presses.length === PRESSES_MOST) throw new Error(`There is no end of it: ${on}, ${verb}`);
      const answer = await world.clicks(by, card, verb, {
        ...data,
        ...fieldsOf(card.card, typed),
      });
      const isSentence = answer.card === card.card;
      const sentence = isSentence ? answer.text.slice(0, answer.text.length - card.text.length - 1) : '';
      presses.push({ by, on, verb, data, answer, sentence });
      if (!isSentence) answers.push({ by, card: answer });
    }

    function next(): Found | undefined {
      for (const { by, card } of [...crawlers.flatMap((each) => seenBy(world, each)), ...answers]) {
        for (const { verb, data = {} } of everyButtonOf(card.card)) {
          const isAboutOne = Object.keys(data).some((name) => name.endsWith('Id'));
          // Each page of a list is another one.
          const about = isAboutOne
            ? `${titleOf(card)} ${JSON.stringify(data['from'])}`
            : JSON.stringify(data);
          const key = [by.id, card.place, verb, about].join('|');
          if (pressed.has(key) || !isPressed(verb)) continue;
          pressed.add(key);
          return { by, card, verb, data };
        }
      }
      return undefined;
    }
  }
  return presses;
}

function seenBy(world: World, { person, channels }: Crawler): readonly { by: Person; card: Shown }[] {
  const cards = [...world.chatOf(person), ...channels.flatMap((channel) => world.channel(channel))];
  return cards.map((card) => ({ by: person, card }));
}

/** The first words of a card. */
export function titleOf({ text }: Shown): string {
  return text.split('\n')[1] ?? '';
}

const Choice = z.object({
  type: z.literal('Input.ChoiceSet'),
  id: z.string(),
  value: z.string().optional(),
  choices: z.array(z.object({ value: z.string() })),
});
const Toggle = z.object({ type: z.literal('Input.Toggle'), id: z.string(), value: z.string().optional() });
const Field = z.object({ type: z.literal('Input.Text'), id: z.string(), value: z.string().optional() });

/** What a person who fills everything in has in the fields of a card. */
function fieldsOf(part: unknown, typed: Readonly<Record<string, string>>): Record<string, string> {
  if (typeof part !== 'object' || part === null) return {};
  const choice = Choice.safeParse(part).data;
  if (choice !== undefined) {
    const { id, value = '', choices } = choice;
    return { [id]: value === '' ? (choices[0]?.value ?? '') : value };
  }
  const field = Field.safeParse(part).data ?? Toggle.safeParse(part).data;
  if (field !== undefined) return { [field.id]: typed[field.id] ?? field.value ?? '' };
  return Object.assign({}, ...Object.values(part).map((each: unknown) => fieldsOf(each, typed)));
}
