import { languageOf } from '../../cards/index.ts';
import { pause } from '../../src/shared/pause.ts';
import type { ActionAnswer } from './card-action.ts';
import { inConversation } from '../teams/in-conversation.ts';
import type { Incoming } from '../teams/activity.ts';
import type { TeamsAdapter } from '../teams/adapter.ts';
import type { Uses } from '../turn/bot-deps.ts';
import type { Turn } from '../turn/turn.ts';

type CardDeps = Uses<'conversations' | 'outbox' | 'clock' | 'wake'> & { readonly teams: TeamsAdapter };

/**
 * The answer to a click changes the card in one window only; what is so for good is written into the conversation. What the
 * activity names as the clicked card is replaced by what was drawn only where that card was stored under this very thing. Where it
 * was not, because the answer to its post was lost, its place is kept, and a job draws it as the others
 * (docs/decisions/026-cards-that-nobody-knows.md).
 * @param isLate whoever clicked was told to wait: a card that shows it for long, because somebody else was faster, is drawn once more
 * @returns whether the card shows, or will show, what became of the click
 */
export async function settleClicked(
  deps: CardDeps,
  { clicked, place }: Turn,
  { serviceUrl, locale }: Incoming,
  { drawn, copyOf, answered, redraw }: ActionAnswer,
  isLate = false,
): Promise<boolean> {
  if (clicked === undefined) return false;
  // In a channel it is everybody's card, in a chat the reader's own.
  const ofChannel =
    place.kind === 'channel' ? await deps.conversations.languageOf(place.channelId) : undefined;
  const copy = { serviceUrl, ...clicked, language: ofChannel ?? languageOf(locale) };
  if (redraw !== undefined) {
    const isKnown = redraw.isKept === true || (await isKept(deps, redraw.subject, clicked));
    if (isKnown && !isLate) return true;
    const { subject, look } = redraw;
    if (!isKnown) await again(() => deps.conversations.rememberCopy(subject, { ...copy, look }));
    await again(() => deps.outbox.add(redraw.job));
    deps.wake();
    return true;
  }
  if (copyOf === undefined) return false;
  if (!(await isKept(deps, copyOf, clicked))) {
    if (answered?.isShownHere !== true) return false;
    await again(() => deps.conversations.rememberCopy(copyOf, copy));
  }
  if (answered !== undefined) {
    const where = { serviceUrl, conversationId: clicked.conversationId };
    await again(() => inConversation(deps.teams, where, (later) => later.redraw(clicked.activityId, drawn)));
  }
  return true;
}

async function isKept(
  { conversations }: Uses<'conversations'>,
  subject: string,
  clicked: NonNullable<Turn['clicked']>,
): Promise<boolean> {
  return (await conversations.copies(subject)).some(
    ({ conversationId, activityId }) =>
      conversationId === clicked.conversationId && activityId === clicked.activityId,
  );
}

/** One failure leaves no card as it was. */
const WAITS_MS: readonly number[] = [500, 2_000];

async function again(work: () => Promise<unknown>): Promise<void> {
  for (const waitMs of WAITS_MS) {
    try {
      await work();
      return;
    } catch {
      // The last attempt says why.
      await pause(waitMs);
    }
  }
  await work();
}
