import { noteCard } from '../../cards/index.ts';
import { Refusal } from '../../src/store/refusal.ts';
import type { Person } from '../../src/people/person.ts';
import type { Grant } from '../../src/rights/grant.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { drawAlias } from '../turn/draw-alias.ts';
import { drawTransferQuestion, REASON_MOST } from '../turn/draw-question.ts';
import { textOf } from '../turn/spoken.ts';
import type { Said, Turn } from '../turn/turn.ts';
import { ALIAS, type Argument } from './argument.ts';
import { command } from './command.ts';
import { recipientIn } from './recipient.ts';

/** All words after the alias: what they mean depends on the order in which they name people. */
const RECIPIENT: Argument<readonly string[]> = {
  label: '<mail>',
  meaning: 'The mail address of the new owner, or a mention of them; a reason may follow.',
  example: 'grace@company.com',
  read: ({ words }) => ({ value: words, rest: [] }),
};

const HOW =
  'Nothing was changed. To give it to a person, write `transfer <alias> <mail>`. To have its mail posted in a channel, mention Rootdesk in that channel and write `transfer <alias> here`.';
const UNCLEAR = {
  several: 'To whom of them?',
  'here-too': 'To somebody, or to this channel?',
} as const;
const UNDERSTOOD_MOST = 100;

type TransferUses = Uses<'rights' | 'aliases' | 'channels' | 'directory'>;

export const transfer = command({
  name: 'transfer',
  description: 'Give an alias to another person; asks first. In a channel you can move its mail there.',
  takes: { alias: ALIAS, recipient: RECIPIENT },
  variants: [
    {
      usage: 'transfer <alias> here',
      description: 'In a channel: post the mail of this alias here from now on.',
    },
  ],
  async run(deps: TransferUses, turn, { alias, recipient }) {
    const grant = await deps.rights.grant('transfer', turn.caller, alias);
    const wanted = recipientIn(recipient);
    switch (wanted.kind) {
      case 'mail': {
        const person = await personWith(deps, turn, wanted.mail);
        return drawTransferQuestion(deps, grant, { owner: person, reason: reasonOf(turn, wanted.reason) });
      }
      case 'mention': {
        const person = await personMentioned(deps, turn, wanted.mention);
        if (person === undefined) return whichAddress(turn, recipient);
        return drawTransferQuestion(deps, grant, { owner: person, reason: reasonOf(turn, wanted.reason) });
      }
      case 'here':
        return toChannel(deps, turn, grant, reasonOf(turn, wanted.reason));
      case 'nothing':
        return noteCard('To whom?', HOW);
      case 'unclear':
        return wanted.because === 'no-address'
          ? whichAddress(turn, recipient)
          : noteCard(UNCLEAR[wanted.because], HOW);
    }
  },
});

/** A name is nobody for certain, and a guess would give somebody the codes of an account. */
function whichAddress({ mentioned }: Turn, words: readonly string[]): Said {
  const text = textOf(words, mentioned).replaceAll('`', '').slice(0, UNDERSTOOD_MOST);
  return noteCard(
    'Who is that?',
    `I read “${text}”, and cannot tell for certain who or what that is. Write their mail address instead. ${HOW}`,
  );
}

function reasonOf({ mentioned }: Turn, words: readonly string[]): string {
  return textOf(words, mentioned).slice(0, REASON_MOST);
}

async function toChannel(
  deps: TransferUses,
  { place }: Turn,
  grant: Grant<'transfer'>,
  reason: string,
): Promise<Said> {
  if (place.kind !== 'channel') return noteCard('Not here', HOW);
  const moved = await deps.aliases.transfer(grant, { channelId: place.channelId }, reason);
  return drawAlias(deps, moved, {
    title: 'This channel owns the alias now',
    lead: 'Mail that AWS sends to it is posted here from now on. Its owner stays the same.',
  });
}

/** @throws {Refusal} person-unknown {@link DirectoryUnavailable} */
async function personWith({ directory }: TransferUses, { signal }: Turn, mail: string): Promise<Person> {
  const person = await directory.personByMail(mail, signal);
  if (person !== undefined) return person;
  throw new Refusal('person-unknown', `Nobody in your company has the address ${mail}.`);
}

/** Never by the name that is shown: by the id that Teams gives, and what the directory has for it. */
async function personMentioned(
  { directory }: TransferUses,
  turn: Turn,
  place: number,
): Promise<Person | undefined> {
  const mention = turn.mentioned[place];
  const id = mention === undefined ? undefined : await turn.memberId(mention);
  return id === undefined ? undefined : directory.person(id, turn.signal);
}
