import { ADA, BEA } from '../fakes/aliases.ts';
import { APPROVER, SECOND_APPROVER } from '../fakes/company.ts';

/** What hands do to the register; aliases and requests are named by their place, accounts by one of two ids. */
export type Stamp =
  | { readonly kind: 'submit'; readonly asker: Asker; readonly request: number }
  | { readonly kind: 'approve' | 'deny'; readonly approver: Approver; readonly request: number }
  | { readonly kind: 'cancel'; readonly asker: Asker; readonly request: number }
  | { readonly kind: 'allot'; readonly owner: Asker; readonly account: Account | undefined }
  | { readonly kind: 'bind'; readonly by: Asker; readonly alias: number; readonly account: Account }
  | { readonly kind: 'transfer'; readonly by: Asker; readonly alias: number; readonly to: Asker }
  | { readonly kind: 'release'; readonly by: Asker; readonly alias: number };

export const ASKERS = { ada: ADA, bea: BEA } as const;
export type Asker = keyof typeof ASKERS;
export const APPROVERS = { avery: APPROVER, sam: SECOND_APPROVER } as const;
export type Approver = keyof typeof APPROVERS;
export const ACCOUNTS = ['111111111111', '222222222222'] as const;
export type Account = (typeof ACCOUNTS)[number];

export interface ModelAlias {
  readonly state: 'free' | 'allotted' | 'quarantined' | 'retired';
  readonly owner: string | undefined;
  readonly account: string | undefined;
  /** Lines of history. */
  readonly lines: number;
}

export interface ModelRequest {
  readonly asker: Asker;
  readonly state: 'pending' | 'approved' | 'denied' | 'cancelled';
  readonly by: string | undefined;
  readonly alias: string | undefined;
}

/** The register as one hand after the other would leave it. */
export interface Model {
  readonly aliases: ReadonlyMap<string, ModelAlias>;
  readonly requests: ReadonlyMap<number, ModelRequest>;
}

export const OPEN_MOST = 2;

/**
 * The model after the stamp, or undefined when the stamp, done now, could not have ended as it was seen to end.
 * @param names the aliases by their places
 */
export function after(model: Model, stamp: Stamp, seen: string, names: readonly string[]): Model | undefined {
  switch (stamp.kind) {
    case 'submit':
      return afterSubmit(model, stamp, seen);
    case 'approve':
    case 'deny':
      return afterDecision(model, stamp, seen);
    case 'cancel':
      return afterCancel(model, stamp, seen);
    case 'allot':
      return afterAllot(model, stamp, seen);
    case 'bind':
    case 'transfer':
    case 'release':
      return afterChange(model, stamp, names[stamp.alias] ?? '', seen);
  }
}

type Of<Kind extends Stamp['kind']> = Extract<Stamp, { kind: Kind }>;

function afterSubmit(model: Model, { asker, request }: Of<'submit'>, seen: string): Model | undefined {
  const sent = model.requests.get(request);
  if (sent !== undefined)
    return unchanged(model, sent.asker === asker ? sent.state : 'request-unknown', seen);
  const open = [...model.requests.values()].filter(
    (each) => each.asker === asker && each.state === 'pending',
  );
  if (open.length >= OPEN_MOST) return unchanged(model, 'too-many-open-requests', seen);
  const made: ModelRequest = { asker, state: 'pending', by: undefined, alias: undefined };
  return seen === 'pending' ? withRequest(model, request, made) : undefined;
}

function afterDecision(model: Model, stamp: Of<'approve' | 'deny'>, seen: string): Model | undefined {
  const request = model.requests.get(stamp.request);
  if (request === undefined) return unchanged(model, 'request-unknown', seen);
  const wanted = stamp.kind === 'approve' ? 'approved' : 'denied';
  if (request.state !== 'pending') {
    const mine = request.state === wanted && request.by === stamp.approver;
    return unchanged(model, `${mine ? 'decided' : 'settled'} ${request.state} ${request.alias ?? ''}`, seen);
  }
  if (stamp.kind === 'deny') {
    const denied: ModelRequest = { ...request, state: 'denied', by: stamp.approver };
    return seen === 'decided denied ' ? withRequest(model, stamp.request, denied) : undefined;
  }
  if (freeOnes(model).length === 0) return unchanged(model, 'pool-empty', seen);
  const alias = seen.replace('decided approved ', '');
  const approved: ModelRequest = { ...request, state: 'approved', by: stamp.approver, alias };
  const taken = withAllotted(model, alias, ASKERS[request.asker].mail, undefined);
  return taken === undefined ? undefined : withRequest(taken, stamp.request, approved);
}

function afterCancel(model: Model, { asker, request: place }: Of<'cancel'>, seen: string): Model | undefined {
  const request = model.requests.get(place);
  if (request === undefined || request.asker !== asker) return unchanged(model, 'request-unknown', seen);
  if (request.state === 'cancelled') return unchanged(model, 'cancelled', seen);
  if (request.state !== 'pending') return unchanged(model, 'request-settled', seen);
  return seen === 'cancelled' ? withRequest(model, place, { ...request, state: 'cancelled' }) : undefined;
}

function afterAllot(model: Model, { owner, account }: Of<'allot'>, seen: string): Model | undefined {
  if (freeOnes(model).length === 0) return unchanged(model, 'pool-empty', seen);
  if (holderOf(model, account) !== undefined) return unchanged(model, 'account-bound-elsewhere', seen);
  return withAllotted(model, seen, ASKERS[owner].mail, account);
}

function afterChange(
  model: Model,
  stamp: Of<'bind' | 'transfer' | 'release'>,
  name: string,
  seen: string,
): Model | undefined {
  const alias = model.aliases.get(name);
  if (alias === undefined) return undefined;
  if (alias.owner !== ASKERS[stamp.by].mail) return unchanged(model, 'alias-not-yours', seen);
  if (alias.state !== 'allotted') return unchanged(model, 'alias-not-allotted', seen);
  if (stamp.kind === 'bind') {
    const holder = holderOf(model, stamp.account);
    if (holder !== undefined && holder !== name) return unchanged(model, 'account-bound-elsewhere', seen);
  }
  return seen === 'done' ? withAlias(model, name, changed(alias, stamp)) : undefined;
}

function changed(alias: ModelAlias, stamp: Of<'bind' | 'transfer' | 'release'>): ModelAlias {
  const next = { ...alias, lines: alias.lines + 1 };
  switch (stamp.kind) {
    case 'bind':
      return alias.account === stamp.account ? alias : { ...next, account: stamp.account };
    case 'transfer':
      return alias.owner === ASKERS[stamp.to].mail ? alias : { ...next, owner: ASKERS[stamp.to].mail };
    case 'release':
      return { ...next, state: alias.account === undefined ? 'quarantined' : 'retired' };
  }
}

/** Who has no right to a thing hears nothing else, whether it is another's or is not there. */
const WITHOUT_RIGHT = new Set(['alias-not-yours', 'alias-not-allotted', 'request-unknown']);

function unchanged(model: Model, expected: string, seen: string): Model | undefined {
  const isMeant = expected === seen || (seen === 'no-right' && WITHOUT_RIGHT.has(expected));
  return isMeant ? model : undefined;
}

function freeOnes(model: Model): readonly string[] {
  return [...model.aliases].filter(([, { state }]) => state === 'free').map(([name]) => name);
}

function holderOf(model: Model, account: string | undefined): string | undefined {
  if (account === undefined) return undefined;
  return [...model.aliases].find(([, each]) => each.account === account && each.state === 'allotted')?.[0];
}

function withAllotted(
  model: Model,
  name: string,
  owner: string,
  account: string | undefined,
): Model | undefined {
  const alias = model.aliases.get(name);
  if (alias?.state !== 'free') return undefined;
  return withAlias(model, name, { state: 'allotted', owner, account, lines: alias.lines + 1 });
}

function withAlias(model: Model, name: string, alias: ModelAlias): Model {
  return { ...model, aliases: new Map(model.aliases).set(name, alias) };
}

function withRequest(model: Model, place: number, request: ModelRequest): Model {
  return { ...model, requests: new Map(model.requests).set(place, request) };
}
