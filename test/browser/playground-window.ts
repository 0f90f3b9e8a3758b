import type { Browser, Locator, Page } from 'playwright-core';
import { bot } from '../../local/people.ts';

/**
 * One person before a Playground, as a story tells it: goes to a chat or channel, says something, fills a card's fields,
 * presses its buttons. Every step waits for what it needs to be there, and fails when it does not come in time.
 *
 * Labels, options and button titles are given in full. Where several cards have the same one, the newest card is meant.
 */
export interface PlaygroundWindow {
  readonly page: Page;
  readonly goToChat: () => Promise<void>;
  /** The team's own channel, not General. */
  readonly goToChannel: () => Promise<void>;
  /** Writes to the bot: in the chat as it is, in the channel as a new post that mentions the bot. */
  readonly say: (text: string) => Promise<void>;
  /** The newest card that is shown here; with a text, the newest one that has it. */
  readonly lastCard: (text?: string) => Locator;
  readonly fill: (label: string, text: string) => Promise<void>;
  readonly choose: (label: string, option: string) => Promise<void>;
  readonly press: (button: string) => Promise<void>;
  /** Waits until the text is shown in the chat or channel; text within one message or card, not in the list of chats. */
  readonly waitForText: (text: string | RegExp) => Promise<void>;
  /** What is in a field. */
  readonly valueOf: (label: string) => Promise<string>;
  /** Adds Rootdesk to the team of a channel, or removes it. */
  readonly tell: (what: 'install' | 'uninstall', channelId: string) => Promise<void>;
  /** Takes a picture of the whole window as a PNG file. */
  readonly screenshot: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  /** How long a step may wait. */
  readonly timeoutMs?: number;
}

const exact = { exact: true } as const;

/** Opens a Playground in a browser. The bot must be running: the Playground asks for it before it shows anything. */
export async function openPlaygroundWindow(
  browser: Browser,
  url: string,
  { width = 1280, height = 900, timeoutMs = 20_000 }: WindowOptions = {},
): Promise<PlaygroundWindow> {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(timeoutMs);
  await page.goto(url);
  await page.getByRole('button', { name: 'Hide log panel' }).click();

  // What is beside the list of chats has no name of its own.
  const conversation = page
    .getByRole('region', { name: 'Chat and Teams Channel' })
    .locator('xpath=ancestor::*[following-sibling::*][1]/following-sibling::*[1]');
  let inChannel = false;
  /** A chat shows the newest message last, a channel the newest post first. */
  const newest = (found: Locator): Locator => (inChannel ? found.first() : found.last());
  const goTo = async (name: string | RegExp, isChannel: boolean): Promise<void> => {
    await page.getByRole('treeitem', { name, ...exact }).click();
    const ofThisKind = conversation.getByRole('button', {
      name: isChannel ? 'Post' : 'Send Message',
      ...exact,
    });
    await ofThisKind.first().waitFor();
    inChannel = isChannel;
  };
  await goTo('Personal Chat', false);

  return {
    page,
    goToChat: () => goTo('Personal Chat', false),
    goToChannel: () => goTo(/ - (?!General$)/, true),
    say: (text) => (inChannel ? post(page, conversation, text) : send(page, conversation, text)),
    lastCard: (text) => newest(conversation.locator('.ac-preview-panel').filter(hasText(text))),
    fill: (label, text) =>
      newest(labelled(conversation, label).and(conversation.getByRole('textbox'))).fill(text),
    valueOf: (label) =>
      newest(labelled(conversation, label).and(conversation.getByRole('textbox'))).inputValue(),
    tell: (what, channelId) => tell(url, what, channelId),
    choose: (label, option) => choose(page, newest, conversation, label, option),
    press: (name) => newest(conversation.getByRole('button', { name, ...exact })).click(),
    waitForText: (text) => newest(conversation.getByText(text).filter({ visible: true })).waitFor(),
    screenshot: async (path) => void (await page.screenshot({ path, animations: 'disabled' })),
    close: () => page.close(),
  };
}

/** What the Playground's menu "Mock an activity" sends. */
async function tell(url: string, type: string, conversationId: string): Promise<void> {
  const activities = new URL('/_internal/v1/customActivities', url);
  const query = new URLSearchParams({ conversationId, type });
  const template = await fetch(`${activities.href}/template?${query.toString()}`);
  if (!template.ok) throw new Error(`the Playground has no "${type}" for ${conversationId}`);
  await fetch(activities, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: await template.text(),
  });
}

/** A field that must be filled has a star behind its label, and an error behind its name once it was left empty. */
const labelled = (conversation: Locator, label: string): Locator =>
  conversation.getByLabel(label, exact).or(conversation.getByLabel(`${label} *`, exact));

const hasText = (text: string | undefined) => (text === undefined ? {} : { hasText: text });

async function send(page: Page, conversation: Locator, text: string): Promise<void> {
  const box = conversation.getByRole('textbox').last();
  await box.click();
  // Typing letter by letter comes out backwards: the editor puts the cursor back to the start.
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await box.filter({ hasNotText: text }).waitFor();
}

async function post(page: Page, conversation: Locator, text: string): Promise<void> {
  await conversation.getByRole('textbox').first().click();
  await page.keyboard.insertText('@');
  await page.getByRole('listbox').getByRole('menuitem', { name: bot.name }).click();
  await page.keyboard.insertText(` ${text}`);
  const button = conversation.getByRole('button', { name: 'Post', ...exact });
  await button.click();
  await conversation.getByRole('textbox').first().filter({ hasNotText: text }).waitFor();
}

/** A compact choice opens a list that is elsewhere in the page; an expanded one shows radio buttons. */
async function choose(
  page: Page,
  newest: (found: Locator) => Locator,
  conversation: Locator,
  label: string,
  option: string,
): Promise<void> {
  const found = labelled(conversation, label);
  const box = newest(found.and(conversation.getByRole('combobox')));
  const group = newest(found.and(conversation.getByRole('radiogroup')));
  const radio = group.getByRole('radio', { name: option, ...exact });
  await box.or(radio).waitFor();
  if (await radio.isVisible()) return radio.check();
  await box.click();
  await page.getByRole('option', { name: option, ...exact }).click();
}
