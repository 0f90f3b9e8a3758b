import { mailListCard, type Drawn, type Problem } from '../../cards/index.ts';
import type { Uses } from './bot-deps.ts';
import type { Turn } from './turn.ts';

/** A page of the mail of one's own aliases; in a channel, of those that it owns. */
export async function drawMailList(
  { rights, mails, register }: Uses<'rights' | 'mails' | 'register'>,
  { caller, texts, tenantId }: Turn,
  from: number,
  problem?: Problem,
): Promise<Drawn> {
  const isChannel = caller.place.kind === 'channel';
  const grants = isChannel ? await rights.here(caller) : await rights.own(caller);
  const page = await mails.list(grants, isChannel ? 'channel' : 'owner', from);
  const channels = (await register.channels()).map(({ value }) => value);
  return mailListCard(texts, {
    ...page,
    of: isChannel ? 'channel' : 'person',
    mails: page.mails.map((mail) => {
      const channel = channels.find(({ id }) => id === mail.alias.channelId);
      return { ...mail, channel, tenantId };
    }),
    problem,
  });
}
