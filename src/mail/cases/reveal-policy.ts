import { CATEGORIES, type Category } from '../../channels/mail-topics.ts';

/** Who has to agree before a withheld mail is shown to the owner of its alias. */
export const REVEAL_RULES = ['owner', 'approved', 'never'] as const;
export type RevealRule = (typeof REVEAL_RULES)[number];
export type RevealPolicy = Readonly<Record<Category, RevealRule>>;

/**
 * A code or an address verification is of use to whoever is signing in or verifying at this moment: the owner alone. What takes
 * an account over, or ends it, needs a second person. A secret in a mail of any other topic was not expected there, so that it
 * is treated like the worst; and what AWS did not write has no owner.
 */
export const REVEAL_POLICY: RevealPolicy = {
  'sign-in-verification': 'owner',
  'email-change': 'owner',
  'password-reset': 'approved',
  'mfa-change': 'approved',
  'account-closure': 'approved',
  'account-admin': 'approved',
  'security-alert': 'approved',
  billing: 'approved',
  'service-health': 'approved',
  'support-case': 'approved',
  marketing: 'approved',
  'non-aws': 'never',
};

/** A policy out of pairs like `password-reset=owner`, the others as above; undefined when one of them is none. */
export function parseRevealPolicy(pairs: readonly string[]): RevealPolicy | undefined {
  let policy = REVEAL_POLICY;
  for (const pair of pairs) {
    const [name, word, ...more] = pair.split('=').map((part) => part.trim());
    const category = CATEGORIES.find((each) => each === name);
    const rule = REVEAL_RULES.find((each) => each === word);
    if (category === undefined || rule === undefined || more.length > 0) return undefined;
    policy = { ...policy, [category]: rule };
  }
  return policy;
}
