import { isAccountName } from '../../src/aliases/aws-limits.ts';
import type { FormFields } from '../../src/requests/request-form.ts';
import type { Environment } from '../../src/requests/request.ts';
import { cueOf } from './intents/cue.ts';
import { CONNECTORS, FILLERS } from './intents/table.ts';
import { bare, NAME_LIKE, sentenceOf } from './intents/tokens.ts';

/** What environments are called. */
const ENVIRONMENTS: ReadonlyMap<string, Environment> = new Map([
  ['prod', 'production'],
  ['production', 'production'],
  ['produktion', 'production'],
  ['staging', 'staging'],
  ['dev', 'development'],
  ['development', 'development'],
  ['entwicklung', 'development'],
  ['sandbox', 'sandbox'],
]);

const JOINS_PURPOSE = new Set(['for', 'fuer', 'to', 'zum', 'zur', 'because', 'weil', 'as', 'als']);
/** Said of every account. */
const ACCOUNT = cueOf(
  'aws|new|neu*|root*|*alias*|*adress*|*address*|<account>|account-id|user|project|projekt',
);

/**
 * The request form as far as the words after `request` fill it: `payments-eu for card payments`, `an alias for data-lake, it holds
 * exports`. Whatever is doubtful stays out of it or becomes the purpose: the asker reads it before they send it.
 */
export function formOfWish(words: readonly string[]): Partial<FormFields> {
  const { accountId } = sentenceOf(words);
  const said = words.filter((_, at) => accountId === undefined || at < accountId.from || at > accountId.to);
  const environment = said.map((word) => ENVIRONMENTS.get(bare(word))).find((each) => each !== undefined);
  const [first, ...others] = withoutIntroduction(said);
  const form = {
    ...(environment === undefined ? {} : { environment }),
    ...(accountId === undefined ? {} : { expectedAccountId: accountId.text }),
  };
  if (first === undefined) return form;
  const name = first.replace(/[,;:.!?]+$/, '');
  const next = bare(others[0] ?? '');
  const isName = NAME_LIKE.test(name) || others.length === 0 || JOINS_PURPOSE.has(next) || name !== first;
  if (!isName || !isAccountName(name)) return { ...form, purpose: [first, ...others].join(' ') };
  const purpose = JOINS_PURPOSE.has(next) ? others.slice(1) : others;
  return { ...form, accountName: name, purpose: purpose.join(' ') };
}

/** Without `an alias for our new account`. */
function withoutIntroduction(words: readonly string[]): readonly string[] {
  const [first] = words;
  if (first === undefined) return [];
  const text = bare(first);
  const isSaidOfAll =
    text === '' ||
    FILLERS.has(text) ||
    CONNECTORS.has(text) ||
    ENVIRONMENTS.has(text) ||
    ACCOUNT.match([{ text, place: 0 }]) !== undefined;
  return isSaidOfAll && !NAME_LIKE.test(text) ? withoutIntroduction(words.slice(1)) : words;
}
