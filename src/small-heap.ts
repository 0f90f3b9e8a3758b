import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 collect garbage before it is half as much again as what is in use. By itself it lets a busy process grow to several
 * times of that, as far as the machine's memory suggests, which in a small container is somebody else's.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=50');
  // The part for young objects stays as large as it is after the start.
  setFlagsFromString('--semi-space-growth-factor=1');
}
