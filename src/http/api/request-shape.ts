import type { Request } from '../../requests/request.ts';
import type { RequestShape } from './shapes.ts';

/** A request as a client reads it. */
export function requestShapeOf(request: Request): RequestShape {
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
    ...(settled === undefined ? {} : { decided_at: settled.at.toISOString(), comment: settled.comment }),
    ...(settled?.by === undefined ? {} : { decided_by: settled.by.name }),
    ...(aliasAddress === undefined ? {} : { aws_mail: aliasAddress }),
  };
}
