import type { GraphClient } from '../../graph/graph-client.ts';
import { GraphFailure } from '../../graph/graph-failure.ts';
import { inboxRules } from '../../graph/inbox-rules.ts';
import { createGraphMailbox } from '../../graph/graph-mailbox.ts';
import { FOLDERS, type Folder, type MailboxListing } from '../../mail/mailbox.ts';
import type { ExaminedMailbox } from './examined-mailboxes.ts';
import { limit, tried, untried, warns, works, type Finding, type Outcome } from './finding.ts';

const BACK_MS = 48 * 60 * 60_000;
/** More is not counted. */
const PAGES_MOST = 20;
const RULES_SHOWN = 5;

/** Whether mail leaves the inbox before a sweep sees it: what takes it away, and what was taken. */
export async function* checkMovedMail(
  { mailbox, part }: ExaminedMailbox,
  client: GraphClient,
): AsyncGenerator<Finding> {
  yield tried(part('inbox rules'), async () => {
    try {
      return judgeRules(await inboxRules(client, mailbox, limit()));
    } catch (error) {
      if (!(error instanceof GraphFailure) || error.status !== 403) throw error;
      return untried(
        'Rootdesk may not read them, and need not',
        `Look with Get-InboxRule -Mailbox ${mailbox} -IncludeHidden in Exchange Online PowerShell: there should be none. Or give Rootdesk's identity the role 'Application MailboxSettings.Read' for this mailbox alone.`,
      );
    }
  });
  yield tried(part('mail elsewhere'), async () => {
    const listing = createGraphMailbox({ client, mailbox });
    const all = await idsIn(listing, 'everywhere');
    const swept = new Set((await Promise.all(FOLDERS.map((folder) => idsIn(listing, folder)))).flat());
    const moved = all.filter((id) => !swept.has(id)).length;
    const words = `${moved} of ${all.length} mails of two days lie in other folders than the inbox and junk`;
    if (moved === 0) return works(words);
    return warns(
      words,
      'Find out who or what moves or deletes them: a person, an inbox rule, a retention policy. The daily comparison brings their mail late.',
    );
  });
}

function judgeRules(names: readonly string[]): Outcome {
  if (names.length === 0) return works('there are none');
  const more = names.length > RULES_SHOWN ? ' and others' : '';
  return warns(
    `${names.length} can take mail away before Rootdesk reads it: ${names.slice(0, RULES_SHOWN).join(', ')}${more}`,
    'Remove them in Outlook or with Remove-InboxRule. Until then the daily comparison brings what they move, late.',
  );
}

async function idsIn(listing: MailboxListing, folder: Folder | 'everywhere'): Promise<readonly string[]> {
  const window = { since: new Date(Date.now() - BACK_MS), until: new Date() };
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MOST; page += 1) {
    const found = await listing.received(folder, window, cursor, limit());
    ids.push(...found.messageIds);
    if (!found.more) break;
    ({ cursor } = found);
  }
  return ids;
}
