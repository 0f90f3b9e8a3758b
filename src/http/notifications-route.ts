import type { Next, Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { Log } from '../shared/log.ts';
import type { MailNotification, Receive } from '../mail/subscriptions/receive.ts';
import { sparing } from '../shared/sparing.ts';
import { takeJson } from './take-json.ts';

/** Where Microsoft 365 sends its notifications, below the public address. */
export const NOTIFICATIONS_PATH = '/api/notifications';

/** Where Microsoft 365 tells of changes. Anybody can call it: nothing is believed here, and nothing told. */
export interface NotificationsRoute {
  /** Before everything else: answers the question whether this address is ours, which comes as text and without a body. */
  readonly greet: (request: Request, response: Response, next: Next) => void;
  readonly addRoute: (server: Server) => void;
}

/**
 * https://learn.microsoft.com/graph/change-notifications-delivery-webhooks: a validation token is given back as plain text within
 * ten seconds, notifications are answered with 202 within three. That is also the answer to those that are not believed.
 */
export function createNotificationsRoute(receive: Receive, log: Log): NotificationsRoute {
  const quietly = sparing(log);
  return {
    greet(request, response, next) {
      const token = validationToken(request);
      if (token === undefined) {
        next();
        return;
      }
      if (PLAIN.test(token)) response.sendRaw(200, token, { 'Content-Type': 'text/plain; charset=utf-8' });
      else response.send(400, { code: 'BadRequest', message: 'This is no validation token.' });
      next(false);
    },
    addRoute(server) {
      server.post(
        NOTIFICATIONS_PATH,
        takeJson,
        async (request: Request, response: Response): Promise<void> => {
          try {
            await receive(parse(request.body));
            response.send(202);
          } catch (error) {
            quietly.error({ err: error }, 'notifications could not be taken; they should be sent again');
            response.send(503);
          }
        },
      );
    },
  };
}

/** Graph promises never to send HTML; the length is far above what it sends. */
const PLAIN = /^[\x20-\x3b\x3d\x3f-\x7e]{1,2048}$/;

/** The token of a validation request, decoded as forms are (a plus is a space); undefined for any other request. */
function validationToken(request: Request): string | undefined {
  if (request.method !== 'POST' || request.path().replace(/\/$/, '') !== NOTIFICATIONS_PATH) return undefined;
  return new URLSearchParams(request.getQuery()).get('validationToken') ?? undefined;
}

/** In Graph's words; a client state has 128 characters at most. */
const notification = z.object({
  subscriptionId: z.string().catch(''),
  clientState: z.string().max(128).catch(''),
  lifecycleEvent: z.string().optional().catch(undefined),
});
/** A real notification has some three hundred bytes, so that no body holds more; thousands of empty ones would take half a second. */
const NOTIFICATIONS_MOST = 1_000;
const collection = z.object({
  value: z
    .array(z.unknown())
    .transform((all) => all.slice(0, NOTIFICATIONS_MOST))
    .pipe(z.array(notification.catch({ subscriptionId: '', clientState: '' }))),
});

/** What is no notification becomes one that nobody believes. */
function parse(body: unknown): readonly MailNotification[] {
  const parsed = collection.safeParse(body);
  if (!parsed.success) return [{ subscriptionId: '', clientState: '', kind: 'mail' }];
  return parsed.data.value.map(({ subscriptionId, clientState, lifecycleEvent = '' }) => ({
    subscriptionId,
    clientState,
    // `missed`, and whatever else there may be, says that something may have come.
    kind: LIFECYCLE.get(lifecycleEvent) ?? 'mail',
  }));
}

const LIFECYCLE: ReadonlyMap<string, MailNotification['kind']> = new Map([
  ['reauthorizationRequired', 'reauthorize'],
  ['subscriptionRemoved', 'removed'],
] as const);
