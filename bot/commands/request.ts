import { drawRequestForm } from '../turn/draw-request-form.ts';
import { textOf } from '../turn/spoken.ts';
import { furtherWords } from './argument.ts';
import { command } from './command.ts';
import { formOfWish } from './form-of-wish.ts';

export const request = command({
  name: 'request',
  takes: { wish: furtherWords((texts) => texts.arguments.wish) },
  run: (deps: Parameters<typeof drawRequestForm>[0], turn, { wish }) =>
    drawRequestForm(deps, turn, formOfWish(textOf(wish, turn.mentioned).split(' '))),
});
