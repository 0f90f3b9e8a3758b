import type { Alias } from '../src/aliases/alias.ts';
import type { LinkedChannel } from '../src/channels/channel.ts';
import { hasOwner, isFree, type AliasState } from '../src/aliases/states.ts';
import { drawing, type Drawn } from './draw.ts';
import { bannerFields, type Problem } from './parts/banner.ts';
import { codeRow, row, rowsOf, timeRow, type Row } from './parts/row.ts';
import { accountWords, channelName, nameAndMail, type Style } from './parts/words.ts';
import { runsOf, type Said } from './runs.ts';
import template from './templates/alias.json' with { type: 'json' };
import { exactly, plain, say, type CardText, type Words } from './text.ts';
import type { Texts } from './texts/languages.ts';

/** An alias with the channel that gets its mail. */
export interface AliasWithChannel {
  readonly alias: Alias;
  readonly channel: LinkedChannel | undefined;
}

/** What is said around an alias. */
export interface AliasSaying {
  readonly title: Words;
  readonly lead?: Said;
  readonly next?: Said;
  readonly problem?: Problem | undefined;
  /** How it looks, where what happened matters more than the state in which the alias is now. */
  readonly style?: Style;
  /** Offers the history, which is told in one's own chat alone. */
  readonly hasHistory?: boolean;
  /** Offers what an owner can change. */
  readonly canChange?: boolean;
}

const STYLES: Readonly<Record<AliasState, Style>> = {
  free: 'emphasis',
  allotted: 'good',
  quarantined: 'warning',
  retired: 'emphasis',
  missing: 'attention',
  held: 'warning',
};

/** How the state of an alias looks. */
export function aliasLook(texts: Texts, { state }: Alias): { badge: Words; style: Style } {
  return { badge: texts.aliasStates[state], style: STYLES[state] };
}

const draw = drawing(template);

/** One alias with everything that is known of it, and what was done with it. */
export function aliasCard(texts: Texts, shown: AliasWithChannel, saying: AliasSaying): Drawn {
  const { alias } = shown;
  const { title, lead = [], next = [] } = saying;
  const card = draw(texts, {
    title,
    ...aliasLook(texts, alias),
    ...styleOf(saying),
    ...bannerFields(saying.problem),
    hasLead: lead.length > 0,
    lead: runsOf(lead),
    alias: aliasText(texts, alias),
    rows: aliasRows(texts, shown),
    hasNext: next.length > 0,
    next: runsOf(next),
    hasHistory: saying.hasHistory === true,
    canChange: saying.canChange === true,
    aliasId: exactly(alias.id),
    about: exactly(alias.address),
  });
  const { accountName, accountId, address } = alias;
  const account = accountWords(texts, accountName, accountId, address);
  return { card, summary: texts.alias.summary({ title, account }) };
}

function styleOf({ style, problem }: AliasSaying): { style?: Style } {
  if (style !== undefined) return { style };
  return problem === undefined ? {} : { style: 'warning' };
}

/** The address alone, so that copying it copies nothing else. */
export function aliasText({ names }: Texts, alias: Alias): CardText {
  return plain(alias.address, 100) || names.noAddress;
}

/** What is known of an alias beside its address. */
export function aliasRows(texts: Texts, shown: AliasWithChannel): readonly Row[] {
  const { alias } = shown;
  const { labels } = texts;
  return rowsOf(
    row(labels.account, alias.accountName, 100),
    isFree(alias) ? undefined : accountIdRow(texts, alias),
    row(hasOwner(alias) ? labels.owner : labels.lastOwner, ownerName(texts, alias), 200),
    isFree(alias) ? undefined : row(labels.mailGoesTo, channelOf(texts, shown), 200),
    timeRow(texts, labels.allotted, alias.allottedAt),
    timeRow(texts, labels.released, alias.releasedAt),
    timeRow(texts, labels.freeAgain, alias.quarantinedUntil),
  );
}

/** The account that is bound to an alias, or that none is known. */
export function accountIdRow({ labels, names }: Texts, { accountId }: Alias): Row | undefined {
  return accountId === undefined
    ? row(labels.accountId, names.notKnownYet)
    : codeRow(labels.accountId, accountId);
}

/** `Payments › aws-root`, or that there is none: aliases of the time before Rootdesk have no channel. */
export function channelOf(texts: Texts, { alias, channel }: AliasWithChannel): CardText {
  if (alias.channelId === undefined) return texts.names.noChannel;
  return channel === undefined ? texts.names.channelGone : channelName(texts, channel);
}

/** Name and address of the owner; empty when nobody is known. */
export function ownerName(texts: Texts, { owner }: Alias): CardText {
  if (owner === undefined) return say``;
  return nameAndMail(texts, { id: owner.id ?? '', name: owner.name ?? '', mail: owner.mail });
}
