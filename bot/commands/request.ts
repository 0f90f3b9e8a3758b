import { drawRequestForm } from '../turn/draw-request-form.ts';
import { command } from './command.ts';

export const request = command({
  name: 'request',
  takes: {},
  run: drawRequestForm,
});
