import { openAsBlob } from 'node:fs';
import { open } from 'node:fs/promises';
import { parse } from 'node:path';
import { systemClock } from '../../shared/clock.ts';
import { createCredential } from '../../graph/credential.ts';
import { isLoopbackUrl } from '../../shared/loopback.ts';
import { createTokenSource } from '../../shared/token-source.ts';
import { adminCommand } from '../admin-command.ts';
import { AdminFault } from '../command-output.ts';
import { unreadable } from '../files/file-trouble.ts';

const STORAGE = 'https://storage.azure.com/.default';
/** A year's backup of a large company goes through in minutes; the job that calls this ends after an hour. */
const PATIENCE_MS = 30 * 60_000;
/** Only Azure Storage gets the token; `made-up.blob.core.windows.net.example` does not. */
const CONTAINER = /^https:\/\/[a-z0-9]{3,24}\.blob\.core\.windows\.net\/[a-z0-9-]{3,63}$/;

/**
 * A blob that is there is never written over. One Put Blob takes up to 5,000 MiB
 * (https://learn.microsoft.com/rest/api/storageservices/put-blob).
 */
export const store = adminCommand({
  name: 'store',
  does: 'put a file, such as a backup, into a container of Azure Blob Storage, under a name with the time',
  takes: { '<file>': 'the file' },
  needs: { '--in <address>': 'https://<account>.blob.core.windows.net/<container>' },
  async run({ config, io }, { in: container }, [path = '']) {
    const { credential } = config();
    if (!CONTAINER.test(container) && !isLoopbackUrl(container)) {
      throw new AdminFault(
        'bad-option',
        '--in is not the address of a container.',
        'Write it like https://<account>.blob.core.windows.net/<container>.',
      );
    }
    const file = await openFile(path);
    const now = systemClock();
    const name = nameAt(path, now);
    const abortSignal = AbortSignal.timeout(PATIENCE_MS);
    const token = await createTokenSource(createCredential(credential))(STORAGE, { abortSignal });
    const answer = await fetch(`${container}/${name}`, {
      method: 'PUT',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/octet-stream',
        'If-None-Match': '*',
        'x-ms-blob-type': 'BlockBlob',
        'x-ms-date': now.toUTCString(),
        'x-ms-version': '2023-11-03',
      },
      body: file,
      redirect: 'error',
      signal: abortSignal,
    }).catch((cause: unknown) => {
      throw notStored('did not answer', cause);
    });
    await answer.body?.cancel();
    if (answer.status !== 201) {
      const code = answer.headers.get('x-ms-error-code') ?? '';
      throw notStored(`answered ${answer.status}${/^\w{1,60}$/.test(code) ? ` ${code}` : ''}`);
    }
    io.out(`${name}: ${file.size} bytes stored.\n`);
  },
});

/** A file that the request reads as it goes, with its size. @throws {AdminFault} */
async function openFile(path: string): Promise<Blob> {
  try {
    // A folder would be opened, and a missing one has an error that says nothing.
    await using file = await open(path);
    await file.read();
    return await openAsBlob(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** `rootdesk.jsonl` at night is `rootdesk-2026-11-28T02-15-00Z.jsonl`: names sort by time, and none has a colon. */
function nameAt(path: string, at: Date): string {
  const { name, ext } = parse(path);
  const time = at.toISOString().replace(/\.\d+Z$/, 'Z');
  return `${name}-${time.replaceAll(':', '-')}${ext}`.replaceAll(/[^\w.-]/g, '_');
}

function notStored(what: string, cause?: unknown): AdminFault {
  return new AdminFault(
    'not-stored',
    `The storage ${what}: nothing was stored.`,
    'Check that the container is there, that this identity has the role Storage Blob Data Contributor on it, and that its account answers this network. Then try again.',
    { cause },
  );
}
