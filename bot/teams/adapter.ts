import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Activity,
} from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Log } from '../../src/shared/log.ts';
import { sparing } from '../../src/shared/sparing.ts';
import type { Telemetry } from '../../src/shared/telemetry.ts';
import { mayCall, type TeamsAccess } from './teams-access.ts';
import type { Incoming } from './activity.ts';
import { conversationOf, type Conversation } from './conversation.ts';
import { authenticationSettings, PUBLIC_CLOUD } from './authentication-settings.ts';
import { createConnectors } from './connectors.ts';
import { createTokenCheck } from './token-check.ts';
import { createTokenRenewal } from './token-renewal.ts';
import { createOneAttemptClient } from './one-attempt-client.ts';
import { within } from './within.ts';

/** Keys are fetched once a day; Teams waits 5 s for an answer to a click. */
const KEYS_MS = 4_000;

/** What botbuilder wants to know again of an activity that was believed. */
export type Authenticated = Awaited<
  ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>
>;

/** botbuilder's adapter with the checks of its requests in front of it. */
export interface TeamsAdapter {
  readonly access: TeamsAccess;
  /** Empty in the Playground. */
  readonly appId: string;
  readonly adapter: CloudAdapter;
  /** What Teams is called with at a service URL, outside of any turn. */
  readonly connector: (serviceUrl: string) => Promise<ConnectorClient>;
  /**
   * Whether an activity may be believed: undefined when its token, tenant, channel or service URL is not in order.
   * Never throws: whatever goes wrong while a token is checked, the answer is no.
   */
  authenticate(activity: Activity, seen: Incoming, authorization: string): Promise<Authenticated | undefined>;
  /** Opens the conversation of an activity that was believed, for as long as the work takes. */
  process(
    believed: Authenticated,
    activity: Activity,
    work: (conversation: Conversation) => Promise<void>,
  ): Promise<void>;
}

export interface AdapterOptions {
  /** Most calls to Teams in a second; well below Teams' limit unless given. */
  readonly callsASecond?: number;
  readonly telemetry: Telemetry;
}

export function createAdapter(access: TeamsAccess, log: Log, options: AdapterOptions): TeamsAdapter {
  const settings = authenticationSettings(access);
  const tokens = createTokenRenewal(new ConfigurationServiceClientCredentialFactory(settings));
  const httpClient = createOneAttemptClient(access, { ...options, onRefused: tokens.refused });
  const authentication = new ConfigurationBotFrameworkAuthentication(
    settings,
    tokens.credentials,
    undefined,
    undefined,
    { httpClient },
  );

  const appId = access.kind === 'azure' ? access.appId : '';
  const adapter = new CloudAdapter(authentication);
  const quietly = sparing(log);
  const whyNot = createCheck(access);
  /** In the Playground it believes activities without a token alone, also those whose token was checked here. */
  const forSdk = (authorization: string): string =>
    access.kind === 'playground' && access.tokens !== undefined ? '' : authorization;

  async function authenticate(
    activity: Activity,
    seen: Incoming,
    authorization: string,
  ): Promise<Authenticated | undefined> {
    // The SDK takes tokens of other kinds for other channels; nothing but Teams is served here.
    if (seen.channelId !== 'msteams' || !mayCall(access, seen.serviceUrl)) return undefined;
    if (access.kind === 'azure' && !isAllowedTenant(access.allowedTenants, seen)) return undefined;
    try {
      // The SDK fetches the token keys without a time-out.
      return await within(believed(activity, seen, authorization), KEYS_MS);
    } catch (error) {
      quietly.error({ err: error }, 'the token of an activity could not be checked');
      return undefined;
    }
  }

  async function believed(
    activity: Activity,
    seen: Incoming,
    authorization: string,
  ): Promise<Authenticated | undefined> {
    const reason = await whyNot(authorization, seen.serviceUrl);
    if (reason === undefined) return authentication.authenticateRequest(activity, forSdk(authorization));
    quietly.warn({ reason }, 'an activity was not believed');
    return undefined;
  }

  return {
    access,
    appId,
    adapter,
    connector: createConnectors(authentication, appId),
    authenticate,
    process: (authenticated, activity, work) =>
      adapter.processActivityDirect(authenticated, activity, (context) => work(conversationOf(context))),
  };
}

/** The check of tokens; in the Playground there are usually none. */
function createCheck(access: TeamsAccess): ReturnType<typeof createTokenCheck> {
  if (access.kind === 'playground') {
    return access.tokens === undefined ? async () => undefined : createTokenCheck(access.tokens);
  }
  return createTokenCheck({
    appId: access.appId,
    issuer: PUBLIC_CLOUD.issuer,
    openIdMetadataUrl: access.openIdMetadataUrl ?? PUBLIC_CLOUD.openIdMetadataUrl,
  });
}

/** Every tenant that the activity names must be on the list, and it must name one. */
function isAllowedTenant(allowed: readonly string[], seen: Incoming): boolean {
  const named = [seen.conversation.tenantId, seen.channelData?.tenant?.id].filter((id) => id !== undefined);
  return named.length > 0 && named.every((id) => allowed.includes(id));
}
