import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createGraphMailbox } from '../../src/graph/graph-mailbox.ts';
import { CursorExpired, MailboxUnavailable } from '../../src/mail/mailbox.ts';
import {
  CENTRAL,
  clientOf,
  mailboxOf,
  mailTo,
  never,
  onlyMessage,
  PAY,
  readRound,
  ROOT,
  SHOP,
  startStand,
  stoppedTime,
} from '../graph/stand.ts';
import { untilTrue } from '../until.ts';

describe('what a folder received', () => {
  it('comes page by page within the window, newest first, whatever was changed since', async () => {
    await using stand = await startStand();
    const mailbox = createGraphMailbox({ client: clientOf(stand), mailbox: CENTRAL });
    const since = new Date(Date.now() - 60_000);
    for (let count = 0; count < 53; count += 1) await stand.deliver(mailTo(PAY), [PAY]);
    await stand.deliver(mailTo(PAY), [PAY], { folder: 'junkemail' });
    const until = new Date(Date.now() + 60_000);

    const first = await mailbox.received('inbox', { since, until }, undefined, never());
    expect([first.messageIds.length, first.more]).toEqual([50, true]);
    const rest = await mailbox.received('inbox', { since, until }, first.cursor, never());
    expect([rest.messageIds.length, rest.more]).toEqual([3, false]);
    expect(new Set([...first.messageIds, ...rest.messageIds])).toEqual(new Set(stand.hands.list('inbox')));
    const junk = await mailbox.received('junkemail', { since, until }, undefined, never());
    expect(junk.messageIds).toEqual(stand.hands.list('junkemail'));
  });

  it('leaves out what came before or after', async () => {
    await using stand = await startStand();
    const mailbox = createGraphMailbox({ client: clientOf(stand), mailbox: CENTRAL });
    await stand.deliver(mailTo(PAY), [PAY]);
    const [past, future] = [new Date(0), new Date(Date.now() + 60_000)];
    const before = await mailbox.received('inbox', { since: past, until: past }, undefined, never());
    const after = await mailbox.received('inbox', { since: future, until: future }, undefined, never());
    expect([before, after]).toMatchObject([
      { messageIds: [], more: false },
      { messageIds: [], more: false },
    ]);
  });

  it('is not known when Graph fails or answers oddly', async () => {
    await using stand = await startStand();
    const mailbox = createGraphMailbox({ client: clientOf(stand), mailbox: CENTRAL });
    stand.faults.next({ kind: 'error', status: 403 });
    const window = { since: new Date(0), until: new Date() };
    await expect(mailbox.received('inbox', window, undefined, never())).rejects.toBeInstanceOf(
      MailboxUnavailable,
    );
  });
});

describe('changes of a folder', () => {
  it('come page by page, none missing, and the last cursor starts the next round', async () => {
    await using stand = await startStand({ largestPage: 5 });
    const mailbox = mailboxOf(stand);
    for (let count = 0; count < 12; count += 1) await stand.deliver(mailTo(PAY), [PAY]);

    const first = await readRound(mailbox, 'inbox');
    expect(first.pages).toHaveLength(3);
    expect(new Set(first.pages.flat())).toEqual(new Set(stand.hands.list('inbox')));

    const idle = await readRound(mailbox, 'inbox', first.cursor);
    expect(idle.pages).toEqual([[]]);

    await stand.deliver(mailTo(SHOP), [SHOP]);
    const second = await readRound(mailbox, 'inbox', idle.cursor);
    expect(second.pages.flat()).toContain(stand.hands.list('inbox').at(-1));
  });

  it('may bring a message twice, on two pages but never on one', async () => {
    await using stand = await startStand({ largestPage: 2 });
    for (let count = 0; count < 4; count += 1) await stand.deliver(mailTo(PAY), [PAY]);
    const { pages } = await readRound(mailboxOf(stand), 'inbox');
    expect(pages.flat().length).toBeGreaterThan(4);
    for (const page of pages) expect(new Set(page).size).toBe(page.length);
  });

  it('bring a message again that somebody read, and it can still be read here', async () => {
    await using stand = await startStand();
    const mailbox = mailboxOf(stand);
    await stand.deliver(mailTo(PAY), [PAY]);
    const { pages, cursor } = await readRound(mailbox, 'inbox');
    const [id = ''] = pages.flat();
    await stand.hands.markRead(id);
    const again = await readRound(mailbox, 'inbox', cursor);
    expect(again.pages.flat()).toEqual([id]);
    expect(await mailbox.message(id, never())).toMatchObject({
      id,
      subject: expect.stringContaining('Billing'),
    });
  });

  it('leave out what went away, and a message keeps its id when it is moved to another folder', async () => {
    await using stand = await startStand();
    const mailbox = mailboxOf(stand);
    await stand.deliver(mailTo(PAY), [PAY]);
    const inbox = await readRound(mailbox, 'inbox');
    const [id = ''] = inbox.pages.flat();
    const junk = await readRound(mailbox, 'junkemail');

    await stand.hands.move(id, 'junkemail');

    expect((await readRound(mailbox, 'inbox', inbox.cursor)).pages.flat()).toEqual([]);
    expect((await readRound(mailbox, 'junkemail', junk.cursor)).pages.flat()).toEqual([id]);
    expect(await mailbox.message(id, never())).toMatchObject({ id });
  });

  it('ask for immutable ids and for small pages without $top, on every request', async () => {
    await using stand = await startStand();
    const mailbox = mailboxOf(stand);
    await stand.deliver(mailTo(PAY), [PAY]);
    await onlyMessage(mailbox);
    expect(stand.faults.requests).not.toHaveLength(0);
    for (const { prefer, target } of stand.faults.requests) {
      expect(prefer).toContain('idtype=immutableid');
      expect(target).not.toMatch(/top=/);
    }
  });

  it('go on where they were after the server was started again, on another port', async () => {
    const stateFolder = await mkdtemp(join(tmpdir(), 'rootdesk-test-'));
    try {
      const before = await startStand({ stateFolder });
      await before.deliver(mailTo(PAY), [PAY]);
      const { cursor } = await readRound(mailboxOf(before), 'inbox');
      await before.deliver(mailTo(SHOP), [SHOP]);
      await before.close();

      await using after = await startStand({ stateFolder });
      const { pages } = await readRound(mailboxOf(after), 'inbox', cursor);
      expect(pages.flat()).toContain(after.hands.list('inbox').at(-1));
      expect(after.hands.list('inbox')).toHaveLength(2);
    } finally {
      await rm(stateFolder, { recursive: true });
    }
  });
});

describe('a cursor', () => {
  it.each(['gone', 'sync-state-not-found'] as const)(
    'that expired (%s) is told apart from trouble',
    async (way) => {
      await using stand = await startStand();
      const mailbox = mailboxOf(stand);
      await stand.deliver(mailTo(PAY), [PAY]);
      const { cursor, pages } = await readRound(mailbox, 'inbox');
      stand.faults.lostCursor = way;
      await stand.expireCursors();
      await expect(mailbox.changes('inbox', cursor, never())).rejects.toBeInstanceOf(CursorExpired);
      expect((await readRound(mailbox, 'inbox')).pages).toEqual(pages);
    },
  );

  it('that is answered with 410 has expired, whatever the code', async () => {
    await using stand = await startStand();
    const mailbox = mailboxOf(stand);
    const { cursor } = await readRound(mailbox, 'inbox');
    stand.faults.next({ kind: 'error', status: 410, code: 'Gone' }, 2);
    await expect(mailbox.changes('inbox', cursor, never())).rejects.toBeInstanceOf(CursorExpired);
    // Without a cursor there is none that could have expired: starting over would go on for ever.
    await expect(mailbox.changes('inbox', undefined, never())).rejects.toBeInstanceOf(MailboxUnavailable);
  });

  it('is never made from a link to another host', async () => {
    await using stand = await startStand();
    await using stranger = await startStand();
    stand.faults.linkOrigin = stranger.url;
    await expect(mailboxOf(stand).changes('inbox', undefined, never())).rejects.toThrow(/another place/);
    expect(stranger.faults.requests).toEqual([]);
  });

  it('from the store that names another host is not followed', async () => {
    await using stand = await startStand();
    const forged = '/users/x?$deltatoken=https://elsewhere.example/v1.0/users';
    await expect(mailboxOf(stand).changes('inbox', forged, never())).rejects.toBeInstanceOf(
      MailboxUnavailable,
    );
    expect(stand.faults.requests).toEqual([]);
  });
});

describe('a message', () => {
  it('to an alias shows the root mailbox; only the raw header block keeps the alias', async () => {
    await using stand = await startStand();
    await stand.deliver(mailTo(PAY), [PAY]);
    const message = await onlyMessage(mailboxOf(stand));
    expect(message.to.map(({ address }) => address)).toEqual([ROOT]);
    expect(message.internetHeaders.filter(({ name }) => /^(to|cc)$/i.test(name))).toEqual([]);
    expect(JSON.stringify(message.internetHeaders)).not.toContain(PAY);
    expect(message.transportHeaders).toContain(`To: ${PAY}`);
    expect(message.from).toEqual({ name: 'Amazon Web Services', address: 'no-reply-aws@amazon.com' });
    expect(message.body).toMatchObject({ type: 'text', content: expect.stringMatching(/^Greetings/) });
  });

  it('comes as MIME that Exchange rebuilt, without the alias', async () => {
    await using stand = await startStand();
    const mailbox = mailboxOf(stand);
    await stand.deliver(mailTo(PAY), [PAY]);
    const { id } = await onlyMessage(mailbox);
    const mime = Buffer.from((await mailbox.mime(id, never())) ?? []).toString('utf8');
    expect(mime).toContain('Greetings from Amazon Web Services');
    expect(mime).toContain(ROOT);
    expect(mime).not.toContain(PAY);
  });

  it('that was deleted is undefined, as message and as MIME', async () => {
    await using stand = await startStand();
    const mailbox = mailboxOf(stand);
    await stand.deliver(mailTo(PAY), [PAY]);
    const { id } = await onlyMessage(mailbox);
    await stand.hands.remove(id);
    expect(await mailbox.message(id, never())).toBeUndefined();
    expect(await mailbox.mime(id, never())).toBeUndefined();
  });

  it('of a mailbox that may not be read is trouble, not a message that is gone', async () => {
    await using stand = await startStand();
    const elsewhere = createGraphMailbox({ client: clientOf(stand), mailbox: ROOT });
    await stand.deliver(mailTo(PAY), [PAY]);
    const { id } = await onlyMessage(mailboxOf(stand));
    await expect(elsewhere.message(id, never())).rejects.toThrow('403 (ErrorAccessDenied');

    stand.faults.next({ kind: 'error', status: 404, code: 'MailboxNotEnabledForRESTAPI' });
    await expect(mailboxOf(stand).message(id, never())).rejects.toBeInstanceOf(MailboxUnavailable);
  });

  it('that cannot be parsed is there all the same', async () => {
    await using stand = await startStand();
    await stand.deliver(Buffer.from([0x00, 0xff, 0xfe, 0x0a, 0x80, 0x81]), [PAY]);
    const message = await onlyMessage(mailboxOf(stand));
    expect(message.subject).toBe('');
    expect(message.from).toBeUndefined();
  });
});

describe('a Graph that throttles', () => {
  it('is given the time it asks for', async () => {
    await using stand = await startStand();
    const time = stoppedTime();
    stand.faults.next({ kind: 'throttle', retryAfterSeconds: 7 }, 2);
    await mailboxOf(stand, time).changes('inbox', undefined, never());
    expect(time.waits).toEqual([7_000, 7_000]);
    expect(stand.faults.requests.map(({ status }) => status)).toEqual([429, 429, 200]);
  });

  it('and asks for long is left alone until then, and the caller is told at once', async () => {
    await using stand = await startStand();
    const time = stoppedTime();
    const mailbox = mailboxOf(stand, time);
    stand.faults.next({ kind: 'throttle', retryAfterSeconds: 300 });
    await expect(mailbox.changes('inbox', undefined, never())).rejects.toBeInstanceOf(MailboxUnavailable);
    await expect(mailbox.changes('inbox', undefined, never())).rejects.toThrow('300 seconds');
    expect(stand.faults.requests).toHaveLength(1);

    time.pass(300_000);
    await mailbox.changes('inbox', undefined, never());
    expect(time.waits).toEqual([]);
  });

  it('or is busy without end is given up after four attempts', async () => {
    await using stand = await startStand();
    stand.faults.next({ kind: 'error', status: 503 }, 10);
    await expect(mailboxOf(stand, stoppedTime()).changes('inbox', undefined, never())).rejects.toThrow('503');
    expect(stand.faults.requests).toHaveLength(4);
  });

  it('never sees more than four requests at once', async () => {
    await using stand = await startStand();
    const mailbox = mailboxOf(stand);
    await stand.deliver(mailTo(PAY), [PAY]);
    const { id } = await onlyMessage(mailbox);
    const release = stand.faults.hold();
    const asked = Array.from({ length: 12 }, () => mailbox.message(id, never()));
    await untilTrue(() => stand.faults.atOnce.now === 4);
    release();
    const messages = await Promise.all(asked);
    expect(messages.map((message) => message?.id)).toEqual(Array.from({ length: 12 }, () => id));
    expect(stand.faults.atOnce.most).toBe(4);
  });
});

describe('trouble', () => {
  it('with the token says so, without naming any token', async () => {
    await using stand = await startStand();
    stand.faults.refuseTokens = true;
    await expect(mailboxOf(stand).changes('inbox', undefined, never())).rejects.toThrow(/could not sign in/);
    expect(stand.faults.requests).toEqual([]);
  });

  it('with a token that Graph does not accept is a refusal, and the message holds no part of it', async () => {
    await using stand = await startStand();
    const credential = { getToken: async () => ({ token: 'forged-token', expiresOnTimestamp: Infinity }) };
    const asked = mailboxOf(stand, { credential }).changes('inbox', undefined, never());
    await expect(asked).rejects.toBeInstanceOf(MailboxUnavailable);
    await expect(asked).rejects.toThrow('401 (InvalidAuthenticationToken');
    await expect(asked).rejects.not.toThrow('forged');
  });

  it.each([
    [
      'an error of the server',
      { kind: 'error', status: 500, code: 'InternalServerError' },
      '500 (InternalServerError',
    ],
    ['a cut connection', { kind: 'cut' }, 'could not be reached'],
  ] as const)('such as %s is MailboxUnavailable', async (_name, fault, words) => {
    await using stand = await startStand();
    stand.faults.next(fault);
    const asked = mailboxOf(stand).changes('inbox', undefined, never());
    await expect(asked).rejects.toBeInstanceOf(MailboxUnavailable);
    await expect(asked).rejects.toThrow(words);
  });

  it('such as silence ends with the time-out of an attempt', async () => {
    await using stand = await startStand();
    stand.faults.next({ kind: 'hang' });
    const asked = mailboxOf(stand, { attemptLimitMs: 50 }).changes('inbox', undefined, never());
    await expect(asked).rejects.toThrow('did not answer in time');
  });
});

describe('a caller that gives up', () => {
  const reason = new Error('The stand stops.');

  it('gets its own reason, in the middle of a request', async () => {
    await using stand = await startStand();
    const caller = new AbortController();
    stand.faults.next({ kind: 'hang' });
    const asked = mailboxOf(stand).changes('inbox', undefined, caller.signal);
    await untilTrue(() => stand.faults.requests.length === 1);
    caller.abort(reason);
    await expect(asked).rejects.toBe(reason);
  });

  it('does not wait for a place among the four', async () => {
    await using stand = await startStand();
    const mailbox = mailboxOf(stand);
    const release = stand.faults.hold();
    const others = Array.from({ length: 4 }, () => mailbox.changes('inbox', undefined, never()));
    const caller = new AbortController();
    const asked = mailbox.changes('junkemail', undefined, caller.signal);
    caller.abort(reason);
    await expect(asked).rejects.toBe(reason);
    release();
    await Promise.all(others);
  });

  it('does not sit out a Retry-After', async () => {
    await using stand = await startStand();
    const caller = new AbortController();
    stand.faults.next({ kind: 'throttle', retryAfterSeconds: 25 });
    const asked = mailboxOf(stand).changes('inbox', undefined, caller.signal);
    await untilTrue(() => stand.faults.requests.length === 1);
    caller.abort(reason);
    await expect(asked).rejects.toBe(reason);
  });
});
