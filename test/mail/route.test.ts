import { describe, expect, it } from 'vitest';
import type { Alias } from '../../src/aliases/alias.ts';
import type { AliasState } from '../../src/aliases/states.ts';
import { route } from '../../src/mail/route.ts';
import { triageWords } from '../../cards/triage-words.ts';
import { english } from '../../cards/texts/languages.ts';
import type { Genuine } from '../../src/mail/analysis.ts';

function alias(id: string, state: AliasState = 'allotted'): Alias {
  return {
    id,
    address: `aws_${id}@company.com`,
    rootMailbox: 'aws-root-01@company.com',
    state,
    owner: undefined,
    channelId: undefined,
    accountId: undefined,
    accountName: undefined,
    requestId: undefined,
    allottedAt: undefined,
    releasedAt: undefined,
    quarantinedUntil: undefined,
  };
}

interface Case {
  readonly aliases: readonly Alias[];
  readonly to?: readonly string[];
  readonly genuine?: Genuine;
  readonly readable?: boolean;
}

/** Where copies of a mail go: ids of aliases, and `triage: …`. */
function routed({ aliases, to, genuine = 'yes', readable = true }: Case): readonly string[] {
  const addresses = to ?? aliases.map(({ address }) => address);
  return route({ readable }, { aliases: addresses, genuine }, aliases).map((each) =>
    each.kind === 'owner' ? each.aliasId : `triage: ${triageWords(english, each.reason)}`,
  );
}

describe('a mail goes', () => {
  it('to the owner of its alias', () => {
    expect(routed({ aliases: [alias('a')] })).toEqual(['a']);
  });

  it('to every owner of its aliases', () => {
    expect(routed({ aliases: [alias('a'), alias('b')] })).toEqual(['a', 'b']);
  });

  it.each(['retired', 'quarantined'] as const)('to the last owner of a %s alias', (state) => {
    expect(routed({ aliases: [alias('a', state)] })).toEqual(['a']);
  });

  it.each(['free', 'missing'] as const)('to triage where the alias is %s', (state) => {
    expect(routed({ aliases: [alias('a', state)] })).toEqual(['triage: Nobody has aws_a@company.com.']);
  });

  it('to triage where the address is in no pool', () => {
    expect(routed({ aliases: [], to: ['aws_x@company.com'] })).toEqual([
      'triage: Nobody has aws_x@company.com.',
    ]);
  });

  it('to the owner and to triage where one address has an owner and the other has not', () => {
    const to = ['aws_a@company.com', 'aws_x@company.com'];
    expect(routed({ aliases: [alias('a')], to })).toEqual(['triage: Nobody has aws_x@company.com.', 'a']);
  });

  it('to the owner of the account that it names, where it has no alias', () => {
    expect(routed({ aliases: [alias('a')], to: [] })).toEqual(['a']);
  });

  it('to triage where no alias was found at all', () => {
    expect(routed({ aliases: [] })).toEqual([expect.stringContaining('triage: No alias was found')]);
  });

  it('to the owner, with a doubt, where it could not be verified', () => {
    expect(routed({ aliases: [alias('a')], genuine: 'suspicious' })).toEqual(['a']);
  });

  it('to triage alone where AWS did not write it', () => {
    expect(routed({ aliases: [alias('a')], genuine: 'no' })).toEqual([
      'triage: AWS did not write this mail.',
    ]);
  });

  it('to triage alone where it could not be taken apart', () => {
    expect(routed({ aliases: [alias('a')], readable: false })).toEqual([
      'triage: The mail could not be read.',
    ]);
  });

  it('with thousands of unknown addresses, and the reason stays short', () => {
    const to = Array.from({ length: 10_000 }, (_, index) => `aws_${index}@company.com`);
    const [reason = '', ...others] = routed({ aliases: [], to });
    expect(others).toEqual([]);
    expect(reason).toMatch(/and 9,997 more\.$/);
    expect(reason.length).toBeLessThan(200);
  });
});
