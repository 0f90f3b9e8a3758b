import type { Alias } from '../src/aliases/alias.ts';
import { hasOwner } from '../src/aliases/states.ts';
import type { AskerNotice } from '../src/requests/notices.ts';
import { drawing, type Drawn } from './draw.ts';
import { bannerFields, type Problem } from './parts/banner.ts';
import { TYPED_ACCOUNT_ID_MOST } from './parts/limits.ts';
import { withNextSteps, type NextStep } from './parts/next-steps.ts';
import { outcomeFields, requestLook, settledBy } from './parts/outcome.ts';
import { accountWords, channelName } from './parts/words.ts';
import { receiptCard, receiptSummary } from './request.ts';
import { joinedRuns, runsOf, type Said } from './runs.ts';
import readyTemplate from './templates/alias-ready.json' with { type: 'json' };
import endedTemplate from './templates/request-ended.json' with { type: 'json' };
import { exactly, plain, say } from './text.ts';
import type { Texts } from './texts/languages.ts';

const drawReady = drawing(readyTemplate);
const drawEnded = drawing(endedTemplate);

/** How the request ended, to the asker: the alias with the next steps, or why there is none and what to do. */
export function askerToldCard(texts: Texts, notice: AskerNotice, attempt: BindAttempt = {}): Drawn {
  const { request } = notice;
  if (request.state === 'pending') return receiptCard(texts, notice);
  if (request.state === 'approved' && request.aliasAddress !== undefined) {
    return aliasReady(texts, notice, request.aliasAddress, attempt);
  }
  const { title, lead, remedy } = texts.ended[request.state];
  const card = drawEnded(texts, {
    style: requestLook(texts, request.state).style,
    title,
    lead: lead({
      account: plain(request.accountName, 100) || texts.names.account,
      who: settledBy(texts, request),
    }),
    ...outcomeFields(texts, request),
    remedy: runsOf(remedy),
    requestId: exactly(request.id),
    canAskAgain: request.state !== 'approved',
  });
  const steps: readonly NextStep[] = request.state === 'approved' ? ['aliases'] : ['requests'];
  return withNextSteps(texts, { card, summary: receiptSummary(texts, request) }, steps);
}

/** What the owner just typed as the account id, so that the card can answer without losing it. */
export interface BindAttempt {
  readonly accountId?: string;
  readonly accountIdFault?: Said;
  readonly problem?: Problem | undefined;
}

function aliasReady(texts: Texts, notice: AskerNotice, address: string, attempt: BindAttempt): Drawn {
  const { request, alias } = notice;
  const { ready } = texts;
  const expected = request.expectedAccountId;
  // Also false for the time after: an alias that was released or went to somebody else asks nothing of the asker any more.
  const canBind =
    alias !== undefined && hasOwner(alias) && alias.accountId === undefined && alias.requestId === request.id;
  const card = drawReady(texts, {
    style: 'good',
    title: ready.title,
    ...bannerFields(attempt.problem),
    lead: ready.lead({
      account: plain(request.accountName, 100) || texts.names.yourAccount,
      who: settledBy(texts, request),
    }),
    alias: plain(address, 100),
    ...outcomeFields(texts, request),
    steps: stepsAhead(texts, notice, canBind).map((said, index) => ({
      step: joinedRuns([say`${index + 1}.`, said], ' '),
    })),
    canBind,
    aliasId: exactly(alias?.id ?? '-'),
    typedAccountId: plain(attempt.accountId ?? expected ?? '', TYPED_ACCOUNT_ID_MOST),
    accountIdFault: runsOf(canBind ? (attempt.accountIdFault ?? []) : []),
  });
  const drawn = { card, summary: ready.summary({ account: accountWords(texts, request.accountName) }) };
  return withNextSteps(texts, drawn, ['aliases', 'mail']);
}

/** Without what was done: an account whose id is known exists. */
function stepsAhead(
  texts: Texts,
  { request, alias, channel }: AskerNotice,
  canBind: boolean,
): readonly Said[] {
  const { ready } = texts;
  const expected = request.expectedAccountId;
  const exists = alias?.accountId !== undefined;
  const first = expected === undefined ? ready.create : ready.change({ account: plain(expected, 40) });
  return [
    ...(exists && expected === undefined ? [] : [first]),
    ready.mail({ channel: channelName(texts, channel) }),
    bindWords(texts, alias, canBind),
    ready.once,
  ];
}

function bindWords({ ready }: Texts, alias: Alias | undefined, canBind: boolean): Said {
  if (canBind) return ready.save;
  if (alias?.accountId === undefined) return ready.bind;
  return ready.bound({ account: plain(alias.accountId, 40) });
}
