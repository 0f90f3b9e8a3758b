import { isDeepStrictEqual } from 'node:util';
import type { Alias } from '../aliases/alias.ts';
import { owns } from '../aliases/ownership.ts';
import type { RequestRegister } from './request-register.ts';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { isSettled, type Request } from './request.ts';
import { afterAttempt, afterRedraws } from '../messages/after-attempt.ts';
import { aliasNotice } from '../aliases/alias-notice.ts';
import { ownerUnreached } from '../aliases/owner-unreached.ts';
import type { Addressee, Job, JobOf, Target } from '../messages/job.ts';
import type { Reach } from '../messages/reach.ts';
import type { RequestNotice, RequestsNotice } from './notices.ts';
import type { AliasesNotice, OwnerUnreachedNotice } from '../aliases/notices.ts';
import {
  receiptSubject,
  toldSubject,
  type Conversations,
  type PostedCopy,
  type Poster,
  type PostOutcome,
} from '../messages/poster.ts';
import type { Outbox, Queued } from '../messages/queue.ts';
import type { AskDeciders } from '../people/deciders.ts';
import { requestContext } from './request-context.ts';
import { remindBelow } from './remind.ts';
import type { JobRuns } from '../messages/job-runs.ts';
import type { AttemptResult } from '../messages/attempt-result.ts';

/** What these messages say. */
type Notice = AliasesNotice | RequestsNotice;

export interface RequestRunsDeps {
  readonly register: Pick<
    RequestRegister,
    | 'request'
    | 'channel'
    | 'channels'
    | 'alias'
    | 'aliasByAddress'
    | 'aliasByAccount'
    | 'aliasesOfPerson'
    | 'freeCount'
    | 'mark'
    | 'commit'
  >;
  readonly conversations: Pick<Conversations, 'copies' | 'rememberCopy'>;
  readonly poster: Poster<Notice>;
  readonly outbox: Pick<Outbox<Job>, 'add'>;
  readonly deciders: AskDeciders;
  readonly reach: Reach;
  /** Of the Teams app, where it is set. */
  readonly appId: string | undefined;
  /** The company's rule for requests. */
  readonly approvalsNeeded: number;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when jobs were queued. */
  readonly wake: () => void;
}

/** Runs what tells of requests, aliases and the pool. */
export function requestRuns(deps: RequestRunsDeps) {
  const { register, poster, log } = deps;

  async function known(requestId: string): Promise<RequestNotice | undefined> {
    const request = (await register.request(requestId))?.value;
    if (request === undefined) return undefined;
    const channel = (await register.channel(request.channelId))?.value;
    const context = await requestContext(register, request);
    return { kind: 'request', request, channel, context, approvalsNeeded: deps.approvalsNeeded };
  }

  /** Posts what the job has to say; nothing is left to say of what the register does not know. */
  function telling<Told extends Job & { readonly to: Addressee }>(
    draw: (job: Told) => Promise<Notice | undefined>,
    whenUnreached: (
      job: Told,
      why: OwnerUnreachedNotice['why'],
      mayBeRepeat: boolean,
    ) => Promise<void> = async () => undefined,
  ) {
    return async (job: Told, item: Queued<Job>, signal: AbortSignal): Promise<AttemptResult> => {
      const drawn = await draw(job);
      if (drawn === undefined) return unknown(log, job);
      const notice: Notice = { ...drawn, mayBeRepeat: item.mayBeRepeat };
      const reached = await deps.reach(job.to, 'by' in job ? job.by : undefined, signal);
      if (reached.kind === 'unknown') await whenUnreached(job, 'unknown', item.mayBeRepeat);
      if (reached.kind !== 'there') return { kind: 'done', ending: 'dropped' };
      const outcome = await poster.post(reached.to, notice, signal);
      if (outcome.kind === 'posted' && notice.kind === 'request') {
        await keepCopy(deps, notice, outcome.copy, item.mayBeRepeat);
      }
      if (outcome.kind === 'posted' && notice.kind === 'asker-told') {
        await keepTold(deps, notice.request.id, outcome.copy);
      }
      if (outcome.kind === 'unreachable') await whenUnreached(job, 'no-chat', item.mayBeRepeat);
      return afterAttempt(item, reached.to, outcome);
    };
  }

  const tellingOwner = () =>
    telling(
      (job: JobOf<'owner-told' | 'account-changed'>) => aliasNotice(register, job),
      (job, why, mayBeRepeat) => ownerUnreached(deps, job, why, mayBeRepeat),
    );
  const wanted = telling(({ requestId }: Job & { requestId: string; to: Target }) => known(requestId));
  return {
    'approval-wanted': wanted,
    async 'approval-reminder'(job, item, signal) {
      const notice = await known(job.requestId);
      if (notice === undefined) return unknown(log, job);
      if (isSettled(notice.request)) return { kind: 'done', ending: 'dropped' };
      const reminded = await remindBelow(deps, notice.request, item.mayBeRepeat, signal);
      return reminded === undefined ? wanted(job, item, signal) : afterAttempt(item, job.to, reminded);
    },
    async 'redraw-request'(job, item, signal) {
      const version = (await register.request(job.requestId))?.version;
      const notice = await known(job.requestId);
      if (notice === undefined) return unknown(log, job);
      const outcomes = await redraw(deps, notice, signal);
      const isOutdated = (await register.request(job.requestId))?.version !== version;
      return afterRedraws(item, outcomes, isOutdated);
    },
    'asker-told': telling(async ({ requestId }) => {
      const notice = await known(requestId);
      return notice === undefined ? undefined : howItEnded(deps, notice);
    }),
    'channel-told': telling(async ({ requestId }) => told('channel-told', await known(requestId))),
    'pool-empty': telling(async ({ requestId }) => told('pool-empty', await known(requestId))),
    'owner-told': tellingOwner(),
    'owning-channel-told': telling((job) => aliasNotice(register, job)),
    'owner-unreached': telling(async (job) => {
      const notice = await aliasNotice(register, job);
      return notice && { ...notice, appId: deps.appId };
    }),
    'account-changed': tellingOwner(),
    // Where nobody is known by the owner's address, or has a chat, nothing is left that anybody could do for them.
    'alias-released': telling((job) => aliasNotice(register, job)),
    'alias-retired': telling(async ({ aliasId }) => {
      const alias = (await register.alias(aliasId))?.value;
      return alias === undefined ? undefined : { kind: 'alias-retired', alias };
    }),
    'pool-low': telling(async ({ free, emptyOn }) => ({ kind: 'pool-low', free, emptyOn })),
  } satisfies Partial<JobRuns>;
}

function told(kind: 'channel-told' | 'pool-empty', known: RequestNotice | undefined): Notice | undefined {
  return known === undefined ? undefined : { kind, request: known.request };
}

function unknown(log: Log, { kind }: Job): AttemptResult {
  log.error({ job: kind }, 'a job tells of something that is not in the register');
  return { kind: 'done', ending: 'dropped' };
}

/** The alias as long as it is the asker's: what becomes of it afterwards is for others to know. */
async function aliasOf(
  { register }: RequestRunsDeps,
  { id, aliasAddress, asker }: Request,
): Promise<Alias | undefined> {
  const alias = aliasAddress === undefined ? undefined : (await register.aliasByAddress(aliasAddress))?.value;
  return alias?.requestId === id && owns(asker, alias) ? alias : undefined;
}

async function howItEnded(deps: RequestRunsDeps, { request, channel }: RequestNotice): Promise<Notice> {
  return { kind: 'asker-told', request, channel, alias: await aliasOf(deps, request) };
}

/** A card that was posted while the request was being decided is redrawn as any other. */
async function keepCopy(
  deps: RequestRunsDeps,
  drawn: RequestNotice,
  copy: PostedCopy,
  mayBeRepeat: boolean,
): Promise<void> {
  const { id } = drawn.request;
  try {
    await deps.conversations.rememberCopy(id, copy);
    const now = await deps.register.request(id);
    // A card of an earlier attempt, which ended before this look, may have been left behind.
    const isLeft = mayBeRepeat && now !== undefined && isSettled(now.value);
    if (now === undefined || (isDeepStrictEqual(now.value, drawn.request) && !isLeft)) return;
    await deps.outbox.add({ kind: 'redraw-request', requestId: id });
    deps.wake();
  } catch (error) {
    // The card is posted, and its buttons answer from the store: posting a second one would help nobody.
    deps.log.error({ err: error, requestId: id }, 'a card may not be redrawn when its request is settled');
  }
}

/** What is typed on it is answered there. */
async function keepTold(deps: RequestRunsDeps, requestId: string, copy: PostedCopy): Promise<void> {
  try {
    await deps.conversations.rememberCopy(toldSubject(requestId), copy);
  } catch (error) {
    deps.log.error({ err: error, requestId }, 'where the asker was told was not stored');
  }
}

/** Redraws every card of a request: the approvers' cards, the asker's receipt, and what tells the asker how it ended. */
async function redraw(
  deps: RequestRunsDeps,
  notice: RequestNotice,
  signal: AbortSignal,
): Promise<readonly PostOutcome[]> {
  const { conversations, poster } = deps;
  const { id } = notice.request;
  const endings = await conversations.copies(toldSubject(id));
  const ending = endings.length === 0 ? notice : await howItEnded(deps, notice);
  const receipt: Notice = { ...notice, kind: 'receipt' };
  const copies = [
    ...(await conversations.copies(id)).map((copy) => ({ copy, shown: notice })),
    ...(await conversations.copies(receiptSubject(id))).map((copy) => ({ copy, shown: receipt })),
    ...endings.map((copy) => ({ copy, shown: ending })),
  ];
  return Promise.all(copies.map(({ copy, shown }) => poster.redraw(copy, shown, signal)));
}
