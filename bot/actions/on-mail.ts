import { mailCard, noteCard, type Problem } from '../../cards/index.ts';
import type { Stepped } from '../../src/mail/cases/change-handling.ts';
import { sharingIds } from '../../src/mail/ledger.ts';
import type { CopyLook, PostedCopy } from '../../src/messages/poster.ts';
import type { Grant } from '../../src/rights/grant.ts';
import type { OperationOn } from '../../src/rights/operations.ts';
import { placeIn, type MailSubject } from '../../src/rights/subjects.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { problemOnCard } from '../turn/explain.ts';
import type { Turn } from '../turn/turn.ts';
import { refused, type ActionAnswer } from './card-action.ts';
import { textIn } from './card-data.ts';

/** A card may name several aliases: a step is taken for each that the person may take it for, or for the first of them alone. */
type How = 'each' | 'first';

type MailUses = Uses<'rights' | 'mails'>;

/**
 * Does something with the mail of a card, and answers with that card as it is then. What is refused to somebody who has the right
 * is on the card, which stays readable.
 * @param step what came of it where it changed nothing but how the mail is handled
 */
export async function onMail<O extends OperationOn<'mail'>>(
  deps: MailUses,
  turn: Turn,
  input: unknown,
  operation: O,
  step: (grant: Grant<O>) => Promise<Stepped | undefined>,
  how: How = 'each',
): Promise<ActionAnswer> {
  const ledgerId = textIn(input, 'ledgerId');
  const othersOf = (subject: MailSubject): readonly string[] =>
    sharingIds(ledgerId, lookHere(turn, subject).sharesCardWith).slice(1);
  const refusals: { readonly grant: Grant<O>; readonly error: unknown }[] = [];
  let done: { readonly grant: Grant<O>; readonly after: Stepped | undefined } | undefined;
  for (const grant of await deps.rights.grantAny(operation, turn.caller, ledgerId, othersOf)) {
    try {
      const after = await step(grant);
      done ??= { grant, after };
      if (how === 'first') break;
    } catch (error) {
      refusals.push({ grant, error });
    }
  }
  if (done !== undefined) return drawn(deps, turn, done.grant, { after: done.after });
  const [first] = refusals;
  if (first?.grant.isShownHere !== true) throw first?.error;
  const problem = problemOnCard(turn, first.error);
  return refused(await drawn(deps, turn, first.grant, { problem }), problem);
}

/** The card where it is; elsewhere, and that is a forged click, no more than that it was done. */
async function drawn(
  deps: MailUses,
  turn: Turn,
  grant: Grant<OperationOn<'mail'>>,
  { after, problem }: { readonly after?: Stepped | undefined; readonly problem?: Problem },
): Promise<ActionAnswer> {
  if (!grant.isShownHere) {
    return { drawn: noteCard(turn.texts, turn.texts.answers.done, turn.texts.answers.doneElsewhere) };
  }
  const { entry, copies } = grant.subject;
  const { id: ledgerId } = entry;
  const look = lookHere(turn, grant.subject);
  const card = mailCard(turn.texts, await deps.mails.card(grant, look, turn.signal, after), problem);
  const isKept = copies.some((copy) => isClicked(turn, copy));
  const job = { kind: 'redraw-mail', ledgerId } as const;
  return { drawn: card, redraw: { subject: ledgerId, job, look, ...(isKept && { isKept }) } };
}

/** What the clicked copy of a mail's card says beside what all of them say, or another one that is here or was sent here. */
function lookHere({ clicked, caller }: Turn, { copies, lost }: MailSubject): CopyLook {
  const here = copies.filter(
    ({ conversationId }) => placeIn(conversationId) === placeIn(caller.conversationId),
  );
  const copy = here.find(({ activityId }) => activityId === clicked?.activityId) ?? here[0];
  return copy?.look ?? lost?.look ?? {};
}

function isClicked({ clicked }: Turn, { conversationId, activityId }: PostedCopy): boolean {
  return conversationId === clicked?.conversationId && activityId === clicked.activityId;
}
