import { drawMailList } from '../turn/draw-mail-list.ts';
import { command } from './command.ts';

export const mail = command({
  name: 'mail',
  takes: {},
  run: (deps, turn) => drawMailList(deps, turn, 0),
});
