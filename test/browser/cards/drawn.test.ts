import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsIn, type Drawn } from '../../../cards/index.ts';
import { ALL_LANGUAGES, type Language } from '../../../cards/texts/languages.ts';
import { allSamplesOf, drawnWith, SAMPLE_NAMES, type Filling } from '../../cards/every-card.ts';
import { inEnglish, type BoundCards } from '../../cards/bound-cards.ts';
import { inGerman } from '../../cards/in-german.ts';
import { openCardSheet, type CardSheet } from './card-sheet.ts';
import { openBrowser } from '../chromium.ts';

/** AWS takes 64 characters, of which our scheme gives 23 to the domain. */
const LONGEST_ADDRESS = 'aws_0f8fad5b-d9cb-469f-a165-70867728950e@mailaccounts.company.io';

/** What can be written on a card. */
const WRITTEN: Readonly<Record<string, Filling>> = {
  long: {
    text: 'Payments in the new region for customers, partners and everybody else who pays by card. '.repeat(
      12,
    ),
    id: 'x',
    address: LONGEST_ADDRESS,
  },
  'right to left': { text: 'חשבון תשלומים (בדיקה), 3 סביבות — الحساب الجديد 2026: موافق', id: 'x' },
  hostile: {
    text: `${'W'.repeat(120)} **b** [l](https://x.example) <at>all</at> {{DATE(2031-12-31T12:00:00Z)}} ${'e\u0301\u0323'.repeat(40)} 👩‍👩‍👧‍👦 \u202e${'漢'.repeat(200)}`,
    id: 'x',
  },
};

const THEMES = ['light', 'dark'] as const;
const WIDTHS = [320, 600];

const BOUND: Readonly<Record<Language, BoundCards>> = { en: inEnglish, de: inGerman };

let browser: Browser;
let sheet: CardSheet;
beforeAll(async () => {
  browser = await openBrowser();
  sheet = await openCardSheet(browser);
});
afterAll(async () => browser?.close());

function everyCard(language: Language, written: Filling | undefined): readonly (readonly [string, Drawn])[] {
  if (written === undefined) {
    return Object.entries(allSamplesOf(BOUND[language])).map(([name, draw]) => [name, draw()] as const);
  }
  return SAMPLE_NAMES.map((name) => [name, drawnWith(name, written, new Set(), textsIn(language))] as const);
}

describe.each(ALL_LANGUAGES)(
  'every card in every state, drawn by Microsoft’s renderer as Teams does it, in %s',
  (language) => {
    it.each([['as it is', undefined] as const, ...Object.entries(WRITTEN)])(
      'has nothing beside it, nothing cut, nothing pale, no field without a label and no address of three lines: %s',
      async (_, written) => {
        const cards = everyCard(language, written).map(([name, { card }]) => ({ name, card }));
        const faults: string[] = [];
        for (const theme of THEMES) {
          await sheet.draw(cards, theme);
          for (const width of WIDTHS) {
            await sheet.setWidth(width);
            faults.push(...(await sheet.faults()).map((fault) => `${theme}, ${width} px, ${fault}`));
          }
        }
        expect(faults).toEqual([]);
      },
    );
  },
);
