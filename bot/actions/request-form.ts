import { newRequestForm } from '../commands/request.ts';
import type { CardAction } from '../turn.ts';

export const requestForm: CardAction = {
  verb: 'request-form',
  run: async (turn) => ({ drawn: await newRequestForm(turn) }),
};
