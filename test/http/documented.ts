import formats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { openApiDocument } from '../../src/http/api/openapi.ts';

const document = openApiDocument();
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(document, 'api');

const response = z.object({
  content: z.object({ 'application/json': z.object({ schema: z.object({ $ref: z.string() }) }) }).optional(),
});
const paths = z.record(
  z.string(),
  z.record(z.string(), z.object({ responses: z.record(z.string(), response) })),
);
const operations = paths.parse(document['paths']);

/**
 * Holds an answer against the OpenAPI document: its status is one of those that the operation has, and its body is of that shape.
 * Paths that the document does not have are refused as a problem.
 */
export function documented(
  { method, path }: { method: string; path: string },
  { status, body }: { status: number; body: unknown },
): void {
  const [pathname = ''] = path.split('?');
  if (pathname === '/api/openapi.json' && status === 200) return;
  const template = pathname.replace(/\/requests\/[^/]+$/, '/requests/{id}').toLowerCase();
  const named = Object.entries(operations).find(([each]) => each.toLowerCase() === template)?.[1];
  const operation = named?.[method.toLowerCase()];
  const shape = operation === undefined ? 'Problem' : shapeOf(operation.responses[String(status)]);
  if (shape === 'undocumented')
    throw new Error(`${method} ${pathname} answers ${status}, which is not documented.`);
  if (shape === undefined) {
    if (body !== undefined) throw new Error(`${method} ${pathname} has a body with ${status}.`);
    return;
  }
  const validate = ajv.getSchema(`api#/components/schemas/${shape}`);
  if (validate?.(body) !== true) {
    const faults = ajv.errorsText(validate?.errors);
    throw new Error(
      `${method} ${pathname} answers ${status} not as documented: ${faults}\n${JSON.stringify(body)}`,
    );
  }
}

function shapeOf(answer: z.output<typeof response> | undefined): string | undefined {
  if (answer === undefined) return 'undocumented';
  return answer.content?.['application/json'].schema.$ref.replace('#/components/schemas/', '');
}
