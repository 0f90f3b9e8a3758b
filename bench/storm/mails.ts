import { accountOf } from './company.ts';

/** A mail of the storm by the words on its card that no other has. */
export interface StormMail {
  readonly name: string;
  readonly isUrgent: boolean;
  readonly to: string;
  readonly mime: Buffer;
}

/** One notice to every account, and some urgent mails evenly among them. */
export function stormMails(aliases: readonly string[], urgent: number): readonly StormMail[] {
  const every = aliases.length / (urgent + 1);
  return aliases.flatMap((to, index) => {
    const before = Math.floor(index / every);
    const isLast = Math.floor((index + 1) / every) > before && before < urgent;
    return isLast ? [notice(to, index), alarm(to, index)] : [notice(to, index)];
  });
}

/** The names of the mails on a card. */
export const STORM_NAME = /\b(?:notice|urgent)-\d+\b/g;

function notice(to: string, index: number): StormMail {
  const name = `notice-${index}`;
  const text = `Amazon EC2 has scheduled maintenance for one of your instances of account ${accountOf(index)}.`;
  return {
    name,
    isUrgent: false,
    to,
    mime: mime(to, `AWS Health: scheduled maintenance of Amazon EC2 (${name})`, text),
  };
}

/** An urgent mail; the number tells it from others. */
export function alarm(to: string, index: number): StormMail {
  const name = `urgent-${index}`;
  const text = `your AWS account ${accountOf(index)} has been suspended because of an unpaid balance.`;
  return {
    name,
    isUrgent: true,
    to,
    mime: mime(to, `Your AWS account ${accountOf(index)} has been suspended (${name})`, text),
  };
}

function mime(to: string, subject: string, text: string): Buffer {
  const lines = [
    'From: Amazon Web Services <no-reply-aws@amazon.com>',
    `To: ${to}`,
    `Subject: ${subject}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Hello,',
    '',
    text,
  ];
  return Buffer.from(lines.join('\r\n'));
}
