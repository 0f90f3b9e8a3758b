import { drawPool } from '../turn/draw-pool.ts';
import { command } from './command.ts';

export const pool = command({ name: 'pool', takes: {}, run: (deps, turn) => drawPool(deps, turn) });
