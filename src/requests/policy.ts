import type { Environment } from './request.ts';

/** Members of an Entra group, transitively, or people by their object ids. */
export type People =
  | { readonly kind: 'group'; readonly groupId: string }
  | { readonly kind: 'people'; readonly personIds: readonly string[] };

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
