import type { World } from './world.ts';

/** What is wrong, in words: nothing where all is well. */
export type Rule = (world: World) => readonly string[];
