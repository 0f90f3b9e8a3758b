import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALEX, PAYMENTS, TRIAGE } from './company.ts';
import { openDesk, type Desk } from './desk.ts';
import { mail, PAY } from './mail.ts';

/** A mail as Exchange stored it, sent to Alex's alias. */
function stored(file: string): Buffer {
  const text = readFileSync(new URL(`../fixtures/cases/${file}`, import.meta.url), 'latin1');
  const toAlex = text.replaceAll(/aws_[0-9a-f-]{36}@company\.com/g, PAY).replaceAll(/\r?\n/g, '\r\n');
  return Buffer.from(toAlex, 'latin1');
}

async function openOffice(): Promise<Desk> {
  const desk = await openDesk();
  await desk.owns(ALEX, PAYMENTS, PAY);
  return desk;
}

describe('AWS’s mail that could not be verified', () => {
  it.each([
    ['through a gateway that shows only the host of its links', 'b03-mimecast.eml'],
    ['through a gateway that shows nothing of them', 'b09-opaque.eml'],
    ['with AWS’s logo, while nobody answered', 'f1-temperror-logo-awsstatic.eml'],
  ])('%s: the owner is told at once, with the doubt and without the secret', async (_, file) => {
    await using desk = await openOffice();
    await desk.graph.deliverStored(stored(file));
    await desk.sweeps();
    const card = await desk.sees(PAYMENTS, 'It may not be from AWS');
    expect(card.text).toContain('Urgent');
    expect(card.text).toContain('its text is not shown in the channel');
    expect(card.text).not.toMatch(/mimecast\.com|emailprotection\.link|https?:\/\/signin/);
    expect(desk.channel(TRIAGE).some(({ text }) => text.includes(PAY))).toBe(false);
  });
});

describe('a mail that names several senders', () => {
  it('goes to triage with the domain that was verified, and to no owner', async () => {
    await using desk = await openOffice();
    await desk.graph.deliverStored(stored('d01-two-from.eml'));
    await desk.sweeps();
    const card = await desk.sees(TRIAGE, 'AWS did not send this');
    expect(card.text).toContain('Verified domain');
    expect(card.text).toContain('aws-notify.example');
    expect(desk.channel(PAYMENTS).some(({ text }) => text.includes('needs attention'))).toBe(false);
  });

  it('but a comma in AWS’s name is no second one', async () => {
    await using desk = await openOffice();
    await desk.mailArrives(mail({ to: PAY, from: 'Amazon Web Services, Inc. <no-reply@amazonaws.com>' }));
    await desk.sweeps();
    expect((await desk.sees(PAYMENTS, 'Verified: sent by AWS')).text).toContain('Services, Inc.');
  });
});
