import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { billingMail, passwordResetMail, type SampleMail } from '../local/sample-mail.ts';
import { sendClick, sendMessage } from './activities.ts';
import { carriedBy } from './card.ts';
import { itemAt, type Company, type Employee, type OwnedAlias } from './company.ts';
import { chatOf, type Standing } from './recorder.ts';
import type { Stand } from './stand.ts';

/** What can be timed of what people, pipelines and AWS do, in milliseconds. */
export type Timed = 'mail' | 'click' | 'command' | 'call';

/** People, pipelines and AWS at a stand: each does one thing from its beginning to its end. */
export interface PeopleAtWork extends Disposable {
  /** AWS writes a bill; timed from the SMTP server's yes to the card in Teams. */
  bill(index: number): Promise<void>;
  /** AWS writes a mail that somebody has to acknowledge, and they do. */
  urgent(index: number): Promise<void>;
  /** Somebody asks for an alias, and an approver says yes. */
  request(index: number): Promise<void>;
  command(index: number): Promise<void>;
  /** A pipeline looks an alias up. */
  call(index: number): Promise<void>;
}

/** Whatever takes longer did not come. */
const PATIENCE_MS = 60_000;
const COMMANDS = ['aliases', 'mail', 'help', 'requests'] as const;

/**
 * @param took told how long each thing took
 * @throws from each of them {@link Error} when what should come does not
 */
export function peopleAtWork(
  stand: Stand,
  company: Company,
  took: (what: Timed, ms: number) => void,
): PeopleAtWork {
  const { teams, recorder } = stand;
  const transport = createTransport({
    host: '127.0.0.1',
    port: stand.smtpPort,
    secure: false,
    ignoreTLS: true,
    pool: true,
  });
  const busy = new Set<OwnedAlias>();

  async function send(mail: SampleMail, { address }: OwnedAlias): Promise<void> {
    await transport.sendMail({ ...mail, to: [address] });
  }

  /** A message that is posted from now on. */
  function posted(isIt: (message: Standing) => boolean): Promise<Standing> {
    const found = Promise.withResolvers<Standing>();
    const stop = recorder.watch((message) => {
      if (isIt(message)) found.resolve(message);
    });
    const late = setTimeout(() => found.reject(new Error('a message did not come')), PATIENCE_MS);
    return found.promise.finally(() => {
      stop();
      clearTimeout(late);
    });
  }

  /** Sends it to nobody to whom one is under way: withheld mails are told apart by their alias alone. */
  async function arrive(mail: SampleMail, alias: OwnedAlias): Promise<Standing> {
    while (busy.has(alias)) await pause(50);
    busy.add(alias);
    try {
      const card = posted(
        ({ place, text, changedAt, postedAt }) =>
          place === alias.channel.id && changedAt === postedAt && text.includes(alias.address),
      );
      card.catch(() => undefined);
      await send(mail, alias);
      const acceptedAt = performance.now();
      const message = await card;
      took('mail', performance.now() - acceptedAt);
      return message;
    } finally {
      busy.delete(alias);
    }
  }

  async function click(
    sender: Employee,
    card: Parameters<typeof sendClick>[2],
    verb: string,
    data: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const began = performance.now();
    const answer = await sendClick(teams, sender, card, { verb, data });
    took('click', performance.now() - began);
    if (answer === undefined) throw new Error(`a click was not answered: ${verb}`);
  }

  return {
    async bill(index) {
      await arrive(billingMail(), itemAt(company.owned, index));
    },
    async urgent(index) {
      const alias = itemAt(company.owned, index);
      const card = await arrive(passwordResetMail(), alias);
      const data = card.buttons.get('acknowledge-mail') ?? {};
      await click(alias.owner, { ...card, channel: alias.channel }, 'acknowledge-mail', data);
    },
    async request(index) {
      const asker = itemAt(company.askers, index);
      const isForm = ({ place, buttons }: Standing): boolean =>
        place === chatOf(asker.id) && buttons.has('submit-request');
      const comes = posted(isForm);
      comes.catch(() => undefined);
      await sendMessage(teams, asker, 'request');
      const form = await comes;
      const requestId = carriedBy(form.buttons, 'submit-request', 'requestId');
      const asked = posted(({ buttons }) => carriedBy(buttons, 'approve', 'requestId') === requestId);
      asked.catch(() => undefined);
      await click(asker, form, 'submit-request', {
        requestId,
        accountName: `account of ${requestId}`,
        purpose: 'a place to try things',
        environment: 'development',
        channelId: itemAt(company.owning, index).id,
      });
      const card = { ...(await asked), channel: company.approvals };
      await click(itemAt(company.approvers, index), card, 'approve', { requestId, comment: '' });
    },
    async command(index) {
      const began = performance.now();
      const isTaken = await sendMessage(teams, itemAt(company.askers, index), itemAt(COMMANDS, index));
      took('command', performance.now() - began);
      if (!isTaken) throw new Error('a command was not taken');
    },
    async call(index) {
      const { address } = itemAt(company.owned, index);
      const began = performance.now();
      const path = `/api/getAwsRootAccount?${new URLSearchParams({ aws_mail: address }).toString()}`;
      const answer = await fetch(`${teams.url}${path}`, { headers: { 'x-functions-key': stand.apiKey } });
      await answer.arrayBuffer();
      took('call', performance.now() - began);
      if (!answer.ok) throw new Error(`the API answered ${answer.status}`);
    },
    [Symbol.dispose]() {
      transport.close();
    },
  };
}
