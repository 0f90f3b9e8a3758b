import type { ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder';
import type { TeamsAccess } from './teams-access.ts';

/** Azure's public cloud; set in full, because the SDK drops its defaults for all as soon as one is given. */
export const PUBLIC_CLOUD = {
  /** Tokens of the Bot Framework service; an Entra token for the same audience is not one of them. */
  issuer: 'https://api.botframework.com',
  /** For whom the bot's own tokens are made out. */
  audience: 'https://api.botframework.com',
  loginUrl: 'https://login.microsoftonline.com/botframework.com',
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  callerId: 'urn:botframework:azure',
} as const;

/** What botbuilder is to believe, and as whom it speaks. @throws {TypeError} without an app id, outside of the Playground */
export function authenticationSettings(access: TeamsAccess): ConfigurationBotFrameworkAuthenticationOptions {
  if (access.kind === 'playground') return {};
  // The SDK takes an empty app id for "believe everybody".
  if (access.appId.trim() === '') throw new TypeError('a bot in Azure has an app id');
  const { identity } = access;
  const openIdMetadataUrl = access.openIdMetadataUrl ?? PUBLIC_CLOUD.openIdMetadataUrl;
  return {
    MicrosoftAppId: access.appId,
    MicrosoftAppTenantId: access.tenantId,
    MicrosoftAppType: identity.kind,
    ...(identity.kind === 'SingleTenant' ? { MicrosoftAppPassword: identity.password } : {}),
    CallerId: PUBLIC_CLOUD.callerId,
    OAuthUrl: PUBLIC_CLOUD.audience,
    ToChannelFromBotLoginUrl: PUBLIC_CLOUD.loginUrl,
    ToChannelFromBotOAuthScope: PUBLIC_CLOUD.audience,
    ToBotFromChannelTokenIssuer: PUBLIC_CLOUD.issuer,
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
    // Emulator tokens come from Entra. They are refused by their issuer, and with these keys none can be verified at all.
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
  };
}
