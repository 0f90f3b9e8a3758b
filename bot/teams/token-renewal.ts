import { AppCredentials, type ServiceClientCredentialsFactory } from 'botframework-connector';

/** The bot's tokens, got anew where Teams refuses one. */
export interface TokenRenewal {
  readonly credentials: ServiceClientCredentialsFactory;
  /** Teams answered 401: the next call goes with a new token. */
  refused(): void;
}

/** A bot that Teams refuses whatever its token, because its secret ran out or its registration is gone, asks no more often for others. */
const BETWEEN_RENEWALS_MS = 30_000;

/**
 * botbuilder keeps a token until the time of day is past its end (botframework-connector 4.23.3, `AppCredentials.getToken`): got while the
 * clock was an hour ahead, it is believed for an hour after Teams takes it no more, and nothing is posted in that hour.
 */
export function createTokenRenewal(sdk: ServiceClientCredentialsFactory): TokenRenewal {
  let isRefused = false;
  let renewedAt = Number.NEGATIVE_INFINITY;

  async function renew(credentials: AppCredentials): Promise<void> {
    if (!isRefused || performance.now() - renewedAt < BETWEEN_RENEWALS_MS) return;
    renewedAt = performance.now();
    await credentials.getToken(true);
    isRefused = false;
  }

  return {
    credentials: {
      isValidAppId: (appId) => sdk.isValidAppId(appId),
      isAuthenticationDisabled: () => sdk.isAuthenticationDisabled(),
      async createCredentials(...given) {
        const credentials = await sdk.createCredentials(...given);
        // In the Playground there are no tokens.
        if (!(credentials instanceof AppCredentials) || (await sdk.isAuthenticationDisabled()))
          return credentials;
        return {
          async signRequest(request) {
            await renew(credentials);
            return credentials.signRequest(request);
          },
        };
      },
    },
    refused() {
      isRefused = true;
    },
  };
}
