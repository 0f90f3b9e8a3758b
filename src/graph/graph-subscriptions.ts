import { z } from 'zod';
import { MailboxUnavailable, type Folder } from '../mail/mailbox.ts';
import type { Subscription, Subscriptions } from '../mail/subscriptions/subscriptions.ts';
import { segment, type GraphClient } from './graph-client.ts';
import { GraphFailure, noAnswer } from './graph-failure.ts';
import { listOf } from './list-of.ts';
import { unavailable } from './graph-mailbox.ts';

export interface GraphSubscriptionsOptions {
  readonly client: GraphClient;
  /** Address or object id of the central mailbox. */
  readonly mailbox: string;
}

/**
 * Subscriptions to new messages through Microsoft Graph
 * (https://learn.microsoft.com/graph/api/resources/subscription). Lifecycle events come to the same address.
 *
 * Calls reject with the signal's reason when it is aborted, else with the errors of the port.
 */
export function createGraphSubscriptions({ client, mailbox }: GraphSubscriptionsOptions): Subscriptions {
  const resourceOf = (folder: Folder): string => `users/${mailbox}/mailFolders/${folder}/messages`;

  return {
    async create(folder, { url, clientState, expiresAt }, signal) {
      const options = {
        // Mail that is moved into the folder counts as created; what people do with it does not matter.
        changeType: 'created',
        notificationUrl: url,
        // Without it nobody would tell that the subscription was removed. It cannot be added later.
        lifecycleNotificationUrl: url,
        resource: resourceOf(folder),
        expirationDateTime: expiresAt.toISOString(),
        clientState,
      };
      try {
        return parse(await client.postJson('/subscriptions', options, { signal }));
      } catch (cause) {
        throw isRefusedAddress(cause) ? unreachable(cause) : unavailable(cause);
      }
    },
    async renew(id, expiresAt, signal) {
      const change = { expirationDateTime: expiresAt.toISOString() };
      try {
        return parse(await client.patchJson(`/subscriptions/${segment(id)}`, change, { signal }));
      } catch (cause) {
        if (isGone(cause)) return undefined;
        throw unavailable(cause);
      }
    },
    async remove(id, signal) {
      try {
        await client.delete(`/subscriptions/${segment(id)}`, { signal });
      } catch (cause) {
        if (!isGone(cause)) throw unavailable(cause);
      }
    },
    async list(folder, url, signal) {
      const found: Subscription[] = [];
      try {
        let path: string | undefined = '/subscriptions';
        for (let pages = 0; path !== undefined; pages += 1) {
          if (pages === PAGES_MOST)
            throw noAnswer('The list of subscriptions at Microsoft Graph does not end.');
          const page: z.output<typeof pageShape> = pageShape.parse(await client.getJson(path, { signal }));
          const ours = page.value.filter(
            ({ resource, notificationUrl }) =>
              notificationUrl === url && isSame(resource, resourceOf(folder)),
          );
          found.push(...ours.map(asSubscription));
          const next = page['@odata.nextLink'];
          path = next === undefined ? undefined : client.pathOf(next);
        }
        return found;
      } catch (cause) {
        throw unavailable(cause);
      }
    },
  };
}

/** An application has a handful; a next page that leads back to itself must not be followed for ever. */
const PAGES_MOST = 100;

const subscriptionShape = z.object({
  id: z.string().min(1),
  expirationDateTime: z.iso.datetime({ offset: true }),
});
const pageShape = z.object({
  value: listOf(
    subscriptionShape.extend({
      resource: z.string(),
      notificationUrl: z.string().nullish(),
    }),
  ),
  '@odata.nextLink': z.string().optional(),
});

function parse(answer: unknown): Subscription {
  return asSubscription(subscriptionShape.parse(answer));
}

function asSubscription({ id, expirationDateTime }: z.output<typeof subscriptionShape>): Subscription {
  return { id, expiresAt: new Date(expirationDateTime) };
}

/** As Graph spells paths: with or without a slash before them, in any case. */
function isSame(one: string, other: string): boolean {
  const plain = (path: string): string => path.replace(/^\//, '').toLowerCase();
  return plain(one) === plain(other);
}

function isGone(cause: unknown): boolean {
  return cause instanceof GraphFailure && (cause.status === 404 || cause.status === 410);
}

/** Graph asks at the address before it agrees, and takes no answer or a wrong one for a malformed request. */
function isRefusedAddress(cause: unknown): boolean {
  return cause instanceof GraphFailure && cause.status === 400;
}

function unreachable(cause: unknown): MailboxUnavailable {
  return new MailboxUnavailable(
    'Microsoft 365 did not agree to send change notifications.',
    'Check that PUBLIC_URL is the address under which Microsoft 365 reaches Rootdesk from the internet, and that nothing before it asks for a sign-in. Until then mail is found by the schedule.',
    { cause },
  );
}
