import { ClientSecretCredential, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';

/** How a bot registration signs in. */
export interface BotSignIn {
  readonly appId: string;
  readonly tenantId: string;
  readonly identity:
    { readonly kind: 'SingleTenant'; readonly password: string } | { readonly kind: 'UserAssignedMSI' };
}

/** The credential of the bot registration, of the same kind as botbuilder uses: to see whether it can sign in at all. */
export function createBotCredential({ appId, tenantId, identity }: BotSignIn): TokenCredential {
  return identity.kind === 'SingleTenant'
    ? new ClientSecretCredential(tenantId, appId, identity.password)
    : new ManagedIdentityCredential({ clientId: appId });
}
