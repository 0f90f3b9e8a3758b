import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ACCOUNT_ID_WRITTEN, ACCOUNT_NAME_WRITTEN, parseAccountId } from '../../src/aliases/aws-limits.ts';
import { allSamplesOf } from './every-card.ts';
import { inEnglish } from './bound-cards.ts';
import { partsOf } from './soundness.ts';

const Field = z.object({
  type: z.string().startsWith('Input.'),
  id: z.string(),
  label: z.string().min(1),
  maxLength: z.number().optional(),
  regex: z.string().optional(),
  errorMessage: z.string().optional(),
  isRequired: z.boolean().optional(),
});
const fields = Object.values(allSamplesOf(inEnglish)).flatMap((draw) =>
  partsOf(draw().card)
    .filter(({ type }) => String(type).startsWith('Input.'))
    .map((field) => Field.parse(field)),
);

describe('a field of a card', () => {
  it('has a label, and says how much may be written into it', () => {
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter(({ type, maxLength }) => type === 'Input.Text' && maxLength === undefined)).toEqual(
      [],
    );
  });

  it('that must be filled, or in a certain way, says so when it is not', () => {
    const silent = fields.filter(
      ({ isRequired, regex, errorMessage = '' }) =>
        (isRequired === true || regex !== undefined) && errorMessage === '',
    );
    expect(silent).toEqual([]);
  });

  it('for an account id or name is checked before it is sent, by the pattern of Rootdesk itself', () => {
    const patterns = (wanted: RegExp): Set<string | undefined> =>
      new Set(fields.filter(({ id }) => wanted.test(id)).map(({ regex }) => regex));
    expect(patterns(/^(?:a|expectedA)ccountId$/)).toEqual(new Set([ACCOUNT_ID_WRITTEN]));
    expect(patterns(/^accountName$/)).toEqual(new Set([ACCOUNT_NAME_WRITTEN]));
  });

  it.each([
    ['123456789012', true],
    [' 1234-5678 9012', true],
    ['1234–5678—9012', true],
    ['12345678901', false],
    ['1234567890123', false],
    ['12345678901a', false],
    ['١٢٣٤٥٦٧٨٩٠١٢', false],
  ])('takes %s as an account id: %s, as Rootdesk does', (text, isTaken) => {
    // As clients check it: without flags.
    expect(new RegExp(ACCOUNT_ID_WRITTEN).test(text)).toBe(isTaken);
    expect(parseAccountId(text) !== undefined).toBe(isTaken);
  });
});

/** Types of Adaptive Cards 1.5 (https://adaptivecards.io/explorer), which each client of that version draws. */
const KNOWN =
  /^(?:AdaptiveCard|TextBlock|RichTextBlock|TextRun|Container|ColumnSet|Column|ActionSet|Input\.(?:Text|ChoiceSet|Toggle|Date|Number|Time)|Action\.(?:Execute|OpenUrl|ToggleVisibility|ShowCard|Submit)|mention)$/;
/** Left out by a client that does not know it: then parts are below each other. */
const LAYOUT = 'Layout.AreaGrid';
/** Asks Rootdesk while somebody types; left out by a client that does not know it: then the list is what is in it. */
const SEARCH = 'Data.Query';

describe('a card on an older client', () => {
  it('has what that client knows, or says what takes its place', () => {
    const newer = Object.entries(allSamplesOf(inEnglish)).flatMap(([name, draw]) =>
      partsOf(draw().card)
        .filter(
          ({ type, fallback }) =>
            typeof type === 'string' &&
            !KNOWN.test(type) &&
            type !== LAYOUT &&
            type !== SEARCH &&
            fallback === undefined,
        )
        .map(({ type }) => `${name}: ${String(type)}`),
    );
    expect(newer).toEqual([]);
  });

  it('that searches no list has a field for the name of what is not in it', () => {
    const searching = Object.values(allSamplesOf(inEnglish))
      .map((draw) => partsOf(draw().card))
      .filter((parts) => parts.some(({ type }) => type === SEARCH));
    expect(searching.length).toBeGreaterThan(0);
    for (const parts of searching) {
      const typed = parts.filter(({ type, id }) => type === 'Input.Text' && id === 'channelName');
      expect(typed.map(({ isRequired }) => isRequired)).toEqual([undefined]);
      // Else the client would ask for a choice from the list in spite of it.
      const lists = parts.filter(({ id }) => id === 'channelId');
      expect(lists.map(({ isRequired }) => isRequired)).toEqual([undefined]);
    }
  });

  it('never sees twice what is there once for each width', () => {
    const parts = Object.values(allSamplesOf(inEnglish)).flatMap((draw) => partsOf(draw().card));
    // Who does not know a target width draws all of them.
    expect(parts.filter(({ type, targetWidth }) => targetWidth !== undefined && type !== LAYOUT)).toEqual([]);
  });
});
