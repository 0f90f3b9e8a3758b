import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OPERATIONS } from '../../src/http/api/operations.ts';
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
    const routed = OPERATIONS.map(
      ({ method, path }) => `${method === 'del' ? 'delete' : method} /api/${path.replace(':id', '{id}')}`,
    );
    expect(described.toSorted()).toEqual(routed.toSorted());
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
