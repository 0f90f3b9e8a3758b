import { z } from 'zod';
import { aliasShape, deleteBody, newBody, problemShape, requestShape, updateBody } from './shapes.ts';

/** Rises with every change that a client can see; the first number with one that breaks a client. */
const API_VERSION = '1.0.0';

const schema = (shape: z.ZodType, io: 'input' | 'output' = 'output'): Record<string, unknown> => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(shape, { io });
  return rest;
};

const ref = (name: string): Record<string, unknown> => ({ $ref: `#/components/schemas/${name}` });
const json = (name: string): Record<string, unknown> => ({ 'application/json': { schema: ref(name) } });
const answer = (description: string, name: string): Record<string, unknown> => ({
  description,
  content: json(name),
});
const body = (name: string): Record<string, unknown> => ({ required: true, content: json(name) });

const queryOf = (name: string, description: string): Record<string, unknown> => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string' },
});

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'string', pattern: '^[0-9]+$' } },
};

/** What every operation can answer. */
const EVERYWHERE = {
  400: answer('Refused; nothing was changed.', 'Problem'),
  401: answer('Not authenticated.', 'Problem'),
  403: answer('The client lacks the role.', 'Problem'),
  413: answer('The body is too large.', 'Problem'),
  415: answer('The body is compressed.', 'Problem'),
  429: { ...answer('Too many calls of this client.', 'Problem'), headers: RETRY_AFTER },
  500: answer('A fault of Rootdesk; the log has it under the reference in the sentence.', 'Problem'),
  503: {
    ...answer('Storage or directory do not answer, or too many changes at once.', 'Problem'),
    headers: RETRY_AFTER,
  },
};

const PATHS = {
  '/api/getAwsRootAccount': {
    get: {
      operationId: 'getAwsRootAccount',
      summary: 'Find aliases. Role Aliases.Read.',
      description: 'The first of the three that is given counts.',
      parameters: [
        queryOf('aws_account_id', '12 digits.'),
        queryOf('user_mail', 'Address of the owner, as it stands in the register.'),
        queryOf('aws_mail', 'The alias.'),
      ],
      responses: {
        200: answer('One alias as an object, several as an array.', 'Aliases'),
        204: { description: 'There is none.' },
        ...EVERYWHERE,
      },
    },
  },
  '/api/newAwsRootAccount': {
    post: {
      operationId: 'newAwsRootAccount',
      summary: 'Get an alias. Role Aliases.Allot, or Aliases.Request to ask the approvers.',
      parameters: [
        {
          name: 'Idempotency-Key',
          in: 'header',
          description: 'The same key for the same user_mail gives the same alias, or request, again.',
          schema: { type: 'string', maxLength: 200 },
        },
      ],
      requestBody: body('New'),
      responses: {
        200: answer('The alias.', 'Alias'),
        202: {
          ...answer('A request, which an approver has to decide.', 'Request'),
          headers: { Location: { description: 'Where to look.', schema: { type: 'string' } } },
        },
        ...EVERYWHERE,
      },
    },
  },
  '/api/updateAwsRootAccount': {
    put: {
      operationId: 'updateAwsRootAccount',
      summary: 'Note which AWS account uses an alias. Role Aliases.Manage.',
      requestBody: body('Update'),
      responses: { 200: answer('The alias.', 'Alias'), ...EVERYWHERE },
    },
  },
  '/api/deleteAwsRootAccount': {
    delete: {
      operationId: 'deleteAwsRootAccount',
      summary: 'Take an alias back. Role Aliases.Manage.',
      description:
        'It rests 90 days before it is free again; where an account was ever bound to it, it is retired for good.',
      requestBody: body('Delete'),
      responses: { 200: answer('The alias.', 'Alias'), ...EVERYWHERE },
    },
  },
  '/api/requests/{id}': {
    get: {
      operationId: 'getRequest',
      summary: 'How a request stands. Role Aliases.Request for own ones, Aliases.Read for all.',
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        200: answer('The request.', 'Request'),
        404: answer('There is no such request.', 'Problem'),
        ...EVERYWHERE,
      },
    },
  },
};

/** The API as an OpenAPI 3.1 document; its schemas are those by which calls are parsed. */
export function openApiDocument(): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rootdesk',
      version: API_VERSION,
      description: 'AWS root-user e-mail aliases for pipelines.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { keyInHeader: [] }, { keyInQuery: [] }],
    paths: PATHS,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Application token of Entra ID with app roles.',
        },
        keyInHeader: { type: 'apiKey', in: 'header', name: 'x-functions-key' },
        keyInQuery: {
          type: 'apiKey',
          in: 'query',
          name: 'code',
          description:
            'As old clients send it. URLs end up in the logs of proxies: new clients use the header.',
        },
      },
      schemas: {
        New: schema(newBody, 'input'),
        Update: schema(updateBody, 'input'),
        Delete: schema(deleteBody, 'input'),
        Alias: schema(aliasShape),
        // So the old scheme answered.
        Aliases: { anyOf: [ref('Alias'), { type: 'array', minItems: 2, items: ref('Alias') }] },
        Request: schema(requestShape),
        Problem: schema(problemShape),
      },
    },
  };
}
