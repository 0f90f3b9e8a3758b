import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { RootdeskError } from '../src/shared/rootdesk-error.ts';

/** A part of the stand that runs as a process of its own. */
export interface Part {
  /** As people know it: "Azurite". */
  readonly name: string;
  /** Its process. */
  readonly pid: number | undefined;
  /** Resolves when the part ends without having been asked to: which part it was, and its last lines. */
  readonly died: Promise<PartError>;
  /** Ends the part, politely at first and by force when that takes too long. Safe to call again. */
  readonly close: () => Promise<void>;
}

export interface PartOptions {
  readonly name: string;
  /** File that Node runs, and its arguments. */
  readonly script: string;
  readonly args?: readonly string[];
  /** Modules that Node loads before the script. */
  readonly preload?: readonly URL[];
  readonly cwd?: string;
  /** Added to the stand's own environment; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Asked again and again until true: does the part answer? Throwing means no. */
  readonly isReady: (signal: AbortSignal) => Promise<boolean>;
  /** Default: 20 seconds. */
  readonly readyWithinMs?: number;
  /** Called with what the part, or what was loaded before it, sends to the stand. */
  readonly onMessage?: (message: unknown) => void;
  /** How long a part may take to end before it is ended by force. Default: 5 seconds. */
  readonly endWithinMs?: number;
  /** Where the part writes its log, when it does not write it to its output. */
  readonly readLog?: () => Promise<string>;
}

/** A part did not start, or ended by itself. */
export class PartError extends RootdeskError<'local-part-died' | 'local-part-silent'> {
  override name = 'PartError';
}

const defaultReadyWithinMs = 20_000;
const askEveryMs = 50;
const askTimeoutMs = 2000;
const defaultEndWithinMs = 5000;
const keptLines = 15;

/**
 * Starts a part as a child of this process, with the same Node, and waits until it answers. The part ends when this
 * process ends, whatever ended it.
 *
 * @throws PartError when the part ends before it answers, or does not answer in time; it has been ended then
 */
export async function startPart(options: PartOptions): Promise<Part> {
  const { name, readyWithinMs = defaultReadyWithinMs, endWithinMs = defaultEndWithinMs } = options;
  const child = spawnPart(options);
  if (options.onMessage !== undefined) child.on('message', options.onMessage);
  const lastLines = keepLastLines(child, options.readLog);
  const exited = whenExited(child);
  const died = Promise.withResolvers<PartError>();
  const given = new AbortController();
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= endChild(child, exited, endWithinMs));

  const watch = async (): Promise<void> => {
    const how = await exited;
    if (closing === undefined) died.resolve(diedError(name, how, await lastLines()));
  };
  void watch();

  const outcome = await Promise.race([
    died.promise,
    untilReady(options.isReady, AbortSignal.any([given.signal, AbortSignal.timeout(readyWithinMs)])),
  ]);
  given.abort();
  if (outcome === 'ready') return { name, pid: child.pid, died: died.promise, close };
  await close();
  throw outcome === 'silent' ? silentError(name, readyWithinMs, await lastLines()) : outcome;
}

function spawnPart(options: PartOptions): ChildProcess {
  const preload = [
    new URL('end-with-parent.ts', import.meta.url),
    new URL('answer-this-machine.ts', import.meta.url),
    ...(options.preload ?? []),
  ];
  return spawn(
    process.execPath,
    [...preload.flatMap((url) => ['--import', url.href]), options.script, ...(options.args ?? [])],
    {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl-C reaches a terminal's whole process group: the stand alone shall answer it and end its parts in order.
      detached: process.platform !== 'win32',
      windowsHide: true,
    },
  );
}

/** Reading both outputs also keeps their pipes from filling up, which would stop the part. */
function keepLastLines(child: ChildProcess, readLog: PartOptions['readLog']): () => Promise<string> {
  let output = '';
  const keep = (chunk: unknown): void => {
    output = `${output}${String(chunk)}`.split('\n').slice(-keptLines).join('\n');
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  child.on('error', (error) => keep(error.message));
  return async () => {
    const log = (await readLog?.().catch(() => '')) ?? '';
    const lines = `${log}\n${output}`.split('\n').filter((line) => line.trim() !== '');
    return lines.slice(-keptLines).join('\n');
  };
}

/** How the child ended, in words; also when it could not be started at all. */
function whenExited(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    child.once('error', () => {
      if (child.pid === undefined) resolve('it could not be started');
    });
  });
}

async function untilReady(isReady: PartOptions['isReady'], end: AbortSignal): Promise<'ready' | 'silent'> {
  while (!end.aborted) {
    const signal = AbortSignal.any([end, AbortSignal.timeout(askTimeoutMs)]);
    if (await isReady(signal).catch(() => false)) return 'ready';
    await delay(askEveryMs);
  }
  return 'silent';
}

/** Closing the channel asks the part to end: see end-with-parent.ts. */
async function endChild(child: ChildProcess, exited: Promise<unknown>, withinMs: number): Promise<void> {
  if (child.connected) child.disconnect();
  const force = setTimeout(() => child.kill('SIGKILL'), withinMs);
  await exited;
  clearTimeout(force);
}

function diedError(name: string, how: string, lastLines: string): PartError {
  return new PartError(
    'local-part-died',
    `${name} ended by itself (${how}). Its last lines:\n${lastLines}`,
    'Read the lines above. Starting again with --fresh forgets the stored state.',
  );
}

function silentError(name: string, withinMs: number, lastLines: string): PartError {
  return new PartError(
    'local-part-silent',
    `${name} did not answer within ${withinMs / 1000} seconds. Its last lines:\n${lastLines}`,
    'Start again; a very busy machine may need longer.',
  );
}
