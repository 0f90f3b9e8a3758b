import { requestListCard, REQUESTS_A_PAGE, type Drawn } from '../../cards/index.ts';
import type { Uses } from './bot-deps.ts';
import type { Turn } from './turn.ts';

/** A page of requests: what the person has to decide comes first, then what they asked for. */
export async function drawRequestList(
  { rights }: Uses<'rights'>,
  { caller, texts }: Turn,
  from: number,
): Promise<Drawn> {
  const { own, toDecide } = await rights.requestsOf(caller);
  const all = own.length + toDecide.length;
  const start = from < all ? from : 0;
  const end = start + REQUESTS_A_PAGE;
  const mine = (place: number): number => Math.max(0, place - toDecide.length);
  return requestListCard(texts, {
    toDecide: toDecide.slice(start, end).map(({ subject }) => subject),
    own: own.slice(mine(start), mine(end)).map(({ subject }) => subject),
    from: start,
    all,
    waiting: toDecide.length,
  });
}
