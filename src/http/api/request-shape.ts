import { z } from 'zod';
import { ENVIRONMENTS, REQUEST_STATES, type Request } from '../../requests/request.ts';
import { ANSWERS } from './components.ts';
import type { Whole } from './operation.ts';

const moment = z.string().meta({ format: 'date-time' });

export const requestShape = z
  .object({
    request_id: z.string(),
    state: z.enum(REQUEST_STATES),
    status_url: z.string().describe('Where to look for the decision.'),
    user_mail: z.string().describe('Whoever shall own the alias; the asker.'),
    account_name: z.string(),
    purpose: z.string(),
    environment: z.enum(ENVIRONMENTS),
    channel_id: z.string().describe('Teams id of the channel that gets the mail.'),
    created_at: moment,
    decided_at: moment.optional(),
    decided_by: z.string().optional().describe('Name of whoever decided.'),
    comment: z.string().optional().describe('What was said with the decision.'),
    aws_mail: z.string().optional().describe('The alias, once approved.'),
  })
  .register(ANSWERS, { id: 'Request' });

/** What was said with the decision: by whoever decided, else by the rule that did. Earlier versions stored the rule's sentence. */
function commentOf({ state, settled, environment }: Request): string | undefined {
  if (settled === undefined || settled.by !== undefined || settled.comment !== '') return settled?.comment;
  return state === 'expired' ? 'nobody decided it in time' : `${environment} accounts need no approver`;
}

/** A request as a client reads it. */
export function requestShapeOf(request: Request): Whole<z.output<typeof requestShape>> {
  const { id, state, asker, settled, aliasAddress } = request;
  return {
    request_id: id,
    state,
    status_url: `/api/requests/${id}`,
    user_mail: asker.mail,
    account_name: request.accountName,
    purpose: request.purpose,
    environment: request.environment,
    channel_id: request.channelId,
    created_at: request.createdAt.toISOString(),
    decided_at: settled?.at.toISOString(),
    decided_by: settled?.by?.name,
    comment: commentOf(request),
    aws_mail: aliasAddress,
  };
}
