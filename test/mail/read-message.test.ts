import { expect, it } from 'vitest';
import { MAIL_RULES } from '../../src/mail/rules.ts';
import { readMessage } from '../../src/mail/read-message.ts';
import type { StoredMessage } from '../../src/mail/mailbox.ts';

function stored(content: string): StoredMessage {
  return {
    id: 'one',
    subject: 'Your invoice',
    from: { name: '', address: 'no-reply@amazonaws.com' },
    to: [],
    cc: [],
    bcc: [],
    receivedAt: new Date(0),
    internetHeaders: [],
    transportHeaders: undefined,
    body: { type: 'text', content },
    hasAttachments: false,
    webLink: undefined,
  };
}

it('a mail that was made so that patterns fail on it is told of, as one that could not be read', async () => {
  let failed = false;
  const deps = {
    mailbox: { message: async () => stored('Hello'), mime: async () => undefined },
    register: { aliasByAddress: async () => undefined, aliasByAccount: async () => undefined },
    rules: {
      ...MAIL_RULES,
      get awsSenders() {
        if (failed) return MAIL_RULES.awsSenders;
        failed = true;
        // As a pattern does that runs out of stack.
        throw new RangeError('Maximum call stack size exceeded');
      },
    },
  };
  const messageRead = await readMessage(deps, 'one', new AbortController().signal);
  expect(failed).toBe(true);
  expect(messageRead?.mail.readable).toBe(false);
  expect(messageRead?.analysis.excerpt).toBe('');
});
