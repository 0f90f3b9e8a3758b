import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import {
  billingMail,
  passwordResetMail,
  phishingMail,
  unclearMail,
  type SampleMail,
} from '../local/sample-mail.ts';
import { carriedBy } from '../harness/card.ts';
import { APPROVALS, APPROVERS, CHANNELS, TRIAGE, UNKNOWN_ALIAS, type Person } from './company.ts';
import { mailOn } from './mailbox.ts';
import { persist, sees, type Office, type OwnedAlias } from './office.ts';
import type { EventOf, MailKind } from './events.ts';
import { isRoot, type Standing } from '../harness/recorder.ts';
import { click } from './teams-client.ts';

/** The journey of one mail: AWS writes, and the team does what the plan says. */
export async function mailStory(office: Office, event: EventOf<'mail'>): Promise<void> {
  const name = nameOf(event.number);
  const to = recipients(office, event);
  const places =
    to.length === 0 || event.what === 'forged'
      ? [TRIAGE.id]
      : [...new Set(to.map(({ channel }) => channel.id))];
  const secret = event.what === 'reset' ? `secret-of-${name}` : undefined;
  const addresses = to.length === 0 ? [UNKNOWN_ALIAS] : to.map(({ address }) => address);
  const sentAt = Date.now();
  await send(office, marked(SAMPLES[event.what](), name, secret), addresses);
  const aliasesACard = Math.max(1, to.length / places.length);
  office.mails.push({ name, sentAt, places, aliasesACard, secret });
  if (event.acknowledgedBy === 0 && !event.revealed) return;
  const [place] = places;
  const card = await cardOf(office, name, place);
  if (card === undefined) return;
  const members = CHANNELS.find(({ id }) => id === place)?.members ?? [];
  const acknowledging = members
    .slice(0, event.acknowledgedBy)
    .map((member) => acknowledge(office, member, card));
  const owner = to[0]?.owner;
  const revealing =
    event.revealed && owner !== undefined && secret !== undefined ? [reveal(office, owner, card)] : [];
  await Promise.all([...acknowledging, ...revealing]);
}

const SAMPLES: Readonly<Record<MailKind, () => SampleMail>> = {
  bill: billingMail,
  reset: passwordResetMail,
  unclear: unclearMail,
  forged: phishingMail,
  unknown: billingMail,
  'two-channels': billingMail,
  'two-aliases': billingMail,
};

/** The card of a mail in a channel, as soon as it is there. */
async function cardOf(
  office: Office,
  name: string,
  place: string | undefined,
): Promise<Standing | undefined> {
  let card: Standing | undefined;
  await persist(office, async () => {
    const names = await office.stand.mailbox.names();
    card = office.stand.recorder
      .messages()
      .find((message) => message.place === place && isRoot(message) && mailOn(names, message) === name);
    return card !== undefined;
  });
  return card;
}

const NAME_LETTERS = 'bcdfghjklm';
const NAME_DIGITS = 5;

/** Letters alone, so that no rule of the program takes it for a code. */
function nameOf(number: number): string {
  const digits = String(number).padStart(NAME_DIGITS, '0');
  return `Vessel-${digits.replaceAll(/\d/g, (digit) => NAME_LETTERS.charAt(Number(digit)))}`;
}

function marked(mail: SampleMail, name: string, secret: string | undefined): SampleMail {
  return {
    ...mail,
    subject: `${mail.subject} ${name}`,
    text: `${mail.text}\n\n${name}${secret === undefined ? '' : `\nhttps://signin.aws.amazon.com/resetpassword?token=${secret}`}`,
  };
}

/** Nobody for a mail to an alias that is in no pool. */
function recipients(office: Office, { what, target }: EventOf<'mail'>): readonly OwnedAlias[] {
  // What came before it was theirs is nobody's, and belongs in triage.
  const aliases = office.aliases.filter(({ since }) => since.getTime() < Date.now());
  const first = aliases[target % aliases.length];
  if (first === undefined || what === 'unknown') return [];
  const others = aliases.filter(({ address, channel }) =>
    what === 'two-channels'
      ? channel !== first.channel
      : address !== first.address && channel === first.channel,
  );
  const other =
    what === 'two-channels' || what === 'two-aliases' ? others[target % others.length] : undefined;
  return other === undefined ? [first] : [first, other];
}

async function send({ stand }: Office, mail: SampleMail, to: readonly string[]): Promise<void> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: stand.smtpPort,
    secure: false,
    ignoreTLS: true,
  });
  await transport.sendMail({ ...mail, to: [...to] });
  transport.close();
}

async function acknowledge(office: Office, by: Person, card: Standing): Promise<void> {
  const ledgerId = carriedBy(card.everButtons, 'acknowledge-mail', 'ledgerId');
  // Nobody presses what is not there: most mail is nothing to acknowledge.
  if (ledgerId === '') return;
  await persist(office, async () => {
    const answer = await click(office, by, card, 'acknowledge-mail');
    if (answer.kind !== 'card' || answer.buttons.has('acknowledge-mail')) return false;
    const isDone = answer.text.includes(by.name) || /acknowledged/i.test(answer.text);
    if (isDone) office.told.push({ kind: 'acknowledged', ledgerId });
    return isDone;
  });
}

const APPROVER_THINKS_MS = 300;

/** The owner wants to read it, and an approver who is somebody else agrees. */
async function reveal(office: Office, owner: Person, card: Standing): Promise<void> {
  const ledgerId = carriedBy(card.everButtons, 'reveal-mail', 'ledgerId');
  if (ledgerId === '') return;
  const wanted = await persist(
    office,
    async () => (await click(office, owner, card, 'reveal-mail')).kind === 'card',
  );
  if (!wanted) return;
  const question = await sees(
    office,
    ({ place, everButtons }) =>
      place === APPROVALS.id && carriedBy(everButtons, 'agree-reveal', 'ledgerId') === ledgerId,
  );
  const by = APPROVERS.find(({ id }) => id !== owner.id);
  if (question === undefined || by === undefined) return;
  await pause(APPROVER_THINKS_MS);
  await persist(office, async () => {
    const answer = await click(office, by, question, 'agree-reveal');
    return answer.kind === 'card' && !answer.buttons.has('agree-reveal');
  });
}
