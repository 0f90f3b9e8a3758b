import { drawAliasList } from '../turn/draw-alias-list.ts';
import { command } from './command.ts';

export const aliases = command({
  name: 'aliases',
  takes: {},
  run: (deps, turn) => drawAliasList(deps, turn, 0),
});
