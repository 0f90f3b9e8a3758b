import { mailListCard, type Drawn } from '../../cards/index.ts';
import { owns } from '../../src/aliases/ownership.ts';
import type { Command, Turn } from '../turn.ts';

export const mail: Command = {
  name: 'mail',
  alsoCalled: ['mails', 'inbox'],
  usage: 'mail',
  description: 'List the AWS mail that came lately, and what still waits for somebody.',
  places: ['personal', 'channel'],
  run: async (turn) =>
    turn.place.kind === 'channel' ? ofChannel(turn, turn.place.channelId) : ofPerson(turn),
};

async function ofPerson(turn: Turn): Promise<Drawn> {
  const person = await turn.personWithMail();
  const found = person.mail === '' ? [] : await turn.parts.register.aliasesOfOwner(person.mail);
  const own = found.filter((alias) => owns(person, alias));
  return mailListCard({ of: 'person', mails: await turn.parts.mails.latest(own, 'owner') });
}

async function ofChannel(turn: Turn, channelId: string): Promise<Drawn> {
  const owned = await turn.parts.register.aliasesOfChannel(channelId);
  return mailListCard({ of: 'channel', mails: await turn.parts.mails.latest(owned, 'channel') });
}
