import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { companyOf } from '../harness/company.ts';
import { peopleAtWork } from '../harness/people-at-work.ts';
import { startStand } from '../harness/stand.ts';
import { figureOf, type Figure } from './figure.ts';

/** How long a mail takes in the local stand: from the SMTP server's yes to its card at the Connector, in milliseconds. */
export interface MailBench {
  readonly acceptedToCardMs: Figure;
  /** The same while mail waits for a channel that never answers. */
  readonly besideSilentChannelMs: Figure;
  /** One point read of the table beside them. */
  readonly rawReadMs: Figure;
  /** How many mails wait for that channel. */
  readonly waitingForSilentChannel: number;
}

const MAILS = 40;
const WARM_UP = 10;
const WAITING = 20;
/** A mail now and then, so that each finds the program at rest. */
const GAP_MS = 250;
const CHANNELS = 10;
const ALIASES = 100;

/** Sends mails one by one through the whole stand: SMTP, mailbox, notification, sweep, delivery. */
export async function benchMail(): Promise<MailBench> {
  const folder = await mkdtemp(join(tmpdir(), 'rootdesk-mail-'));
  const company = companyOf({ askers: 10, channels: CHANNELS, owned: ALIASES, free: 0 });
  let times: number[] = [];
  const reads: number[] = [];
  try {
    await using stand = await startStand({ folder, company });
    using work = peopleAtWork(stand, company, (what, ms) => {
      if (what === 'mail') times.push(ms);
    });
    /** Of the channels but the first, each in turn. */
    const send = async (mails: number): Promise<readonly number[]> => {
      times = [];
      for (let number = 0; number < mails; number += 1) {
        await work.bill(number + Math.floor(number / (CHANNELS - 1)) + 1);
        const began = performance.now();
        await stand.table.get('bench', randomUUID());
        reads.push(performance.now() - began);
        await pause(GAP_MS);
      }
      return times;
    };
    await send(WARM_UP);
    const usual = await send(MAILS);
    const speak = stand.recorder.silence(company.owning[0]?.id ?? '');
    const waiting = Array.from({ length: WAITING }, (_, number) => work.bill(number * CHANNELS));
    const settled = Promise.allSettled(waiting);
    await pause(GAP_MS);
    const beside = await send(MAILS);
    speak();
    await settled;
    return {
      acceptedToCardMs: figureOf(usual),
      besideSilentChannelMs: figureOf(beside.slice(0, MAILS)),
      rawReadMs: figureOf(reads.slice(WARM_UP)),
      waitingForSilentChannel: WAITING,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
