import { Refusal } from '../../aliases/errors.ts';
import { isId } from '../../identifiers.ts';
import type { Operation } from './operation.ts';
import { requestShapeOf } from './request-shape.ts';

/** How a request stands. A client sees the requests that it made; one that may read aliases sees all. */
export const requestStatus: Operation = {
  method: 'get',
  path: 'requests/:id',
  roles: ['Aliases.Request', 'Aliases.Read'],
  async run({ requests }, { client, id }) {
    const request = isId(id) ? await requests.request(id) : undefined;
    if (request === undefined || !(client.roles.has('Aliases.Read') || request.client === client.name)) {
      throw new Refusal('request-unknown', 'There is no such request.');
    }
    return { status: 200, body: requestShapeOf(request) };
  },
};
