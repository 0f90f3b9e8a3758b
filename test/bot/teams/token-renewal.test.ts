import { AppCredentials, ConnectorClient } from 'botframework-connector';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTokenRenewal, type TokenRenewal } from '../../../bot/teams/token-renewal.ts';
import { newId } from '../../../src/shared/identifiers.ts';

const HOUR_MS = 60 * 60_000;

/** Tokens with a number each; each lasts an hour, by this machine's clock. */
class NumberedTokens extends AppCredentials {
  given = 0;
  isAway = false;
  protected override async refreshToken() {
    if (this.isAway) throw new Error('nobody gives tokens');
    this.given += 1;
    return { accessToken: `token-${this.given}`, expiresOn: new Date(Date.now() + HOUR_MS) };
  }
}

let tokens: NumberedTokens;
let renewal: TokenRenewal;
/** Calls Teams once; gives the token that the call carried. */
let call: () => Promise<string | undefined>;

beforeEach(async () => {
  vi.useFakeTimers();
  // botbuilder keeps tokens by application for the whole process.
  tokens = new NumberedTokens(newId());
  renewal = createTokenRenewal({
    isValidAppId: async () => true,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => tokens,
  });
  const credentials = await renewal.credentials.createCredentials(tokens.appId, undefined, '', true);
  const carried: (string | undefined)[] = [];
  const teams = new ConnectorClient(credentials, {
    baseUri: 'https://smba.trafficmanager.net/teams/',
    httpClient: {
      async sendRequest(request) {
        carried.push(request.headers.get('authorization'));
        return { request, status: 200, headers: request.headers, bodyAsText: '{}' };
      },
    },
  });
  call = async () => {
    await teams.conversations.getConversations();
    return carried.at(-1);
  };
});
afterEach(() => vi.useRealTimers());

it('a token is kept while Teams takes it', async () => {
  expect([await call(), await call()]).toEqual(['Bearer token-1', 'Bearer token-1']);
});

it('a token that the clock takes for good is got anew where Teams refuses it', async () => {
  vi.setSystemTime(Date.now() + HOUR_MS);
  expect(await call()).toBe('Bearer token-1');
  // The clock is set right: by now the token has an end that it never had.
  vi.setSystemTime(Date.now() - HOUR_MS);
  renewal.refused();
  expect([await call(), await call()]).toEqual(['Bearer token-2', 'Bearer token-2']);
});

it('a bot that is refused whatever its token gets one in half a minute', async () => {
  await call();
  for (let second = 0; second < 60; second += 1) {
    renewal.refused();
    await call();
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(tokens.given).toBe(1 + 2);
});

it('where nobody gives tokens, it is tried again later', async () => {
  await call();
  renewal.refused();
  tokens.isAway = true;
  await expect(call()).rejects.toThrow('nobody gives tokens');
  tokens.isAway = false;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await call()).toBe('Bearer token-2');
});
