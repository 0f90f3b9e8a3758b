import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { english } from '../../cards/index.ts';
import { approver, engineer, payments } from '../../local/people.ts';
import { findFreePort } from '../../local/ports.ts';
import {
  billingMail,
  passwordResetMail,
  phishingMail,
  unclearMail,
  type SampleMail,
} from '../../local/sample-mail.ts';
import { startStand, type Stand } from '../../local/stand.ts';
import { openBrowser } from './chromium.ts';
import { openPlaygroundWindow, type PlaygroundWindow } from './playground-window.ts';

/** `npm run screenshots` takes the README's picture from here. */
const SCREENSHOTS = '.local/screenshots';
const ADDRESS = /aws_[0-9a-f-]{36}@company\.com/;

let folder: string;
let stand: Stand;
let browser: Browser;
let asEngineer: PlaygroundWindow;
let asApprover: PlaygroundWindow;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rootdesk-stand-'));
  await mkdir(SCREENSHOTS, { recursive: true });
  stand = await startStand({
    folder,
    fresh: true,
    mailboxes: 1,
    open: false,
    ports: {
      table: await findFreePort(),
      graph: await findFreePort(),
      smtp: await findFreePort(),
      rootdesk: await findFreePort(),
      engineer: await findFreePort(),
      approver: await findFreePort(),
    },
    onStep: () => undefined,
    onPoolProgress: () => undefined,
  });
  browser = await openBrowser();
  asEngineer = await openPlaygroundWindow(browser, stand.engineer.url);
  asApprover = await openPlaygroundWindow(browser, stand.approver.url);
});

afterAll(async () => {
  await browser?.close();
  await stand?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

async function send(to: string, mail: SampleMail): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: stand.smtpPort, secure: false });
  await transport.sendMail({ ...mail, to });
  transport.close();
}

async function ask(accountName: string): Promise<void> {
  await asEngineer.goToChat();
  await asEngineer.say('request');
  await asEngineer.waitForText('Request an AWS root alias');
  await asEngineer.fill('Account name', accountName);
  await asEngineer.fill('Purpose', 'Card payments in the new region');
  await asEngineer.choose('Environment', 'Production');
}

async function aliasOf(accountName: string): Promise<string> {
  const owned = await stand.register.aliasesOfOwner(engineer.mail);
  return owned.find((alias) => alias.accountName === accountName)?.address ?? '';
}

describe('the two journeys, in two windows, on real parts', () => {
  it('gives an engineer an alias when an approver says yes', async () => {
    await ask('payments-prod');
    await asEngineer.screenshot(`${SCREENSHOTS}/request.png`);
    await asEngineer.press('Send request');
    await asEngineer.waitForText('payments-prod');

    await asApprover.goToChannel();
    await asApprover.waitForText('payments-prod');
    await asApprover.lastCard('payments-prod').scrollIntoViewIfNeeded();
    await asApprover.screenshot(`${SCREENSHOTS}/approval.png`);
    await asApprover.press('Approve');

    await asEngineer.waitForText(ADDRESS);
    const address = await aliasOf('payments-prod');
    expect(address).toMatch(ADDRESS);
    await asEngineer.lastCard('Next steps').scrollIntoViewIfNeeded();
    expect(await asEngineer.lastCard('Next steps').innerText()).toContain(address);
    await asEngineer.screenshot(`${SCREENSHOTS}/alias.png`);

    const card = asApprover.lastCard('payments-prod');
    await expect.poll(() => card.innerText()).toContain(approver.name);
    expect(await card.getByRole('button').count()).toBe(0);
  });

  it('brings a mail to the alias into the owning channel', async () => {
    await asEngineer.goToChannel();
    await send(await aliasOf('payments-prod'), billingMail());
    await asEngineer.waitForText(/Billing Statement Available/);
    const card = await asEngineer.lastCard('Billing Statement Available').innerText();
    expect(card).toContain('payments-prod');
    expect(card).toContain('Verified: sent by AWS');
    await asEngineer.screenshot(`${SCREENSHOTS}/mail.png`);
  });

  it('withholds a reset link and names a forgery', async () => {
    await send(await aliasOf('payments-prod'), passwordResetMail());
    await asEngineer.waitForText('Amazon Web Services Password Assistance');
    const card = await asEngineer.lastCard('Amazon Web Services Password Assistance').innerText();
    expect(card).toContain('withheld');
    expect(card).not.toContain('resetpassword');
    expect(card).not.toContain('local-stand-example');
    await asEngineer.screenshot(`${SCREENSHOTS}/withheld.png`);

    await send(await aliasOf('payments-prod'), phishingMail());
    await asApprover.waitForText(/AWS did not send this/);
    await asApprover.screenshot(`${SCREENSHOTS}/forgery.png`);
    expect(await asEngineer.page.getByText('will be suspended today').count()).toBe(0);
  });

  it('lets somebody of the channel say that they look after an urgent mail', async () => {
    await asEngineer.goToChannel();
    await asEngineer.press('Acknowledge');
    await asEngineer.waitForText(/acknowledged it/);
    expect(await asEngineer.lastCard('acknowledged it').innerText()).toContain(engineer.name);
  });

  it('shows the withheld mail in the owner’s window alone, once an approver agreed', async () => {
    await asEngineer.goToChannel();
    await asEngineer.waitForText('Amazon Web Services Password Assistance');
    await asEngineer.press('Show it to the owner');
    await asApprover.goToChannel();
    await asApprover.waitForText(/wants to read a mail/);
    await asApprover.press('Agree');
    await asEngineer.goToChat();
    await asEngineer.waitForText(/token=local-stand-example-token/);
    expect(await asApprover.page.getByText('local-stand-example-token').count()).toBe(0);
    await asApprover.goToChat();
    expect(await asApprover.page.getByText('local-stand-example-token').count()).toBe(0);
    await asEngineer.goToChannel();
    await asEngineer.waitForText(/was shown it in their own chat/);
    expect(await asEngineer.page.getByText('local-stand-example-token').count()).toBe(0);
  });

  it('announces a mail that it does not recognise, and shows its text to the owner with one click', async () => {
    await asEngineer.goToChannel();
    await send(await aliasOf('payments-prod'), unclearMail());
    await asEngineer.waitForText('Text not shown here');
    const card = asEngineer.lastCard('Text not shown here');
    await card.scrollIntoViewIfNeeded();
    expect(await card.innerText()).not.toContain('badge');
    await asEngineer.screenshot(`${SCREENSHOTS}/announced.png`);
    await asEngineer.press('Show the text');
    await asEngineer.goToChat();
    await asEngineer.waitForText(/bring your badge/);
    await asEngineer.screenshot(`${SCREENSHOTS}/announced-shown.png`);
    await asEngineer.goToChannel();
    await asEngineer.waitForText(/was shown it in their own chat/);
    expect(await asEngineer.page.getByText('bring your badge').count()).toBe(0);
  });

  it('explains itself in a channel when it is mentioned', async () => {
    await asEngineer.goToChannel();
    await asEngineer.say('help');
    await asEngineer.press('All commands');
    await asEngineer.waitForText(english.commands.help);
    expect(await asEngineer.lastCard(english.commands.help).innerText()).toContain('link');
  });

  it('denies with a comment, and the engineer reads why', async () => {
    await ask('playground-account');
    await asEngineer.press('Send request');
    await asApprover.goToChannel();
    await asApprover.waitForText('playground-account');
    await asApprover.press('Deny');
    await asApprover.waitForText(/needs a comment/);
    await asApprover.fill('Comment for the asker (needed to deny)', 'Use the shared sandbox instead.');
    await asApprover.press('Deny');
    await asEngineer.waitForText('Use the shared sandbox instead.');
    expect(await aliasOf('playground-account')).toBe('');
  });

  it('has what was asked for filled in when it is asked for again, and then says yes', async () => {
    await asEngineer.press('Request again');
    await asEngineer.waitForText('Request an AWS root alias');
    expect(await asEngineer.valueOf('Account name')).toBe('playground-account');
    await asEngineer.press('Send request');
    await asApprover.waitForText('playground-account');
    await asApprover.press('Approve');
    await expect.poll(() => aliasOf('playground-account')).toMatch(ADDRESS);
    await asEngineer.waitForText(await aliasOf('playground-account'));
  });

  it('sets in a form what the channel sees at once', async () => {
    await asEngineer.goToChannel();
    await asEngineer.say('settings');
    await asEngineer.waitForText('Settings of this channel');
    await asEngineer.choose('Marketing', 'Not at all');
    await asEngineer.press('Save');
    await asEngineer.waitForText('The settings are saved');
    await asEngineer.screenshot(`${SCREENSHOTS}/settings.png`);
    const channel = await stand.register.channel(payments.channel.id);
    expect(channel?.value.muted).toMatchObject([{ topic: 'marketing' }]);
  });

  it('loses nothing when Rootdesk is restarted with a request pending and a mail unposted', async () => {
    await ask('payments-after-restart');
    await asEngineer.press('Send request');
    await asApprover.goToChannel();
    await asApprover.waitForText('payments-after-restart');
    const address = await aliasOf('payments-prod');

    await stand.stopRootdesk();
    await send(address, {
      ...billingMail(),
      subject: 'Amazon Web Services Invoice Available, sent while away',
    });
    await stand.startRootdesk();

    await asEngineer.goToChannel();
    await asEngineer.waitForText(/sent while away/);
    await asApprover.press('Approve');
    await asEngineer.goToChat();
    await expect.poll(() => aliasOf('payments-after-restart')).toMatch(ADDRESS);
    await asEngineer.waitForText(await aliasOf('payments-after-restart'));
  });

  it('gives an alias to a colleague after a question, and tells both', async () => {
    const address = await aliasOf('payments-prod');
    await asEngineer.goToChat();
    await asEngineer.say(`transfer ${address} somebody nice`);
    await asEngineer.waitForText('Who is that?');
    expect(await aliasOf('payments-prod')).toBe(address);
    await asEngineer.say(`transfer ${address} ${approver.mail}`);
    await asEngineer.waitForText('Give this alias to somebody else?');
    expect(await aliasOf('payments-prod')).toBe(address);
    await asEngineer.screenshot(`${SCREENSHOTS}/transfer.png`);
    await asEngineer.press('Give it to them');
    await expect.poll(() => aliasOf('payments-prod')).toBe('');
    await asApprover.goToChat();
    await asApprover.waitForText(address);
    await asApprover.screenshot(`${SCREENSHOTS}/given.png`);
  });

  it('lets the owner save the account id on the card, look the alias up, and release it after a question', async () => {
    const address = await aliasOf('payments-after-restart');
    await asEngineer.lastCard('Next steps').filter({ hasText: address }).waitFor();
    // A Playground forgets what was typed into a card when another one arrives or is redrawn before the button is pressed.
    const accountIdAfterTyping = async (): Promise<string | undefined> => {
      await asEngineer.fill('AWS account id', '1234-5678-9012');
      const answered = asEngineer.page.waitForResponse(/\/invoke$/);
      await asEngineer.press('Save account id');
      await answered;
      return (await stand.register.aliasByAddress(address))?.value.accountId;
    };
    await expect.poll(accountIdAfterTyping).toBe('123456789012');
    await asEngineer.waitForText(/AWS account 123456789012 is bound to this alias/);

    await asEngineer.say('find 123456789012');
    await asEngineer.waitForText('One alias found');
    expect(await asEngineer.lastCard('One alias found').innerText()).toContain(address);

    await asEngineer.say(`release ${address}`);
    await asEngineer.waitForText('Release this alias?');
    expect(await asEngineer.lastCard('Release this alias?').innerText()).toContain(
      'nobody ever gets it again',
    );
    await asEngineer.fill('Reason, for the history (optional)', 'The account was closed');
    await asEngineer.press('Release it');
    await asEngineer.waitForText('The alias is released');
    expect((await stand.register.aliasByAddress(address))?.value.state).toBe('retired');

    await asEngineer.say(`history ${address}`);
    await asEngineer.waitForText(/The account was closed/);
  });

  it('is removed from the team and comes back: what came meanwhile is in triage, and delivered late', async () => {
    const address = await aliasOf('playground-account');
    const channelId = payments.channel.id;
    await asEngineer.tell('uninstall', channelId);
    await expect
      .poll(async () => (await stand.register.channel(channelId))?.value.roles)
      .not.toContain('owner');
    await send(address, {
      ...billingMail(),
      subject: 'Amazon Web Services Invoice Available, sent while removed',
    });
    await asApprover.goToChannel();
    await asApprover.waitForText(/sent while removed/);

    await asEngineer.tell('install', channelId);
    await asEngineer.goToChannel();
    await asEngineer.say('link');
    await asEngineer.waitForText(/sent while removed/);
    expect(await asEngineer.lastCard('sent while removed').innerText()).toContain('Delivered late');
  });
});
