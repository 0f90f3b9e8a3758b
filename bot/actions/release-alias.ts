import { noteCard, releaseCard, whyRetired, type Drawn } from '../../cards/index.ts';
import type { Alias } from '../../src/aliases/alias.ts';
import { Refusal } from '../../src/aliases/errors.ts';
import { drawAlias, handOf, mayBeShownHere, withChannel } from '../alias-seen.ts';
import type { ActionAnswer, CardAction, Turn } from '../turn.ts';
import { parseAliasCard } from './alias-id.ts';

export const releaseAlias: CardAction = {
  verb: 'release-alias',
  async run(turn, input) {
    const { alias, reason } = await parseAliasCard(turn, input);
    try {
      const released = await turn.parts.aliases.release(await handOf(turn), alias.address, reason);
      return { drawn: await drawReleased(turn, released), forGood: true };
    } catch (error) {
      return refused(turn, alias, reason, error);
    }
  },
};

export const keepAlias: CardAction = {
  verb: 'keep-alias',
  async run(turn, input) {
    const { alias } = await parseAliasCard(turn, input);
    // Who may not release it may not put the question aside either.
    await turn.parts.aliases.changeable(await handOf(turn), alias.address);
    const drawn = await drawAlias(turn, alias, {
      title: 'Nothing was changed',
      lead: 'The alias stays as it is.',
    });
    return { drawn, forGood: true };
  },
};

/** The service looks at rights before states: whoever hears that the alias is not allotted may know what became of it. */
async function refused(turn: Turn, before: Alias, reason: string, error: unknown): Promise<ActionAnswer> {
  const code = error instanceof Refusal ? error.code : undefined;
  if (code === 'alias-not-yours' || code === 'alias-unknown') throw error;
  const alias = (await turn.parts.register.alias(before.id))?.value ?? before;
  if (code === 'alias-not-allotted' && (alias.state === 'retired' || alias.state === 'quarantined')) {
    return { drawn: await drawReleased(turn, alias), forGood: true };
  }
  if (code === 'alias-not-allotted' || !mayBeShownHere(turn, alias)) throw error;
  const { problem, reference } = turn.explain(error);
  const remedy = reference === '' ? problem.remedy : `${problem.remedy} Reference: ${reference}`;
  const { quarantineDays } = turn.parts.policy;
  const question = { ...(await withChannel(turn, alias)), quarantineDays, reason };
  return {
    drawn: releaseCard({ ...question, problem: { message: problem.message, remedy } }),
    refused: true,
  };
}

async function drawReleased(turn: Turn, alias: Alias): Promise<Drawn> {
  if (!mayBeShownHere(turn, alias)) return noteCard('The alias is released', 'It cannot be taken back.');
  return drawAlias(turn, alias, {
    title: 'The alias is released',
    lead:
      alias.state === 'retired'
        ? `${whyRetired(alias)}, so it is retired: nobody ever gets it again.`
        : 'No AWS account was ever bound to it, so it is free for others after a rest.',
    next: 'Mail that still comes to it is posted as before.',
  });
}
