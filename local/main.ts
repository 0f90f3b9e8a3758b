import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { SingleBar } from 'cli-progress';
import { RootdeskError } from '../src/shared/rootdesk-error.ts';
import { canOpenBrowser } from './can-open-browser.ts';
import { approver, cloudPlatform, engineer, payments } from './people.ts';
import { readOptions, USAGE, type StandOptions } from './options.ts';
import { aliasOfEachRoot } from './pool.ts';
import { forwardingTestMail, sampleMails } from './sample-mail.ts';
import { PROGRAM_FOLDERS, restartOnChange } from './restart-on-change.ts';
import { sampleAlias } from './seed.ts';
import { startStand, type Stand } from './stand.ts';

const FOLDER = fileURLToPath(new URL('../.local', import.meta.url));

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const stopAsked = whenStopAsked();
  const stand = await start(options);
  let stopWatching = async (): Promise<void> => undefined;
  try {
    const samplesTo = options.samples ? await prepareSamples(stand) : undefined;
    console.log(welcome(stand, samplesTo));
    if (samplesTo !== undefined) void sendSamples(stand, samplesTo);
    stopWatching = options.watch ? watchProgram(stand) : stopWatching;
    const died = await Promise.race([stopAsked, stand.died]);
    console.log(died === undefined ? '\nStopping.' : `\n${words(died)}\nStopping the other parts.`);
    process.exitCode = died === undefined ? 0 : 1;
  } finally {
    await stopWatching();
    await stand.close();
  }
}

function watchProgram(stand: Stand): () => Promise<void> {
  const program = { stop: () => stand.stopRootdesk(), start: () => stand.startRootdesk() };
  return restartOnChange(PROGRAM_FOLDERS, program, (sentence) => console.log(`  ${sentence}`));
}

async function start(options: StandOptions): Promise<Stand> {
  const bar = new SingleBar({
    format: '  Filling the pool  {bar} {value}/{total} aliases',
    noTTYOutput: false,
    hideCursor: true,
  });
  let drawn = false;
  try {
    return await startStand({
      folder: options.folder === undefined ? FOLDER : path.resolve(options.folder),
      fresh: options.fresh,
      locale: options.locale,
      mailboxes: options.mailboxes,
      probes: options.probes,
      open: options.open && canOpenBrowser(process.platform, process.env['PATH'] ?? ''),
      ports: options.ports,
      onStep: (step) => console.log(`  ${step}`),
      onPoolProgress({ done, total }) {
        if (drawn) bar.update(done);
        else bar.start(total, done);
        drawn = true;
        if (done < total) return;
        bar.stop();
        if (!process.stdout.isTTY) console.log(`  The pool has ${total} aliases`);
      },
    });
  } finally {
    bar.stop();
  }
}

/** Mail is sent to a new stand only: it stays in the mailbox between runs. Gives the alias that samples are for. */
async function prepareSamples(stand: Stand): Promise<string | undefined> {
  if (!stand.isNew) return undefined;
  const to = await sampleAlias(stand.register);
  await send(stand, { ...forwardingTestMail(), to: [...aliasOfEachRoot(to)] });
  return to;
}

/** Waits for both windows: what is posted before is not shown in them. */
async function sendSamples(stand: Stand, to: string): Promise<void> {
  await Promise.all([stand.engineer.opened, stand.approver.opened]);
  try {
    for (const mail of sampleMails()) await send(stand, { ...mail, to });
    console.log('\nBoth windows are open: the sample mails are on their way.');
  } catch (error) {
    console.error(`\nThe sample mails were not sent. ${words(error)}`);
  }
}

async function send(stand: Stand, mail: SendMailOptions): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: stand.smtpPort, secure: false });
  await transport.sendMail(mail);
  transport.close();
}

function whenStopAsked(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(undefined));
  });
}

function welcome(stand: Stand, samplesTo: string | undefined): string {
  const samples =
    samplesTo === undefined
      ? []
      : [
          `  Sample mails come to ${samplesTo} when both windows are open:`,
          `  a bill, a password reset and a mail that no rule knows for ${payments.group.name}, a forgery for triage.`,
          '',
        ];
  return [
    '',
    'Rootdesk is running. Ctrl-C ends it.',
    '',
    `  ${engineer.name}, engineer:   ${stand.engineer.url}   team ${payments.group.name}, channel ${payments.channel.name}`,
    `  ${approver.name}, approver:   ${stand.approver.url}   team ${cloudPlatform.group.name}, channel ${cloudPlatform.channel.name}`,
    '',
    ...samples,
    'Try first',
    '  1. As the engineer, write  request  in the personal chat, fill in the card and send it.',
    `  2. As the approver, open the channel ${cloudPlatform.channel.name} and approve. The engineer gets the alias in the chat.`,
    `  3. Send a mail to it:  npm run local:send -- --to <alias>   It appears in the channel ${payments.channel.name}.`,
    '',
    `  Log of Rootdesk: ${stand.logFile}`,
    `  API key: ${stand.apiKey}`,
  ].join('\n');
}

function words(error: unknown): string {
  return error instanceof RootdeskError ? `${error.message}\n${error.remedy}` : String(error);
}

main().catch((error: unknown) => {
  console.error(`\nThe local stand cannot go on. ${words(error)}`);
  process.exitCode = 1;
});
