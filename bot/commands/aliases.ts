import { aliasListCard, type Drawn } from '../../cards/index.ts';
import { hasOwner } from '../../src/aliases/states.ts';
import { withChannels, type AliasGrant } from '../turn/draw-alias.ts';
import type { Command, Turn } from '../turn/turn.ts';

export const aliases: Command = {
  name: 'aliases',
  alsoCalled: ['mine', 'alias'],
  usage: 'aliases',
  description: 'List your aliases; in a channel, those that the channel owns.',
  run: (turn) => (turn.place.kind === 'channel' ? ofChannel(turn) : ofPerson(turn)),
};

async function ofPerson(turn: Turn): Promise<Drawn> {
  const own = await turn.parts.rights.own(turn.caller);
  return aliasListCard({
    title: 'Your aliases',
    lead: own.length === 0 ? 'You have none yet. Write `request` to ask for one.' : '',
    aliases: await withChannels(turn, newestFirst(own)),
    more: false,
    ifMore: 'Write `find` and a part of an address, account name or account id to see others.',
  });
}

/** What every mail that was posted here has told already. */
async function ofChannel(turn: Turn): Promise<Drawn> {
  const owned = await turn.parts.rights.here(turn.caller);
  const inUse = owned.filter(({ subject }) => hasOwner(subject));
  const former = owned.filter(({ subject }) => !hasOwner(subject));
  return aliasListCard({
    title: 'Aliases of this channel',
    lead:
      owned.length === 0 ? 'This channel owns none. To get one, write `request` to me in our own chat.' : '',
    aliases: await withChannels(turn, [...newestFirst(inUse), ...newestFirst(former)]),
    more: false,
    inOwnChannel: true,
    ifMore: 'Write `find` and the name of this channel to me in our own chat to see others.',
  });
}

function newestFirst(found: readonly AliasGrant[]): readonly AliasGrant[] {
  const time = ({ subject }: AliasGrant): number => subject.allottedAt?.getTime() ?? 0;
  return found.toSorted((one, other) => time(other) - time(one));
}
