import { setFlagsFromString } from 'node:v8';

/**
 * What Node is started with, in the image and by `npm start`; it takes this at the start alone. Half of what V8 gives young objects
 * by itself, in MiB: of each MiB up to three are in use.
 */
export const YOUNG_OBJECTS = '--max-semi-space-size=16';

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
