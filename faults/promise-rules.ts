import type { Rule } from './rule.ts';
import { isStale } from './stale.ts';
import type { AliasFact, Message, World } from './world.ts';

export const brokenPromises: Rule = (world) =>
  world.told.flatMap((told) => {
    switch (told.kind) {
      case 'still-working': {
        const isHeard = world.messages.some(
          ({ conversationId, changedAt }) => conversationId === told.conversationId && changedAt > told.at,
        );
        return isHeard ? [] : [`"still working" was said for ${told.about}, and nothing came`];
      }
      case 'submitted':
        return world.requests.some(({ id }) => id === told.requestId)
          ? []
          : [`request ${told.requestId} was received, and is not there`];
      case 'settled':
        return world.requests.some(({ id, state }) => id === told.requestId && state !== 'pending')
          ? []
          : [`request ${told.requestId} was settled, and is not`];
      case 'acknowledged':
        return world.acknowledged.some(({ ledgerId }) => ledgerId === told.ledgerId)
          ? []
          : [`${told.ledgerId} was acknowledged, and is not`];
      case 'allotted':
        return holds(
          world,
          told.address,
          ({ ownerMail, state }) => state !== 'free' && ownerMail === (told.ownerMail ?? ownerMail),
        )
          ? []
          : [`${told.address} was allotted to ${told.ownerMail ?? 'somebody'}, and is not`];
      case 'transferred':
        return holds(world, told.address, ({ ownerMail }) => ownerMail === told.ownerMail)
          ? []
          : [`${told.address} was given to ${told.ownerMail}, and is not theirs`];
      case 'bound':
        return holds(world, told.address, ({ accountId }) => accountId === told.accountId)
          ? []
          : [`account ${told.accountId} was noted at ${told.address}, and is not`];
      case 'released':
        return holds(world, told.address, ({ state }) => state === 'quarantined' || state === 'retired')
          ? []
          : [`${told.address} was released, and is not`];
    }
  });

function holds({ aliases }: World, address: string, is: (alias: AliasFact) => boolean): boolean {
  return aliases.some((alias) => alias.address === address && is(alias));
}

export const staleCards: Rule = (world) =>
  world.messages.filter((message) => isStale(world, message)).map((message) => inWords(world, message));

/** Which card, what it offers, and whether the program could have corrected it by itself. */
function inWords({ knownCards }: World, { conversationId, activityId, place, buttons }: Message): string {
  const [[verb, carried] = ['no button', {}]] = buttons;
  const isKnown = knownCards.has(`${conversationId} ${activityId}`);
  return `card ${activityId} in ${place} offers ${verb} ${JSON.stringify(carried)}; the table ${isKnown ? 'knows' : 'does not know'} where it stands`;
}

export const unansweredCommands: Rule = ({ unanswered }) =>
  unanswered.map((text) => `nobody answered "${text}"`);
