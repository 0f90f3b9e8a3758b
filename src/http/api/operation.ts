import type { Aliases } from '../../aliases/aliases.ts';
import type { Register } from '../../aliases/register.ts';
import type { Directory } from '../../requests/directory.ts';
import type { Requests } from '../../requests/requests.ts';
import type { TrustedCaller } from '../../rights/caller.ts';
import type { Rights } from '../../rights/grant.ts';
import type { ApiOperation } from '../../rights/operations.ts';
import type { Client } from './access.ts';
import type { ApiAnswer } from './problem.ts';

/** What the operations work with. */
export interface ApiServices {
  readonly aliases: Pick<Aliases, 'allot' | 'bind' | 'release'>;
  readonly requests: Pick<Requests, 'submit'>;
  readonly rights: Pick<Rights, 'grant' | 'granted' | 'channelsOf'>;
  readonly register: Pick<Register, 'aliasByAccount' | 'aliasByAddress' | 'aliasesOfOwner'>;
  readonly directory: Pick<Directory, 'personByMail'>;
}

/** A call of a client that was recognised; nothing of query and body is believed yet. */
export interface Call {
  readonly client: Client;
  /** Names in lower case. */
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The header Idempotency-Key. */
  readonly idempotencyKey: string | undefined;
  /** The `{id}` of the path, where it has one. */
  readonly id: string;
}

/** One thing that can be done through the API. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'del';
  /** What follows `/api/`; who may call it stands under the same name in the table of rights. */
  readonly path: ApiOperation;
  readonly run: (services: ApiServices, call: Call) => Promise<ApiAnswer>;
}

/** The client as the one who acts: its roles were established with its credential. */
export function callerOf({ name, roles }: Client): TrustedCaller {
  return { kind: 'trusted', actor: { kind: 'client', name }, roles };
}
