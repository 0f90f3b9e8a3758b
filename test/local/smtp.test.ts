import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { startSmtpIntake } from '../../local/smtp.ts';
import { mailboxOf, onlyMessage, PAY, SHOP, startStand, type Stand } from '../graph/stand.ts';

async function startIntake(stand: Stand): Promise<{ readonly port: number } & AsyncDisposable> {
  const intake = await startSmtpIntake({ port: 0, deliver: stand.take, accepts: stand.accepts });
  return { port: intake.port, [Symbol.asyncDispose]: () => intake.close() };
}

/** `npm run local:send -- …` */
async function localSend(port: number, ...args: string[]): Promise<{ exitCode: number; output: string }> {
  const command = fileURLToPath(new URL('../../local/send.ts', import.meta.url));
  const env = { ...process.env, SMTP_PORT: String(port) };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [command, ...args], { env });
    return { exitCode: 0, output: stdout };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !('stderr' in error)) throw error;
    return { exitCode: Number(error.code), output: String(error.stderr) };
  }
}

function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/mails/${name}`, import.meta.url));
}

describe('the SMTP intake', () => {
  it('brings a mail to two aliases into the central mailbox, once, and only the raw header block names them', async () => {
    await using stand = await startStand();
    await using intake = await startIntake(stand);
    const client = createTransport({ host: '127.0.0.1', port: intake.port, ignoreTLS: true });
    await client.sendMail({ from: 'a@aws.example', to: [PAY, SHOP], subject: 'Grüße', text: 'ü' });
    client.close();

    const message = await onlyMessage(mailboxOf(stand));
    expect(message).toMatchObject({ subject: 'Grüße', body: { type: 'text', content: 'ü' } });
    expect(message.transportHeaders).toContain(PAY);
    expect(message.transportHeaders).toContain(SHOP);
    const { transportHeaders: _, ...rest } = message;
    expect(JSON.stringify(rest)).not.toContain('aws_');
  });

  it('takes no mail for strangers', async () => {
    await using stand = await startStand();
    await using intake = await startIntake(stand);
    const client = createTransport({ host: '127.0.0.1', port: intake.port, ignoreTLS: true });
    await expect(client.sendMail({ from: 'a@aws.example', to: 'b@other.example', text: '' })).rejects.toThrow(
      '550',
    );
    client.close();
  });

  it('tells the sender when a mail is too large', async () => {
    await using stand = await startStand();
    await using intake = await startIntake(stand);
    const client = createTransport({ host: '127.0.0.1', port: intake.port, ignoreTLS: true });
    const content = Buffer.alloc(20 * 1024 * 1024);
    const mail = { from: 'a@aws.example', to: PAY, attachments: [{ filename: 'a.bin', content }] };
    await expect(client.sendMail(mail)).rejects.toThrow(/552|too large|larger/i);
    client.close();
    expect(stand.hands.list('inbox')).toEqual([]);
  });

  it('says that its port is taken', async () => {
    await using stand = await startStand();
    await using intake = await startIntake(stand);
    await expect(startSmtpIntake({ port: intake.port, deliver: stand.take })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});

describe('npm run local:send', () => {
  it('sends a billing mail that Exchange believes', async () => {
    await using stand = await startStand();
    await using intake = await startIntake(stand);
    expect(await localSend(intake.port, '--to', PAY)).toMatchObject({ exitCode: 0 });
    const { subject, internetHeaders } = await onlyMessage(mailboxOf(stand));
    expect(subject).toContain('Billing Statement');
    const verdict = internetHeaders.find(({ name }) => name === 'Authentication-Results');
    expect(verdict?.value).toContain('dmarc=pass action=none header.from=amazon.com');
  });

  it('sends a sample to the alias that it is told, and leaves Exchange’s verdict on it alone', async () => {
    await using stand = await startStand();
    await using intake = await startIntake(stand);
    expect(await localSend(intake.port, '--to', PAY, fixture('o001.eml'))).toMatchObject({ exitCode: 0 });
    const { transportHeaders } = await onlyMessage(mailboxOf(stand));
    expect(transportHeaders?.match(/^To:.*$/gm)).toEqual([`To: ${PAY}`]);
    expect(transportHeaders?.match(/^Authentication-Results:.*$/gm)).toEqual([
      'Authentication-Results: spf=pass (sender IP is 54.240.48.157)',
    ]);
  });

  it('takes a sender and a subject', async () => {
    await using stand = await startStand();
    await using intake = await startIntake(stand);
    await localSend(intake.port, '--to', PAY, '--from', 'x@evil.example', '--subject', 'Pay now');
    expect(await onlyMessage(mailboxOf(stand))).toMatchObject({
      subject: 'Pay now',
      from: { address: 'x@evil.example' },
    });
  });

  it.each([
    [[], /--to <alias>/],
    [['--to', 'nobody'], /"nobody" is not a mail address/],
    [['--to', PAY, 'a.eml', 'b.eml'], /one file/],
    [['--too', PAY], /--too/],
  ])('explains itself when it is called with %j', async (args, words) => {
    const { exitCode, output } = await localSend(1, ...args);
    expect(exitCode).toBe(2);
    expect(output).toMatch(words);
    expect(output).toContain('npm run local:send -- --to');
  });

  it('says how to start the stand when it is not running', async () => {
    await using stand = await startStand();
    const intake = await startIntake(stand);
    await intake[Symbol.asyncDispose]();
    const { exitCode, output } = await localSend(intake.port, '--to', PAY);
    expect(exitCode).toBe(1);
    expect(output).toContain('npm run local');
  });

  it('names a file that cannot be read', async () => {
    const { exitCode, output } = await localSend(1, '--to', PAY, 'no-such.eml');
    expect(exitCode).toBe(1);
    expect(output).toContain('no-such.eml');
  });
});
