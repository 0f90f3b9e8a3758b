import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { centralsOfStand } from '../../local/graph/centrals-of-stand.ts';
import {
  CENTRAL,
  credentialOf,
  mailboxOf,
  mailTo,
  never,
  onlyMessage,
  PAY,
  readRound,
  ROOT,
  SHOP,
  startStand,
  type Stand,
} from '../graph/stand.ts';

const errorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
const account = z.object({ id: z.string(), proxyAddresses: z.array(z.string()).optional() });
const shownMessage = z.record(z.string(), z.unknown());

/** A request with the stand's own token, as any program on this machine could send it. */
async function ask(stand: Stand, path: string, headers: Record<string, string> = {}): Promise<Response> {
  const token = await credentialOf(stand).getToken('.default');
  return fetch(`${stand.url}/v1.0${path}`, {
    headers: { Authorization: `Bearer ${token?.token}`, ...headers },
  });
}

describe('the local Graph server', () => {
  it('refuses every request without a token that it handed out, in Graph’s words', async () => {
    await using stand = await startStand();
    for (const headers of [{}, { Authorization: 'Bearer made-up' }]) {
      const response = await fetch(`${stand.url}/v1.0/users/${CENTRAL}`, { headers });
      expect(response.status).toBe(401);
      expect(errorBody.parse(await response.json()).error.code).toBe('InvalidAuthenticationToken');
    }
  });

  it('shows headers and the raw header block only to those who ask for them', async () => {
    await using stand = await startStand();
    await stand.deliver(mailTo(PAY), [PAY]);
    const [id] = stand.hands.list('inbox');
    const plain = shownMessage.parse(await (await ask(stand, `/users/${CENTRAL}/messages/${id}`)).json());
    expect(plain).toHaveProperty('subject');
    expect(plain).not.toHaveProperty('internetMessageHeaders');
    expect(plain).not.toHaveProperty('singleValueExtendedProperties');
  });

  it('gives another id, which a move makes invalid, to those who do not ask for immutable ones', async () => {
    await using stand = await startStand();
    await stand.deliver(mailTo(PAY), [PAY]);
    const [immutable = ''] = stand.hands.list('inbox');
    const { id } = z
      .object({ id: z.string() })
      .parse(await (await ask(stand, `/users/${CENTRAL}/messages/${immutable}`)).json());
    expect(id).not.toBe(immutable);
    await stand.hands.move(immutable, 'junkemail');
    expect((await ask(stand, `/users/${CENTRAL}/messages/${id}`)).status).toBe(404);
    expect((await ask(stand, `/users/${CENTRAL}/messages/${immutable}`)).status).toBe(200);
  });

  it('never lets delta serve the raw header block', async () => {
    await using stand = await startStand();
    const expand = encodeURIComponent("singleValueExtendedProperties($filter=id eq 'String 0x007D')");
    const path = `/users/${CENTRAL}/mailFolders/inbox/messages/delta?$expand=${expand}`;
    expect((await ask(stand, path)).status).toBe(400);
  });

  it('lists the aliases of a root mailbox, when they are asked for', async () => {
    await using stand = await startStand();
    const plain = account.parse(await (await ask(stand, `/users/${ROOT}`)).json());
    expect(plain.proxyAddresses).toBeUndefined();
    const full = account.parse(await (await ask(stand, `/users/${ROOT}?$select=id,proxyAddresses`)).json());
    expect(full.proxyAddresses).toEqual([`SMTP:${ROOT}`, `smtp:${PAY}`, `smtp:${SHOP}`]);
  });

  it('takes orders for faults over its control endpoint', async () => {
    await using stand = await startStand();
    const order = { kind: 'throttle', retryAfterSeconds: 5, times: 2 };
    const ordered = await fetch(`${stand.url}/_stand/faults`, {
      method: 'POST',
      body: JSON.stringify(order),
    });
    expect(ordered.status).toBe(204);
    const throttled = await ask(stand, `/users/${ROOT}`);
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '5']);
    await fetch(`${stand.url}/_stand/faults`, { method: 'DELETE' });
    expect((await ask(stand, `/users/${ROOT}`)).status).toBe(200);

    const nonsense = await fetch(`${stand.url}/_stand/faults`, { method: 'POST', body: '{"kind":"fire"}' });
    expect(nonsense.status).toBe(400);
  });

  it('tells the commands of the stand which central mailboxes there are', async () => {
    const mailboxes = { central: CENTRAL, furtherCentrals: ['aws2@company.com'], roots: [] };
    await using stand = await startStand({ mailboxes });
    expect(await centralsOfStand(stand.url)).toEqual([CENTRAL, 'aws2@company.com']);
    await stand.close();
    expect(await centralsOfStand(stand.url)).toBeUndefined();
  });

  it('listens on 127.0.0.1 and nowhere else', async () => {
    await using stand = await startStand();
    const { port } = new URL(stand.url);
    const elsewhere = Object.values(networkInterfaces())
      .flat()
      .filter((network) => network?.internal === false && network.family === 'IPv4')
      .map((network) => network?.address ?? '');
    for (const host of ['::1', ...elsewhere]) {
      const stranger = request({ host, port }).end();
      const [error] = await once(stranger, 'error');
      expect(error).toBeInstanceOf(Error);
    }
  });
});

describe('the samples', () => {
  it('can all be read, wherever Exchange put them', async () => {
    await using stand = await startStand();
    const folder = new URL('../fixtures/mails/', import.meta.url);
    const files = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
    for (const name of files) await stand.deliverStored(await readFile(new URL(name, folder)));

    const mailbox = mailboxOf(stand);
    const inbox = new Set((await readRound(mailbox, 'inbox')).pages.flat());
    const junk = new Set((await readRound(mailbox, 'junkemail')).pages.flat());
    expect(inbox.size + junk.size).toBe(files.length);
    expect(junk.size).toBeGreaterThan(0);
    for (const id of [...inbox, ...junk]) {
      const message = await mailbox.message(id, never());
      expect(message?.from?.address).toContain('@');
      expect(message?.transportHeaders).toMatch(/^From:/m);
      expect(message?.body.content).not.toBe('');
    }
  });
});

describe('mail to an alias', () => {
  it('arrives once when it names two aliases', async () => {
    await using stand = await startStand();
    await stand.deliver(mailTo(`${PAY}, ${SHOP}`), [PAY, SHOP]);
    const message = await onlyMessage(mailboxOf(stand));
    expect(message.transportHeaders).toContain(`To: ${PAY}, ${SHOP}`);
    expect(message.to.map(({ address }) => address)).toEqual([ROOT]);
  });

  it('that no root mailbox carries arrives too, with the address as it was written', async () => {
    await using stand = await startStand();
    await stand.deliver(mailTo('aws_nobody@company.com'), ['aws_nobody@company.com']);
    const { to } = await onlyMessage(mailboxOf(stand));
    expect(to.map(({ address }) => address)).toEqual(['aws_nobody@company.com']);
  });

  it('of another company is not taken', async () => {
    await using stand = await startStand();
    await expect(stand.deliver(mailTo('a@other.com'), ['a@other.com'])).rejects.toThrow(/this company/);
    expect(stand.hands.list('inbox')).toEqual([]);
  });

  it('carries exactly one verdict of Exchange, and none that its sender wrote', async () => {
    await using stand = await startStand();
    const forged = {
      From: 'AWS <no-reply@aws.example>',
      'Authentication-Results': 'spf=pass smtp.mailfrom=aws.com;dmarc=pass action=none header.from=aws.com',
      'X-MS-Exchange-Organization-AuthAs': 'Internal',
      'X-Forefront-Antispam-Report': 'SFV:SKN',
    };
    await stand.deliver(mailTo(PAY, forged), [PAY]);
    const { internetHeaders } = await onlyMessage(mailboxOf(stand));
    const values = (name: string) =>
      internetHeaders.filter((line) => line.name === name).map(({ value }) => value);
    expect(values('Authentication-Results')).toEqual([
      'spf=pass (sender IP is 127.0.0.1) smtp.mailfrom=aws.example; dkim=pass (signature was verified) ' +
        'header.d=aws.example;dmarc=pass action=none header.from=aws.example;compauth=pass reason=100',
    ]);
    expect(values('Authentication-Results-Original')).toEqual([forged['Authentication-Results']]);
    expect(values('X-MS-Exchange-Organization-AuthAs')).toEqual(['Anonymous']);
    expect(values('X-MS-Exchange-Organization-AuthSource')).toHaveLength(1);
  });

  it('whose sender Exchange does not believe lands in Junk', async () => {
    await using stand = await startStand();
    await stand.deliver(mailTo(PAY), [PAY], { verdict: 'fail' });
    const { internetHeaders } = await onlyMessage(mailboxOf(stand), 'junkemail');
    const verdict = internetHeaders.find(({ name }) => name === 'Authentication-Results');
    expect(verdict?.value).toContain('dmarc=fail');
  });

  it('cannot write a verdict through its From', async () => {
    await using stand = await startStand();
    await stand.deliver(mailTo(PAY, { From: '"x" <a@evil.example;dmarc=pass header.from=aws.com>' }), [PAY]);
    const { internetHeaders } = await onlyMessage(mailboxOf(stand));
    const verdict = internetHeaders.find(({ name }) => name === 'Authentication-Results');
    expect(verdict?.value).not.toContain('aws.com');
  });

  it('that was stored before, such as a sample, keeps every byte', async () => {
    await using stand = await startStand();
    const sample = await readFile(new URL('../fixtures/mails/o001.eml', import.meta.url));
    await stand.deliverStored(sample);
    const { transportHeaders } = await onlyMessage(mailboxOf(stand));
    const block = sample.toString('utf8').replaceAll('\r\n', '\n').split('\n\n')[0];
    expect(transportHeaders?.replaceAll('\r\n', '\n').trimEnd()).toBe(block);
  });
});
