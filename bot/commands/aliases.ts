import { aliasListCard, type Drawn } from '../../cards/index.ts';
import { hasOwner } from '../../src/aliases/states.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { withChannels, type AliasGrant } from '../turn/draw-alias.ts';
import type { Turn } from '../turn/turn.ts';
import { command } from './command.ts';

type AliasesUses = Uses<'rights' | 'register'>;

export const aliases = command({
  name: 'aliases',
  alsoCalled: ['mine', 'alias'],
  description: 'List your aliases; in a channel, those that the channel owns.',
  takes: {},
  run: (deps: AliasesUses, turn) =>
    turn.place.kind === 'channel' ? ofChannel(deps, turn) : ofPerson(deps, turn),
});

async function ofPerson(deps: AliasesUses, { caller }: Turn): Promise<Drawn> {
  const own = await deps.rights.own(caller);
  return aliasListCard({
    title: 'Your aliases',
    lead: own.length === 0 ? 'You have none yet. Write `request` to ask for one.' : '',
    aliases: await withChannels(deps, newestFirst(own)),
    more: false,
    ifMore: 'Write `find` and a part of an address, account name or account id to see others.',
  });
}

/** What every mail that was posted here has told already. */
async function ofChannel(deps: AliasesUses, { caller }: Turn): Promise<Drawn> {
  const owned = await deps.rights.here(caller);
  const inUse = owned.filter(({ subject }) => hasOwner(subject));
  const former = owned.filter(({ subject }) => !hasOwner(subject));
  return aliasListCard({
    title: 'Aliases of this channel',
    lead:
      owned.length === 0 ? 'This channel owns none. To get one, write `request` to me in our own chat.' : '',
    aliases: await withChannels(deps, [...newestFirst(inUse), ...newestFirst(former)]),
    more: false,
    inOwnChannel: true,
    ifMore: 'Write `find` and the name of this channel to me in our own chat to see others.',
  });
}

function newestFirst(found: readonly AliasGrant[]): readonly AliasGrant[] {
  const time = ({ subject }: AliasGrant): number => subject.allottedAt?.getTime() ?? 0;
  return found.toSorted((one, other) => time(other) - time(one));
}
