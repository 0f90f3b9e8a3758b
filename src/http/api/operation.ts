import type { z } from 'zod';
import type { Aliases } from '../../aliases/aliases.ts';
import type { Register } from '../../register.ts';
import type { Directory } from '../../people/directory.ts';
import type { Requests } from '../../requests/requests.ts';
import type { TrustedCaller } from '../../rights/caller.ts';
import type { Rights } from '../../rights/rights.ts';
import type { ApiOperation } from '../../rights/operations.ts';
import type { Client } from './api-access.ts';
import { parseCall, type ReceivedCall, type Takes } from './parse-call.ts';
import type { ApiAnswer } from './api-problem.ts';

/** What the operations work with. */
export interface ApiServices {
  readonly aliases: Pick<Aliases, 'allot' | 'bind' | 'release'>;
  readonly requests: Pick<Requests, 'submit'>;
  readonly rights: Pick<Rights, 'grant' | 'granted' | 'channelsOf'>;
  readonly register: Pick<Register, 'aliasByAccount' | 'aliasByAddress' | 'aliasesOfOwner'>;
  readonly directory: Pick<Directory, 'personByMail'>;
}

/** An answer as the document has it; without a body where the answer has none. */
export interface DocumentedAnswer {
  readonly description: string;
  readonly body?: z.ZodType;
  readonly headers?: Readonly<Record<string, z.ZodString>>;
}
export type DocumentedAnswers = Readonly<Record<number, DocumentedAnswer>>;

/** One thing that can be done through the API, and all that its document says of it. Who may call it is in `src/rights`. */
export interface Operation<P extends ApiOperation = ApiOperation> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** What follows `/api/`; in the table of rights the operation has the same name. */
  readonly path: P;
  /** The name that generated clients give it; the path unless given. */
  readonly operationId?: string;
  /** A sentence. */
  readonly summary: string;
  readonly description?: string;
  readonly takes: Takes;
  /** Beside those that every operation can give. */
  readonly answers: DocumentedAnswers;
  /** @throws {ApiProblem} also for what cannot be parsed */
  readonly run: (services: ApiServices, received: ReceivedCall) => Promise<ApiAnswer>;
}

/** With every property written, also where it has no value: what the document names and nothing fills does not compile. */
export type Whole<T> = T extends readonly unknown[] ? T : { readonly [K in keyof Required<T>]: T[K] };

/** One of the documented answers, and no other. */
type AnswerOf<A extends DocumentedAnswers> = {
  [S in keyof A & number]: { readonly status: S } & (A[S] extends { body: infer B extends z.ZodType }
    ? { readonly body: Whole<z.output<B>> }
    : unknown) &
    (A[S] extends { headers: infer H } ? { readonly headers: { readonly [N in keyof H]: string } } : unknown);
}[keyof A & number];

interface TypedOperation<P extends ApiOperation, T extends Takes, A extends DocumentedAnswers> extends Omit<
  Operation<P>,
  'run'
> {
  readonly takes: T;
  readonly answers: A;
  readonly run: (
    services: ApiServices,
    call: { readonly client: Client } & z.output<z.ZodObject<T>>,
  ) => Promise<AnswerOf<NoInfer<A>>>;
}

/** An operation that gets what it takes parsed, and can answer only what its document says. */
export function defineOperation<
  const P extends ApiOperation,
  const T extends Takes,
  const A extends DocumentedAnswers,
>(operation: TypedOperation<P, T, A>): Operation<P> {
  const { takes, run } = operation;
  return {
    ...operation,
    run: async (services, received) =>
      run(services, { client: received.client, ...parseCall(takes, received) }),
  };
}

/** The client as the one who acts: its roles were established with its credential. */
export function callerOf({ name, roles }: Client): TrustedCaller {
  return { kind: 'trusted', actor: { kind: 'client', name }, roles };
}
