import type { People } from '../people/approvers.ts';
import type { Environment } from './request.ts';

/** The rules of a company for requests. */
export interface RequestPolicy {
  readonly approvers: People;
  readonly askers: People | { readonly kind: 'everyone' };
  /** Approvals by different people before an alias is allotted; at least 1. */
  readonly approvalsNeeded: number;
  /** Pending requests that one person may have. */
  readonly openRequestsMost: number;
  /** Environments that need no approver. */
  readonly approvedByItself: readonly Environment[];
}
