import type { AuditAction, AuditEntry } from '../src/aliases/register.ts';
import type { Actor } from '../src/people.ts';
import { ALIAS_LOOKS, aliasText, type AliasWithChannel } from './alias.ts';
import { drawing, type Drawn, type Fields } from './draw.ts';
import template from './history.json' with { type: 'json' };
import { runsOf } from './runs.ts';
import { plain } from './text.ts';
import { moment } from './time.ts';

/** What happened to an alias, oldest first, as the register keeps it. */
export interface AliasHistory extends AliasWithChannel {
  readonly entries: readonly AuditEntry[];
}

const SHOWN_MOST = 15;

const draw = drawing(template);

/** Who did what with an alias, when and why; newest first. */
export function historyCard({ alias, entries }: AliasHistory): Drawn {
  const newest = entries.toReversed().slice(0, SHOWN_MOST);
  const left = entries.length - newest.length;
  const card = draw({
    title: 'History of an AWS root alias',
    ...ALIAS_LOOKS[alias.state],
    alias: aliasText(alias),
    entries: newest.map(entryOf),
    hasMore: left > 0 || entries.length === 0,
    more: runsOf(moreWords(entries.length, left)),
  });
  return { card, summary: 'The history of an AWS root alias.' };
}

function moreWords(all: number, left: number): string {
  if (all === 0) return 'Nothing has been done with it since Rootdesk keeps the register.';
  if (left === 0) return '';
  return `${left} older ${left === 1 ? 'entry is' : 'entries are'} not shown. An administrator can export them all.`;
}

/** What is done with mails of an alias says what it is by its name. */
const ACTION_WORDS: Readonly<Partial<Record<AuditAction, string>>> = {
  add: 'Added to the pool',
  allot: 'Allotted',
  bind: 'Account bound',
  transfer: 'Transferred',
  take: 'Taken over',
  move: 'Moved to another channel',
  release: 'Released',
  free: 'Free again',
  'aws-wrote': 'AWS wrote to it: an account uses it',
  submit: 'Requested',
  approve: 'Request approved',
  deny: 'Request denied',
  cancel: 'Request canceled',
  expire: 'Request expired',
  remind: 'Approvers reminded',
  'pool-empty': 'Pool was empty',
  link: 'Channel linked',
  unlink: 'Channel unlinked',
  adopt: 'Taken over from the old table',
};

function entryOf({ at, actor, action, before, after, reason }: AuditEntry): Fields {
  const change = [before, after].map((state) => plain(state, 200)).filter((state) => state !== '');
  return {
    what: ACTION_WORDS[action] ?? inWords(action),
    by: ` by ${actorName(actor)}`,
    at: ` · ${moment(at)}`,
    change: change.join(' → '),
    reason: plain(reason, 300),
  };
}

/** `reveal-asked` as `Reveal asked`. */
function inWords(action: string): string {
  return action.charAt(0).toUpperCase() + action.slice(1).replaceAll('-', ' ');
}

/** Who did it, as people know them. */
export function actorName(actor: Actor): string {
  const name = plain(actor.name, 80) || 'someone';
  switch (actor.kind) {
    case 'person':
      return name;
    case 'client':
      return `the API client ${name}`;
    case 'system':
      return `Rootdesk (${name})`;
  }
}
