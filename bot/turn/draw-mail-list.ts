import { mailListCard, threadLink, type Drawn, type Problem } from '../../cards/index.ts';
import type { LinkedChannel } from '../../src/channels/channel.ts';
import type { ListedMail } from '../../src/mail/cases/list-mails.ts';
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
  const rowOf = (mail: ListedMail): ListedMail & { channel: LinkedChannel | undefined } => ({
    ...mail,
    channel: channels.find(({ id }) => id === mail.alias.channelId),
  });
  return mailListCard(texts, {
    ...page,
    of: isChannel ? 'channel' : 'person',
    mails: page.mails.map(rowOf).map(({ places, channel, ...mail }) => {
      const links = channel === undefined ? [] : places.map((place) => threadLink(place, channel, tenantId));
      const link = links.find((each) => each !== '');
      return { ...mail, channel, ...(link === undefined ? {} : { link }) };
    }),
    problem,
  });
}
