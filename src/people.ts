import { z } from 'zod';

/** A person of the tenant; `id` is the Entra object id, taken from verified activities or the directory only. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Lower case; empty when the directory has none. */
  readonly mail: string;
}

/** Who did something: a person, an API client by its name, or a part of Rootdesk itself. */
export type Actor =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | { readonly kind: 'client'; readonly name: string }
  | { readonly kind: 'system'; readonly name: string };

/** The person as the one who acts. */
export function actorOf(person: Person): Actor {
  return { kind: 'person', id: person.id, name: person.name };
}

/** An actor as it is stored. */
export const ACTOR = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('client'), name: z.string() }),
  z.object({ kind: z.literal('system'), name: z.string() }),
]) satisfies z.ZodType<Actor>;
