import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { z } from 'zod';
import { addressTo, firstValue, takeApart } from './graph/headers.ts';
import { billingMail } from './sample-mail.ts';

const USAGE = `Sends a mail to an alias of the local stand.

  npm run local:send -- --to <alias> [--to <alias>] [--from <address>] [--subject <text>] [file.eml]

Without a file a billing mail is sent. A file is sent as it is, with To set to the given alias and without Cc.`;

const DEFAULT_PORT = 2525;
const CONNECT_LIMIT_MS = 5_000;

interface SendOrder {
  readonly to: readonly string[];
  readonly from: string | undefined;
  readonly subject: string | undefined;
  readonly file: string | undefined;
}

/** What to say instead of sending: how it is used, or what is wrong with the command line or with sending. */
interface Trouble {
  readonly exitCode: 0 | 1 | 2;
  readonly lines: readonly string[];
}

const address = z.email({ error: ({ input }) => `${JSON.stringify(input)} is not a mail address.` });
const smtpPort = z.coerce.number().int().min(1).max(65_535).default(DEFAULT_PORT);

function readCommandLine(): SendOrder | Trouble {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        to: { type: 'string', multiple: true },
        from: { type: 'string' },
        subject: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { exitCode: 0, lines: [USAGE] };
    const to = z
      .array(address)
      .min(1, 'Say to which alias: --to <alias>.')
      .safeParse(values.to ?? []);
    if (!to.success) return wrongUse(to.error.issues.map(({ message }) => message));
    if (positionals.length > 1) return wrongUse(['Only one file can be sent at a time.']);
    return { to: to.data, from: values.from, subject: values.subject, file: positionals[0] };
  } catch (error) {
    return wrongUse([messageOf(error)]);
  }
}

async function compose(order: SendOrder): Promise<SendMailOptions> {
  const to = [...order.to];
  if (order.file === undefined) {
    const mail = billingMail();
    return { ...mail, from: order.from ?? mail.from, subject: order.subject ?? mail.subject, to };
  }
  const mime = await readFile(order.file);
  const from = order.from ?? firstValue(takeApart(mime), 'return-path')?.replaceAll(/[<>]/g, '') ?? '';
  return { envelope: { from, to }, raw: addressTo(mime, to) };
}

async function send(order: SendOrder): Promise<Trouble | undefined> {
  const port = smtpPort.safeParse(process.env['SMTP_PORT']);
  if (!port.success) return { exitCode: 2, lines: ['SMTP_PORT must be a port from 1 to 65535.'] };
  const transport = createTransport({
    host: '127.0.0.1',
    port: port.data,
    ignoreTLS: true,
    connectionTimeout: CONNECT_LIMIT_MS,
  });
  try {
    await transport.sendMail(await compose(order));
    return undefined;
  } catch (error) {
    return { exitCode: 1, lines: explain(error, port.data) };
  } finally {
    transport.close();
  }
}

function explain(error: unknown, port: number): readonly string[] {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ECONNREFUSED' || code === 'ESOCKET' || code === 'ETIMEDOUT') {
    return [
      `Nothing takes mail on 127.0.0.1:${port}: the local stand is not running.`,
      'Start it with `npm run local`, or set SMTP_PORT to the port that it printed.',
    ];
  }
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
    return ['The file cannot be read.', messageOf(error)];
  return [`The mail was not sent: ${messageOf(error)}`];
}

function wrongUse(lines: readonly string[]): Trouble {
  return { exitCode: 2, lines: [...lines, '', USAGE] };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const order = readCommandLine();
const trouble = 'exitCode' in order ? order : await send(order);
if (trouble === undefined && 'to' in order) {
  console.log(`Sent to ${order.to.join(', ')}. Its card appears in the owning channel within a few seconds.`);
} else if (trouble !== undefined) {
  const words = trouble.lines.join('\n');
  if (trouble.exitCode === 0) console.log(words);
  else console.error(words);
  process.exitCode = trouble.exitCode;
}
