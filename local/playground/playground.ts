import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { findFreePort, requireFreePort } from '../ports.ts';
import { startPart, type Part } from '../processes.ts';
import { PLAYGROUND_LOCALE } from './locale.ts';
import { personalChatId, playgroundConfiguration, type Seat } from './configuration.ts';

const require = createRequire(import.meta.url);

/** A window that looks and behaves like Teams for one person: Microsoft 365 Agents Playground. */
export interface Playground extends Part {
  /** What a browser opens, without a slash at its end. */
  readonly url: string;
  /** Where the bot posts for this window. */
  readonly serviceUrl: string;
  /**
   * Tells the bot that it was installed in the seat's personal chat and channel. The Playground itself does so only
   * when a browser opens the chat or the channel, and again at every reload; there the bot greets.
   */
  readonly installBot: () => Promise<void>;
  /**
   * Resolves when a browser shows the window and listens. Messages that were posted before are lost on the way: the page
   * connects twice, and the Playground gives what it kept to the first connection.
   */
  readonly opened: Promise<void>;
}

export interface PlaygroundOptions {
  /** As people know this window: "Playground (engineer)". */
  readonly name: string;
  /** For the configuration and the log; made when missing. */
  readonly folder: string;
  /** On 127.0.0.1; 0 takes any free port. */
  readonly port: number;
  /** The environment variable that moves the port, for the message when it is taken. */
  readonly portVariable?: string;
  /** `http://127.0.0.1:3978/api/messages` */
  readonly botEndpoint: string;
  readonly seat: Seat;
  /** In which everybody has Teams there, for instance `de-DE`. */
  readonly locale?: string | undefined;
  /** Open the person's browser. */
  readonly open: boolean;
}

const requestTimeoutMs = 5000;
const installation = z.record(z.string(), z.unknown());
/** From the page's first question until its second connection; it took half a second on a slow machine. */
const settlesWithinMs = 2000;

/**
 * Starts one Playground on loopback, which reaches nothing beyond it, and waits until it answers. It need not find the bot running.
 *
 * @throws PortTakenError, PartError
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { name, folder, botEndpoint, seat } = options;
  const port = options.port === 0 ? await findFreePort() : options.port;
  // A Playground whose port is taken would move to another one and say nothing.
  await requireFreePort(port, { by: name, variable: options.portVariable });
  const url = `http://127.0.0.1:${port}`;
  const serviceUrl = `${url}/_connector`;
  const configurationFile = join(folder, '.m365agentsplayground.yml');
  const logFile = join(folder, 'playground.log');
  await mkdir(folder, { recursive: true });
  await writeFile(configurationFile, playgroundConfiguration(seat));

  const opened = Promise.withResolvers<void>();
  const part = await startPart({
    name,
    script: require.resolve('@microsoft/m365agentsplayground/cli.js'),
    args: [
      'start',
      ...Object.entries({
        'app-endpoint': botEndpoint,
        'channel-id': 'msteams',
        'service-url': serviceUrl,
        port,
      }).map(([option, value]) => `--${option}=${value}`),
      '--disable-telemetry',
    ],
    preload: [
      new URL('stay-on-loopback.ts', import.meta.url),
      new URL('tell-when-opened.ts', import.meta.url),
      new URL('speak.ts', import.meta.url),
    ],
    onMessage: () => opened.resolve(delay(settlesWithinMs)),
    cwd: folder,
    env: {
      ...withoutProxies,
      TEAMSAPPTESTER_BROWSER: options.open ? undefined : 'none',
      [PLAYGROUND_LOCALE]: options.locale,
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: configurationFile,
      M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
    },
    isReady: async (signal) => (await fetch(`${url}/_debug/ping`, { signal })).ok,
    // Without a terminal it writes into its log only, also why it gave up.
    readLog: () => readFile(logFile, 'utf8'),
  });
  const installBot = async (): Promise<void> => {
    await install(url, personalChatId(seat.person));
    await install(url, seat.team.channel.id);
  };
  return { ...part, url, serviceUrl, installBot, opened: opened.promise };
}

/** A company proxy must not be asked for what is on this machine. */
const withoutProxies = Object.fromEntries(
  ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy'].map((variable) => [variable, undefined]),
);

/** Tells of an upgrade: the bot learns where the conversation is, and greets nobody who is not there to read it. */
async function install(url: string, conversationId: string): Promise<void> {
  const activities = new URL('/_internal/v1/customActivities', url);
  const wanted = new URLSearchParams({ conversationId, type: 'install' });
  const template = await fetch(`${activities.href}/template?${wanted.toString()}`, {
    signal: AbortSignal.timeout(requestTimeoutMs),
  });
  if (!template.ok) throw new Error(`the Playground answered ${template.status} for an installation`);
  const response = await fetch(activities, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...installation.parse(await template.json()), action: 'add-upgrade' }),
    signal: AbortSignal.timeout(requestTimeoutMs),
  });
  if (!response.ok) throw new Error(`the Playground answered ${response.status} to an installation`);
}
