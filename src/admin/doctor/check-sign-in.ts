import type { Config } from '../../config.ts';
import { createCredential } from '../../graph/credential.ts';
import { inWords } from '../../shared/in-words.ts';
import { createTokenSource, type TokenGiver } from '../../shared/token-source.ts';
import { fails, limit, tried, works, type Finding, type Outcome } from './finding.ts';

/** Scope of tokens for Azure Storage. */
const STORAGE = 'https://storage.azure.com/.default';
/** Whether Rootdesk's identity gets tokens, for Graph and for the table. */
export async function* checkSignIn({ credential, graph, table }: Config): AsyncGenerator<Finding> {
  yield tried('sign-in to Graph', () =>
    signIn(createCredential(credential), `${new URL(graph.baseUrl).origin}/.default`),
  );
  yield tried('sign-in to storage', async () =>
    table.place.kind === 'azure'
      ? signIn(createCredential(credential), STORAGE)
      : works('the emulator on this machine needs none'),
  );
}

/** Asks for a token. @param remedy where the credential's own would mislead */
export async function signIn(credential: TokenGiver, scope: string, remedy?: string): Promise<Outcome> {
  try {
    await createTokenSource(credential)(scope, { abortSignal: limit() });
    return works('a token was given');
  } catch (error) {
    const words = inWords(error);
    return fails(words.message, remedy ?? words.remedy);
  }
}
