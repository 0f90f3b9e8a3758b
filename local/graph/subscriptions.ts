import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { isLoopbackUrl } from '../../src/shared/loopback.ts';
import { FOLDERS, type Folder } from '../../src/mail/mailbox.ts';
import { graphError, ok, type Answer, type Asked } from './answer.ts';
import type { Faults } from './faults.ts';
import { immutableId, ordinaryId } from './ids.ts';
import type { StandFolder, StandStores } from './mail-store.ts';

const LIFECYCLE = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'] as const;
export type LifecycleEvent = (typeof LIFECYCLE)[number];

export interface SubscriptionDeps {
  readonly stores: StandStores;
  readonly faults: Faults;
  readonly origin: string;
}

/** The subscription routes of Graph, on the central mailboxes, and what people at Microsoft could do. */
export interface SubscriptionRoutes {
  /** POST and GET `/subscriptions`; GET, PATCH and DELETE `/subscriptions/{id}`; POST `/subscriptions/{id}/reauthorize`. */
  answer(asked: Asked): Promise<Answer>;
  readonly hands: SubscriptionHands;
  close(): Promise<void>;
}

export interface SubscriptionHands {
  /** Those that have not expired, oldest first. */
  list(): readonly Subscription[];
  /** Sends a lifecycle event to the subscribers; `subscriptionRemoved` does remove the subscriptions. */
  tell(event: LifecycleEvent): Promise<void>;
  /** Forgets every subscription without a word. */
  forget(): void;
  /** Every notification that was sent, with the status that answered it; 0 where nothing did. */
  readonly sent: readonly { readonly body: unknown; readonly status: number }[];
  /** Resolves when everything has been sent. */
  settled(): Promise<void>;
}

interface Subscription {
  readonly id: string;
  readonly resource: string;
  readonly mailbox: string;
  readonly folder: Folder;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | undefined;
  readonly clientState: string | undefined;
  readonly immutableIds: boolean;
  readonly expiresAt: Date;
}

/** Longest life for messages, and what shorter wishes are made of (Graph's documentation of the subscription resource). */
const MOST_MINUTES = 10_080;
const LEAST_MINUTES = 45;
const MINUTE_MS = 60_000;
const VALIDATION_MS = 10_000;
const SEND_MS = 3_000;
/** Graph's own take longer: within a minute, usually seconds. */
const LATENCY_MS = 5;

// Loopback stands for https here, and for it alone.
const notificationUrl = z.string().refine(isSecure, 'must use https');
const expiry = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const wishShape = z.object({
  changeType: z.literal('created', 'the local Graph server tells of created messages only'),
  notificationUrl,
  lifecycleNotificationUrl: notificationUrl.optional(),
  resource: z.string(),
  expirationDateTime: expiry,
  clientState: z.string().max(128).optional(),
});
const renewalShape = z.object({ expirationDateTime: expiry });

export function createSubscriptionRoutes(deps: SubscriptionDeps): SubscriptionRoutes {
  const { stores, faults, origin } = deps;
  const subscriptions = new Map<string, Subscription>();
  const sent: { body: unknown; status: number }[] = [];
  const sending = new Set<Promise<void>>();
  const closing = new AbortController();

  function living(): Subscription[] {
    for (const [id, { expiresAt }] of subscriptions) {
      if (expiresAt.getTime() <= Date.now()) subscriptions.delete(id);
    }
    return [...subscriptions.values()];
  }

  async function send(subscription: Subscription, url: string | undefined, told: object): Promise<void> {
    if (url === undefined || faults.notifications === 'lost') return;
    const clientState = faults.notifications === 'forged' ? 'not the one' : subscription.clientState;
    const common = {
      subscriptionId: subscription.id,
      subscriptionExpirationDateTime: subscription.expiresAt.toISOString(),
      tenantId: '00000000-0000-4000-8000-000000000001',
      clientState: clientState ?? null,
    };
    const body = { value: [{ ...common, ...told }] };
    for (let times = faults.notifications === 'doubled' ? 2 : 1; times > 0; times -= 1) {
      sent.push({ body, status: await post(url, body, closing.signal) });
    }
  }

  /** In the background, as Graph does; whoever delivers a mail does not wait for it. */
  function sendLater(subscription: Subscription, url: string | undefined, told: object): void {
    const later = sleep(LATENCY_MS).then(() => send(subscription, url, told));
    sending.add(later);
    void later.finally(() => sending.delete(later));
  }

  const watch = (mailbox: string, key: string, folder: StandFolder): void => {
    for (const subscription of living().filter(
      (each) => each.mailbox === mailbox && each.folder === folder,
    )) {
      const id = subscription.immutableIds ? immutableId(key) : ordinaryId(key, folder);
      const resource = `Users/${mailbox}/Messages/${id}`;
      const resourceData = { '@odata.type': '#Microsoft.Graph.Message', '@odata.id': resource, id };
      sendLater(subscription, subscription.notificationUrl, {
        changeType: 'created',
        resource,
        resourceData,
      });
    }
  };
  for (const [mailbox, store] of stores.all) store.watch(({ key }, folder) => watch(mailbox, key, folder));

  async function create(asked: Asked): Promise<Answer> {
    const form = wishShape.safeParse(parseJson(asked.body));
    if (!form.success) return invalid(z.prettifyError(form.error));
    const { resource, expirationDateTime, clientState, lifecycleNotificationUrl } = form.data;
    const [, named = '', folderName = ''] = RESOURCE.exec(resource) ?? [];
    const mailbox = named.toLowerCase();
    const folder = FOLDERS.find((known) => known === folderName.toLowerCase());
    if (folder === undefined) return graphError(400, 'ExtensionError', `The value '${resource}' is invalid.`);
    if (!stores.all.has(mailbox) && !faults.wideAccess) return denied();
    if (isTooLong(expirationDateTime)) return tooLong();
    const addresses = [form.data.notificationUrl, lifecycleNotificationUrl ?? form.data.notificationUrl];
    for (const url of new Set(addresses)) {
      const fault = await validate(url, closing.signal);
      if (fault !== undefined) return graphError(400, 'ValidationError', fault);
    }
    const subscription: Subscription = {
      id: randomUUID(),
      resource,
      mailbox,
      folder,
      notificationUrl: form.data.notificationUrl,
      lifecycleNotificationUrl,
      clientState,
      immutableIds: asked.prefer.includes('idtype=immutableid'),
      expiresAt: lasting(expirationDateTime),
    };
    subscriptions.set(subscription.id, subscription);
    return { status: 201, body: shown(subscription, origin) };
  }

  function renew(subscription: Subscription, asked: Asked): Answer {
    const renewal = renewalShape.safeParse(parseJson(asked.body));
    if (!renewal.success) return invalid(z.prettifyError(renewal.error));
    if (isTooLong(renewal.data.expirationDateTime)) return tooLong();
    const renewed = { ...subscription, expiresAt: lasting(renewal.data.expirationDateTime) };
    subscriptions.set(renewed.id, renewed);
    return ok(shown(renewed, origin));
  }

  return {
    async answer(asked) {
      const [, , id, action] = asked.path;
      if (id === undefined && asked.method === 'POST') return create(asked);
      if (id === undefined && asked.method === 'GET') {
        return ok({ value: living().map((each) => shown(each, origin)) });
      }
      const subscription = living().find((each) => each.id === id);
      if (subscription === undefined) return graphError(404, 'ResourceNotFound', 'The object was not found.');
      if (action === 'reauthorize' && asked.method === 'POST') return { status: 204 };
      if (asked.method === 'GET') return ok(shown(subscription, origin));
      if (asked.method === 'PATCH') return renew(subscription, asked);
      if (asked.method !== 'DELETE') return graphError(405, 'MethodNotAllowed', 'Not with this method.');
      subscriptions.delete(subscription.id);
      return { status: 204 };
    },
    hands: {
      list: living,
      async tell(lifecycleEvent) {
        const told = living();
        if (lifecycleEvent === 'subscriptionRemoved') subscriptions.clear();
        await Promise.all(told.map((each) => send(each, each.lifecycleNotificationUrl, { lifecycleEvent })));
      },
      forget: () => subscriptions.clear(),
      sent,
      async settled() {
        while (sending.size > 0) await Promise.all(sending);
      },
    },
    async close() {
      closing.abort();
      await Promise.all(sending);
    },
  };
}

/** `users/{mailbox}/mailFolders/{folder}/messages`, also as `mailFolders('inbox')`. */
const RESOURCE = /^\/?users\/([^/]+)\/mailFolders(?:\/|\(')([^/']+)(?:'\))?\/messages$/i;

/** Asks at the address; the words of the refusal, undefined where the address answers as it should. */
async function validate(url: string, closing: AbortSignal): Promise<string | undefined> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  const asked = new URL(url);
  // Encoded as forms are, a space as a plus, as Graph does.
  asked.searchParams.set('validationToken', token);
  try {
    const response = await fetch(asked, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      redirect: 'error',
      signal: AbortSignal.any([closing, AbortSignal.timeout(VALIDATION_MS)]),
    });
    const answer = await response.text();
    if (response.status !== 200) {
      return 'Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.';
    }
    const isText = /^text\/plain\s*(;|$)/i.test(response.headers.get('content-type') ?? '');
    if (isText && answer === token) return undefined;
    return 'Subscription validation request failed. Response must exactly match validationToken query parameter.';
  } catch {
    return 'Subscription validation request timed out.';
  }
}

/** The status of the answer; 0 where there was none. What was not taken is not sent again here; Graph tries for four hours. */
async function post(url: string, body: unknown, closing: AbortSignal): Promise<number> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.any([closing, AbortSignal.timeout(SEND_MS)]),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}

/** Graph does not show the client state again. */
function shown(subscription: Subscription, origin: string): object {
  return {
    '@odata.context': `${origin}/v1.0/$metadata#subscriptions/$entity`,
    id: subscription.id,
    resource: subscription.resource,
    changeType: 'created',
    clientState: null,
    notificationUrl: subscription.notificationUrl,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl ?? null,
    expirationDateTime: subscription.expiresAt.toISOString(),
  };
}

function isSecure(url: string): boolean {
  return URL.canParse(url) && (new URL(url).protocol === 'https:' || isLoopbackUrl(url));
}

function isTooLong(expiresAt: Date): boolean {
  return expiresAt.getTime() > Date.now() + MOST_MINUTES * MINUTE_MS;
}

function tooLong(): Answer {
  return invalid(`Subscription expiration can only be ${MOST_MINUTES} minutes in the future.`);
}

function lasting(wanted: Date): Date {
  return new Date(Math.max(wanted.getTime(), Date.now() + LEAST_MINUTES * MINUTE_MS));
}

function invalid(message: string): Answer {
  return graphError(400, 'InvalidRequest', message);
}

function denied(): Answer {
  return graphError(
    403,
    'ExtensionError',
    'Operation: Create; Exception: [Status Code: Forbidden; Reason: Forbidden]',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
