import { z } from 'zod';
import { Refusal } from '../../../store/refusal.ts';
import { isId } from '../../../shared/identifiers.ts';
import { callerOf, defineOperation } from '../operation.ts';
import { problemShape } from '../api-problem.ts';
import { requestShape, requestShapeOf } from '../request-shape.ts';

export const requestStatus = defineOperation({
  method: 'get',
  path: 'requests/:id',
  operationId: 'getRequest',
  summary: 'See what became of a request.',
  takes: { path: z.object({ id: z.string() }) },
  answers: {
    200: { description: 'The request.', body: requestShape },
    404: { description: 'There is no such request.', body: problemShape },
  },
  async run({ rights }, { client, path: { id } }) {
    const grant = await rights.granted('requests/:id', callerOf(client), isId(id) ? id : '');
    if (grant === undefined) throw new Refusal('request-unknown');
    return { status: 200, body: requestShapeOf(grant.subject) };
  },
});
