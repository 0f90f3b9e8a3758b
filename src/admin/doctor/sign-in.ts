import type { Config } from '../../config.ts';
import { reasonOf } from '../../graph/authentication.ts';
import { createCredential } from '../../graph/credential.ts';
import { fails, limit, tried, works, type Finding, type Outcome } from './finding.ts';

/** Scope of tokens for Azure Storage. */
const STORAGE = 'https://storage.azure.com/.default';
const REMEDY =
  'Check the managed identity (AZURE_CLIENT_ID), or the AZURE_ settings of the application, and that its secret has not expired.';

/** Anything that gives tokens. */
export type Credential = Pick<ReturnType<typeof createCredential>, 'getToken'>;

/** Whether Rootdesk's identity gets tokens, for Graph and for the table. */
export async function* examineSignIn({ credential, graph, table }: Config): AsyncGenerator<Finding> {
  yield tried('sign-in to Graph', () =>
    signIn(createCredential(credential), `${new URL(graph.baseUrl).origin}/.default`, REMEDY),
  );
  yield tried('sign-in to storage', async () =>
    table.place.kind === 'azure'
      ? signIn(createCredential(credential), STORAGE, REMEDY)
      : works('the emulator on this machine needs none'),
  );
}

/** Asks for a token. Only the kind of failure is told: a library's text can name tenant and settings. */
export async function signIn(credential: Credential, scope: string, remedy: string): Promise<Outcome> {
  try {
    const token = await credential.getToken(scope, { abortSignal: limit() });
    return token === null ? fails('no token was given', remedy) : works('a token was given');
  } catch (error) {
    return fails(`no token was given (${reasonOf(error)})`, remedy);
  }
}
