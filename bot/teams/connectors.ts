import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AuthenticationConstants, ClaimsIdentity, type ConnectorClient } from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import { PUBLIC_CLOUD } from './authentication-settings.ts';

/** Teams has a service URL for each of a few regions. */
const SERVICES_MOST = 20;

/**
 * The Connector's client for each service URL, made once: botbuilder's adapter makes two clients, with all that requests go
 * through, and a turn for each conversation that it creates.
 */
export function createConnectors(
  authentication: ConfigurationBotFrameworkAuthentication,
  appId: string,
): (serviceUrl: string) => Promise<ConnectorClient> {
  const { AudienceClaim, AppIdClaim } = AuthenticationConstants;
  const identity = new ClaimsIdentity([AudienceClaim, AppIdClaim].map((type) => ({ type, value: appId })));
  const factory = authentication.createConnectorFactory(identity);
  const connectors = new LRUCache<string, ConnectorClient>({ max: SERVICES_MOST });
  return async (serviceUrl) => {
    const connector = connectors.get(serviceUrl) ?? (await factory.create(serviceUrl, PUBLIC_CLOUD.audience));
    connectors.set(serviceUrl, connector);
    return connector;
  };
}
