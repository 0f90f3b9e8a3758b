import { setTimeout as pause } from 'node:timers/promises';
import { carriedBy } from '../harness/card.ts';
import { APPROVALS, APPROVERS, ASKERS, type Channel, type Person } from './company.ts';
import { noteOwned, persist, sees, type Office } from './office.ts';
import type { EventOf } from './events.ts';
import { chatOf, type Standing } from '../harness/recorder.ts';
import { click, say, type Answer } from './teams-client.ts';

/** How long somebody waits for a form, or looks at a card that says that it takes longer. */
const PATIENCE_MS = 5_000;

/** The journey of one alias: somebody asks, and whoever the plan says settles it. */
export async function requestStory(office: Office, event: EventOf<'request'>): Promise<void> {
  const { person, channel } = ASKERS[event.asker % ASKERS.length] ?? {};
  if (person === undefined || channel === undefined) return;
  const form = await formFor(office, person);
  if (form === undefined) return;
  const requestId = carriedBy(form.everButtons, 'submit-request', 'requestId');
  const wish = {
    accountName: `acct-${event.number}`,
    purpose: 'a place to try things',
    environment: 'development',
    channelId: channel.id,
  };
  if (
    !(await persist(office, async () =>
      submitted(office, requestId, await click(office, person, form, 'submit-request', wish, event.twice)),
    ))
  )
    return;
  await pause(event.thinksMs);
  await settle(office, event, { requestId, person, form });
  if (event.end.startsWith('approve')) await noteAlias(office, { requestId, person, channel });
}

async function formFor(office: Office, person: Person): Promise<Standing | undefined> {
  let form: Standing | undefined;
  await persist(office, async () => {
    if (!(await say(office, person, 'request'))) return false;
    form = await sees(office, (message) => takesForm(office, person, message), PATIENCE_MS);
    return form !== undefined;
  });
  return form;
}

/** Whether it is a form that nobody has: then this one has it from now on. */
function takesForm({ takenForms }: Office, person: Person, { place, buttons }: Standing): boolean {
  const requestId = carriedBy(buttons, 'submit-request', 'requestId');
  if (place !== chatOf(person.id) || requestId === '' || takenForms.has(requestId)) return false;
  takenForms.add(requestId);
  return true;
}

async function submitted(office: Office, requestId: string, answer: Answer): Promise<boolean> {
  if (answer.kind === 'card') {
    const isTaken = carriedBy(answer.buttons, 'cancel-request', 'requestId') === requestId;
    if (isTaken) office.told.push({ kind: 'submitted', requestId });
    // Taken and settled already: a receipt without a button.
    return (
      isTaken || (answer.buttons.size === 0 && answer.text.includes('Your request for an AWS root alias'))
    );
  }
  if (answer.kind === 'none') return false;
  await pause(PATIENCE_MS);
  return isInApprovals(office, requestId);
}

function isInApprovals(office: Office, requestId: string): boolean {
  return office.stand.recorder
    .messages()
    .some(({ everButtons }) => carriedBy(everButtons, 'approve', 'requestId') === requestId);
}

interface Asked {
  readonly requestId: string;
  readonly person: Person;
  readonly form: Standing;
}

async function settle(office: Office, event: EventOf<'request'>, asked: Asked): Promise<void> {
  const [one, other] = APPROVERS;
  if (one === undefined || other === undefined) return;
  const approve = (by: Person): Promise<void> =>
    decide(office, by, 'approve', { ...asked, comment: event.comment, twice: event.twice });
  const deny = (by: Person): Promise<void> =>
    decide(office, by, 'deny', { ...asked, comment: 'not now', twice: event.twice });
  switch (event.end) {
    case 'approve':
      return approve(one);
    case 'approve-by-two':
      await Promise.all([approve(one), approve(other)]);
      return;
    case 'approve-and-deny':
      await Promise.all([approve(one), deny(other)]);
      return;
    case 'deny':
      return deny(other);
    case 'cancel':
      return cancel(office, asked);
    case 'cancel-and-approve':
      await Promise.all([cancel(office, asked), approve(one)]);
      return;
    case 'left':
  }
}

async function decide(
  office: Office,
  by: Person,
  verb: 'approve' | 'deny',
  { requestId, comment, twice }: { requestId: string; comment: string; twice: boolean },
): Promise<void> {
  let card: Standing | undefined;
  await persist(office, async () => {
    card = office.stand.recorder
      .messages()
      .find(
        ({ place, everButtons }) =>
          place === APPROVALS.id && carriedBy(everButtons, verb, 'requestId') === requestId,
      );
    // Of what was canceled in time nobody asks them.
    return (
      card !== undefined ||
      office.told.some((told) => told.kind === 'settled' && told.requestId === requestId)
    );
  });
  const shown = card;
  if (shown === undefined) return;
  await persist(office, async () => {
    const answer = await click(office, by, shown, verb, { comment }, twice);
    return settled(office, requestId, answer, verb);
  });
}

async function cancel(office: Office, { requestId, person, form }: Asked): Promise<void> {
  await persist(office, async () => {
    const answer = await click(office, person, form, 'cancel-request', { requestId });
    return settled(office, requestId, answer, 'cancel-request');
  });
}

/** Whether the answer says that the request is settled, by this click or before it. */
async function settled(office: Office, requestId: string, answer: Answer, verb: string): Promise<boolean> {
  if (answer.kind === 'none') return false;
  if (answer.kind === 'sentence') {
    await pause(PATIENCE_MS);
    return false;
  }
  const isShown = /for an AWS root alias/.test(answer.text) && !answer.buttons.has(verb);
  if (isShown) office.told.push({ kind: 'settled', requestId });
  return isShown;
}

const ALIAS = /\baws_[0-9a-f-]{36}@\S+/;

/** Once the asker reads the alias, AWS writes to it. */
async function noteAlias(
  office: Office,
  { requestId, person, channel }: { requestId: string; person: Person; channel: Channel },
): Promise<void> {
  const card = await sees(
    office,
    ({ place, text, everButtons }) =>
      place === APPROVALS.id &&
      carriedBy(everButtons, 'approve', 'requestId') === requestId &&
      ALIAS.test(text),
    PATIENCE_MS,
  );
  const address = ALIAS.exec(card?.text ?? '')?.[0];
  if (address !== undefined) await noteOwned(office, { address, channel, owner: person });
}
