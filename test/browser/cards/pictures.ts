import { mkdir, rm, writeFile } from 'node:fs/promises';
import { inEnglish } from '../../cards/bound-cards.ts';
import { allSamplesOf } from '../../cards/every-card.ts';
import { openBrowser } from '../chromium.ts';
import { openCardSheet, type NamedCard } from './card-sheet.ts';
import { smallPng } from './small-png.ts';
import type { ThemeName } from './teams-host.ts';

/** Draws the pictures of docs/cards.md, and writes the page: `npm run pictures`. */
const FOLDER = 'docs/images/cards';
const PAGE = 'docs/cards.md';

interface Kind {
  readonly file: string;
  readonly title: string;
  readonly about: string;
  readonly has: RegExp;
}

/** The first that fits is a card's. */
const KINDS: readonly Kind[] = [
  {
    file: 'requests',
    title: 'Requests',
    about: 'From the form over the approvers’ card to the alias, with every way in which a request can end.',
    has: /^(?:form|no channel|request|receipt|asker|click|alias ready)/,
  },
  {
    file: 'aliases',
    title: 'Aliases',
    about: 'An alias in each state, lists, the history, and the questions before something is changed.',
    has: /^(?:alias|release|history|transfer|another|owner|giver|told)/,
  },
  {
    file: 'mail',
    title: 'Mail',
    about: 'What AWS sent, what it may not show, what may not be from AWS, and lists of it.',
    has: /^mail/,
  },
  {
    file: 'reveals',
    title: 'Showing a withheld mail',
    about: 'The question to the approvers, how it ends, and the card that the owner alone sees.',
    has: /^reveal/,
  },
  {
    file: 'around',
    title: 'Help, channels and trouble',
    about: 'Greetings and help, what a channel is told and can set, the pool, and what did not work.',
    has: /^(?!full:)/,
  },
];

interface Look {
  readonly name: string;
  readonly width: number;
  readonly theme: ThemeName;
  readonly columns: number;
}
const LOOKS: readonly Look[] = [
  { name: 'phone', width: 320, theme: 'light', columns: 5 },
  { name: 'wide', width: 600, theme: 'dark', columns: 3 },
];
const GAP = 16;

const all = Object.entries(allSamplesOf(inEnglish)).map(([name, draw]) => ({ name, card: draw().card }));
const left = new Set<NamedCard>(all);
const parts: string[] = [];

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const browser = await openBrowser();
const sheet = await openCardSheet(browser);
await sheet.page.addStyleTag({ content: `body { column-count: var(--columns); column-gap: ${GAP}px }` });
for (const { file, title, about, has } of KINDS) {
  const cards = [...left].filter(({ name }) => has.test(name));
  for (const card of cards) left.delete(card);
  parts.push(`## ${title}`, about);
  for (const { name, width, theme, columns } of LOOKS) {
    await sheet.page.setViewportSize({ width: columns * (width + GAP) + 8, height: 400 });
    await sheet.draw(cards, theme, true);
    await sheet.setWidth(width, columns);
    const picture = `${file}-${name}.png`;
    await writeFile(`${FOLDER}/${picture}`, smallPng(await sheet.page.screenshot({ fullPage: true })));
    parts.push(`![${title}, ${width} pixels wide, in the ${theme} theme](images/cards/${picture})`);
  }
}
await browser.close();

const head = `# Cards

Every card in every state, drawn by Microsoft's renderer with the colors and measures that Teams publishes for it, at the width of a
phone and of a window. \`npm run pictures\` draws them anew. [The test](../test/browser/cards/drawn.test.ts) draws them in both widths, both
themes and both languages, with long, hostile and right-to-left text, and looks for what is cut, pale, beside the card or without a label.

Times are shown in the reader's time zone. Where a card is wide enough, Teams shows labels beside their values; clients that do not know
how show them above.`;
await writeFile(PAGE, `${[head, ...parts].join('\n\n')}\n`);
