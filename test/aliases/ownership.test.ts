import { describe, expect, it } from 'vitest';
import type { Alias } from '../../src/aliases/alias.ts';
import {
  asOfMail,
  isChannelsMail,
  isOwnersMail,
  isSamePerson,
  isUsedAtAws,
  ownershipAfter,
  ownershipFrom,
  owns,
  wasTaken,
} from '../../src/aliases/ownership.ts';
import { released } from '../../src/aliases/release.ts';
import { actorOf, type Actor } from '../../src/people/person.ts';
import { ADA, allottedAlias, BEA, CARL, freeAlias } from '../fakes/aliases.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 2, 1, hour));
const ADAS = allottedAlias(freeAlias(), { ownership: ownershipFrom(at(9), 'allotted') });
const BOT: Actor = { kind: 'client', name: 'pipeline' };

function transferred(alias: Alias, change: Partial<Alias>, hour: number, by: Actor = actorOf(ADA)): Alias {
  const after = { ...alias, ...change };
  return { ...after, ownership: ownershipAfter(alias, after, by, at(hour)) };
}

describe('an ownership begins', () => {
  it('with the allotment, for owner and channel', () => {
    expect(ownershipFrom(at(9), 'allotted')).toEqual({ since: at(9), how: 'allotted', channelSince: at(9) });
  });

  it('anew when somebody else gets the alias, given or taken', () => {
    const beas = { owner: { ...BEA } };
    expect(transferred(ADAS, beas, 12).ownership).toEqual({
      since: at(12),
      how: 'given',
      channelSince: at(9),
    });
    expect(transferred(ADAS, beas, 12, actorOf(CARL)).ownership?.how).toBe('given');
    expect(wasTaken(transferred(ADAS, beas, 12, actorOf(BEA)))).toBe(true);
    expect(wasTaken(transferred(ADAS, beas, 12, actorOf(CARL)))).toBe(false);
  });

  it('not anew when the mail alone goes elsewhere, nor when the same person becomes known by their id', () => {
    const moved = transferred(ADAS, { channelId: '19:other@thread.tacv2' }, 12);
    expect(moved.ownership).toEqual({ since: at(9), how: 'allotted', channelSince: at(12) });
    const old = { ...ADAS, owner: { mail: ADA.mail, id: undefined, name: undefined } };
    expect(transferred(old, { owner: { ...ADA } }, 12).ownership).toEqual(ADAS.ownership);
    const renamed = transferred(ADAS, { owner: { ...ADA, mail: 'ada.king@company.com' } }, 12);
    expect(renamed.ownership).toEqual(ADAS.ownership);
  });

  it('anew when the address is the same and the person is not', () => {
    const namesake = { ...BEA, mail: ADA.mail };
    expect(transferred(ADAS, { owner: namesake }, 12).ownership?.since).toEqual(at(12));
    expect(isSamePerson(ADAS.owner, namesake)).toBe(false);
    expect(owns(namesake, ADAS)).toBe(false);
  });

  it('as given where nobody knows how it was before', () => {
    const nobodys = { ...ADAS, owner: undefined, ownership: undefined };
    expect(transferred(nobodys, { owner: { ...BEA } }, 12, BOT).ownership).toMatchObject({
      since: at(12),
      how: 'given',
    });
  });
});

describe('a mail', () => {
  const beas = transferred(ADAS, { owner: { ...BEA } }, 12);
  const moved = transferred(beas, { channelId: '19:other@thread.tacv2' }, 15);

  it('is the owner’s from the moment on in which the alias came to them', () => {
    expect([8, 9, 10].map((hour) => isOwnersMail(ADAS, at(hour)))).toEqual([false, true, true]);
    expect([10, 12, 13].map((hour) => isOwnersMail(beas, at(hour)))).toEqual([false, true, true]);
  });

  it('is nobody’s from the release on', () => {
    const over = released(ADAS, at(18), 90);
    expect([8, 9, 17, 18, 19].map((hour) => isOwnersMail(over, at(hour)))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect([8, 9, 19].map((hour) => isChannelsMail(over, at(hour)))).toEqual([false, true, true]);
  });

  it('is the channel’s as long as the alias is, or its owner’s who brought it there', () => {
    expect([8, 9, 11, 13].map((hour) => isChannelsMail(beas, at(hour)))).toEqual([false, true, true, true]);
    expect([8, 11, 12, 14, 16].map((hour) => isChannelsMail(moved, at(hour)))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it('is nobody’s where no ownership is known', () => {
    const unknown = { ...ADAS, ownership: undefined };
    expect(isOwnersMail(unknown, at(10))).toBe(false);
    expect(isChannelsMail(unknown, at(10))).toBe(false);
  });
});

describe('an account uses the alias', () => {
  it('when its id is known, was known once, or AWS wrote to it', () => {
    expect(isUsedAtAws(ADAS)).toBe(false);
    expect(isUsedAtAws({ ...ADAS, accountId: '123456789012' })).toBe(true);
    expect(isUsedAtAws({ ...ADAS, boundOnce: true })).toBe(true);
    expect(isUsedAtAws({ ...ADAS, awsWroteAt: at(10) })).toBe(true);
  });

  it('so that it is retired when it is released', () => {
    expect(released({ ...ADAS, awsWroteAt: at(10) }, at(18), 90)).toMatchObject({
      state: 'retired',
      quarantinedUntil: undefined,
    });
    expect(released(ADAS, at(18), 90).state).toBe('quarantined');
  });
});

it('beside a mail of before, an alias tells of nobody who has it now', () => {
  const before = allottedAlias(freeAlias(), {
    ownership: ownershipFrom(at(9), 'allotted'),
    accountId: '111122223333',
    accountName: 'payments',
  });
  const gone = transferred(before, { owner: BEA, channelId: '19:elsewhere@thread.tacv2' }, 12);
  const nobodys = { owner: undefined, accountId: undefined, accountName: undefined };
  expect(asOfMail(gone, at(11))).toEqual({ ...gone, ...nobodys });
  expect(asOfMail(gone, at(13))).toBe(gone);
  // The channel stays, and knows its mail.
  const given = transferred(before, { owner: BEA }, 12);
  expect(asOfMail(given, at(11))).toBe(given);
});
