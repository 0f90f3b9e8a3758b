import { aliasCard, noteCard, type AliasSaying, type AliasWithChannel, type Drawn } from '../cards/index.ts';
import type { Alias } from '../src/aliases/alias.ts';
import type { Hand } from '../src/aliases/aliases.ts';
import { owns } from '../src/aliases/ownership.ts';
import type { Turn } from './turn.ts';

/** The person behind the verified activity as the one who acts; with the mail address, by which old aliases know their owner. */
export async function handOf(turn: Turn): Promise<Hand> {
  return { kind: 'person', person: await turn.personWithMail() };
}

/**
 * Which of the aliases the person may see: their own, those of channels in teams that they belong to (who reads an alias's mail
 * may know its facts), and an approver all of them. The rule behind it: docs/decisions/006-who-sees-what.md.
 * @throws {DirectoryUnavailable} when nobody can tell; then nothing is shown
 */
export async function visibleTo(turn: Turn, aliases: readonly Alias[]): Promise<readonly Alias[]> {
  const person = await turn.personWithMail();
  const others = aliases.filter((alias) => !owns(person, alias));
  if (others.length === 0 || (await turn.parts.requests.isApprover(person))) return aliases;
  const channels = new Set((await turn.parts.requests.channelsFor(person)).map(({ id }) => id));
  return aliases.filter(
    (alias) => owns(person, alias) || (alias.channelId !== undefined && channels.has(alias.channelId)),
  );
}

/** Aliases with their channels' names; one range read for all of them. */
export async function withChannels(
  turn: Turn,
  aliases: readonly Alias[],
): Promise<readonly AliasWithChannel[]> {
  if (aliases.length === 0) return [];
  const channels = await turn.parts.register.channels();
  const byId = new Map(channels.map(({ value }) => [value.id, value]));
  return aliases.map((alias) => ({ alias, channel: byId.get(alias.channelId ?? '') }));
}

/** One alias with its channel's name; a point read. */
export async function withChannel(turn: Turn, alias: Alias): Promise<AliasWithChannel> {
  const { channelId } = alias;
  return {
    alias,
    channel: channelId === undefined ? undefined : await turn.parts.channels.channel(channelId),
  };
}

/** Whether everybody who can read the answer may know the alias's facts. */
export function mayBeShownHere(turn: Turn, alias: Alias): boolean {
  return (
    turn.place.kind === 'personal' ||
    (turn.place.kind === 'channel' && turn.place.channelId === alias.channelId)
  );
}

/** The alias after something was done with it; in a channel that does not own it, no more than that it was done. */
export async function drawAlias(turn: Turn, alias: Alias, saying: AliasSaying): Promise<Drawn> {
  if (mayBeShownHere(turn, alias)) return aliasCard(await withChannel(turn, alias), saying);
  return noteCard(
    saying.title,
    'This channel does not own the alias, so the rest is not shown here. Write `find` and the address to me in our own chat.',
  );
}
