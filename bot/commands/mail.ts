import { mailListCard } from '../../cards/index.ts';
import type { Command } from '../turn/turn.ts';

export const mail: Command = {
  name: 'mail',
  alsoCalled: ['mails', 'inbox'],
  usage: 'mail',
  description: 'List the AWS mail that came lately, and what still waits for somebody.',
  async run({ caller, parts: { mails, rights } }) {
    const isChannel = caller.place.kind === 'channel';
    const grants = isChannel ? await rights.here(caller) : await rights.own(caller);
    return mailListCard({
      of: isChannel ? 'channel' : 'person',
      mails: await mails.latest(grants, isChannel ? 'channel' : 'owner'),
    });
  },
};
