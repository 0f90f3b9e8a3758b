import { askCard, noteCard, plain } from '../../cards/index.ts';
import { Refusal } from '../../src/store/refusal.ts';
import type { Person } from '../../src/people/person.ts';
import type { Grant } from '../../src/rights/grant.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { drawAlias } from '../turn/draw-alias.ts';
import { REASON_MOST } from '../../src/store/audit-fact.ts';
import { drawTransferQuestion } from '../turn/draw-question.ts';
import { textOf } from '../turn/spoken.ts';
import type { Said, Turn } from '../turn/turn.ts';
import { ALIAS, type Argument } from './argument.ts';
import { command } from './command.ts';
import { recipientIn, type Recipient } from './recipient.ts';

/** All words after the alias: what they mean depends on the order in which they name people. */
const RECIPIENT: Argument<readonly string[]> = {
  told: (texts) => texts.arguments.recipient,
  example: 'grace@company.com',
  read: ({ words }) => ({ value: words, rest: [] }),
};

const UNDERSTOOD_MOST = 100;

type TransferUses = Uses<'rights' | 'aliases' | 'channels' | 'directory'>;

export const transfer = command({
  name: 'transfer',
  takes: { alias: ALIAS, recipient: RECIPIENT },
  variants: ['transferHere'],
  async run(deps: TransferUses, turn, { alias, recipient }) {
    const { texts } = turn;
    const { toWhomOfThem, toWhomOrHere, transferHow } = texts.answers;
    const grant = await deps.rights.grant('transfer', turn.caller, alias);
    const wanted = recipientIn(recipient);
    switch (wanted.kind) {
      case 'mail':
      case 'mention': {
        const owner = await personNamed(deps, turn, wanted);
        if (owner === undefined) return whichAddress(turn, recipient);
        return drawTransferQuestion(turn, deps, grant, { owner, reason: reasonOf(turn, wanted.reason) });
      }
      case 'here':
        return toChannel(deps, turn, grant, reasonOf(turn, wanted.reason));
      case 'nothing':
        return askWhom(turn, grant);
      case 'unclear':
        return wanted.because === 'no-address'
          ? whichAddress(turn, recipient)
          : noteCard(texts, wanted.because === 'several' ? toWhomOfThem : toWhomOrHere, transferHow);
    }
  },
});

/** In a channel whoever answers may not be who asked, so it is told there how it is written. */
function askWhom({ texts, place }: Turn, { subject: { address: about } }: Grant<'transfer'>): Said {
  const { ask, answers } = texts;
  return place.kind === 'personal'
    ? askCard(texts, { command: 'transfer', about })
    : noteCard(texts, ask.transfer.title, answers.transferHow);
}

/** A name is nobody for certain, and a guess would give somebody the codes of an account. */
function whichAddress({ texts, mentioned }: Turn, words: readonly string[]): Said {
  const { whoIsThat, whoIsThatLead } = texts.answers;
  return noteCard(
    texts,
    whoIsThat,
    whoIsThatLead({ text: plain(textOf(words, mentioned), UNDERSTOOD_MOST) }),
  );
}

function reasonOf({ mentioned }: Turn, words: readonly string[]): string {
  return textOf(words, mentioned).slice(0, REASON_MOST);
}

async function toChannel(
  deps: TransferUses,
  turn: Turn,
  grant: Grant<'transfer'>,
  reason: string,
): Promise<Said> {
  const { place, texts } = turn;
  const { notHere, transferHow, movedHere, movedHereLead } = texts.answers;
  if (place.kind !== 'channel') return noteCard(texts, notHere, transferHow);
  const moved = await deps.aliases.transfer(grant, { channelId: place.channelId }, reason);
  return drawAlias(turn, deps, moved, { title: movedHere, lead: movedHereLead });
}

/**
 * By the address; or, of a mention, by the id that Teams gives, never by the name that is shown. Undefined where Teams gives none.
 * @throws {Refusal} person-unknown {@link DirectoryUnavailable}
 */
async function personNamed(
  { directory }: TransferUses,
  turn: Turn,
  wanted: Extract<Recipient, { kind: 'mail' | 'mention' }>,
): Promise<Person | undefined> {
  if (wanted.kind === 'mail') {
    const { mail } = wanted;
    const person = await directory.personByMail(mail, turn.signal);
    if (person === undefined) throw new Refusal('person-unknown', { by: 'mail', mail });
    return person;
  }
  const mention = turn.mentioned[wanted.mention];
  const id = mention === undefined ? undefined : await turn.memberId(mention);
  return id === undefined ? undefined : directory.person(id, turn.signal);
}
