import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from 'botbuilder';
import type { Log } from '../src/log.ts';
import { mayCall, type TeamsAccess } from './access.ts';
import type { Incoming } from './activity.ts';
import { createOneAttemptClient } from './one-attempt.ts';

/** Tokens of the Bot Framework service; an Entra token for the same audience is not one of them. */
const ISSUER = 'https://api.botframework.com';
/** An empty audience would ask Entra for a token for nobody. */
const AUDIENCE = 'https://api.botframework.com';

type Authenticated = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

/** botbuilder's adapter with the door in front of it. */
export interface TeamsAdapter {
  readonly access: TeamsAccess;
  /** Empty in the Playground. */
  readonly appId: string;
  readonly adapter: CloudAdapter;
  /** For whom the bot's own tokens are made out. */
  readonly audience: string;
  /**
   * Whether an activity may be believed: undefined when its token, tenant, channel or service URL is not in order.
   * Never throws: whatever goes wrong while a token is checked, the answer is no.
   */
  authenticate(activity: Activity, seen: Incoming, authorization: string): Promise<Authenticated | undefined>;
}

/** Where other clouds publish the keys of their tokens; the public cloud's address is built in. */
export interface AdapterOptions {
  readonly openIdMetadataUrl?: string;
}

export function createAdapter(access: TeamsAccess, log: Log, options: AdapterOptions = {}): TeamsAdapter {
  const authentication = new ConfigurationBotFrameworkAuthentication(
    settings(access, options),
    undefined,
    { requiredEndorsements: [], validateClaims: onlyBotFramework },
    undefined,
    { httpClient: createOneAttemptClient(access) },
  );

  async function authenticate(
    activity: Activity,
    seen: Incoming,
    authorization: string,
  ): Promise<Authenticated | undefined> {
    // The SDK takes tokens of other kinds for other channels; nothing but Teams is served here.
    if (seen.channelId !== 'msteams' || !mayCall(access, seen.serviceUrl)) return undefined;
    if (access.kind === 'azure' && !isAllowedTenant(access.allowedTenants, seen)) return undefined;
    try {
      return await authentication.authenticateRequest(activity, authorization);
    } catch (error) {
      log.warn({ err: error }, 'an activity was not believed');
      return undefined;
    }
  }

  return {
    access,
    appId: access.kind === 'azure' ? access.appId : '',
    adapter: new CloudAdapter(authentication),
    audience: AUDIENCE,
    authenticate,
  };
}

function settings(
  access: TeamsAccess,
  options: AdapterOptions,
): ConfigurationBotFrameworkAuthenticationOptions {
  if (access.kind === 'playground') return {};
  const { identity } = access;
  return {
    MicrosoftAppId: access.appId,
    MicrosoftAppTenantId: access.tenantId,
    MicrosoftAppType: identity.kind,
    ...(identity.kind === 'SingleTenant' ? { MicrosoftAppPassword: identity.password } : {}),
    ...(options.openIdMetadataUrl === undefined
      ? {}
      : { ToBotFromChannelOpenIdMetadataUrl: options.openIdMetadataUrl }),
  };
}

async function onlyBotFramework(claims: { type: string; value: string }[]): Promise<void> {
  if (!claims.some(({ type, value }) => type === 'iss' && value === ISSUER)) {
    throw new Error('the token was not issued by the Bot Framework');
  }
}

/** Every tenant that the activity names must be on the list, and it must name one. */
function isAllowedTenant(allowed: readonly string[], seen: Incoming): boolean {
  const named = [seen.conversation.tenantId, seen.channelData?.tenant?.id].filter((id) => id !== undefined);
  return named.length > 0 && named.every((id) => allowed.includes(id));
}
