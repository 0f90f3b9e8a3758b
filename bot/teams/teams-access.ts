import type { RateLimits } from './rate-limiter.ts';
import type { TokenRules } from './token-check.ts';
import { isLoopbackHost } from '../../src/shared/loopback.ts';

/** How Rootdesk is known to Teams. */
export type TeamsAccess = AzureAccess | PlaygroundAccess;

export interface PlaygroundAccess {
  readonly kind: 'playground';
  /** How much may be written into one channel or chat; as much as Teams takes unless given. No setting gives them. */
  readonly limits?: RateLimits;
  /** How often Teams may be called in a second; well below what Teams takes unless given. No setting gives it. */
  readonly callsASecond?: number;
  /** How long a click or a search may take before it is told that it takes longer; as Teams waits unless given. No setting gives it. */
  readonly clickMs?: number;
  /** Whose tokens activities have to carry; everybody is believed unless given. No setting gives them. */
  readonly tokens?: TokenRules;
}

/** A bot registered in Azure: every activity carries a token, and nothing is believed without it. */
export interface AzureAccess {
  readonly kind: 'azure';
  /** Application (client) id of the bot, a GUID. */
  readonly appId: string;
  /** Entra tenant in which the application lives, a GUID. */
  readonly tenantId: string;
  readonly identity: BotIdentity;
  /** Tenants whose people may use the bot. */
  readonly allowedTenants: readonly string[];
  /** Hosts to which the bot may speak, for instance `smba.trafficmanager.net`. */
  readonly allowedServiceHosts: readonly string[];
  /** Where a person is reached who has not written yet, for instance `https://smba.trafficmanager.net/teams/`. */
  readonly personalServiceUrl: string;
  /** Where the keys of the Bot Framework's tokens are published; the public cloud's address unless given. No setting gives one. */
  readonly openIdMetadataUrl?: string;
}

/** Bot Framework's app types that Azure still creates; anything else would silently become MultiTenant. */
export type BotIdentity =
  { readonly kind: 'SingleTenant'; readonly password: string } | { readonly kind: 'UserAssignedMSI' };

/**
 * Whether the bot may answer to a service URL: a listed host over https, or, in the Playground, loopback alone.
 * Checked when an activity arrives and again before anything is sent.
 */
export function mayCall(access: TeamsAccess, serviceUrl: string): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  if (url.username !== '' || url.password !== '') return false;
  if (access.kind === 'playground') {
    return (url.protocol === 'http:' || url.protocol === 'https:') && isLoopbackHost(url.hostname);
  }
  return url.protocol === 'https:' && access.allowedServiceHosts.includes(url.host);
}
