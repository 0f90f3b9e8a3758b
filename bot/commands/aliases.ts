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
  takes: {},
  run: (deps: AliasesUses, turn) =>
    turn.place.kind === 'channel' ? ofChannel(deps, turn) : ofPerson(deps, turn),
});

async function ofPerson(deps: AliasesUses, { caller, texts }: Turn): Promise<Drawn> {
  const { yours, yoursNone, yoursMore } = texts.aliasList;
  const own = await deps.rights.own(caller);
  return aliasListCard(texts, {
    title: yours,
    lead: own.length === 0 ? yoursNone : undefined,
    aliases: await withChannels(deps, newestFirst(own)),
    more: false,
    ifMore: yoursMore,
  });
}

/** What every mail that was posted here has told already. */
async function ofChannel(deps: AliasesUses, { caller, texts }: Turn): Promise<Drawn> {
  const { channels, channelsNone, channelsMore } = texts.aliasList;
  const owned = await deps.rights.here(caller);
  const inUse = owned.filter(({ subject }) => hasOwner(subject));
  const former = owned.filter(({ subject }) => !hasOwner(subject));
  return aliasListCard(texts, {
    title: channels,
    lead: owned.length === 0 ? channelsNone : undefined,
    aliases: await withChannels(deps, [...newestFirst(inUse), ...newestFirst(former)]),
    more: false,
    inOwnChannel: true,
    ifMore: channelsMore,
  });
}

function newestFirst(found: readonly AliasGrant[]): readonly AliasGrant[] {
  const time = ({ subject }: AliasGrant): number => subject.allottedAt?.getTime() ?? 0;
  return found.toSorted((one, other) => time(other) - time(one));
}
