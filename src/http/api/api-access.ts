/** What a client may do. The names are the app roles in Entra and the roles of a key alike. */
export const API_ROLES = ['Aliases.Read', 'Aliases.Allot', 'Aliases.Request', 'Aliases.Manage'] as const;
export type ApiRole = (typeof API_ROLES)[number];

/** Who may call the API. Without keys and without tokens nobody can. */
export interface ApiAccess {
  readonly keys: readonly ApiKey[];
  readonly tokens: TokenRules | undefined;
  /** Calls that one client may make a minute, on each copy of Rootdesk. */
  readonly callsPerMinute: number;
}

/** A named key, known by its hash alone. */
export interface ApiKey {
  readonly name: string;
  readonly roles: readonly ApiRole[];
  /** SHA-256 of the key's UTF-8 text, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** What an application token of Entra ID has to say. */
export interface TokenRules {
  /** Tenant of the calling applications, a GUID. */
  readonly tenantId: string;
  /** Application ID URI or client id of the API's registration; one of them must be the token's audience. */
  readonly audiences: readonly string[];
  readonly issuers: readonly string[];
  /** Where the keys of the tokens are published. */
  readonly keysUrl: string;
}

/** A client that was recognised. */
export interface Client {
  /** The key's name, or `app:` and the application's id. Stands in the history of everything that it does. */
  readonly name: string;
  readonly roles: ReadonlySet<ApiRole>;
}

/** What a call carried to say who it is; taken out of the request before anything else looks at it. */
export type Credential =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'none' };
