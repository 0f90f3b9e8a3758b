import type { FindByMail } from '../people/find-by-mail.ts';
import type { Actor } from '../people/person.ts';
import type { Addressee, Target } from './job.ts';

/** Whom a message goes to. */
export type Reached =
  | { readonly kind: 'there'; readonly to: Target }
  /** The directory knows nobody by the address. */
  | { readonly kind: 'unknown' }
  /** They did themselves what would be told. */
  | { readonly kind: 'themselves' };

export type Reach = (to: Addressee, by: Actor | undefined, signal: AbortSignal) => Promise<Reached>;

/** Finds those whose address alone is known. What it gives throws {DirectoryUnavailable}. */
export function createReach(findByMail: FindByMail): Reach {
  return async (to, by, signal) => {
    if (to.kind !== 'owner') return { kind: 'there', to };
    const person = await findByMail(to.mail, signal);
    if (person === undefined) return { kind: 'unknown' };
    if (by?.kind === 'person' && by.id === person.id) return { kind: 'themselves' };
    return { kind: 'there', to: { kind: 'person', personId: person.id } };
  };
}
