import { boundElsewhere } from '../aliases/change-alias.ts';
import { Refusal } from '../store/refusal.ts';
import type { LinkedChannel } from '../channels/channel.ts';
import type { MarkChange } from '../store/change.ts';
import type { RequestRegister } from './request-register.ts';
import type { Person } from '../people/person.ts';
import { allotByItself } from './allot-by-itself.ts';
import { askApprovers } from './ask-approvers.ts';
import type { Caller } from '../rights/caller.ts';
import type { Grant } from '../rights/grant.ts';
import { retryOnConflict } from '../store/retry-on-conflict.ts';
import { ownRequest, type RequestsDeps } from './requests-deps.ts';
import type { Request, RequestForm } from './request.ts';
import type { Through } from './requests.ts';

/**
 * Makes the request of the form `requestId`; sending the same form again gives the same request. In an environment that needs no
 * approver it is approved at once.
 * @throws {NoRight} where the form is somebody else's
 * @throws {Refusal} mail-unknown, not-allowed, channel-not-linked, account-bound-elsewhere, too-many-open-requests
 * @throws {DirectoryUnavailable}
 */
export async function submit(
  deps: RequestsDeps,
  by: Grant<'submit-request' | 'newAwsRootAccount'>,
  asker: Person,
  requestId: string,
  form: RequestForm,
  channels: readonly LinkedChannel[],
  through?: Through,
): Promise<Request> {
  const { register, policy } = deps;
  const once = onceName(asker, through);
  // What was made of a form was read with the right to send it.
  const sent =
    once === undefined && by.operation === 'submit-request'
      ? by.subject
      : await earlier(register, requestId, once);
  if (sent !== undefined) return ownRequest(sent, asker);
  await mayAsk(deps, by.caller, asker, form, channels);
  const busy = (): Refusal => new Refusal('register-busy');
  const decide = async ({ open, turn }: Turn): Promise<Request | undefined> => {
    if (open >= policy.openRequestsMost) {
      // The last one that was allowed may be this very form, sent twice.
      const same = await earlier(register, requestId, once);
      if (same !== undefined) return ownRequest(same, asker);
      throw new Refusal('too-many-open-requests', { open, most: policy.openRequestsMost });
    }
    const request = { ...pending(asker, requestId, form, deps.clock()), client: through?.client };
    const marks: readonly [MarkChange, ...MarkChange[]] =
      once === undefined ? [turn] : [turn, { name: once, version: undefined, text: requestId }];
    const made = policy.approvedByItself.includes(form.environment)
      ? await allotByItself(deps, request, marks)
      : await askApprovers(deps, request, marks);
    if (made !== undefined) {
      deps.wake();
      return made;
    }
    // The same form, sent twice at the same moment: the other one has made it. Or another form of the same person.
    const other = await earlier(register, requestId, once);
    return other === undefined ? undefined : ownRequest(other, asker);
  };
  return retryOnConflict(busy, () => nextTurn(deps, asker, requestId), decide);
}

function pending(asker: Person, id: string, form: RequestForm, createdAt: Date): Request {
  return {
    ...form,
    id,
    state: 'pending',
    asker,
    createdAt,
    approvals: [],
    settled: undefined,
    aliasAddress: undefined,
    remindedAt: undefined,
  };
}

/** The mark of a client's key: a key counts for one person, so that nobody gets the request of another by it. */
function onceName(asker: Person, through: Through | undefined): string | undefined {
  if (through?.onceKey === undefined) return undefined;
  return `once-asked:${JSON.stringify([through.client, asker.id, through.onceKey])}`;
}

/** The request that was made of this form, or with this key, before. */
async function earlier(
  register: Pick<RequestRegister, 'request' | 'mark'>,
  requestId: string,
  once: string | undefined,
): Promise<Request | undefined> {
  const mark = once === undefined ? undefined : await register.mark(once);
  return (await register.request(mark?.value ?? requestId))?.value;
}

async function mayAsk(
  deps: RequestsDeps,
  caller: Caller,
  asker: Person,
  form: RequestForm,
  channels: readonly LinkedChannel[],
): Promise<void> {
  const { register, rights } = deps;
  if (asker.mail === '') {
    throw new Refusal('mail-unknown', { whose: 'asker' });
  }
  if (!(await rights.isAsker(asker.id))) {
    throw new Refusal('not-allowed');
  }
  if (!channels.some(({ id }) => id === form.channelId)) {
    throw new Refusal('channel-not-linked', { whose: 'asker' });
  }
  const { expectedAccountId } = form;
  if (expectedAccountId === undefined || !(await register.aliasByAccount(expectedAccountId))) return;
  throw await boundElsewhere(deps, caller, expectedAccountId);
}

interface Turn {
  readonly open: number;
  readonly turn: MarkChange;
}

/**
 * The person's turn to open one more request: of two forms sent at the same moment one comes first, and the other counts it.
 */
async function nextTurn(deps: RequestsDeps, asker: Person, requestId: string): Promise<Turn> {
  const name = `asker:${asker.id}`;
  const mark = await deps.register.mark(name);
  const { length: open } = await deps.register.openRequestsOf(asker.id);
  return { open, turn: { name, version: mark?.version, text: requestId } };
}
