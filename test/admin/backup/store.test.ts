import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standConfig } from '../../../local/stand-config.ts';
import { startBlobs } from '../../fakes/blobs.ts';
import { startStand, type Stand } from '../../graph/stand.ts';
import { runWith, type Ran } from '../admin-context.ts';

describe('store', () => {
  let graph: Stand;
  let folder: string;
  let file: string;
  beforeEach(async () => {
    graph = await startStand({});
    folder = await mkdtemp(join(tmpdir(), 'rootdesk-store-'));
    file = join(folder, 'rootdesk.jsonl');
    await writeFile(file, '{"header":1}\n{"row":"ä"}\n');
  });
  afterEach(async () => {
    await graph[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  const run = (args: readonly string[]): Promise<Ran> =>
    runWith(['store', ...args], () =>
      standConfig({
        port: 0,
        tableConnectionString: 'UseDevelopmentStorage=true',
        graphUrl: graph.url,
        tokenUrl: graph.tokenUrl,
        apiKeySha256: '',
      }),
    );

  it('puts the file into the container, under a name that says when, and writes over nothing', async () => {
    await using blobs = await startBlobs(201);
    const { exitCode, out, err } = await run([file, '--in', blobs.container]);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    const [put] = blobs.puts;
    const name = put?.url?.replace('/backups/', '') ?? '';
    expect(name).toMatch(/^rootdesk-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.jsonl$/);
    expect(out).toBe(`${name}: 26 bytes stored.\n`);
    expect(put).toMatchObject({ method: 'PUT', body: '{"header":1}\n{"row":"ä"}\n' });
    expect(put?.headers).toMatchObject({
      authorization: expect.stringMatching(/^Bearer ./),
      'content-length': '26',
      'if-none-match': '*',
      'x-ms-blob-type': 'BlockBlob',
    });
  });

  it.each([
    [403, 'AuthorizationPermissionMismatch', 'answered 403 AuthorizationPermissionMismatch'],
    [404, 'ContainerNotFound', 'answered 404 ContainerNotFound'],
    [409, 'BlobAlreadyExists', 'answered 409 BlobAlreadyExists'],
    [503, undefined, 'answered 503'],
    [200, undefined, 'answered 200'],
  ])('fails with words and a remedy when the storage answers %s', async (status, code, words) => {
    await using blobs = await startBlobs(status, code);
    const { exitCode, out, err } = await run([file, '--in', blobs.container]);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(err).toContain(`The storage ${words}: nothing was stored.`);
    expect(err).toContain('Storage Blob Data Contributor');
  });

  it('fails when nobody answers', async () => {
    const blobs = await startBlobs(201);
    await blobs[Symbol.asyncDispose]();
    const { exitCode, err } = await run([file, '--in', blobs.container]);
    expect(exitCode).toBe(1);
    expect(err).toContain('The storage did not answer: nothing was stored.');
  });

  it('gives its token to Azure Storage alone', async () => {
    for (const container of [
      'https://evil.example/backups',
      'http://rootdeskbackups.blob.core.windows.net/backups',
      'https://rootdeskbackups.blob.core.windows.net.evil.example/backups',
      'https://rootdeskbackups.blob.core.windows.net/backups?sv=1',
      'https://rootdeskbackups.blob.core.windows.net@evil.example/backups',
    ]) {
      const { exitCode, err } = await run([file, '--in', container]);
      expect({ container, exitCode }).toEqual({ container, exitCode: 2 });
      expect(err).toContain('--in is not the address of a container.');
    }
  });

  it('says so when the file is not there', async () => {
    await using blobs = await startBlobs(201);
    const { exitCode, err } = await run([join(folder, 'other.jsonl'), '--in', blobs.container]);
    expect(exitCode).toBe(1);
    expect(err).toContain('other.jsonl cannot be read: there is no such file or folder.');
    expect(blobs.puts).toEqual([]);
  });
});
