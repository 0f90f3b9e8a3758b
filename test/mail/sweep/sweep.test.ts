import { describe, expect, it } from 'vitest';
import type { LedgerEntry, StoredCursor } from '../../../src/mail/ledger.ts';
import {
  CursorExpired,
  MailboxUnavailable,
  type ChangePage,
  type Folder,
  type StoredMessage,
} from '../../../src/mail/mailbox.ts';
import { MAIL_RULES } from '../../../src/mail/rules.ts';
import { looksUrgent } from '../../../src/mail/sweep/looks-urgent.ts';
import { createSweep } from '../../../src/mail/sweep/sweep.ts';
import { silentLog } from '../../fakes/log.ts';
import { untilTrue } from '../../until.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const PAGE = 2;
const never = new AbortController().signal;
const unavailable = (): MailboxUnavailable => new MailboxUnavailable('500', 'Wait.');

interface World {
  readonly inbox: string[];
  /** Messages that the mailbox cannot hand over. */
  readonly broken: Set<string>;
  /** Messages that the mailbox hands over when it can, later. */
  readonly slow: Map<string, Promise<void>>;
  /** Messages on a page. */
  page: number;
  readonly entries: LedgerEntry[];
  /** What was written, in order. */
  readonly done: string[];
  readonly lostCursors: Set<string>;
  cursor: StoredCursor | undefined;
  otherSweepMoved: boolean;
  recordFails: boolean;
  /** What is kept for the delivery. */
  readonly kept: string[];
  /** Resolves when the deliveries have caught up. */
  deliveries: Promise<void>;
  /** Subjects of AWS's mail as the list tells them. */
  readonly subjects: Map<string, string>;
  /** Called before a page is listed. */
  onList: (cursor: string | undefined) => void;
  /** When the message with this name was received. */
  readonly receivedAt: Map<string, Date>;
  sweep(signal: AbortSignal): Promise<void>;
}

/** A mailbox, a ledger and cursors in memory. */
function worldWith(...inbox: readonly string[]): World {
  return worldSince(undefined, ...inbox);
}

/** The same, in which mail counts from a moment on. */
function worldSince(since: Date | undefined, ...inbox: readonly string[]): World {
  const world: World = {
    inbox: [...inbox],
    broken: new Set(),
    slow: new Map(),
    page: PAGE,
    entries: [],
    done: [],
    lostCursors: new Set(),
    cursor: undefined,
    otherSweepMoved: false,
    recordFails: false,
    kept: [],
    deliveries: Promise.resolve(),
    receivedAt: new Map(),
    subjects: new Map(),
    onList: () => undefined,
    sweep: createSweep({
      since,
      mailbox: {
        changes: async (folder, cursor) => changes(world, folder, cursor),
        async message(id) {
          await world.slow.get(id);
          return message(world, id);
        },
        mime: async () => undefined,
      },
      register: { aliasByAddress: async () => undefined, aliasByAccount: async () => undefined },
      rules: MAIL_RULES,
      ledger: {
        known: async (ids) =>
          new Set(ids.filter((id) => world.entries.some(({ messageId }) => messageId === id))),
        async skip(messages) {
          world.done.push(`skip ${messages.map(({ messageId }) => messageId).join(' ')}`);
        },
        async record(entries) {
          if (world.recordFails) throw new Error('the storage is away');
          world.done.push(`record ${entries.map(({ messageId }) => messageId).join(' ')}`);
          world.entries.push(...entries);
          return entries;
        },
      },
      cursors: {
        load: async (folder) => (folder === 'inbox' ? world.cursor : undefined),
        async save(folder, cursor) {
          if (world.otherSweepMoved) return undefined;
          const saved = { cursor, savedAt: NOW, version: cursor };
          if (folder !== 'inbox') return saved;
          world.done.push(`cursor ${cursor}`);
          world.cursor = saved;
          return saved;
        },
      },
      noteAwsMail: async () => undefined,
      noteSighting: () => undefined,
      recogniseProbe: async () => false,
      clock: () => NOW,
      log: silentLog(),
      wake: () => void world.done.push('wake'),
      keep: (entryId) => void world.kept.push(entryId),
      caughtUp: () => world.deliveries,
    }),
  };
  return world;
}

function changes(world: World, folder: Folder, cursor: string | undefined): ChangePage {
  if (folder !== 'inbox') return { messageIds: [], cursor: '0', more: false };
  if (cursor !== undefined && world.lostCursors.has(cursor)) throw new CursorExpired(folder);
  world.onList(cursor);
  const start = Number(cursor ?? 0);
  const end = Math.min(world.inbox.length, start + world.page);
  const messageIds = world.inbox.slice(start, end);
  const listed = new Map(
    messageIds.map((id) => [
      id,
      { receivedAt: NOW, senderDomain: 'signin.aws', subject: world.subjects.get(id) },
    ]),
  );
  return { messageIds, listed, cursor: String(end), more: end < world.inbox.length };
}

/** Messages named `gone` were deleted after they were listed. */
function message(world: World, id: string): StoredMessage | undefined {
  if (world.broken.has(id)) throw unavailable();
  if (id === 'gone') return undefined;
  return {
    id,
    subject: id,
    from: undefined,
    to: [],
    cc: [],
    bcc: [],
    receivedAt: world.receivedAt.get(id) ?? NOW,
    internetHeaders: [],
    transportHeaders: undefined,
    body: { type: 'text', content: '' },
    hasAttachments: false,
    webLink: undefined,
  };
}

describe('a sweep', () => {
  it('records the first messages of a page while others are still being read, and moves on after all', async () => {
    const all = Array.from({ length: 20 }, (_, index) => `message-${index}`);
    const world = worldWith(...all);
    world.page = all.length;
    const answer = Promise.withResolvers<void>();
    world.slow.set('message-19', answer.promise);
    const swept = world.sweep(never);
    await untilTrue(() => world.entries.length > 0);
    expect(world.entries.map(({ messageId }) => messageId)).toEqual(all.slice(0, 16));
    expect(world.cursor).toBeUndefined();
    answer.resolve();
    await swept;
    expect(world.entries.map(({ messageId }) => messageId)).toEqual(all);
    expect(world.cursor?.cursor).toBe('20');
  });

  it('leaves mail from before the first day where it is, and takes up what came on it', async () => {
    const firstDay = new Date('2026-11-22T00:00:00Z');
    const world = worldSince(firstDay, 'last-year', 'at-midnight', 'now');
    world.receivedAt.set('last-year', new Date('2025-11-22T12:00:00Z'));
    world.receivedAt.set('at-midnight', firstDay);
    await world.sweep(never);
    expect(world.entries.map(({ messageId }) => messageId)).toEqual(['at-midnight', 'now']);
    expect(world.cursor?.cursor).toBe('3');
  });

  it('writes a page down before it moves the cursor over it', async () => {
    const world = worldWith('a', 'b', 'c');
    await world.sweep(never);
    expect(world.done).toEqual(['record a b', 'wake', 'cursor 2', 'record c', 'wake', 'cursor 3']);
  });

  it('keeps what it read for the delivery, and does not run ahead of the deliveries', async () => {
    const world = worldWith('a', 'b', 'c');
    const delivered = Promise.withResolvers<void>();
    world.deliveries = delivered.promise;
    const sweeping = world.sweep(never);
    await untilTrue(() => world.done.includes('cursor 2'));
    delivered.resolve();
    expect(world.kept).toEqual(['a:triage', 'b:triage']);
    await sweeping;
    expect(world.kept).toEqual(['a:triage', 'b:triage', 'c:triage']);
  });

  it('does not move the cursor over what it could not write down', async () => {
    const world = worldWith('a');
    world.recordFails = true;
    await expect(world.sweep(never)).rejects.toThrow('away');
    expect(world.cursor).toBeUndefined();
    world.recordFails = false;
    await world.sweep(never);
    expect(world.entries).toHaveLength(1);
  });

  it('does not move the cursor over what it could not read, and writes down the rest of the page', async () => {
    const world = worldWith('a', 'b');
    world.broken.add('a');
    await expect(world.sweep(never)).rejects.toBeInstanceOf(MailboxUnavailable);
    expect(world.done).toEqual(['record b', 'wake']);
    world.broken.clear();
    await world.sweep(never);
    expect(world.entries.map(({ messageId }) => messageId)).toEqual(['b', 'a']);
  });

  it('starts over when its place is lost, and records nothing twice', async () => {
    const world = worldWith('a', 'b', 'c');
    await world.sweep(never);
    world.lostCursors.add('3');
    world.inbox.push('d');
    await world.sweep(never);
    expect(world.entries.map(({ messageId }) => messageId)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leaves the folder to another sweep that was faster', async () => {
    const world = worldWith('a', 'b', 'c');
    world.otherSweepMoved = true;
    await world.sweep(never);
    expect(world.entries.map(({ messageId }) => messageId)).toEqual(['a', 'b']);
  });

  it('that is told to stop stops, with the reason', async () => {
    const world = worldWith('a');
    await expect(world.sweep(AbortSignal.abort(new Error('closing time')))).rejects.toThrow('closing time');
    expect(world.entries).toEqual([]);
  });

  it('remembers a message that is gone, to look for it again', async () => {
    const world = worldWith('gone', 'b');
    await world.sweep(never);
    expect(world.entries.map(({ messageId, vanished = false }) => [messageId, vanished])).toEqual([
      ['b', false],
      ['gone', true],
    ]);
  });
});

describe('a mail whose subject is urgent', () => {
  const URGENT = 'Your AWS account 123456789012 has been suspended';

  it('is read and written down before those that lie before it, and once', async () => {
    const world = worldWith('a', 'b', 'c', 'd', 'urgent', 'f');
    world.subjects.set('urgent', URGENT).set('b', 'Amazon Web Services Billing Statement Available');
    await world.sweep(never);
    const written = world.done.filter((each) => each !== 'wake');
    expect(written).toEqual([
      'record urgent',
      'record a b',
      'cursor 2',
      'record c d',
      'cursor 4',
      'record f',
      'cursor 6',
    ]);
  });

  it('is seen while others wait for their turn, also when it came during the sweep', async () => {
    const world = worldWith('a', 'b', 'c', 'd', 'e', 'f');
    world.subjects.set('late', URGENT);
    let lists = 0;
    world.onList = () => {
      lists += 1;
      if (lists === 4) world.inbox.push('late');
    };
    await world.sweep(never);
    const recorded = world.done.filter((each) => each.startsWith('record'));
    expect(recorded).toEqual(['record a b', 'record late', 'record c d', 'record e f']);
  });

  it('that cannot be read yet holds up nothing before it', async () => {
    const world = worldWith('a', 'b', 'urgent');
    world.subjects.set('urgent', URGENT);
    world.broken.add('urgent');
    await expect(world.sweep(never)).rejects.toBeInstanceOf(MailboxUnavailable);
    expect(world.entries.map(({ messageId }) => messageId)).toEqual(['a', 'b']);
    expect(world.cursor?.cursor).toBe('2');
    world.broken.clear();
    await world.sweep(never);
    expect(world.entries.map(({ messageId }) => messageId)).toEqual(['a', 'b', 'urgent']);
  });
});

it('a page that cannot be listed holds up none of those before it', async () => {
  const world = worldWith('a', 'b', 'c', 'd', 'e', 'f');
  world.onList = (cursor) => {
    if (cursor === '4') throw unavailable();
  };
  await expect(world.sweep(never)).rejects.toBeInstanceOf(MailboxUnavailable);
  expect(world.cursor?.cursor).toBe('4');
});

it.each([
  ['Your AWS account 123456789012 has been suspended', 'amazon.com', true],
  ['Your AWS account 123456789012 has been suspended', 'amazon.com.example', false],
  ['Amazon Web Services Billing Statement Available', 'amazon.com', false],
  [undefined, 'amazon.com', false],
])('looks urgent by its subject, from AWS alone: %s, %s', (subject, senderDomain, looks) => {
  expect(looksUrgent({ subject, senderDomain, receivedAt: NOW }, MAIL_RULES.awsSenders)).toBe(looks);
});

describe('a message that cannot be read while others can', () => {
  it('is written down for triage after five sweeps, and the cursor moves on', async () => {
    const world = worldWith('a', 'poison', 'c');
    world.broken.add('poison');
    for (let sweep = 1; sweep < 5; sweep += 1) {
      await expect(world.sweep(never)).rejects.toBeInstanceOf(MailboxUnavailable);
    }
    expect(world.cursor).toBeUndefined();
    await world.sweep(never);
    expect(world.entries.find(({ messageId }) => messageId === 'poison')).toMatchObject({
      readable: false,
      aliasId: undefined,
      triageReason: { code: 'not-handed-over' },
    });
    expect(world.entries.map(({ messageId }) => messageId)).toContain('c');
    expect(world.cursor?.cursor).toBe('3');
  });

  it('is not given up while nothing else can be read either', async () => {
    const world = worldWith('a', 'b');
    world.broken.add('a').add('b');
    for (let sweep = 0; sweep < 20; sweep += 1) {
      await expect(world.sweep(never)).rejects.toBeInstanceOf(MailboxUnavailable);
    }
    world.broken.clear();
    await world.sweep(never);
    expect(world.entries.map(({ messageId, readable }) => [messageId, readable])).toEqual([
      ['a', true],
      ['b', true],
    ]);
  });

  it('starts with fresh patience once it could be read', async () => {
    const world = worldWith('a', 'slow');
    world.broken.add('slow');
    for (let sweep = 1; sweep < 5; sweep += 1) await expect(world.sweep(never)).rejects.toThrow('500');
    world.broken.clear();
    await world.sweep(never);
    expect(world.entries.find(({ messageId }) => messageId === 'slow')).toMatchObject({ readable: true });
  });
});
