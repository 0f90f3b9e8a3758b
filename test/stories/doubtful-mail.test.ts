import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALEX, PAYMENTS, TRIAGE } from './company.ts';
import { openWorld, type World } from './world.ts';
import { mail, PAY } from './mail.ts';

/** A mail as Exchange stored it, sent to Alex's alias. */
function stored(file: string): Buffer {
  const text = readFileSync(new URL(`../fixtures/cases/${file}`, import.meta.url), 'latin1');
  const toAlex = text.replaceAll(/aws_[0-9a-f-]{36}@company\.com/g, PAY).replaceAll(/\r?\n/g, '\r\n');
  return Buffer.from(toAlex, 'latin1');
}

async function openOffice(): Promise<World> {
  const world = await openWorld();
  await world.owns(ALEX, PAYMENTS, PAY);
  return world;
}

describe('AWS’s mail that could not be verified', () => {
  it.each([
    ['through a gateway that shows only the host of its links', 'b03-mimecast.eml'],
    ['through a gateway that shows nothing of them', 'b09-opaque.eml'],
    ['with AWS’s logo, while nobody answered', 'f1-temperror-logo-awsstatic.eml'],
  ])('%s: the owner is told at once, with the doubt and without the secret', async (_, file) => {
    await using world = await openOffice();
    await world.graph.deliverStored(stored(file));
    await world.sweeps();
    const card = await world.sees(PAYMENTS, 'It may not be from AWS');
    expect(card.text).toContain('Urgent');
    expect(card.text).toContain('its text is not shown in the channel');
    expect(card.text).not.toMatch(/mimecast\.com|emailprotection\.link|https?:\/\/signin/);
    expect(world.channel(TRIAGE).some(({ text }) => text.includes(PAY))).toBe(false);
  });
});

describe('a mail that names several senders', () => {
  it('goes to triage with the domain that was verified, and to no owner', async () => {
    await using world = await openOffice();
    await world.graph.deliverStored(stored('d01-two-from.eml'));
    await world.sweeps();
    const card = await world.sees(TRIAGE, 'AWS did not send this');
    expect(card.text).toContain('Verified domain');
    expect(card.text).toContain('aws-notify.example');
    expect(world.channel(PAYMENTS).some(({ text }) => text.includes('needs attention'))).toBe(false);
  });

  it('but a comma in AWS’s name is no second one', async () => {
    await using world = await openOffice();
    await world.mailArrives(mail({ to: PAY, from: 'Amazon Web Services, Inc. <no-reply@amazonaws.com>' }));
    await world.sweeps();
    expect((await world.sees(PAYMENTS, 'Verified: sent by AWS')).text).toContain('Services, Inc.');
  });
});
