import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { engineer, payments, people } from '../../local/people.ts';
import { startPlayground } from '../../local/playground/playground.ts';
import { openBrowser } from './chromium.ts';
import { openPlaygroundWindow } from './playground-window.ts';
import { startSmallBot } from './small-bot.ts';

const form = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'What do you need?' },
    { type: 'Input.Text', id: 'account', label: 'Account name', isRequired: true, errorMessage: 'A name' },
    {
      type: 'Input.ChoiceSet',
      id: 'environment',
      label: 'Environment',
      choices: [
        { title: 'Production', value: 'prod' },
        { title: 'Sandbox', value: 'sandbox' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'urgency',
      label: 'Urgency',
      style: 'expanded',
      choices: [{ title: 'Today', value: 'today' }],
    },
  ],
  actions: [{ type: 'Action.Execute', title: 'Send', verb: 'send' }],
};

async function openWindow() {
  const bot = await startSmallBot({ card: form, toButton: (value) => `You sent ${JSON.stringify(value)}` });
  onTestFinished(bot.close);
  const folder = await mkdtemp(join(tmpdir(), 'rootdesk-window-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const others = people.filter((person) => person !== engineer);
  const playground = await startPlayground({
    name: 'Playground',
    folder,
    port: 0,
    botEndpoint: bot.endpoint,
    seat: { person: engineer, team: payments, others },
    open: false,
  });
  onTestFinished(playground.close);
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  return { bot, folder, window: await openPlaygroundWindow(browser, playground.url) };
}

test('a person asks in the chat, fills the form, and reads the answer', async () => {
  const { window, folder } = await openWindow();
  await window.say('request');
  await window.waitForText('What do you need?');

  await window.press('Send');
  await window.waitForText('A name');
  await window.fill('Account name', 'payments-prod');
  await window.choose('Environment', 'Sandbox');
  await window.choose('Urgency', 'Today');
  await window.press('Send');
  await window.waitForText(/"account":"payments-prod","environment":"sandbox","urgency":"today"/);

  const picture = join(folder, 'window.png');
  await window.screenshot(picture);
  expect((await stat(picture)).size).toBeGreaterThan(0);
});

test('a person writes to the bot in the channel by a mention', async () => {
  const { window, bot } = await openWindow();
  await window.goToChannel();
  await window.say('help');
  await window.lastCard('What do you need?').waitFor();
  expect(bot.heard.filter(({ type }) => type === 'message')).toMatchObject([
    { text: '<at>Rootdesk</at> help', conversation: { conversationType: 'channel' } },
  ]);
});
