import {
  AggregateAuthenticationError,
  AuthenticationError,
  AuthenticationRequiredError,
  CredentialUnavailableError,
  type TokenCredential,
} from '@azure/identity';
import { RestError } from '@azure/data-tables';

const HIDDEN = 'tenant 11111111-2222-4333-8444-555555555555 secret-in-text';
const entra = (code: string): string => `AADSTS${code}: something about ${HIDDEN}`;
const required = (message: string): AuthenticationRequiredError =>
  new AuthenticationRequiredError({ scopes: ['s'], message });

/** What is never to be told: a library's text. */
export const LIBRARY_TEXT = /secret-in-text|11111111-2222/;

/** What credentials throw, with the word for it and what the remedy speaks of. */
export const REFUSALS: readonly (readonly [what: string, thrown: unknown, reason: string, remedy: RegExp])[] =
  [
    [
      'nothing found',
      new CredentialUnavailableError(HIDDEN),
      'CredentialUnavailableError',
      /az login.*managed/,
    ],
    ['identity that is not assigned', required(HIDDEN), 'AuthenticationRequiredError', /managed identity/],
    [
      'chain',
      new AggregateAuthenticationError([new CredentialUnavailableError(HIDDEN)], HIDDEN),
      'AggregateAuthenticationError',
      /az login/,
    ],
    [
      'chain with an expired secret',
      new AggregateAuthenticationError([required(entra('7000222'))], 'x'),
      'AADSTS7000222',
      /client secret/,
    ],
    [
      'refusal of Entra',
      new AuthenticationError(401, { error: 'invalid_client', error_description: entra('7000215') }),
      'AADSTS7000215',
      /client secret/,
    ],
    [
      'cause beneath',
      new Error('x', { cause: required(entra('700213')) }),
      'AADSTS700213',
      /federated credential/,
    ],
    ['unknown code of Entra', required(entra('999999')), 'AADSTS999999', /az login/],
    ['person signed out', required(entra('700082')), 'AADSTS700082', /az login/],
    [
      'answer of the token service',
      new RestError(entra('700016'), { statusCode: 400 }),
      'AADSTS700016',
      /AZURE_CLIENT_ID/,
    ],
    [
      'name that is not found',
      Object.assign(new Error(HIDDEN), { code: 'ENOTFOUND' }),
      'ENOTFOUND',
      /login\.microsoftonline\.com/,
    ],
    ['plain error', new Error(HIDDEN), 'Error', /az login/],
    ['text', HIDDEN, 'no credential', /az login/],
  ];

export function refusing(thrown: unknown): TokenCredential {
  return {
    getToken: async () => {
      throw thrown;
    },
  };
}
