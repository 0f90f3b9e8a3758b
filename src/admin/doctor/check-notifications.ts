import type { Clock } from '../../shared/clock.ts';
import type { Config } from '../../config.ts';
import type { GraphClient } from '../../graph/graph-client.ts';
import { createGraphSubscriptions } from '../../graph/graph-subscriptions.ts';
import { FOLDERS, type Folder } from '../../mail/mailbox.ts';
import type { SubscriptionStore, Subscriptions } from '../../mail/subscriptions/subscriptions.ts';
import type { ExaminedMailbox } from './examined-mailboxes.ts';
import { limit, tried, warns, works, type Finding } from './finding.ts';

/** Whether Microsoft 365 tells of new mail. Without a public address nobody wants it to, and nothing is found. */
export async function* checkNotifications(
  { http: { publicUrl } }: Config,
  client: GraphClient,
  { mailbox, part }: ExaminedMailbox,
  store: Pick<SubscriptionStore, 'load'>,
  clock: Clock,
): AsyncGenerator<Finding> {
  if (publicUrl === undefined) return;
  yield tried(part('notifications'), async () => {
    const subscriptions = createGraphSubscriptions({ client, mailbox });
    const until = await Promise.all(
      FOLDERS.map((folder) => standsUntil(subscriptions, store, folder, publicUrl)),
    );
    const ends = until.filter((end) => end !== undefined && end > clock()).map(Number);
    return ends.length === FOLDERS.length
      ? works(
          `Microsoft 365 tells ${publicUrl} of new mail until ${new Date(Math.min(...ends)).toISOString()}`,
        )
      : warns(
          'Microsoft 365 does not tell of new mail in every folder; the schedule finds it',
          `Start Rootdesk; if it runs, read its log, and check that the internet reaches ${publicUrl}.`,
        );
  });
}

/** When the subscription to a folder ends, as Graph has it; undefined when there is none that Rootdesk would believe. */
async function standsUntil(
  subscriptions: Subscriptions,
  store: Pick<SubscriptionStore, 'load'>,
  folder: Folder,
  publicUrl: string,
): Promise<Date | undefined> {
  const stored = await store.load(folder);
  if (stored === undefined || !stored.url.startsWith(`${publicUrl}/`)) return undefined;
  const standing = await subscriptions.list(folder, stored.url, limit());
  return standing.find(({ id }) => id === stored.id)?.expiresAt;
}
