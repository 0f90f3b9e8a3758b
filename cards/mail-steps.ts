import type { Handling, Reveal, RevealEnd } from '../src/mail/cases/handling.ts';
import { plain, say, type CardText, type Words } from './text.ts';
import { moment } from './time.ts';
import { nameOf } from './words.ts';

/** One thing that was done with a mail: who, what, when. The name is anybody's, the rest is ours. */
export type Step = { readonly who: CardText; readonly what: CardText; readonly when: CardText };

/** So many reveals a card tells of; all of them stand in the audit. */
const REVEALS_MOST = 3;

/** What was done with a mail, in the order in which it was done. */
export function stepsOf(handling: Handling | undefined): readonly Step[] {
  if (handling === undefined) return [];
  const { acknowledged, accountConfirmed, triaged, deadSince } = handling;
  return [
    ...(acknowledged === undefined
      ? []
      : [step(nameOf(acknowledged.by), say` acknowledged it`, acknowledged.at)]),
    ...(accountConfirmed === undefined
      ? []
      : [step(nameOf(accountConfirmed.by), say` confirmed the account id`, accountConfirmed.at)]),
    ...(triaged === undefined ? [] : [step(nameOf(triaged.by), triagedWords(triaged.address), triaged.at)]),
    ...(deadSince === undefined ? [] : [step(say`Given up`, say`: it could not be delivered`, deadSince)]),
    ...handling.reveals.slice(-REVEALS_MOST).flatMap(revealSteps),
  ];
}

function triagedWords(address: string): CardText {
  return address === '' ? say` said that it is not for us` : say` assigned it to ${plain(address, 100)}`;
}

/** The steps of one reveal. */
export function revealSteps(reveal: Reveal): readonly Step[] {
  const { wanted, answered, shownAt, ended, state } = reveal;
  const owner = nameOf(wanted.by);
  const agreed = state === 'denied' ? say` refused` : say` agreed`;
  return [
    step(owner, say` asked to read it`, wanted.at),
    ...(state === 'wanted' ? [{ who: say`An approver`, what: say` has to agree`, when: say`` }] : []),
    ...(answered === undefined ? [] : [step(nameOf(answered.by), agreed, answered.at)]),
    ...(shownAt === undefined ? [] : [step(owner, say` was shown it in their own chat`, shownAt)]),
    ...(ended === undefined ? [] : [step(END_WORDS[ended.because], say``, ended.at)]),
  ];
}

const END_WORDS: Readonly<Record<RevealEnd, Words>> = {
  time: say`No longer shown`,
  unanswered: say`Not shown: nobody answered in time`,
  'not-shown': say`Not shown: the chat with Rootdesk could not be reached in time`,
  'owner-changed': say`Ended: the alias has another owner by now`,
  'mail-gone': say`Not shown: the mail is no longer in the central mailbox`,
  never: say`Not shown: it holds a code or link that is never shown in Teams`,
};

function step(who: CardText, what: CardText, at: Date): Step {
  return { who, what, when: say` · ${moment(at)}` };
}
