import { z } from 'zod';
import { API_RIGHTS, type Right } from '../../rights/operations.ts';
import { ANSWERS, BODIES } from './components.ts';
import type { DocumentedAnswer, DocumentedAnswers, Operation } from './operation.ts';
import { OPERATIONS } from './api-operations.ts';
import type { Takes } from './parse-call.ts';
import { problemShape } from './api-problem.ts';

/**
 * Rises with every change that a client can see; the first number with one that breaks a client. `npm run docs` notes the document
 * of a new version, and refuses another document under a version that it has noted.
 */
const API_VERSION = '1.2.0';

const RETRY_AFTER = {
  'Retry-After': z
    .string()
    .regex(/^[0-9]+$/)
    .describe('Seconds to wait.'),
};

/** What every operation can answer. */
const EVERYWHERE: DocumentedAnswers = {
  400: { description: 'Refused; nothing was changed. The code says why.', body: problemShape },
  401: { description: 'Not authenticated, whatever was wrong.', body: problemShape },
  403: { description: 'The client lacks the role.', body: problemShape },
  413: { description: 'The body is over 256 KiB.', body: problemShape },
  415: { description: 'The body is compressed.', body: problemShape },
  429: {
    description: 'More calls in a minute than one client may make on one copy of Rootdesk.',
    body: problemShape,
    headers: RETRY_AFTER,
  },
  500: {
    description: 'A fault of Rootdesk; the log has it under the reference in error.',
    body: problemShape,
  },
  503: {
    description: 'Storage or directory do not answer, or too many changes at once.',
    body: problemShape,
    headers: RETRY_AFTER,
  },
};

const SECURITY_SCHEMES = {
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
    description: 'As old clients send it. URLs end up in the logs of proxies: new clients use the header.',
  },
};

type Json = Readonly<Record<string, unknown>>;

/** The API as an OpenAPI 3.1 document, made of what the operations say themselves and of the table of rights. */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rootdesk',
      version: API_VERSION,
      description: 'AWS root-user e-mail aliases for pipelines.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: Object.keys(SECURITY_SCHEMES).map((name) => ({ [name]: [] })),
    paths: Object.fromEntries(OPERATIONS.map((operation) => [pathOf(operation), pathItem(operation)])),
    components: {
      securitySchemes: SECURITY_SCHEMES,
      schemas: { ...schemasOf(BODIES, 'input'), ...schemasOf(ANSWERS, 'output') },
    },
  };
}

function pathOf({ path }: Operation): string {
  return `/api/${path.replaceAll(/:(\w+)/g, '{$1}')}`;
}

function pathItem(operation: Operation): Json {
  const { method, path, operationId = path, summary, description, takes, answers } = operation;
  const right: Right = API_RIGHTS[path];
  const parameters = parametersOf(takes);
  return {
    [method]: {
      operationId,
      summary: `${summary} Role ${rolesOf(right)}.`,
      ...(description === undefined ? {} : { description }),
      ...(parameters.length === 0 ? {} : { parameters }),
      ...(takes.body === undefined
        ? {}
        : { requestBody: { required: true, content: jsonOf(BODIES, takes.body) } }),
      responses: Object.fromEntries(
        Object.entries({ ...EVERYWHERE, ...answers }).map(([status, answer]) => [status, responseOf(answer)]),
      ),
    },
  };
}

function rolesOf({ may, ownOnly }: Right): string {
  return may.map((role) => (role === ownOnly ? `${role} (for what is its own)` : role)).join(' or ');
}

function parametersOf({ path, query, header }: Takes): readonly Json[] {
  return Object.entries({ path, query, header }).flatMap(([place, shape]) => {
    if (shape === undefined) return [];
    const { properties = {}, required = [] } = z.toJSONSchema(shape, { io: 'input' });
    return Object.entries(properties).map(([name, property]) => {
      const { description, ...schema } = property === true || property === false ? {} : property;
      return {
        name,
        in: place,
        ...(required.includes(name) ? { required: true } : {}),
        ...(description === undefined ? {} : { description }),
        schema,
      };
    });
  });
}

function responseOf({ description, body, headers }: DocumentedAnswer): Json {
  return {
    description,
    ...(body === undefined ? {} : { content: jsonOf(ANSWERS, body) }),
    ...(headers === undefined ? {} : { headers: headersOf(headers) }),
  };
}

function headersOf(headers: Readonly<Record<string, z.ZodType>>): Json {
  return Object.fromEntries(
    Object.entries(headers).map(([name, shape]) => {
      const { $schema: _dialect, description, ...schema } = z.toJSONSchema(shape);
      return [name, { description, schema }];
    }),
  );
}

function jsonOf(registry: typeof ANSWERS, shape: z.ZodType): Json {
  const id = registry.get(shape)?.id;
  if (id === undefined) throw new TypeError('a body of the API has no name in components.ts');
  return { 'application/json': { schema: { $ref: refOf(id) } } };
}

const refOf = (id: string): string => `#/components/schemas/${id}`;

function schemasOf(registry: typeof ANSWERS, io: 'input' | 'output'): Json {
  const { schemas } = z.toJSONSchema(registry, { io, uri: refOf });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _dialect, $id: _id, ...schema }]) => [id, schema]),
  );
}
