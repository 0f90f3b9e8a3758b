import { deleteAccount } from './delete-account.ts';
import { getAccount } from './get-account.ts';
import { newAccount } from './new-account.ts';
import type { Operation } from './operation.ts';
import { requestStatus } from './request-status.ts';
import { updateAccount } from './update-account.ts';

/** Everything that can be done through the API. */
export const OPERATIONS: readonly Operation[] = [
  getAccount,
  newAccount,
  updateAccount,
  deleteAccount,
  requestStatus,
];
