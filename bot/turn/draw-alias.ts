import {
  aliasCard,
  historyCard,
  noteCard,
  rebindCard,
  releaseCard,
  transferCard,
  type AliasSaying,
  type AliasWithChannel,
  type Drawn,
  type Problem,
} from '../../cards/index.ts';
import type { AuditEntry } from '../../src/aliases/register.ts';
import type { Person } from '../../src/people.ts';
import type { Grant } from '../../src/rights/grant.ts';
import type { OperationOn } from '../../src/rights/operations.ts';
import type { Said, Turn } from './turn.ts';

/** The right to see an alias, or to change it. */
export type AliasGrant = Grant<OperationOn<'alias'>>;

/** Aliases with their channels' names; one range read for all of them. */
export async function withChannels(
  turn: Turn,
  grants: readonly AliasGrant[],
): Promise<readonly AliasWithChannel[]> {
  if (grants.length === 0) return [];
  const channels = await turn.parts.register.channels();
  const byId = new Map(channels.map(({ value }) => [value.id, value]));
  return grants.map(({ subject }) => ({ alias: subject, channel: byId.get(subject.channelId ?? '') }));
}

/** One alias with its channel's name; a point read. */
async function withChannel(turn: Turn, { subject: alias }: AliasGrant): Promise<AliasWithChannel> {
  const { channelId } = alias;
  return {
    alias,
    channel: channelId === undefined ? undefined : await turn.parts.channels.channel(channelId),
  };
}

/** The alias after something was done with it; in a channel that does not own it, no more than that it was done. */
export async function drawAlias(turn: Turn, grant: AliasGrant, saying: AliasSaying): Promise<Drawn> {
  if (grant.isShownHere) return aliasCard(await withChannel(turn, grant), saying);
  return noteCard(
    saying.title,
    'This channel does not own the alias, so the rest is not shown here. Write `find` and the address to me in our own chat.',
  );
}

/** The question before a release; asked where everybody who reads it may know the alias. */
export async function drawReleaseQuestion(
  turn: Turn,
  grant: AliasGrant,
  typed: { readonly reason: string; readonly problem?: Problem },
): Promise<Said> {
  if (!grant.isShownHere) {
    return noteCard(
      'Write to me in our own chat',
      'This channel does not own the alias. Open a chat with Rootdesk and write `release` and the address there.',
    );
  }
  const { quarantineDays } = turn.parts.policy;
  const drawn = releaseCard({ ...(await withChannel(turn, grant)), quarantineDays, ...typed });
  return { ...drawn, copyOf: questionSubject(grant) };
}

/** The question before an alias goes to somebody else. */
export function drawTransferQuestion(
  turn: Turn,
  grant: AliasGrant,
  asked: { readonly owner: Person; readonly reason: string; readonly problem?: Problem },
): Promise<Said> {
  return drawQuestion(turn, grant, (shown) => transferCard({ ...shown, ...asked }));
}

/** The question before another account takes the place of the one that is bound. */
export function drawRebindQuestion(
  turn: Turn,
  grant: AliasGrant,
  asked: { readonly accountId: string; readonly accountName: string; readonly problem?: Problem },
): Promise<Said> {
  return drawQuestion(turn, grant, (shown) => rebindCard({ ...shown, ...asked }));
}

/** Asked where everybody who reads it may know the alias. */
async function drawQuestion(
  turn: Turn,
  grant: AliasGrant,
  draw: (shown: AliasWithChannel & { readonly version: string }) => Drawn,
): Promise<Said> {
  if (!grant.isShownHere) {
    return noteCard(
      'Write to me in our own chat',
      'This channel does not own the alias. Open a chat with Rootdesk and write the same there.',
    );
  }
  const shown = { ...(await withChannel(turn, grant)), version: grant.before.version };
  return { ...draw(shown), copyOf: questionSubject(grant) };
}

/** Under which the cards of questions about the alias are kept. */
export function questionSubject({ subject }: AliasGrant): string {
  return `${subject.id}.release`;
}

export async function drawHistory(
  turn: Turn,
  grant: AliasGrant,
  entries: readonly AuditEntry[],
): Promise<Drawn> {
  return historyCard({ ...(await withChannel(turn, grant)), entries });
}
