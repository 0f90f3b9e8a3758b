import { Validator } from '@seriousme/openapi-schema-validator';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseApiVersions, withVersionOf } from '../../docs/generate/api-versions.ts';
import { API_PROBLEMS } from '../../src/http/api/api-problem.ts';
import { openApiDocument } from '../../src/http/api/openapi.ts';
import { OPERATIONS } from '../../src/http/api/api-operations.ts';
import { API_RIGHTS } from '../../src/rights/operations.ts';
import { documented } from './documented.ts';
import { openApi } from './api-front.ts';

const paths = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

describe('the OpenAPI document', () => {
  it('is served to everybody, without a credential', async () => {
    await using api = await openApi();
    const response = await fetch(`${api.url}/api/openapi.json`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toMatchObject({ openapi: '3.1.0' });
  });

  it('is a valid document of OpenAPI 3.1', async () => {
    await using api = await openApi();
    const served = z
      .record(z.string(), z.unknown())
      .parse(await (await fetch(`${api.url}/api/openapi.json`)).json());
    const validator = new Validator();
    expect(await validator.validate(served)).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('has every operation, and none that there is not', async () => {
    await using api = await openApi();
    const served = paths.parse(await (await fetch(`${api.url}/api/openapi.json`)).json());
    const described = Object.entries(served.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const routed = OPERATIONS.map(({ method, path }) => `${method} /api/${path.replace(':id', '{id}')}`);
    expect(described.toSorted()).toEqual(routed.toSorted());
  });

  it('names the roles that the table of rights has', () => {
    const document = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.object({ summary: z.string() }))) })
      .parse(openApiDocument());
    const told = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ summary }) => summary.match(/Aliases\.\w+/g)),
    );
    expect(told).toEqual(OPERATIONS.map(({ path }) => API_RIGHTS[path].may));
  });

  it('names for every operation the status of everything that the API refuses', () => {
    const document = z
      .object({
        paths: z.record(z.string(), z.record(z.string(), z.object({ responses: z.object({}).loose() }))),
      })
      .parse(openApiDocument());
    // What no operation answers: there is none.
    const { 'not-found': _path, 'method-not-allowed': _method, ...refused } = API_PROBLEMS;
    const statuses = Object.values(refused).map(([status]) => String(status));
    for (const { responses } of Object.values(document.paths).flatMap((methods) => Object.values(methods)))
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(statuses));
  });

  it.each([
    ['a status that it does not name', 418, { error: 'x', code: 'x', remedy: 'x' }],
    ['a body without a property', 400, { error: 'x', code: 'x' }],
    ['a body with a property more', 400, { error: 'x', code: 'x', remedy: 'x', stack: 'x' }],
    ['a body with another type', 200, { in_use: 'yes' }],
    ['a body where there is none', 204, {}],
  ])('is held against answers: %s is a fault', (_name, status, body) => {
    const sent = { method: 'GET', path: '/api/getAwsRootAccount?aws_mail=x' };
    expect(() => documented(sent, { status, body })).toThrow('/api/getAwsRootAccount');
  });
});

describe('the version of the API', () => {
  const versioned = (version: string, ...rest: readonly string[]) => ({ info: { version }, rest });
  const NOTED = withVersionOf(versioned('1.0.0', 'a'), {});

  // Where this fails: escalate API_VERSION in src/http/api/openapi.ts, then `npm run docs`.
  it('is another one for every document that clients have seen', async () => {
    const noted = parseApiVersions(await readFile(new URL('openapi-versions.json', import.meta.url), 'utf8'));
    expect(withVersionOf(openApiDocument(), noted)).toEqual(noted);
  });

  it('may stay while the document says the same in another order', () => {
    expect(withVersionOf({ rest: ['a'], info: { version: '1.0.0' } }, NOTED)).toEqual(NOTED);
  });

  it.each(['1.0.0', '0.9.0', '0.10.0'])('has to rise with the document: %s is refused', (version) => {
    expect(() => withVersionOf(versioned(version, 'a', 'b'), NOTED)).toThrow(
      /Raise API_VERSION.*npm run docs/,
    );
  });

  it.each(['1.0.1', '1.10.0', '10.0.0'])('has risen with %s', (version) => {
    const next = withVersionOf(versioned(version, 'a', 'b'), NOTED);
    expect(Object.keys(next)).toEqual(['1.0.0', version]);
    expect(() => withVersionOf(versioned(version, 'c'), next)).toThrow('Raise API_VERSION');
  });
});
