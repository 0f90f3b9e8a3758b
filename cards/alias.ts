import type { Alias } from '../src/aliases/alias.ts';
import type { LinkedChannel } from '../src/channels/channel.ts';
import { hasOwner, isFree, type AliasState } from '../src/aliases/states.ts';
import { drawing, type Drawn } from './draw.ts';
import { bannerFields, type Problem } from './problem.ts';
import { codeRow, row, rowsOf, type Row } from './row.ts';
import { runsOf } from './runs.ts';
import { plain, say, withoutMarkup, type CardText, type Words } from './text.ts';
import { moment } from './time.ts';
import { channelName, nameAndMail, type Style } from './words.ts';
import template from './alias.json' with { type: 'json' };

/** An alias with the channel that gets its mail. */
export interface AliasWithChannel {
  readonly alias: Alias;
  readonly channel: LinkedChannel | undefined;
}

/** What is said around an alias, in Rootdesk's own words; what people should type stands between backticks. */
export interface AliasSaying {
  readonly title: string;
  readonly lead?: string;
  readonly next?: string;
  readonly problem?: Problem | undefined;
}

interface AliasLook {
  readonly badge: Words;
  readonly style: Style;
  /** In lists. */
}

/** How each state looks. */
export const ALIAS_LOOKS: Readonly<Record<AliasState, AliasLook>> = {
  free: { badge: say`Free`, style: 'emphasis' },
  allotted: { badge: say`In use`, style: 'good' },
  quarantined: { badge: say`Resting`, style: 'warning' },
  retired: { badge: say`Retired`, style: 'emphasis' },
  missing: {
    badge: say`Missing in Exchange`,
    style: 'attention',
  },
  held: { badge: say`Held`, style: 'warning' },
};

const draw = drawing(template);

/** One alias with everything that is known of it, and what was done with it. */
export function aliasCard(shown: AliasWithChannel, saying: AliasSaying): Drawn {
  const { alias } = shown;
  const { lead = '', next = '' } = saying;
  const title = withoutMarkup(saying.title, 100);
  const card = draw({
    title,
    ...ALIAS_LOOKS[alias.state],
    ...bannerFields(saying.problem),
    hasLead: lead !== '',
    lead: runsOf(lead),
    alias: aliasText(alias),
    rows: aliasRows(shown),
    hasNext: next !== '',
    next: runsOf(next),
  });
  return { card, summary: title };
}

/** The address alone, so that copying it copies nothing else. */
export function aliasText(alias: Alias): CardText {
  return plain(alias.address, 100) || say`address unknown`;
}

/** What is known of an alias beside its address. */
export function aliasRows(shown: AliasWithChannel): readonly Row[] {
  const { alias } = shown;
  return rowsOf(
    row(say`Account`, alias.accountName, 100),
    isFree(alias) ? undefined : accountIdRow(alias),
    row(hasOwner(alias) ? say`Owner` : say`Last owner`, ownerName(alias), 200),
    isFree(alias) ? undefined : row(say`Mail goes to`, channelOf(shown), 200),
    row(say`Allotted`, momentOf(alias.allottedAt)),
    row(say`Released`, momentOf(alias.releasedAt)),
    row(say`Free again`, momentOf(alias.quarantinedUntil)),
  );
}

function accountIdRow(alias: Alias): Row | undefined {
  return alias.accountId === undefined
    ? row(say`Account id`, 'not known yet')
    : codeRow(say`Account id`, alias.accountId);
}

/** `Payments › aws-root`, or that there is none: aliases of the time before Rootdesk have no channel. */
export function channelOf({ alias, channel }: AliasWithChannel): CardText {
  if (alias.channelId === undefined) return say`no channel yet`;
  return channel === undefined ? say`a channel that is not linked any more` : channelName(channel);
}

/** Name and address of the owner; empty when nobody is known. */
export function ownerName({ owner }: Alias): CardText {
  if (owner === undefined) return say``;
  return nameAndMail({ id: owner.id ?? '', name: owner.name ?? '', mail: owner.mail });
}

function momentOf(at: Date | undefined): string | undefined {
  return at === undefined ? undefined : moment(at);
}
