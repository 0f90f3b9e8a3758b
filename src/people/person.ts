import { z } from 'zod';

/** A person of the tenant; `id` is the Entra object id, taken from verified activities or the directory only. */
export const PERSON = z.object({
  id: z.string(),
  name: z.string(),
  /** Lower case; empty when the directory has none. */
  mail: z.string(),
});
export type Person = Readonly<z.output<typeof PERSON>>;

/** Who did something: a person, an API client by its name, or a part of Rootdesk itself. */
export const ACTOR = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('client'), name: z.string() }),
  z.object({ kind: z.literal('system'), name: z.string() }),
]);
export type Actor = Readonly<z.output<typeof ACTOR>>;

/** The person as the one who acts. */
export function actorOf(person: Person): Actor {
  return { kind: 'person', id: person.id, name: person.name };
}
