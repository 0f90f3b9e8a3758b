import { Refusal } from '../../aliases/errors.ts';
import { isId } from '../../identifiers.ts';
import { callerOf, type Operation } from './operation.ts';
import { requestShapeOf } from './request-shape.ts';

/** How a request stands. A client sees the requests that it made; one that may read aliases sees all. */
export const requestStatus: Operation = {
  method: 'get',
  path: 'requests/:id',
  async run({ rights }, { client, id }) {
    const grant = await rights.granted('requests/:id', callerOf(client), isId(id) ? id : '');
    if (grant === undefined) throw new Refusal('request-unknown', 'There is no such request.');
    return { status: 200, body: requestShapeOf(grant.subject) };
  },
};
