import { drawRequestList } from '../turn/draw-request-list.ts';
import { command } from './command.ts';

export const requests = command({
  name: 'requests',
  takes: {},
  run: (deps, turn) => drawRequestList(deps, turn, 0),
});
