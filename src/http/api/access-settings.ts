import { z } from 'zod';
import { API_ROLES, type ApiKey, type TokenRules } from './api-access.ts';

const KEY = /^([\w.-]{1,64}):([^:]+):([0-9a-f]{64})$/i;

/** One key of the setting: `name:role+role:sha256hex`. Its parts are never repeated in a fault. */
export const apiKey = z.string().transform((text, context): ApiKey => {
  const [, name = '', roles = '', sha256 = ''] = KEY.exec(text) ?? [];
  const named = z.array(z.enum(API_ROLES)).safeParse(roles.split('+'));
  if (name === '' || !named.success) {
    context.addIssue('is not of the form name:role+role:sha256hex');
    return z.NEVER;
  }
  return { name, roles: named.data, sha256: sha256.toLowerCase() };
});

/** True when no name is there twice: the history would not tell who it was. */
export function haveOwnNames(keys: readonly ApiKey[]): boolean {
  return new Set(keys.map(({ name }) => name.toLowerCase())).size === keys.length;
}

/**
 * What tokens of a tenant of the public cloud look like. An API's registration decides by `requestedAccessTokenVersion` which of
 * two issuers its tokens name (https://learn.microsoft.com/entra/identity-platform/access-tokens#token-formats).
 */
export function entraRules(tenantId: string, audiences: readonly string[]): TokenRules {
  return {
    tenantId,
    audiences,
    issuers: [`https://login.microsoftonline.com/${tenantId}/v2.0`, `https://sts.windows.net/${tenantId}/`],
    keysUrl: `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`,
  };
}
