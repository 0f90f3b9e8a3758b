import type { Alias } from '../src/aliases/alias.ts';
import { hasOwner } from '../src/aliases/states.ts';
import type { AskerNotice } from '../src/requests/notices.ts';
import type { Request } from '../src/requests/request.ts';
import { drawing, type Drawn } from './draw.ts';
import { outcomeFields, settledBy } from './outcome.ts';
import { bannerFields, type Problem } from './problem.ts';
import { receiptCard } from './request.ts';
import { runsOf } from './runs.ts';
import { exactly, plain, say, type Words } from './text.ts';
import { channelName, type Style } from './words.ts';
import readyTemplate from './alias-ready.json' with { type: 'json' };
import endedTemplate from './request-ended.json' with { type: 'json' };

const drawReady = drawing(readyTemplate);
const drawEnded = drawing(endedTemplate);

/** How the request ended, to the asker: the alias with the next steps, or why there is none and what to do. */
export function askerToldCard(notice: AskerNotice, attempt: BindAttempt = {}): Drawn {
  const { request } = notice;
  if (request.state === 'pending') return receiptCard(notice);
  if (request.state === 'approved' && request.aliasAddress !== undefined) {
    return aliasReady(notice, request.aliasAddress, attempt);
  }
  const ending = ENDINGS[request.state];
  const card = drawEnded({
    style: ending.style,
    title: ending.title,
    before: say`Your request for `,
    accountName: plain(request.accountName, 100) || say`an account`,
    after: ending.after,
    by: settledBy(request),
    ...outcomeFields(request),
    remedy: runsOf(ending.remedy),
    canAskAgain: ending.canAskAgain,
  });
  return { card, summary: ending.title };
}

/** What the owner just typed as the account id, so that the card can answer without losing it. */
export interface BindAttempt {
  readonly accountId?: string;
  readonly accountIdFault?: string;
  readonly problem?: Problem | undefined;
}

function aliasReady(notice: AskerNotice, address: string, attempt: BindAttempt): Drawn {
  const { request, alias } = notice;
  const expected = request.expectedAccountId;
  // Also false for the time after: an alias that was released or went to somebody else asks nothing of the asker any more.
  const canBind =
    alias !== undefined && hasOwner(alias) && alias.accountId === undefined && alias.requestId === request.id;
  const card = drawReady({
    style: 'good',
    title: say`Your alias is ready`,
    ...bannerFields(attempt.problem),
    accountName: plain(request.accountName, 100) || say`your account`,
    approver: settledBy(request),
    alias: plain(address, 100),
    ...outcomeFields(request),
    stepOne:
      expected === undefined
        ? say`In AWS, create the account with this address as its root user email.`
        : say`In AWS, make this address the root user email of account ${plain(expected, 40)}.`,
    channel: channelName(notice.channel),
    stepThree: runsOf(bindWords(alias, canBind)),
    canBind,
    aliasId: exactly(alias?.id ?? '-'),
    typedAccountId: plain(attempt.accountId ?? expected ?? '', 40),
    accountIdFault: plain(canBind ? (attempt.accountIdFault ?? '') : '', 300),
  });
  return { card, summary: say`Your AWS root alias is ready.` };
}

function bindWords(alias: Alias | undefined, canBind: boolean): string {
  if (canBind) {
    return say`When the account exists, save its 12-digit id below, so that everybody knows which account the mail is about.`;
  }
  if (alias?.accountId === undefined)
    return 'When the account exists, write `bind`, the address and the account id.';
  return `AWS account ${alias.accountId} is bound to it. Is that wrong? Write \`bind\`, the address and the right id.`;
}

interface Ending {
  readonly title: Words;
  readonly style: Style;
  readonly after: Words;
  readonly remedy: string;
  readonly canAskAgain: boolean;
}

const ENDINGS: Readonly<Record<Exclude<Request['state'], 'pending'>, Ending>> = {
  approved: {
    title: say`Your request was approved`,
    style: 'good',
    after: say` was approved by `,
    remedy: say`The address could not be shown. Ask an approver for it.`,
    canAskAgain: false,
  },
  denied: {
    title: say`Your request was denied`,
    style: 'attention',
    after: say` was denied by `,
    remedy: say`You got no alias. If the comment tells you what to change, request again with it.`,
    canAskAgain: true,
  },
  cancelled: {
    title: say`Your request was canceled`,
    style: 'emphasis',
    after: say` was canceled by `,
    remedy: say`You got no alias, and nothing else happens.`,
    canAskAgain: true,
  },
  expired: {
    title: say`Your request expired`,
    style: 'emphasis',
    after: say` was not decided in time by `,
    remedy: say`You got no alias. Request again if you still need one.`,
    canAskAgain: true,
  },
};
