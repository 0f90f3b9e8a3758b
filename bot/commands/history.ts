import { drawHistory } from '../turn/draw-history.ts';
import { ALIAS } from './argument.ts';
import { command } from './command.ts';

export const history = command({
  name: 'history',
  takes: { alias: ALIAS },
  run: async (deps, turn, { alias }) =>
    drawHistory(deps, turn, await deps.rights.grant('history', turn.caller, alias), 0),
});
