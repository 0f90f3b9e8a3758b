import { setTimeout as pause } from 'node:timers/promises';
import { allot } from './api-story.ts';
import { carriedBy } from '../harness/card.ts';
import { ASKERS, type Person } from './company.ts';
import { persist, sees, type Office } from './office.ts';
import type { EventOf } from './events.ts';
import { chatOf, type Standing } from '../harness/recorder.ts';
import { click, say } from './teams-client.ts';

const PATIENCE_MS = 5_000;
const VERBS = { release: 'release-alias', transfer: 'confirm-transfer' } as const;

/** What becomes of an alias in chat: its owner gives it back, or to somebody else of their team. */
export async function aliasStory(office: Office, event: EventOf<'alias'>): Promise<void> {
  const { person: owner, channel } = ASKERS[event.asker % ASKERS.length] ?? {};
  if (owner === undefined || channel === undefined) return;
  const address = await allot(office, {
    key: `alias ${event.number}`,
    owner,
    channel,
    keepsOwner: event.what === 'release',
  });
  if (address === undefined) return;
  const next = channel.members.find(({ id }) => id !== owner.id) ?? owner;
  const words = event.what === 'release' ? `release ${address}` : `transfer ${address} ${next.mail}`;
  const verb = VERBS[event.what];
  const question = await ask(office, owner, words, address, verb);
  if (question === undefined) return;
  const isDone = async (): Promise<boolean> => {
    const alias = (await office.stand.register.aliasByAddress(address))?.value;
    return event.what === 'release' ? alias?.state !== 'allotted' : alias?.owner?.mail === next.mail;
  };
  await persist(office, async () => {
    const answer = await click(office, owner, question, verb, {}, event.twice);
    if (answer.kind === 'card' && !answer.buttons.has(verb) && answer.text.includes(address)) {
      const isRelease = event.what === 'release';
      office.told.push(
        isRelease ? { kind: 'released', address } : { kind: 'transferred', address, ownerMail: next.mail },
      );
      return true;
    }
    // A sentence is a refusal, or says that it takes longer. Whoever gave it on already has no right to it any more.
    if (answer.kind === 'sentence') await pause(PATIENCE_MS);
    return answer.kind !== 'none' && (await isDone());
  });
}

async function ask(
  office: Office,
  person: Person,
  words: string,
  address: string,
  verb: string,
): Promise<Standing | undefined> {
  const aliasId = /^aws_([^@]+)@/.exec(address)?.[1] ?? '';
  let question: Standing | undefined;
  await persist(office, async () => {
    await say(office, person, words);
    question = await sees(
      office,
      ({ place, everButtons }) =>
        place === chatOf(person.id) && carriedBy(everButtons, verb, 'aliasId') === aliasId,
      PATIENCE_MS,
    );
    return question !== undefined;
  });
  return question;
}
