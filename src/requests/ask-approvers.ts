import { said } from '../store/audit-fact.ts';
import type { MarkChange } from '../store/change.ts';
import type { Request } from './request.ts';
import type { RequestsDeps } from './requests-deps.ts';
import { requestAudit } from './transitions.ts';

/**
 * Submits a request for the approvers to decide.
 * @param isPoolEmpty it would need no approver, but no alias is free: triage hears of it, because only an administrator can help
 * @returns undefined when another change of the same person was faster
 */
export async function askApprovers(
  { register }: RequestsDeps,
  request: Request,
  marks: readonly MarkChange[],
  isPoolEmpty = false,
): Promise<Request | undefined> {
  const { asker, createdAt, purpose, id: requestId } = request;
  const outcome = await register.commit({
    requests: [{ before: undefined, after: request }],
    marks,
    audit: requestAudit(request, 'submit', asker, createdAt, said(purpose)),
    jobs: [
      { kind: 'approval-wanted', requestId, to: { kind: 'approvals' } },
      ...(isPoolEmpty ? [{ kind: 'pool-empty', requestId, to: { kind: 'triage' } } as const] : []),
      // The form becomes the receipt.
      { kind: 'redraw-request', requestId },
    ],
  });
  return outcome.kind === 'committed' ? request : undefined;
}
