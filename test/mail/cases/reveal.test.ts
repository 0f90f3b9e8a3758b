import { describe, expect, it } from 'vitest';
import { mayBeShownTo, revealRule } from '../../../src/mail/cases/reveal.ts';
import { parseRevealPolicy, REVEAL_POLICY } from '../../../src/mail/cases/reveal-policy.ts';
import { CATEGORIES, type Category } from '../../../src/channels/mail-topics.ts';
import { ADA, allottedAlias, BEA, freeAlias } from '../../fakes/aliases.ts';

const alias = allottedAlias(freeAlias());
const withheld = (category: Category) => ({ category, withheld: true });

describe('who has to agree', () => {
  it.each(['sign-in-verification', 'email-change'] as const)('to %s: the owner alone', (category) => {
    expect(revealRule(REVEAL_POLICY, withheld(category), alias)).toBe('owner');
  });

  it.each(CATEGORIES.filter((each) => !['sign-in-verification', 'email-change', 'non-aws'].includes(each)))(
    'to %s: an approver',
    (category) => {
      expect(revealRule(REVEAL_POLICY, withheld(category), alias)).toBe('approved');
    },
  );

  it('to what AWS did not write, or belongs to no alias: nobody can', () => {
    expect(revealRule(REVEAL_POLICY, withheld('non-aws'), alias)).toBe('never');
    expect(revealRule(REVEAL_POLICY, withheld('sign-in-verification'), undefined)).toBe('never');
    expect(revealRule(REVEAL_POLICY, withheld('sign-in-verification'), { ...alias, state: 'free' })).toBe(
      'never',
    );
    expect(revealRule(REVEAL_POLICY, withheld('sign-in-verification'), { ...alias, state: 'missing' })).toBe(
      'never',
    );
  });

  it.each(CATEGORIES)('to what is only announced, as %s: the owner alone', (category) => {
    expect(revealRule(REVEAL_POLICY, { category, withheld: false }, alias)).toBe('owner');
  });

  it('to the mail of a released alias: always an approver', () => {
    for (const state of ['retired', 'quarantined'] as const) {
      expect(revealRule(REVEAL_POLICY, withheld('sign-in-verification'), { ...alias, state })).toBe(
        'approved',
      );
      const announced = { category: 'billing', withheld: false } as const;
      expect(revealRule(REVEAL_POLICY, announced, { ...alias, state })).toBe('approved');
    }
  });
});

/** While the alias is its owner's. */
const AT = new Date('2026-03-02T09:00:00Z');

describe('the owner', () => {
  it('is known by the object id, and by the address only where there is none', () => {
    expect(mayBeShownTo(ADA, alias, AT)).toBe(true);
    expect(mayBeShownTo({ ...BEA, mail: ADA.mail }, alias, AT)).toBe(false);
    const old = { ...alias, owner: { mail: ADA.mail, id: undefined, name: undefined } };
    expect(mayBeShownTo({ ...BEA, mail: ADA.mail }, old, AT)).toBe(true);
    expect(mayBeShownTo({ ...ADA, mail: '' }, old, AT)).toBe(false);
  });

  it('of an alias that is free, or of none, is nobody', () => {
    expect(mayBeShownTo(ADA, { ...alias, state: 'free' }, AT)).toBe(false);
    expect(mayBeShownTo(ADA, { ...alias, owner: undefined }, AT)).toBe(false);
    expect(mayBeShownTo(ADA, undefined, AT)).toBe(false);
    const nobody = { ...alias, owner: { mail: '', id: undefined, name: undefined } };
    expect(mayBeShownTo({ ...ADA, mail: '' }, nobody, AT)).toBe(false);
  });
});

describe('the configured policy', () => {
  it('changes what it names and nothing else', () => {
    const policy = parseRevealPolicy(['password-reset=never', ' billing = owner ']);
    expect(policy).toEqual({ ...REVEAL_POLICY, 'password-reset': 'never', billing: 'owner' });
  });

  it.each([
    ['password-reset'],
    ['password-reset='],
    ['passwords=owner'],
    ['billing=maybe'],
    ['billing=owner=x'],
  ])('is refused where it says "%s"', (pair) => {
    expect(parseRevealPolicy([pair])).toBeUndefined();
  });
});
