import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { standApiKey } from '../../local/api-key.ts';

describe("the stand's key for the API", () => {
  it('is long, the same from one start to the next, and another for another state', async () => {
    const folders = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), 'rootdesk-key-'))));
    const [first = '', second = ''] = folders;
    const key = await standApiKey(first);
    expect(Buffer.from(key, 'base64url')).toHaveLength(32);
    expect(await Promise.all([standApiKey(first), standApiKey(first)])).toEqual([key, key]);
    expect(await standApiKey(second)).not.toBe(key);
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
  });
});
