import { describe, expect, it } from 'vitest';
import type { Alias } from '../../src/aliases/alias.ts';
import {
  everybodyTold,
  TOLD,
  WHO_IS_TOLD,
  type Told,
  type ToldChange,
} from '../../src/aliases/who-is-told.ts';
import type { Addressee } from '../../src/messages/job.ts';
import { actorOf } from '../../src/people/person.ts';
import { ADA, allottedAlias, BEA, CARL, freeAlias, PAYMENTS } from '../fakes/aliases.ts';

const SEARCH = '19:search@thread.tacv2';
const BEFORE = allottedAlias(freeAlias(), { accountId: '123456789012' });
const AFTER: Readonly<Record<ToldChange, Alias>> = {
  given: { ...BEFORE, owner: BEA, channelId: SEARCH },
  moved: { ...BEFORE, channelId: SEARCH },
  'first account': { ...BEFORE, accountId: '210987654321' },
  'another account': { ...BEFORE, accountId: '210987654321' },
  released: { ...BEFORE, state: 'retired' },
};
const CHANGES = ['given', 'moved', 'first account', 'another account', 'released'] as const;

const person = ({ id }: { readonly id: string }): Addressee => ({ kind: 'person', personId: id });
const channel = (channelId: string): Addressee => ({ kind: 'channel', channelId });

/** Who that is; undefined where the change leaves no former one. */
function placeOf(who: Told, change: ToldChange): Addressee | undefined {
  const isGiven = change === 'given';
  const isElsewhere = isGiven || change === 'moved';
  switch (who) {
    case 'owner':
      return person(isGiven ? BEA : ADA);
    case 'former owner':
      return isGiven ? person(ADA) : undefined;
    case 'channel':
      return channel(isElsewhere ? SEARCH : PAYMENTS);
    case 'former channel':
      return isElsewhere ? channel(PAYMENTS) : undefined;
  }
}

describe.each(CHANGES)('a change: %s', (change) => {
  const told = everybodyTold(change, { by: actorOf(CARL), before: BEFORE, after: AFTER[change] });

  it.each(TOLD)('is told, or not, as the table says to: %s', (who) => {
    const to = placeOf(who, change);
    const kinds = told.filter((job) => 'to' in job && JSON.stringify(job.to) === JSON.stringify(to));
    expect(kinds.map(({ kind }) => kind)).toEqual([WHO_IS_TOLD[change][who]].filter((kind) => kind && to));
  });

  it('is told to nobody else, and names who did it', () => {
    const cells = TOLD.filter((who) => WHO_IS_TOLD[change][who] !== undefined);
    expect(told).toHaveLength(cells.length);
    for (const job of told) expect(job).toMatchObject({ by: actorOf(CARL), aliasId: BEFORE.id });
  });

  it('is not told to whoever did it, but in their channel', () => {
    const { id, mail, name } = AFTER[change].owner ?? {};
    const by = { kind: 'person', id: id ?? '', name: name ?? mail ?? '' } as const;
    const places = everybodyTold(change, { by, before: BEFORE, after: AFTER[change] });
    expect(places.map((job) => ('to' in job ? job.to : undefined))).not.toContainEqual(
      placeOf('owner', change),
    );
    expect(places).toHaveLength(told.length - (WHO_IS_TOLD[change].owner === undefined ? 0 : 1));
  });
});
