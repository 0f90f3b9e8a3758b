import { chatOf } from '../harness/recorder.ts';
import type { Rule } from './rule.ts';

export const doubleAllotments: Rule = (world) => {
  const claims = [
    ...world.requests.flatMap(({ id, aliasAddress }) =>
      aliasAddress === undefined ? [] : [{ address: aliasAddress, by: `request ${id}` }],
    ),
    ...world.told.flatMap((each) =>
      each.kind === 'allotted' ? [{ address: each.address, by: `call ${each.call}` }] : [],
    ),
  ];
  const byAddress = Map.groupBy(claims, ({ address }) => address);
  const given = [...byAddress].flatMap(([address, all]) => {
    const claimants = [...new Set(all.map(({ by }) => by))];
    return claimants.length > 1 ? [`${address} was given to ${claimants.join(' and ')}`] : [];
  });
  const bound = world.aliases.filter(
    ({ accountId, state }) => accountId !== undefined && state === 'allotted',
  );
  const byAccount = Map.groupBy(bound, ({ accountId }) => accountId);
  const shared = [...byAccount].flatMap(([accountId, all]) =>
    all.length > 1 ? [`account ${accountId} has ${all.length} aliases`] : [],
  );
  return [...given, ...shared];
};

const DECISIONS: Readonly<Record<string, string>> = {
  approved: 'approve',
  denied: 'deny',
  cancelled: 'cancel',
  expired: 'expire',
};

export const decisionsWithoutAudit: Rule = ({ requests, aliases, acknowledged, audit }) => {
  const decided = requests.flatMap(({ id, state }) => {
    const action = DECISIONS[state];
    const isThere = audit.some((entry) => entry.requestId === id && entry.action === action);
    return action === undefined || isThere
      ? []
      : [`request ${id} is ${state}, and no line of the audit says so`];
  });
  const allotted = aliases
    .filter(({ id, state }) => state === 'allotted' && !audit.some(({ aliasId }) => aliasId === id))
    .map(({ address }) => `${address} is allotted, and no line of the audit says so`);
  const byAlias = Map.groupBy(acknowledged, ({ aliasId }) => aliasId);
  const seen = [...byAlias].flatMap(([aliasId, all]) => {
    const lines = audit.filter((entry) => entry.action === 'acknowledge' && entry.aliasId === aliasId).length;
    return lines >= all.length
      ? []
      : [`${all.length - lines} acknowledgments at ${aliasId ?? 'triage'} without audit`];
  });
  return [...decided, ...allotted, ...seen];
};

/** Jobs that are due; and mail, whenever it is due: by now all of it should stand somewhere. */
export const stuck: Rule = ({ waiting, waitingMails }) => [
  ...waiting,
  ...[...waitingMails].map((name) => `${name} still waits for its delivery`),
];

const ENDINGS: Readonly<Record<string, RegExp>> = {
  denied: /was denied/i,
  expired: /expired/i,
};

/** Their own copy of the request does not count: it changes without a sound. Who canceled knows. */
export const askersNotTold: Rule = ({ requests, messages }) =>
  requests
    .filter(({ askerId, state, aliasAddress, accountName }) => {
      const words = state === 'approved' ? aliasAddress : ENDINGS[state];
      if (words === undefined) return false;
      const isTold = messages.some(
        ({ place, text, everButtons }) =>
          place === chatOf(askerId) &&
          !everButtons.has('cancel-request') &&
          !everButtons.has('submit-request') &&
          text.includes(accountName) &&
          (typeof words === 'string' ? text.includes(words) : words.test(text)),
      );
      return !isTold;
    })
    .map(
      ({ id, state, accountName }) =>
        `who asked for ${accountName} (${id}) does not know that it is ${state}`,
    );
