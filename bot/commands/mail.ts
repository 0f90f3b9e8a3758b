import { mailListCard } from '../../cards/index.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { command } from './command.ts';

export const mail = command({
  name: 'mail',
  alsoCalled: ['mails', 'inbox'],
  takes: {},
  async run({ mails, rights }: Uses<'mails' | 'rights'>, { caller, texts }) {
    const isChannel = caller.place.kind === 'channel';
    const grants = isChannel ? await rights.here(caller) : await rights.own(caller);
    return mailListCard(texts, {
      of: isChannel ? 'channel' : 'person',
      mails: await mails.latest(grants, isChannel ? 'channel' : 'owner'),
    });
  },
});
