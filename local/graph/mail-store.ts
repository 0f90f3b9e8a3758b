import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FOLDERS } from '../../src/mail/mailbox.ts';

/** Folders of a central mailbox, by Graph's well-known names: those that Rootdesk sweeps, and where else mail may lie. */
export const STAND_FOLDERS = [
  ...FOLDERS,
  'archive',
  'deleteditems',
  'sentitems',
  'drafts',
  'outbox',
] as const;
export type StandFolder = (typeof STAND_FOLDERS)[number];

const change = z.object({ order: z.int(), state: z.enum(['new', 'changed', 'removed']) });

const storedMail = z.object({
  /** Names the files; the ids that Graph shows are made from it. */
  key: z.uuid(),
  receivedAt: z.iso.datetime(),
  /** Where it is now; null when it was deleted. */
  folder: z.enum(STAND_FOLDERS).nullable(),
  isRead: z.boolean(),
  /** The last change that each folder saw of it: what delta tells. */
  changes: z.partialRecord(z.enum(STAND_FOLDERS), change),
});
export type StoredMail = Readonly<z.infer<typeof storedMail>>;

const stateFile = z.object({ generation: z.uuid() });

/** A central mailbox on disk: a mail is `<key>.eml` beside `<key>.json`. A restart finds everything again. */
export interface MailStore {
  /** Cursors of another generation are unknown. */
  readonly generation: string;
  add(mime: Uint8Array, folder: StandFolder, receivedAt: Date): Promise<StoredMail>;
  find(key: string): StoredMail | undefined;
  mime(key: string): Promise<Buffer>;
  /** What changed in a folder after a place in the order, oldest first. */
  changes(
    folder: StandFolder,
    after: number,
  ): readonly { readonly mail: StoredMail; readonly order: number }[];
  move(key: string, folder: StandFolder | null): Promise<void>;
  markRead(key: string): Promise<void>;
  forgetCursors(): Promise<void>;
  /** Everything that lies in any folder. */
  all(): readonly StoredMail[];
  /** Calls the listener whenever a folder has received a mail, new or moved. */
  watch(listener: (mail: StoredMail, folder: StandFolder) => void): void;
}

/** The central mailboxes. */
export interface StandStores {
  readonly first: MailStore;
  readonly all: ReadonlyMap<string, MailStore>;
  /** By its address, in whatever case. */
  of(mailbox: string): MailStore;
  /** The one with that mail. */
  holding(key: string): MailStore | undefined;
}

/** The first mailbox lies in the folder itself, each further one below it. @throws {Error} naming the file that cannot be read */
export async function openMailStores(root: string, mailboxes: readonly string[]): Promise<StandStores> {
  const all = new Map<string, MailStore>();
  for (const [index, mailbox] of mailboxes.entries()) {
    const name = mailbox.toLowerCase();
    all.set(name, await openMailStore(index === 0 ? root : join(root, name)));
  }
  const of = (mailbox: string): MailStore => {
    const store = all.get(mailbox.toLowerCase());
    if (store === undefined) throw new Error(`${mailbox} is no central mailbox.`);
    return store;
  };
  return {
    first: of(mailboxes[0] ?? ''),
    all,
    of,
    holding: (key) => [...all.values()].find((store) => store.find(key) !== undefined),
  };
}

/** @throws {Error} naming the file that cannot be read */
async function openMailStore(root: string): Promise<MailStore> {
  await mkdir(root, { recursive: true });
  const statePath = join(root, 'state.json');
  const mails = new Map<string, StoredMail>();
  for (const name of await readdir(root)) {
    if (!name.endsWith('.json') || name === 'state.json') continue;
    const mail = await readJson(join(root, name), storedMail);
    mails.set(mail.key, mail);
  }
  let generation = await readJson(statePath, stateFile).then(
    (state) => state.generation,
    () => undefined,
  );
  let order = Math.max(0, ...[...mails.values()].flatMap((mail) => ordersOf(mail)));

  async function begin(): Promise<string> {
    const fresh = randomUUID();
    await writeJson(statePath, { generation: fresh });
    return fresh;
  }

  async function save(mail: StoredMail): Promise<void> {
    mails.set(mail.key, mail);
    await writeJson(join(root, `${mail.key}.json`), mail);
  }

  function get(key: string): StoredMail {
    const mail = mails.get(key);
    if (mail === undefined) throw new Error(`There is no mail ${key}.`);
    return mail;
  }

  generation ??= await begin();
  const listeners: ((mail: StoredMail, folder: StandFolder) => void)[] = [];
  function tell(mail: StoredMail, folder: StandFolder): void {
    for (const listener of listeners) listener(mail, folder);
  }

  return {
    get generation() {
      return generation ?? '';
    },
    async add(mime, folder, receivedAt) {
      const key = randomUUID();
      // The mail is there once its .json is: a crash in between leaves only an .eml that nobody lists.
      await writeFile(join(root, `${key}.eml`), mime);
      order += 1;
      const mail: StoredMail = {
        key,
        receivedAt: receivedAt.toISOString(),
        folder,
        isRead: false,
        changes: { [folder]: { order, state: 'new' } },
      };
      await save(mail);
      tell(mail, folder);
      return mail;
    },
    find: (key) => mails.get(key),
    all: () => [...mails.values()].filter(({ folder }) => folder !== null),
    mime: (key) => readFile(join(root, `${get(key).key}.eml`)),
    changes: (folder, after) =>
      [...mails.values()]
        .map((mail) => ({ mail, order: mail.changes[folder]?.order ?? 0 }))
        .filter((entry) => entry.order > after)
        .toSorted((one, other) => one.order - other.order),
    async move(key, folder) {
      const mail = get(key);
      const changes = { ...mail.changes };
      order += 1;
      if (mail.folder !== null) changes[mail.folder] = { order, state: 'removed' };
      if (folder !== null) changes[folder] = { order, state: 'new' };
      const moved = { ...mail, folder, changes };
      await save(moved);
      if (folder !== null) tell(moved, folder);
    },
    async markRead(key) {
      const mail = get(key);
      if (mail.folder === null) return;
      order += 1;
      await save({
        ...mail,
        isRead: true,
        changes: { ...mail.changes, [mail.folder]: { order, state: 'changed' } },
      });
    },
    async forgetCursors() {
      generation = await begin();
    },
    watch: (listener) => void listeners.push(listener),
  };
}

function ordersOf(mail: StoredMail): number[] {
  return Object.values(mail.changes).map((seen) => seen.order);
}

async function readJson<Shape>(path: string, shape: z.ZodType<Shape>): Promise<Shape> {
  try {
    return shape.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new Error(`${path} cannot be read; delete it, or start with --fresh.`, { cause });
  }
}

/** Whole or not at all, also when the process ends in the middle. */
async function writeJson(path: string, value: unknown): Promise<void> {
  const half = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(half, JSON.stringify(value));
    await rename(half, path);
  } finally {
    await rm(half, { force: true });
  }
}
