import { allotted, withFreeAlias } from '../aliases/allot.ts';
import { said } from '../store/audit-fact.ts';
import { Refusal } from '../store/refusal.ts';
import type { MarkChange } from '../store/change.ts';
import type { Actor } from '../people/person.ts';
import { askApprovers } from './ask-approvers.ts';
import type { RequestsDeps } from './requests-deps.ts';
import type { Request } from './request.ts';
import { allotmentOf, approvedByItself, jobsWhenSettled, requestAudit } from './transitions.ts';

/** The company's rule that an environment needs no approver, as the one who decided. */
const RULE: Actor = { kind: 'system', name: 'rule: no approver needed' };

/**
 * Submits and approves in one transaction. When no alias is free the request waits for the approvers like any other.
 * @param marks the person's turn, first of all
 * @returns undefined when another change of the same person was faster
 */
export async function allotByItself(
  deps: RequestsDeps,
  request: Request,
  marks: readonly [MarkChange, ...MarkChange[]],
): Promise<Request | undefined> {
  try {
    return await approveAtOnce(deps, request, marks);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'pool-empty')
      return askApprovers(deps, request, marks, true);
    throw error;
  }
}

async function approveAtOnce(
  deps: RequestsDeps,
  request: Request,
  marks: readonly [MarkChange, ...MarkChange[]],
): Promise<Request | undefined> {
  const { register } = deps;
  const [turn] = marks;
  const { id: requestId, asker, createdAt: at, purpose } = request;
  const made = await withFreeAlias(deps, async (free) => {
    const alias = allotted(free.value, allotmentOf(request), at);
    const after = approvedByItself(request, at, alias.address);
    const outcome = await register.commit({
      aliases: [{ before: free, after: alias }],
      requests: [{ before: undefined, after }],
      marks,
      audit: [
        requestAudit(request, 'submit', asker, at, said(purpose)),
        {
          at,
          actor: RULE,
          action: 'approve',
          aliasId: alias.id,
          requestId,
          before: { code: 'state', state: 'free' },
          after: { code: 'allotted-to', to: asker.mail },
          reason: { code: 'no-approver-needed', environment: request.environment },
        },
      ],
      jobs: jobsWhenSettled(after),
    });
    if (outcome.kind === 'committed') return after;
    // Who was faster, another allotter at this alias or the same person with another form?
    return (await register.mark(turn.name))?.version === turn.version ? undefined : 'turn-lost';
  });
  return made === 'turn-lost' ? undefined : made;
}
