import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import type { Card } from '../../../cards/draw.ts';
import { teamsHost, type ThemeName } from './teams-host.ts';

export interface NamedCard {
  readonly name: string;
  readonly card: Card;
}

/** A page on which Microsoft's own renderer draws cards below each other as Teams does. */
export interface CardSheet {
  readonly page: Page;
  /** @param titled has each card's name above it */
  draw(cards: readonly NamedCard[], theme: ThemeName, titled?: boolean): Promise<void>;
  /** @param columns how many cards are beside each other */
  setWidth(width: number, columns?: number): Promise<void>;
  /** What is wrong with how they look. */
  faults(): Promise<readonly string[]>;
}

const LIBRARIES = [
  'adaptivecards/dist/adaptivecards.min.js',
  'markdown-it/dist/browser/markdown-it.umd.min.js',
];
const inPage = (file: string): URL => new URL(`./page/${file}`, import.meta.url);
const Faults = z.array(z.string());

export async function openCardSheet(browser: Browser, locale = 'en-US'): Promise<CardSheet> {
  const page = await browser.newPage({
    locale,
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1300, height: 900 },
  });
  // Without a doctype, browsers lay out as they did thirty years ago.
  await page.setContent('<!doctype html><html><body></body></html>');
  const require = createRequire(import.meta.url);
  for (const library of LIBRARIES) {
    await page.addScriptTag({
      path: require
        .resolve(library.split('/')[0] ?? '')
        .replace(/node_modules\/([^/]+)\/.*/, `node_modules/${library}`),
    });
  }
  const script = stripTypeScriptTypes(await readFile(inPage('draw.ts'), 'utf8'));
  await page.addScriptTag({ content: `{${script}}` });
  await page.addStyleTag({ content: await readFile(inPage('sheet.css'), 'utf8') });
  const call = (name: string, ...args: readonly unknown[]): Promise<unknown> =>
    page.evaluate(([called, given]) => Reflect.apply(Reflect.get(globalThis, called), undefined, given), [
      name,
      args,
    ] as const);
  return {
    page,
    draw: async (cards, theme, titled = false) =>
      void (await call('drawCards', cards, teamsHost(theme), titled)),
    setWidth: async (width, columns = 1) => void (await call('setWidth', width, columns)),
    faults: async () => Faults.parse(await call('faultsOfCards')),
  };
}
