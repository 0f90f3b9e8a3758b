import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * What Node is started with, in the image and by `npm start`; it takes this at the start alone. Half of what V8 gives young objects
 * by itself, in MiB: of each MiB up to three are in use.
 */
export const YOUNG_OBJECTS = '--max-semi-space-size=16';

/** What the image sets besides: glibc takes memory for threads from up to eight places a processor, and gives little of it back. */
export const MALLOC_ARENAS = { MALLOC_ARENA_MAX: '2' } as const;

/**
 * Has V8 collect garbage when it comes to less than two thirds of what is in use. By itself it lets a busy process grow to several
 * times of that, as far as the machine's memory suggests.
 *
 * The part for young objects may grow: V8 makes it small whenever little goes on, and one that stayed so would be collected many
 * times as often under load.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=60');
}

/** By then the first rounds of everything have run. */
const STARTED_MS = 10_000;

/**
 * Collects once what the start left. Loading the packages leaves some 80 MiB of garbage, which V8 keeps until the heap has grown as
 * much again: a copy with little to do never comes to that (measured, bench/README.md). It takes about a tenth of a second.
 */
export function collectAfterStart(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc');
    // The flag shows the collector to contexts that are made after it.
    runInNewContext('gc()');
    setFlagsFromString('--no-expose-gc');
  }, STARTED_MS).unref();
}
