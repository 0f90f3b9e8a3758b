import type { CardAction } from '../turn.ts';
import { cancelRequest } from './cancel-request.ts';
import { approve, deny } from './decide.ts';
import { requestForm } from './request-form.ts';
import { submitRequest } from './submit-request.ts';

/** Every button that a card of ours can have. A verb that is not here does nothing. */
export const ACTIONS: readonly CardAction[] = [requestForm, submitRequest, approve, deny, cancelRequest];
