import { describe, expect, it } from 'vitest';
import { judgeSize } from '../../src/admin/doctor/judge-size.ts';
import type { GraphClient } from '../../src/graph/graph-client.ts';
import { mailboxBytes } from '../../src/graph/mailbox-size.ts';
import { CENTRAL, clientOf, mailTo, never, PAY, startStand } from './stand.ts';

const GB = 1024 ** 3;
const FOLDERS = `/users/${encodeURIComponent(CENTRAL)}/mailFolders`;

function folder(id: string, bytes: string | undefined, childFolderCount = 0): unknown {
  const singleValueExtendedProperties =
    bytes === undefined ? undefined : [{ id: 'Long 0xe08', value: bytes }];
  return { id, childFolderCount, singleValueExtendedProperties };
}

/** Answers these paths alone. */
function clientWith(answers: Readonly<Record<string, unknown>>): Pick<GraphClient, 'getJson' | 'pathOf'> {
  return {
    getJson: async (path) => {
      if (!(path in answers)) throw new Error(`nobody expected ${path}`);
      return answers[path];
    },
    pathOf: (link) => link.replace('https://graph.microsoft.com/v1.0', ''),
  };
}

describe('the size of a mailbox', () => {
  it('is that of all its mails, whatever folder they lie in', async () => {
    await using stand = await startStand();
    const mail = mailTo(PAY);
    await stand.deliver(mail, [PAY]);
    await stand.deliver(mail, [PAY]);
    const bytes = await mailboxBytes(clientOf(stand), CENTRAL, never());
    expect(bytes).toBeGreaterThanOrEqual(2 * mail.length);
  });

  it('counts folders below folders, and further pages', async () => {
    const client = clientWith({
      [FOLDERS]: {
        value: [folder('a', '1', 1), folder('b', '10')],
        '@odata.nextLink': `https://graph.microsoft.com/v1.0${FOLDERS}?$skip=2`,
      },
      [`${FOLDERS}?$skip=2`]: { value: [folder('c', '54000000000')] },
      [`${FOLDERS}/a/childFolders`]: { value: [folder('d', '100', 1)] },
      [`${FOLDERS}/d/childFolders`]: { value: [folder('e', '1000')] },
    });
    expect(await mailboxBytes(client, CENTRAL, never())).toBe(54_000_001_111);
  });

  it('is not known where Graph leaves one out', async () => {
    const client = clientWith({ [FOLDERS]: { value: [folder('a', '1'), folder('b', undefined)] } });
    expect(await mailboxBytes(client, CENTRAL, never())).toBeUndefined();
  });

  it('is not known where Graph does not take the question, and any other failure is one', async () => {
    await using stand = await startStand();
    stand.faults.always('mailFolders', { kind: 'error', status: 400, code: 'ErrorInvalidProperty' });
    expect(await mailboxBytes(clientOf(stand), CENTRAL, never())).toBeUndefined();
    stand.faults.clear();
    stand.faults.always('mailFolders', { kind: 'error', status: 403, code: 'ErrorAccessDenied' });
    await expect(mailboxBytes(clientOf(stand), CENTRAL, never())).rejects.toMatchObject({ status: 403 });
  });

  it.each([
    [0, 'works', '0.0 GB; without a licence it holds 50'],
    [39.9 * GB, 'works', '39.9 GB; without a licence it holds 50'],
    [40 * GB, 'warns', '40.0 GB; without a licence it holds 50'],
    [undefined, 'untried', 'Graph does not tell'],
  ])('of %s bytes %s', (bytes, verdict, what) => {
    const outcome = judgeSize(bytes, CENTRAL);
    expect(outcome).toMatchObject({ verdict, what });
    expect(outcome.remedy === undefined).toBe(verdict === 'works');
  });
});
