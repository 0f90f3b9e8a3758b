import { newRequestForm } from '../commands/request.ts';
import type { CardAction } from '../turn/turn.ts';

export const requestForm: CardAction = async (turn) => ({ drawn: await newRequestForm(turn) });
