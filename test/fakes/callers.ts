import { Refusal } from '../../src/store/refusal.ts';
import type { Alias } from '../../src/aliases/alias.ts';
import type { Aliases, Destination, DirectAllotment } from '../../src/aliases/aliases.ts';
import type { AuditEntry } from '../../src/store/audit.ts';
import type { LinkedChannel } from '../../src/channels/channel.ts';
import type { Actor, Person } from '../../src/people/person.ts';
import type { Request, RequestForm } from '../../src/requests/request.ts';
import type { DecisionOutcome, Requests, Through } from '../../src/requests/requests.ts';
import type { Caller, TrustedCaller } from '../../src/rights/caller.ts';
import type { Rights } from '../../src/rights/rights.ts';
import { RIGHTS, ROLES, type Operation } from '../../src/rights/operations.ts';

const ASKS_ANEW: ReadonlySet<string> = new Set(['account-bound-already', 'alias-changed']);

/** Whoever does something in a test: a person, or a client or the command line with every role that those can have. */
export type Doer =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'trusted'; readonly actor: Exclude<Actor, { kind: 'person' }> };

/** Aliases as a test uses them: who does what with which address, and the grant in between. */
export interface HandledAliases {
  allot(by: Doer, form: DirectAllotment): Promise<Alias>;
  bind(by: Doer, address: string, account: { id: string; name?: string | undefined }): Promise<Alias>;
  transfer(by: Doer, address: string, to: Destination, reason: string): Promise<Alias>;
  releasable(by: Doer, address: string): Promise<Alias>;
  release(by: Doer, address: string, reason: string): Promise<Alias>;
  find(
    by: Doer,
    text: string,
    from?: number,
  ): Promise<{ readonly aliases: readonly Alias[]; readonly from: number; readonly all: number }>;
  history(
    by: Doer,
    address: string,
  ): Promise<{ readonly alias: Alias; readonly entries: readonly AuditEntry[] }>;
}

/** Requests in the same way. */
export interface HandledRequests {
  submit(asker: Person, requestId: string, form: RequestForm, through?: Through): Promise<Request>;
  decide(
    approver: Person,
    requestId: string,
    answer: { readonly kind: 'approve' | 'deny'; readonly comment: string },
  ): Promise<DecisionOutcome>;
  cancel(asker: Person, requestId: string): Promise<Request>;
  channelsFor(person: Person): Promise<readonly LinkedChannel[]>;
}

/** The hand as the caller of an operation, in a place where it works. */
export function callerOf(by: Doer, operation: Operation): Caller {
  if (by.kind === 'trusted') return trusted(by.actor);
  const [where = 'personal'] = RIGHTS[operation].where ?? [];
  const place =
    where === 'personal'
      ? ({ kind: 'personal' } as const)
      : ({ kind: 'channel', teamId: '19:team@x', channelId: '19:somewhere@x' } as const);
  return { kind: 'person', person: { ...by.person, mail: '' }, place, conversationId: 'chat' };
}

function trusted(actor: TrustedCaller['actor']): TrustedCaller {
  return { kind: 'trusted', actor, roles: new Set(ROLES) };
}

/** @param meet called with everybody who does something, so that the directory knows them */
export function handled(
  rights: Rights,
  services: { readonly aliases: Aliases; readonly requests: Requests },
  meet: (person: Person) => void,
): { readonly aliases: HandledAliases; readonly requests: HandledRequests } {
  const { aliases, requests } = services;
  const as = (by: Doer, operation: Operation): Caller => {
    if (by.kind === 'person') meet(by.person);
    return callerOf(by, operation);
  };
  const person = (who: Person): Doer => ({ kind: 'person', person: who });
  const client = trusted({ kind: 'client', name: 'pipeline' });
  return {
    aliases: {
      async allot(by, form) {
        const caller = by.kind === 'trusted' ? as(by, 'newAwsRootAccount') : client;
        return aliases.allot(await rights.grant('newAwsRootAccount', caller), form);
      },
      async bind(by, address, account) {
        let grant = await rights.grant('bind', as(by, 'bind'), address);
        for (let shown: string | undefined; ; shown = grant.before.version) {
          try {
            return (await aliases.bind(grant, account, shown)).subject;
          } catch (error) {
            if (!(error instanceof Refusal) || !ASKS_ANEW.has(error.code)) throw error;
            // Somebody who says yes to whatever they are asked.
            grant = await grant.again();
          }
        }
      },
      async transfer(by, address, to, reason) {
        const grant = await rights.grant('transfer', as(by, 'transfer'), address);
        return (await aliases.transfer(grant, to, reason)).subject;
      },
      async releasable(by, address) {
        const grant = await rights.grant('release', as(by, 'release'), address);
        return (await aliases.releasable(grant)).subject;
      },
      async release(by, address, reason) {
        const grant = await rights.grant('release', as(by, 'release'), address);
        return (await aliases.release(grant, reason)).subject;
      },
      async find(by, text, from = 0) {
        const found = await aliases.find(await rights.grant('find', as(by, 'find')), text, from);
        return { ...found, aliases: found.aliases.map(({ subject }) => subject) };
      },
      async history(by, address) {
        const grant = await rights.grant('history', as(by, 'history'), address);
        return { alias: grant.subject, entries: await aliases.history(grant) };
      },
    },
    requests: {
      async submit(asker, requestId, form, through) {
        const caller = as(person(asker), 'submit-request');
        const by =
          through === undefined
            ? await rights.grant('submit-request', caller, requestId)
            : await rights.grant('newAwsRootAccount', client);
        return requests.submit(by, asker, requestId, form, await rights.channelsOf(asker.id), through);
      },
      async decide(approver, requestId, { kind, comment }) {
        const grant = await rights.grant(kind, as(person(approver), kind), requestId);
        return requests.decide(grant, comment);
      },
      async cancel(asker, requestId) {
        const caller = as(person(asker), 'cancel-request');
        return requests.cancel(await rights.grant('cancel-request', caller, requestId));
      },
      channelsFor: ({ id }) => rights.channelsOf(id),
    },
  };
}
