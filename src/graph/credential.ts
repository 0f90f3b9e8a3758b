import {
  DefaultAzureCredential,
  ManagedIdentityCredential,
  type AccessToken,
  type TokenCredential,
} from '@azure/identity';
import { z } from 'zod';
import { GraphFailure } from './graph-failure.ts';
import { isLoopbackHost } from '../shared/loopback.ts';
import { withinTime } from '../shared/time-limit.ts';

/** How Rootdesk proves who it is. Chosen by the configuration alone. */
export type CredentialChoice =
  | {
      /** The identity of the machine that Rootdesk runs on; `clientId` for a user-assigned one. */
      readonly kind: 'managed-identity';
      readonly clientId?: string;
    }
  | {
      /** Azure's default order: environment, workload identity, managed identity, developer tools. */
      readonly kind: 'default';
    }
  | {
      /** The local stand's token endpoint; anything but loopback is refused. */
      readonly kind: 'loopback';
      readonly tokenUrl: string;
    };

/** @throws {GraphFailure} when a loopback token endpoint is not on loopback */
export function createCredential(choice: CredentialChoice): TokenCredential {
  switch (choice.kind) {
    case 'managed-identity':
      return choice.clientId === undefined
        ? new ManagedIdentityCredential()
        : new ManagedIdentityCredential({ clientId: choice.clientId });
    case 'default':
      return new DefaultAzureCredential();
    case 'loopback':
      return createLoopbackCredential(new URL(choice.tokenUrl));
  }
}

const TOKEN_LIMIT_MS = 10_000;
const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** Asks for a token each time: on loopback that is cheap, and a restarted stand is noticed at once. */
function createLoopbackCredential(tokenUrl: URL): TokenCredential {
  if (!isLoopbackHost(tokenUrl.hostname)) {
    throw new GraphFailure(
      'The token endpoint of the local stand is not on this machine.',
      'Point it at http://127.0.0.1, or choose an Azure credential.',
    );
  }
  return {
    async getToken(scopes, options): Promise<AccessToken> {
      const ask = (signal: AbortSignal): Promise<AccessToken> =>
        askForToken(tokenUrl, [scopes].flat().join(' '), signal);
      const { abortSignal } = options ?? {};
      return withinTime(TOKEN_LIMIT_MS, ask, abortSignal instanceof AbortSignal ? abortSignal : undefined);
    },
  };
}

async function askForToken(tokenUrl: URL, scope: string, signal: AbortSignal): Promise<AccessToken> {
  const response = await fetch(tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'rootdesk', scope }),
    redirect: 'error',
    signal,
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new GraphFailure(
      `The local stand's token endpoint answered ${response.status}.`,
      'Start the local stand again.',
      { status: response.status },
    );
  }
  const answer = tokenAnswer.parse(await response.json());
  return { token: answer.access_token, expiresOnTimestamp: Date.now() + answer.expires_in * 1_000 };
}
