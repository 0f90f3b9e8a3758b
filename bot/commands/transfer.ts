import { noteCard } from '../../cards/index.ts';
import { Refusal } from '../../src/aliases/errors.ts';
import type { Person } from '../../src/people.ts';
import type { Grant } from '../../src/rights/grant.ts';
import { textOf } from '../teams/activity.ts';
import { drawAlias, drawTransferQuestion } from '../turn/draw-alias.ts';
import type { Command, Said, Turn } from '../turn/turn.ts';
import { REASON_MOST } from '../actions/card-data.ts';
import { asked, type Asked } from './transfer-words.ts';
import { aliasIn } from './address-in.ts';
import { EXAMPLE_ALIAS, usageCard } from './usage.ts';

export const transfer: Command = {
  name: 'transfer',
  usage: 'transfer <alias> <mail>',
  description: 'Give an alias to another person; asks first. In a channel you can move its mail there.',
  variants: [
    {
      usage: 'transfer <alias> here',
      description: 'In a channel: post the mail of this alias here from now on.',
    },
  ],
  async run(turn, [word, ...rest]) {
    const address = aliasIn(word);
    const example = `transfer ${EXAMPLE_ALIAS} grace@company.com`;
    if (address === undefined) return usageCard(transfer.usage, example);
    const grant = await turn.parts.rights.grant('transfer', turn.caller, address);
    const wanted = asked(rest);
    switch (wanted.kind) {
      case 'mail':
        return toPerson(turn, grant, await personWith(turn, wanted.mail), wanted.reason);
      case 'mention': {
        const person = await personMentioned(turn, wanted.mention);
        return person === undefined ? whichAddress(rest, turn) : toPerson(turn, grant, person, wanted.reason);
      }
      case 'here':
        return toChannel(turn, grant, wanted);
      case 'nothing':
        return noteCard('To whom?', HOW);
      case 'unclear':
        return wanted.because === 'no-address'
          ? whichAddress(rest, turn)
          : noteCard(UNCLEAR[wanted.because], HOW);
    }
  },
};

const HOW = `Nothing was changed. To give it to a person, write \`${transfer.usage}\`. To have its mail posted in a channel, mention Rootdesk in that channel and write \`transfer <alias> here\`.`;
const UNCLEAR = {
  several: 'To whom of them?',
  'here-too': 'To somebody, or to this channel?',
} as const;
const UNDERSTOOD_MOST = 100;

/** A name is nobody for certain, and a guess would give somebody the codes of an account. */
function whichAddress(words: readonly string[], turn: Turn): Said {
  const text = textOf(words, turn.mentioned).replaceAll('`', '').slice(0, UNDERSTOOD_MOST);
  return noteCard(
    'Who is that?',
    `I read “${text}”, and cannot tell for certain who or what that is. Write their mail address instead. ${HOW}`,
  );
}

function toPerson(
  turn: Turn,
  grant: Grant<'transfer'>,
  owner: Person,
  words: readonly string[],
): Promise<Said> {
  const reason = textOf(words, turn.mentioned).slice(0, REASON_MOST);
  return drawTransferQuestion(turn, grant, { owner, reason });
}

async function toChannel(
  turn: Turn,
  grant: Grant<'transfer'>,
  wanted: Extract<Asked, { kind: 'here' }>,
): Promise<Said> {
  const { place } = turn;
  if (place.kind !== 'channel') return noteCard('Not here', HOW);
  const reason = textOf(wanted.reason, turn.mentioned).slice(0, REASON_MOST);
  const moved = await turn.parts.aliases.transfer(grant, { channelId: place.channelId }, reason);
  return drawAlias(turn, moved, {
    title: 'This channel owns the alias now',
    lead: 'Mail that AWS sends to it is posted here from now on. Its owner stays the same.',
  });
}

/** @throws {Refusal} person-unknown {@link DirectoryUnavailable} */
async function personWith(turn: Turn, mail: string): Promise<Person> {
  const person = await turn.parts.directory.personByMail(mail, turn.signal);
  if (person !== undefined) return person;
  throw new Refusal('person-unknown', `Nobody in your company has the address ${mail}.`);
}

/** Never by the name that is shown: by the id that Teams gives, and what the directory has for it. */
async function personMentioned(turn: Turn, place: number): Promise<Person | undefined> {
  const mention = turn.mentioned[place];
  const id = mention === undefined ? undefined : await turn.memberId(mention);
  return id === undefined ? undefined : turn.parts.directory.person(id, turn.signal);
}
