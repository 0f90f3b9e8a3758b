import type { ApiOperation } from '../../rights/operations.ts';
import type { Operation } from './operation.ts';
import { deleteAccount } from './operations/delete-account.ts';
import { getAccount } from './operations/get-account.ts';
import { newAccount } from './operations/new-account.ts';
import { requestStatus } from './operations/request-status.ts';
import { updateAccount } from './operations/update-account.ts';

const BY_PATH: { readonly [P in ApiOperation]: Operation<P> } = {
  getAwsRootAccount: getAccount,
  newAwsRootAccount: newAccount,
  updateAwsRootAccount: updateAccount,
  deleteAwsRootAccount: deleteAccount,
  'requests/:id': requestStatus,
};

/** Everything that can be done through the API. */
export const OPERATIONS: readonly Operation[] = Object.values(BY_PATH);
