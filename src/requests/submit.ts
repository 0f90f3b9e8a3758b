import { boundElsewhere } from '../aliases/change-alias.ts';
import { Refusal } from '../aliases/errors.ts';
import type { MarkChange } from '../aliases/register.ts';
import { newId } from '../identifiers.ts';
import type { Person } from '../people.ts';
import { allotByItself } from './allot-by-itself.ts';
import { DIRECTORY_MS, ownRequest, owningChannels, RACES_MOST, type RequestsParts } from './parts.ts';
import { isAmong } from './policy.ts';
import type { Request, Wish } from './request.ts';
import { requestAudit } from './transitions.ts';

/**
 * Makes the request of the form `requestId`; sending the same form again gives the same request. In an environment that needs no
 * approver it is approved at once.
 * @throws {Refusal} mail-unknown, not-allowed, channel-not-linked, account-bound-elsewhere, too-many-open-requests
 * @throws {DirectoryUnavailable}
 */
export async function submit(
  parts: RequestsParts,
  asker: Person,
  requestId: string,
  wish: Wish,
): Promise<Request> {
  const { register, policy } = parts;
  const sent = await register.request(requestId);
  if (sent !== undefined) return ownRequest(sent.value, asker);
  await mayAsk(parts, asker, wish);
  for (let race = 0; race < RACES_MOST; race += 1) {
    const turn = await nextTurn(parts, asker, requestId);
    const request = pending(asker, requestId, wish, parts.clock());
    const made = policy.approvedByItself.includes(wish.environment)
      ? await allotByItself(parts, request, turn)
      : await ask(parts, request, turn);
    if (made !== undefined) {
      parts.wake();
      return made;
    }
    // The same form, sent twice at the same moment: the other one has made it. Or another form of the same person.
    const other = await register.request(requestId);
    if (other !== undefined) return ownRequest(other.value, asker);
  }
  throw new Refusal('register-busy', 'Too many of your requests are under way at this moment.');
}

function pending(asker: Person, id: string, wish: Wish, createdAt: Date): Request {
  return {
    ...wish,
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

async function ask(parts: RequestsParts, request: Request, turn: MarkChange): Promise<Request | undefined> {
  const { asker, createdAt, purpose, id: requestId } = request;
  const outcome = await parts.register.commit({
    id: newId(),
    requests: [{ before: undefined, after: request }],
    marks: [turn],
    audit: [requestAudit(request, 'submit', asker, createdAt, purpose)],
    errands: [{ kind: 'approval-wanted', requestId, to: { kind: 'approvals' } }],
  });
  return outcome.kind === 'committed' ? request : undefined;
}

async function mayAsk(parts: RequestsParts, asker: Person, wish: Wish): Promise<void> {
  if (asker.mail === '') {
    throw new Refusal(
      'mail-unknown',
      'Your account has no mail address, and an alias needs an owner with one.',
    );
  }
  // One patience for all questions: a click has to be answered in time.
  const patience = AbortSignal.timeout(DIRECTORY_MS);
  const { askers } = parts.policy;
  if (askers.kind !== 'everyone' && !(await isAmong(parts.directory, askers, asker, patience))) {
    throw new Refusal('not-allowed', 'You are not in the group of people who may ask for aliases.');
  }
  const channels = await owningChannels(parts, asker, patience);
  if (!channels.some(({ id }) => id === wish.channelId)) {
    throw new Refusal('channel-not-linked', 'That channel is not linked, or in none of your teams.');
  }
  const { expectedAccountId } = wish;
  if (
    expectedAccountId !== undefined &&
    (await parts.register.aliasByAccount(expectedAccountId)) !== undefined
  ) {
    throw await boundElsewhere(parts.register, expectedAccountId);
  }
}

/**
 * The person's turn to open one more request: of two forms sent at the same moment one comes first, and the other counts it.
 * @throws {Refusal} too-many-open-requests
 */
async function nextTurn(parts: RequestsParts, asker: Person, requestId: string): Promise<MarkChange> {
  const name = `asker:${asker.id}`;
  const mark = await parts.register.mark(name);
  const open = await parts.register.openRequestsOf(asker.id);
  const most = parts.policy.openRequestsMost;
  if (open.length >= most) {
    throw new Refusal(
      'too-many-open-requests',
      `You have ${open.length} open requests, and ${most} is the most at a time.`,
    );
  }
  return { name, version: mark?.version, text: requestId };
}
