import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { standardErrorFile } from './files.ts';
import type { StandSettings } from '../local/rootdesk-settings.ts';

export interface Clock {
  readonly aheadMs: number;
  /** 1 for a right clock, 3 for one that runs three times as fast. */
  readonly rate: number;
}

/** One copy of the program, from start to start. */
export interface Copy {
  readonly url: string;
  /** How often it ended without having been told to. */
  readonly endedByItself: number;
  /** Starts it, and starts it again whenever it ends by itself. */
  start(): void;
  /** SIGKILL, and a start after a while. False where there was nothing to kill. */
  kill(downMs: number): Promise<boolean>;
  /** SIGSTOP, and SIGCONT after a while. */
  pause(forMs: number): Promise<void>;
  goOn(): void;
  /** Whether its server answers. */
  answers(): Promise<boolean>;
  setClock(clock: Clock): void;
  /** Ends it as a deployment does. */
  stop(): Promise<void>;
}

const SCRIPT = fileURLToPath(new URL('copy.ts', import.meta.url));
const PRELOADED = ['../local/end-with-parent.ts', '../local/answer-this-machine.ts', 'clock.ts'].map(
  (file) => new URL(file, import.meta.url).href,
);
/** What an orchestrator waits before it starts again what ended by itself. */
const RESTART_MS = 500;
const STOP_MS = 15_000;
const ANSWER_MS = 1_000;

export function createCopy(settings: StandSettings): Copy {
  const url = `http://127.0.0.1:${settings.port}`;
  let child: ChildProcess | undefined;
  let clock: Clock = { aheadMs: 0, rate: 1 };
  let isWanted = false;
  let stops = 0;
  let endedByItself = 0;
  let paused: AbortController | undefined;

  function start(): void {
    if (child !== undefined) return;
    isWanted = true;
    const preload = PRELOADED.flatMap((module) => ['--import', module]);
    const started = spawn(
      process.execPath,
      [...preload, SCRIPT, JSON.stringify(settings), JSON.stringify({ clock })],
      { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], detached: process.platform !== 'win32' },
    );
    started.stderr?.on(
      'data',
      (words) => void appendFile(standardErrorFile(settings.logFile), String(words)),
    );
    child = started;
    started.once('exit', () => {
      if (child !== started) return;
      child = undefined;
      if (!isWanted) return;
      endedByItself += 1;
      setTimeout(() => {
        if (isWanted) start();
      }, RESTART_MS);
    });
  }

  function signal(name: NodeJS.Signals): boolean {
    return child?.kill(name) ?? false;
  }

  async function end(how: (of: ChildProcess) => void): Promise<boolean> {
    const ending = child;
    isWanted = false;
    if (ending === undefined) return false;
    child = undefined;
    const exited = once(ending, 'exit');
    how(ending);
    const force = setTimeout(() => ending.kill('SIGKILL'), STOP_MS);
    await exited;
    clearTimeout(force);
    return true;
  }

  return {
    url,
    get endedByItself() {
      return endedByItself;
    },
    start,
    async kill(downMs) {
      const seen = stops;
      const wasUp = await end((ending) => ending.kill('SIGKILL'));
      await pause(downMs);
      // Somebody may have stopped it for good meanwhile.
      if (seen === stops) start();
      return wasUp;
    },
    async pause(forMs) {
      paused?.abort();
      const mine = new AbortController();
      paused = mine;
      const stopped = child;
      signal('SIGSTOP');
      await pause(forMs, undefined, { signal: mine.signal }).catch(() => undefined);
      stopped?.kill('SIGCONT');
    },
    goOn() {
      paused?.abort();
      signal('SIGCONT');
    },
    async answers() {
      const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(ANSWER_MS) }).catch(
        () => undefined,
      );
      return answer?.ok === true;
    },
    setClock(to) {
      clock = to;
      if (child?.connected === true) child.send({ clock: to });
    },
    async stop() {
      stops += 1;
      // A channel that closes asks the program to end: see local/end-with-parent.ts.
      await end((ending) => ending.disconnect());
    },
  };
}
