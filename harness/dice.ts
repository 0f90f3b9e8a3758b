import { createHash } from 'node:crypto';

/** Chance out of a seed: the same seed and name give the same throws, whatever was thrown elsewhere. */
export interface Dice {
  /** From 0 up to and without 1. */
  next(): number;
  /** A whole number of both bounds and everything in between. */
  between(least: number, most: number): number;
  chance(share: number): boolean;
  pick<T>(all: readonly T[]): T;
}

export function diceOf(seed: number, name: string): Dice {
  const next = mulberry32(createHash('sha256').update(`${seed}/${name}`).digest().readUInt32LE(0));
  const dice: Dice = {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (share) => next() < share,
    pick(all) {
      const picked = all[Math.floor(next() * all.length)];
      if (picked === undefined) throw new RangeError('There is nothing to pick from.');
      return picked;
    },
  };
  return dice;
}

/** A small generator that needs nothing but its 32 bits of state (Tommy Ettinger, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
