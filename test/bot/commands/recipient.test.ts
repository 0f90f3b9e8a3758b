import * as fc from '../../fast-check.ts';
import { expect, it } from 'vitest';
import type { Incoming } from '../../../bot/teams/activity.ts';
import { spokenIn, textOf } from '../../../bot/turn/spoken.ts';
import { recipientIn } from '../../../bot/commands/recipient.ts';

const word = fc.oneof(
  fc.constantFrom(
    'to',
    'here',
    'Here,',
    'Megan',
    'Bowen',
    '<megan@company.com>',
    'megan@company.com',
    '@',
    'x@',
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) => text.replaceAll(/\s/gu, '') || '-'),
);

it('the mail moves for the word `here` alone, and nobody gets an alias whose address was not written', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      const wanted = recipientIn(words);
      const [first = ''] = words[0]?.toLowerCase() === 'to' ? words.slice(1) : words;
      const isHere = /^here[,.;:]?$/i.test(first);
      const namesSomebody = words.some((each) => each.includes('@') || each.startsWith('\u2063'));
      expect(wanted.kind === 'here' && !isHere).toBe(false);
      expect(isHere && !namesSomebody && wanted.kind !== 'here').toBe(false);
      expect(isHere && words.includes('megan@company.com') && wanted.kind !== 'unclear').toBe(false);
      const mail = wanted.kind === 'mail' ? wanted.mail : '';
      expect(words.join(' ').toLowerCase()).toContain(mail.toLowerCase());
      const rest = 'reason' in wanted ? wanted.reason : [];
      expect(words.slice(words.length - rest.length)).toEqual(rest);
      // Two different addresses are nobody's order.
      const addresses = new Set(words.filter((each) => /^[^@\s<>"]+@[^@\s<>"]+\.[a-z]+$/.test(each)));
      expect(addresses.size > 1 && wanted.kind === 'mail').toBe(false);
    }),
    { numRuns: 3_000 },
  );
});

it('what was written is read whatever it is, and nobody can write a mention', () => {
  const from = { id: '29:a' };
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('<at>', '</at>', '<at>Megan</at>', '\u20630', '&lt;', '&#39;', '<b>', '&nbsp;'),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.array(fc.anything(), { maxLength: 3 }),
      (pieces, entities) => {
        const seen: Incoming = {
          type: 'message',
          channelId: 'msteams',
          serviceUrl: 'https://teams',
          from,
          conversation: { id: 'c' },
          text: pieces.join(''),
          entities,
        };
        const { words, mentioned } = spokenIn(seen);
        const marks = words.filter((each) => each.startsWith('\u2063'));
        expect(marks.length).toBeLessThanOrEqual(mentioned.length);
        expect(words.every((each) => each !== '' && !/\s/u.test(each))).toBe(true);
        expect(textOf(words, mentioned)).not.toContain('\u2063');
      },
    ),
    { numRuns: 1_000 },
  );
});
