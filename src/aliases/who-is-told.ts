import type { Addressee, Job } from '../messages/job.ts';
import type { Actor } from '../people/person.ts';
import type { Alias } from './alias.ts';
import { addresseeOf, isSamePerson } from './ownership.ts';

/** Who has to do with an alias. The former ones have to no longer. */
export const TOLD = ['owner', 'former owner', 'channel', 'former channel'] as const;
export type Told = (typeof TOLD)[number];

/** The messages that tell of a change of an alias. */
type Telling = 'owner-told' | 'owning-channel-told' | 'account-changed' | 'alias-released';

const NOBODY = {
  owner: undefined,
  'former owner': undefined,
  channel: undefined,
  'former channel': undefined,
} as const;

/**
 * Who hears of which change of an alias, and by which message: nobody gets or loses an alias, its mail or its account without a word.
 * Whoever did it themselves does not hear of it in their own chat; their channel does. What happens to a whole channel is told to the
 * owners of its aliases (`src/channels/link-told.ts`); its settings are answered where everybody in it sees them.
 */
export const WHO_IS_TOLD = {
  given: {
    owner: 'owner-told',
    'former owner': 'owner-told',
    channel: 'owning-channel-told',
    'former channel': 'owning-channel-told',
  },
  moved: {
    ...NOBODY,
    owner: 'owner-told',
    channel: 'owning-channel-told',
    'former channel': 'owning-channel-told',
  },
  // Each mail of the alias names it, the card with the alias shows it, and pipelines write hundreds in a night.
  'first account': NOBODY,
  'another account': { ...NOBODY, owner: 'account-changed', channel: 'account-changed' },
  // They stay, as its last ones.
  released: { ...NOBODY, owner: 'alias-released', channel: 'alias-released' },
} as const satisfies Readonly<Record<string, Readonly<Record<Told, Telling | undefined>>>>;
export type ToldChange = keyof typeof WHO_IS_TOLD;

/** An alias before and after a change. */
interface Changed {
  readonly by: Actor;
  readonly before: Alias;
  readonly after: Alias;
}

/** What is queued with a change of an alias, so that whoever has to do with it hears of it. */
export function everybodyTold(change: ToldChange, changed: Changed): readonly Job[] {
  return TOLD.flatMap((who): readonly Job[] => {
    const kind = WHO_IS_TOLD[change][who];
    const to = addressOf(who, changed);
    return kind === undefined || to === undefined ? [] : [message(kind, change, changed, to)];
  });
}

function addressOf(who: Told, { by, before, after }: Changed): Addressee | undefined {
  switch (who) {
    case 'owner':
      return unlessThemselves(by, addresseeOf(after.owner));
    case 'former owner':
      return isSamePerson(before.owner, after.owner)
        ? undefined
        : unlessThemselves(by, addresseeOf(before.owner));
    case 'channel':
      return channelOf(after);
    case 'former channel':
      return before.channelId === after.channelId ? undefined : channelOf(before);
  }
}

function unlessThemselves(by: Actor, to: Addressee | undefined): Addressee | undefined {
  return to?.kind === 'person' && by.kind === 'person' && to.personId === by.id ? undefined : to;
}

function channelOf({ channelId }: Alias): Addressee | undefined {
  return channelId === undefined ? undefined : { kind: 'channel', channelId };
}

function message(kind: Telling, change: ToldChange, { by, before, after }: Changed, to: Addressee): Job {
  const told = { aliasId: after.id, by, to };
  switch (kind) {
    case 'owner-told':
    case 'owning-channel-told':
      return { kind, ...told, isMove: change === 'moved' };
    case 'account-changed':
      return { kind, ...told, from: before.accountId ?? '', accountId: after.accountId ?? '' };
    case 'alias-released':
      return { kind, ...told };
  }
}
