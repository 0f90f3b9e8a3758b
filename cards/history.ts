import type { AuditAction, AuditEntry } from '../src/store/audit.ts';
import type { Actor } from '../src/people/person.ts';
import { ALIAS_LOOKS, aliasText, type AliasWithChannel } from './alias.ts';
import { drawing, type Drawn, type Fields } from './draw.ts';
import { runsOf } from './runs.ts';
import { joined, plain, say, type CardText, type Words } from './text.ts';
import { moment } from './time.ts';
import template from './history.json' with { type: 'json' };

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
    title: say`History of an AWS root alias`,
    ...ALIAS_LOOKS[alias.state],
    alias: aliasText(alias),
    entries: newest.map(entryOf),
    hasMore: left > 0 || entries.length === 0,
    more: runsOf(moreWords(entries.length, left)),
  });
  return { card, summary: say`The history of an AWS root alias.` };
}

function moreWords(all: number, left: number): string {
  if (all === 0) return say`Nothing has been done with it since Rootdesk keeps the register.`;
  if (left === 0) return '';
  return `${left} older ${left === 1 ? 'entry is' : 'entries are'} not shown. An administrator can export them all.`;
}

/** What is done with mails of an alias says what it is by its name. */
const ACTION_WORDS: Readonly<Partial<Record<AuditAction, Words>>> = {
  add: say`Added to the pool`,
  allot: say`Allotted`,
  bind: say`Account bound`,
  transfer: say`Transferred`,
  take: say`Taken over`,
  move: say`Moved to another channel`,
  release: say`Released`,
  free: say`Free again`,
  'aws-wrote': say`AWS wrote to it: an account uses it`,
  submit: say`Requested`,
  approve: say`Request approved`,
  deny: say`Request denied`,
  cancel: say`Request canceled`,
  expire: say`Request expired`,
  remind: say`Approvers reminded`,
  'pool-empty': say`Pool was empty`,
  link: say`Channel linked`,
  unlink: say`Channel unlinked`,
  'owner-unreached': say`New owner could not be told`,
  adopt: say`Taken over from the old table`,
};

function entryOf({ at, actor, action, before, after, reason }: AuditEntry): Fields {
  return {
    what: ACTION_WORDS[action] ?? inWords(action),
    by: say` by ${actorName(actor)}`,
    at: say` · ${moment(at)}`,
    change: joined([plain(before, 200), plain(after, 200)], ' → '),
    reason: plain(reason, 300),
  };
}

/** `reveal-asked` as `Reveal asked`. */
function inWords(action: string): CardText {
  return plain(action.charAt(0).toUpperCase() + action.slice(1).replaceAll('-', ' '), 60);
}

/** Who did it, as people know them. */
export function actorName(actor: Actor): CardText {
  const name = plain(actor.name, 80) || say`someone`;
  switch (actor.kind) {
    case 'person':
      return name;
    case 'client':
      return say`the API client ${name}`;
    case 'system':
      return say`Rootdesk (${name})`;
  }
}
