import { drawPool } from '../turn/draw-pool.ts';
import type { CardAction } from './card-action.ts';

/** What `help` says. */
export const showHelp: CardAction = async (deps, turn) => ({ drawn: await deps.help(turn) });

/** What `pool` says. */
export const showPool: CardAction = async (deps, turn) => ({ drawn: await drawPool(deps, turn) });
