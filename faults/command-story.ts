import { people } from './company.ts';
import { sees, type Office } from './office.ts';
import type { EventOf } from './events.ts';
import { chatOf } from '../harness/recorder.ts';
import { say } from './teams-client.ts';

/** What an answer says, whatever else it says. */
const ANSWERS: Readonly<Record<EventOf<'command'>['text'], RegExp>> = {
  help: /write|command/i,
  aliases: /alias/i,
  mail: /mail/i,
};
/** Teams shows that the bot is typing for no longer. */
const ANSWER_MS = 20_000;

/** Somebody writes a command, once: an answer comes, or they find out that none does. */
export async function commandStory(
  office: Office,
  { person: number, text }: EventOf<'command'>,
): Promise<void> {
  const person = people[number % people.length];
  if (person === undefined) return;
  const at = Date.now();
  if (!(await say(office, person, text))) return;
  const answer = await sees(
    office,
    ({ place, postedAt, firstText }) =>
      place === chatOf(person.id) && postedAt >= at && ANSWERS[text].test(firstText),
    ANSWER_MS,
  );
  if (answer === undefined) office.unanswered.push(text);
}
