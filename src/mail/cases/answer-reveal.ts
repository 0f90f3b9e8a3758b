import type { Person } from '../../people/person.ts';
import { changeAndWake } from './change-handling.ts';
import { revealIn, type Reveal } from './handling.ts';
import type { AnsweringReveals } from './mails.ts';
import type { MailsDeps } from './mails-deps.ts';
import { answered } from './reveal.ts';

/** See `Mails.answerReveal`. */
export async function answerReveal(
  deps: MailsDeps,
  { operation, subject, person: by }: AnsweringReveals,
): Promise<boolean> {
  const answer = operation === 'agree-reveal' ? 'agree' : 'refuse';
  const { id } = subject.reveal;
  const { handling, changed } = await changeAndWake(deps, subject.entry, (before, at) => {
    const current = revealIn(before, id);
    if (current.state !== 'wanted') return undefined;
    return answered(before, current, answer, { by, at });
  });
  return changed || saidSo(revealIn(handling, id), by, answer);
}

function saidSo({ state, answered: said }: Reveal, approver: Person, answer: 'agree' | 'refuse'): boolean {
  return said?.by.id === approver.id && (answer === 'refuse') === (state === 'denied');
}
