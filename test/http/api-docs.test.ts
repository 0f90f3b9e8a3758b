import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { apiReference } from '../../docs/generate/api-reference.ts';
import { withGeneratedPart } from '../../docs/generate/generated-part.ts';
import { openApiDocument } from '../../src/http/api/openapi.ts';
import { apiKey } from '../../src/http/api/access-settings.ts';
import { API_ROLES } from '../../src/http/api/api-access.ts';
import { OPERATIONS } from '../../src/http/api/api-operations.ts';
import { ASKING_KEY, OLD_KEY, openApi } from './api-front.ts';

const PAGE = fileURLToPath(new URL('../../docs/api.md', import.meta.url));
const page = await readFile(PAGE, 'utf8');
const PAIR = /```http\n([\s\S]*?)```\s+```json (\d{3})\n([\s\S]*?)```/g;

interface Sample {
  readonly request: string;
  readonly status: number;
  readonly answer: string;
}
const samples: readonly Sample[] = [...page.matchAll(PAIR)].map(([, request = '', status, answer = '']) => ({
  request,
  status: Number(status),
  answer,
}));

/** Takes a sample's request apart: line, headers, blank line, body. */
function parsed(text: string) {
  const [head = '', body] = text.trim().split('\n\n');
  const [line = '', ...headers] = head.split('\n');
  const [method = '', path = ''] = line.split(' ');
  const named = headers.map((header) => header.split(': '));
  return { method, path, headers: z.record(z.string(), z.string()).parse(Object.fromEntries(named)), body };
}

describe('docs/api.md', () => {
  it('shows what really happens, sample by sample', async () => {
    await using api = await openApi();
    const known = new Map([
      ['<key>', OLD_KEY.key],
      ['<asking key>', ASKING_KEY.key],
    ]);
    const filled = (text: string): string => text.replaceAll(/<[a-z ]+>/g, (name) => known.get(name) ?? name);
    expect(samples.length).toBeGreaterThan(5);
    for (const { request, status, answer } of samples) {
      const { body, ...sent } = parsed(filled(request));
      const got = await api.call({ ...sent, ...(body === undefined ? {} : { body }) });
      const fields = z.record(z.string(), z.unknown()).parse(got.body);
      const told = z.record(z.string(), z.unknown()).parse(JSON.parse(answer));
      // What a sample names for the first time stands for what came; later samples mean the same.
      for (const [name, value] of Object.entries(told)) {
        if (typeof value === 'string' && /^<.*>$/.test(value) && !known.has(value))
          known.set(value, String(fields[name]));
      }
      expect([got.status, fields]).toEqual([status, expect.objectContaining(JSON.parse(filled(answer)))]);
    }
  });

  // Where this fails: `npm run docs`.
  it('has the reference that is made of the operations', async () => {
    expect(page).toBe(await withGeneratedPart(page, apiReference(openApiDocument()), PAGE));
  });

  it('names every operation and role', () => {
    for (const { path } of OPERATIONS) expect(page).toContain(`/api/${path.replace(':id', '{id}')}\``);
    for (const role of API_ROLES) expect(page).toContain(role);
  });

  it('makes a key whose hash the settings take', () => {
    const [, script = ''] = /```sh\nnode -e "(.*)"\n```/.exec(page) ?? [];
    const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    const [key = '', hash = ''] = stdout.trim().split(' ');
    expect(hash).toBe(createHash('sha256').update(key).digest('hex'));
    const [, setting = ''] = /API_KEYS=([^,\n]+)/.exec(page) ?? [];
    expect(apiKey.parse(setting.replace('<sha256>', hash))).toMatchObject({ name: 'landing-zone' });
  });
});
