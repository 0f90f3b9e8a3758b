import type { Owner } from '../../aliases/alias.ts';
import type { Directory } from '../../people/directory.ts';
import { Refusal } from '../../store/refusal.ts';

const PATIENCE_MS = 30_000;

/** The person with that mail address, as an owner. @throws {Refusal} person-unknown @throws {DirectoryUnavailable} */
export async function personNamed(directory: Pick<Directory, 'personByMail'>, mail: string): Promise<Owner> {
  const person = await directory.personByMail(mail.trim(), AbortSignal.timeout(PATIENCE_MS));
  if (person !== undefined) return { mail: person.mail, id: person.id, name: person.name };
  throw new Refusal('person-unknown', { by: 'mail', mail: mail.trim() });
}
