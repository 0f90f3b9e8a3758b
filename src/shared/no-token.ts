import { RootdeskError } from './rootdesk-error.ts';

/**
 * A credential gave no token. Holds names and codes only: the library's text can name tenant, client and settings, and an answer
 * could be in it.
 */
export class NoToken extends RootdeskError<'no-token'> {
  constructor(audience: string, { reason, remedy }: Why) {
    super('no-token', `Rootdesk could not sign in to ${audience} (${reason}).`, remedy);
    this.name = 'NoToken';
  }
}

interface Why {
  readonly reason: string;
  readonly remedy: string;
}

/**
 * Why a credential gave no token. Whatever it threw means that: `@azure/identity` 4.13 throws CredentialUnavailableError,
 * AuthenticationRequiredError and AggregateAuthenticationError far more often than AuthenticationError, and MSAL's, the network's and
 * plain errors come through as well.
 */
export function noToken(audience: string, thrown: unknown): NoToken {
  const errors = [...withCauses(thrown)];
  const own = errors.find((error) => error instanceof RootdeskError);
  if (own !== undefined)
    return new NoToken(audience, { reason: withoutDot(own.message), remedy: own.remedy });
  const entraCodes = unique(errors.flatMap(({ message }) => message.match(/\bAADSTS\d{4,8}\b/g) ?? []));
  const networkCodes = unique(errors.flatMap((error) => codeOf(error) ?? []));
  const name = thrown instanceof Error ? thrown.name : 'no credential';
  const named = [name, ...entraCodes, ...networkCodes];
  return new NoToken(audience, { reason: named.join(', '), remedy: remedyFor(named) });
}

/** The error, its causes, and those of the credentials that were tried in turn. */
function* withCauses(thrown: unknown, depth = 0): Generator<Error> {
  if (!(thrown instanceof Error) || depth > 5) return;
  yield thrown;
  yield* withCauses(thrown.cause, depth + 1);
  const tried: unknown = 'errors' in thrown ? thrown.errors : undefined;
  if (Array.isArray(tried)) for (const each of tried) yield* withCauses(each, depth + 1);
}

/** Node's and the SDK's words for a network that does not carry; other codes could be anything. */
function codeOf(error: Error): string | undefined {
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && NETWORK.test(code) ? code : undefined;
}

const NETWORK = /^(?:E[A-Z_]{4,30}|REQUEST_SEND_ERROR|TimeoutError|AbortError)$/;
const NOTHING_FOUND = new Set([
  'CredentialUnavailableError',
  'AggregateAuthenticationError',
  'AuthenticationRequiredError',
  'no credential',
]);

const SIGN_IN =
  'On your own machine, run `az login`. In Azure, check that the managed identity is assigned and that AZURE_CLIENT_ID names it. In a pipeline, check the federated credential; with a secret, that it has not expired.';
const SECRET = 'Make a new client secret in the app registration, and put it into AZURE_CLIENT_SECRET.';
const APPLICATION =
  'Check AZURE_CLIENT_ID and AZURE_TENANT_ID: the application has to be in that tenant and switched on.';
const FEDERATION =
  'Compare issuer, subject and audience of the federated credential with those of the token: they must be the same, letter by letter.';
const PERSON = 'Run `az login` again: Entra ID wants a fresh sign-in.';
const REACH =
  'Let this machine reach login.microsoftonline.com over https (firewall, proxy, name server), and in Azure the endpoint of the managed identity.';

/** What to do about a code of Entra ID: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const ENTRA_REMEDIES: Readonly<Record<string, string>> = {
  AADSTS7000215: SECRET,
  AADSTS7000222: SECRET,
  AADSTS700016: APPLICATION,
  AADSTS7000112: APPLICATION,
  AADSTS90002: APPLICATION,
  AADSTS70021: FEDERATION,
  AADSTS700211: FEDERATION,
  AADSTS700212: FEDERATION,
  AADSTS700213: FEDERATION,
  AADSTS700024: FEDERATION,
  AADSTS50076: PERSON,
  AADSTS50078: PERSON,
  AADSTS50173: PERSON,
  AADSTS70043: PERSON,
  AADSTS700082: PERSON,
};

function remedyFor(named: readonly string[]): string {
  const known = named.flatMap((code) => ENTRA_REMEDIES[code] ?? []);
  if (known[0] !== undefined) return known[0];
  const nothingFound = named.some((name) => NOTHING_FOUND.has(name) || name.startsWith('AADSTS'));
  return !nothingFound && named.some((name) => NETWORK.test(name)) ? REACH : SIGN_IN;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function withoutDot(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
