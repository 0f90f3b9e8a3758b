import { noteCard, type Drawn } from '../../cards/index.ts';
import { Refusal } from '../../src/aliases/errors.ts';
import type { Person } from '../../src/people.ts';
import { drawAlias } from '../alias-seen.ts';
import type { Command, Turn } from '../turn.ts';
import { EXAMPLE_ALIAS, usageCard } from './usage.ts';

const REASON_MOST = 500;

export const transfer: Command = {
  name: 'transfer',
  usage: 'transfer <alias> <mail>',
  description: 'Give an alias to another person; in a channel you can move its mail there.',
  variants: [
    { usage: 'transfer <alias>', description: 'In a channel: post the mail of this alias here from now on.' },
  ],
  async run(turn, [address, ...rest]) {
    const example = `transfer ${EXAMPLE_ALIAS} grace@company.com`;
    if (address === undefined) return usageCard(transfer.usage, example);
    const { mail, reason } = destinationOf(rest);
    if (mail !== undefined) return toPerson(turn, address, mail, reason);
    if (turn.place.kind === 'channel') return toChannel(turn, address, turn.place.channelId, reason);
    return noteCard(
      'To whom?',
      `To give it to a person, write \`${transfer.usage}\`. To have its mail posted in another channel, mention Rootdesk in that channel and write \`transfer <alias>\`.`,
    );
  },
};

async function toPerson(turn: Turn, address: string, mail: string, reason: string): Promise<Drawn> {
  const grant = await turn.parts.rights.grant('transfer', turn.caller, address);
  const { id, name, mail: theirs } = await personWith(turn, mail);
  const owner = { id, name, mail: theirs };
  return drawAlias(turn, await turn.parts.aliases.transfer(grant, { owner }, reason), {
    title: 'The alias has a new owner',
    next: 'Its mail still goes to the same channel. To change that, mention Rootdesk in the new channel and write `transfer` and the address.',
  });
}

async function toChannel(turn: Turn, address: string, channelId: string, reason: string): Promise<Drawn> {
  const grant = await turn.parts.rights.grant('transfer', turn.caller, address);
  return drawAlias(turn, await turn.parts.aliases.transfer(grant, { channelId }, reason), {
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

/** `to` and `here` may be said, and whatever follows is the reason. */
function destinationOf(words: readonly string[]): { mail: string | undefined; reason: string } {
  const rest = words[0]?.toLowerCase() === 'to' ? words.slice(1) : words;
  const [first = ''] = rest;
  if (first.includes('@')) return { mail: first.toLowerCase(), reason: reasonOf(rest.slice(1)) };
  return { mail: undefined, reason: reasonOf(first.toLowerCase() === 'here' ? rest.slice(1) : rest) };
}

function reasonOf(words: readonly string[]): string {
  return words.join(' ').slice(0, REASON_MOST);
}
