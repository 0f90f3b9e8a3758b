import { Refusal } from '../../src/aliases/errors.ts';
import type { Problem } from '../../cards/index.ts';
import { accountNameFault } from '../../src/aliases/aws-limits.ts';
import {
  drawAlias,
  drawRebindQuestion,
  drawTransferQuestion,
  questionSubject,
  type AliasGrant,
} from '../turn/draw-alias.ts';
import { problemOnCard } from '../turn/explain.ts';
import type { ActionAnswer, CardAction, Said, Turn } from '../turn/turn.ts';
import { REASON_MOST, textIn } from './card-data.ts';

/** Gives the alias to whom the card named. Ids alone are taken from it; people and alias are looked up again. */
export const confirmTransfer: CardAction = async (turn, input) => {
  const { rights, directory, aliases } = turn.parts;
  const grant = await rights.grant('confirm-transfer', turn.caller, textIn(input, 'aliasId'));
  const owner = await directory.person(textIn(input, 'to'), turn.signal);
  if (owner === undefined) throw new Refusal('person-unknown', 'Nobody in your company has that id.');
  const reason = textIn(input, 'reason').slice(0, REASON_MOST);
  const { id, name, mail } = owner;
  return settled(turn, grant, {
    change: () => aliases.transfer(grant, { owner: { id, name, mail } }, reason, textIn(input, 'version')),
    title: 'The alias has a new owner',
    next: 'Its mail still goes to the same channel. To change that, mention Rootdesk in the new channel and write `transfer`, the address and `here`.',
    again: async (now, problem) => drawTransferQuestion(turn, now, { owner, reason, problem }),
    renew: () => grant.again(),
  });
};

/** Binds the account id that the card named in the place of the one that it showed. */
export const confirmBind: CardAction = async (turn, input) => {
  const { rights, aliases } = turn.parts;
  const grant = await rights.grant('confirm-bind', turn.caller, textIn(input, 'aliasId'));
  const accountId = textIn(input, 'to');
  const accountName = textIn(input, 'accountName');
  const name = accountName === '' ? undefined : accountName;
  return settled(turn, grant, {
    async change() {
      const fault = name === undefined ? undefined : accountNameFault(name);
      if (fault !== undefined) throw new Refusal('account-name-refused', fault);
      return aliases.bind(grant, { id: accountId, name }, textIn(input, 'version'));
    },
    title: 'The account id is saved',
    next: 'From now on the mail of this alias names the account.',
    again: async (now, problem) => drawRebindQuestion(turn, now, { accountId, accountName, problem }),
    renew: () => grant.again(),
  });
};

interface Confirmed {
  readonly change: () => Promise<AliasGrant>;
  readonly title: string;
  readonly next: string;
  /** Asks once more, with what was wrong. */
  readonly again: (now: AliasGrant, problem: Problem) => Promise<Said>;
  readonly renew: () => Promise<AliasGrant>;
}

async function settled(turn: Turn, grant: AliasGrant, confirmed: Confirmed): Promise<ActionAnswer> {
  const { title, next } = confirmed;
  try {
    const drawn = await drawAlias(turn, await confirmed.change(), { title, next });
    return { drawn, copyOf: questionSubject(grant), forGood: true };
  } catch (error) {
    // What became of it meanwhile is shown, and asked about anew, to whoever still may.
    const drawn = await confirmed.again(await confirmed.renew(), problemOnCard(turn, error));
    return { drawn, refused: true };
  }
}
