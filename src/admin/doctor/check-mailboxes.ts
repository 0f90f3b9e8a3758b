import type { Config } from '../../config.ts';
import type { GraphClient } from '../../graph/graph-client.ts';
import { GraphFailure } from '../../graph/graph-failure.ts';
import { lastMessages } from '../../graph/last-messages.ts';
import { mailboxBytes } from '../../graph/mailbox-size.ts';
import { FOLDERS } from '../../mail/mailbox.ts';
import { examinedMailboxes } from './examined-mailboxes.ts';
import { fails, limit, tried, untried, warns, works, type Finding, type Outcome } from './finding.ts';
import { judgeSize } from './judge-size.ts';

/** Whether the central mailboxes can be read, and whether the root mailboxes cannot: they stand for every mailbox of the company. */
export async function* checkMailboxes(
  config: Config,
  client: GraphClient,
  rootMailboxes: readonly string[],
): AsyncGenerator<Finding> {
  for (const { mailbox, part } of examinedMailboxes(config)) {
    yield tried(part('central mailbox'), async () => {
      for (const folder of FOLDERS) await lastMessages(client, mailbox, folder, 1, limit());
      return works(`${mailbox} can be read, its junk folder too`);
    });
    yield tried(part('mailbox size'), async () =>
      judgeSize(await mailboxBytes(client, mailbox, limit()), mailbox),
    );
  }
  yield tried('other mailboxes', async () => {
    if (rootMailboxes.length === 0) {
      return untried('no root mailbox is known to try it with', 'Put aliases into the pool with import.');
    }
    const answers = await Promise.all(
      rootMailboxes.map(async (root) => ({ root, answer: await access(client, root) })),
    );
    return judge(answers);
  });
}

type Access = 'readable' | 'refused' | 'not there';

async function access(client: GraphClient, mailbox: string): Promise<Access> {
  try {
    await lastMessages(client, mailbox, 'inbox', 1, limit());
    return 'readable';
  } catch (error) {
    if (error instanceof GraphFailure && error.status === 403) return 'refused';
    if (error instanceof GraphFailure && error.status === 404) return 'not there';
    throw error;
  }
}

function judge(answers: readonly { readonly root: string; readonly answer: Access }[]): Outcome {
  const named = (wanted: Access): string =>
    answers
      .filter(({ answer }) => answer === wanted)
      .map(({ root }) => root)
      .join(', ');
  const readable = named('readable');
  if (readable !== '') {
    return fails(
      `Rootdesk may read more than the central mailbox: ${readable}.`,
      'Remove every consent to Mail.* from the application in Entra ID, and every role assignment beside that of the plan script; then run that script again.',
    );
  }
  const gone = named('not there');
  if (gone !== '') {
    return warns(`not there: ${gone}; the others are refused`, 'Compare table and mailboxes with verify.');
  }
  return works(`reading is refused, as it should be: ${answers.length} root mailboxes tried`);
}
