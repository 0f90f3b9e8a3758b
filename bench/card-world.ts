import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { sendClick, type CardPlace, type Sender, type TeamsSide } from '../harness/activities.ts';
import { carriedBy } from '../harness/card.ts';
import { chatOf, startRecorder, type Standing } from '../harness/recorder.ts';
import { startTokenService } from '../harness/token-service.ts';
import { sha256Of } from '../local/api-key.ts';
import { startAzurite } from '../local/azurite.ts';
import { startGraphServer } from '../local/graph/server.ts';
import { findFreePort } from '../local/ports.ts';
import { companyOf, itemAt } from '../harness/company.ts';
import { openStandTable } from '../harness/register.ts';
import { settle } from '../harness/settle.ts';
import { startChild, type Child } from './child.ts';

/** A click that somebody is about to make. */
export interface Pressed {
  readonly sender: Sender;
  readonly card: CardPlace;
  readonly action: { readonly verb: string; readonly data: Readonly<Record<string, unknown>> };
}

/** A company around the program, whose people can all click at once. */
export interface CardWorld extends AsyncDisposable {
  readonly program: Child;
  readonly clicksAtOnce: number;
  /** Everybody's form, filled in. */
  forms(newRequestId: () => string): Promise<readonly Pressed[]>;
  /** A yes to each request that waits. */
  requests(): readonly Pressed[];
  /** An acknowledgment of each of as many urgent mails, which have just come. */
  mails(round: number): Promise<readonly Pressed[]>;
  /** Whether it is answered in time. @throws {Error} when it is answered with a card that still has the button */
  press(pressed: Pressed): Promise<boolean>;
}

/** As many people click at once, and as many mails are acknowledged. */
const CLICKS_AT_ONCE = 100;
const CHANNELS = 20;
const APP_ID = '0f8d7c6b-2222-4c47-9a33-00000000000b';
const ISSUER = 'https://api.botframework.com';
const GRAPH_PAGE = 50;
const nothing = z.object({});

/** @param free aliases to be asked for */
export async function openCardWorld(free: number): Promise<CardWorld> {
  const company = companyOf({ askers: CLICKS_AT_ONCE, channels: CHANNELS, owned: CLICKS_AT_ONCE, free });
  const folder = await mkdtemp(join(tmpdir(), 'rootdesk-card-'));
  const azurite = await startAzurite({ port: 0 });
  const graph = await startGraphServer({
    port: 0,
    stateFolder: join(folder, 'mailbox'),
    directory: company.directory,
    mailboxes: company.mailboxes,
    largestPage: GRAPH_PAGE,
  });
  const recorder = await startRecorder(company.teams);
  const tokens = await startTokenService();
  const serviceUrl = `${recorder.url}/`;
  const { connectionString } = azurite;
  const table = await openStandTable(connectionString);
  await settle(table, company, serviceUrl);
  const port = await findFreePort();
  const program = startChild(new URL('card-program.ts', import.meta.url), {
    settings: {
      port,
      tableConnectionString: connectionString,
      graphUrl: graph.url,
      tokenUrl: graph.tokenUrl,
      logFile: join(folder, 'log'),
      apiKeySha256: sha256Of(randomUUID()),
    },
    tokens: { appId: APP_ID, issuer: ISSUER, openIdMetadataUrl: tokens.openIdMetadataUrl },
    serviceUrl,
  });
  await program.ask({ do: 'work-off' }, nothing);
  const authorization = tokens.token({ iss: ISSUER, aud: APP_ID, serviceurl: serviceUrl });
  const teams: TeamsSide = { url: `http://127.0.0.1:${port}`, serviceUrl, authorization };

  const cardsWith = (verb: string): readonly Standing[] =>
    recorder.messages().filter(({ buttons }) => buttons.has(verb));

  return {
    program,
    clicksAtOnce: CLICKS_AT_ONCE,
    async forms(newRequestId) {
      return company.askers.map((sender, index) => {
        const requestId = newRequestId();
        const card = recorder.stand(chatOf(sender.id));
        const typed = { accountName: `account ${requestId}`, purpose: 'bench', environment: 'development' };
        const data = { requestId, ...typed, channelId: itemAt(company.owning, index).id };
        return { sender, card, action: { verb: 'submit-request', data } };
      });
    },
    requests: () =>
      cardsWith('approve').map((message, index) => {
        const data = { requestId: carriedBy(message.buttons, 'approve', 'requestId'), comment: '' };
        const card = { ...message, channel: company.approvals };
        return { sender: itemAt(company.approvers, index), card, action: { verb: 'approve', data } };
      }),
    async mails(round) {
      for (const [index, { address: to }] of company.owned.entries())
        await graph.deliver(urgentMail(`${round}-${index}`, to), [to]);
      await program.ask({ do: 'sweep' }, nothing);
      const verb = 'acknowledge-mail';
      return cardsWith(verb).map((message, index) => {
        const channel = company.owning.find(({ id }) => id === message.place);
        const card = { ...message, ...(channel !== undefined && { channel }) };
        return {
          sender: itemAt(company.askers, index),
          card,
          action: { verb, data: message.buttons.get(verb) ?? {} },
        };
      });
    },
    async press({ sender, card, action }) {
      const answer = JSON.stringify((await sendClick(teams, sender, card, action)) ?? {});
      if (answer.includes(`"verb":"${action.verb}"`))
        throw new Error(`a click did not do what it should: ${action.verb}`);
      return answer.includes('"application/vnd.microsoft.card.adaptive"');
    },
    async [Symbol.asyncDispose]() {
      await program[Symbol.asyncDispose]();
      await Promise.all([graph.close(), recorder.close(), azurite.close(), tokens[Symbol.asyncDispose]()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function urgentMail(name: string, to: string): Buffer {
  const mime = [
    'From: Amazon Web Services <password-reset-no-reply@verify.signin.aws>',
    `To: ${to}`,
    `Subject: Amazon Web Services Password Assistance ${name}`,
    '',
    'We received a request to reset the password of the root user of your AWS account:',
    `https://signin.aws.amazon.com/resetpassword?type=RootUser&token=example-${name}`,
  ].join('\r\n');
  return Buffer.from(mime);
}
