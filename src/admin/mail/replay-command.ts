import type { Alias } from '../../aliases/alias.ts';
import { Refusal } from '../../store/refusal.ts';
import { systemClock } from '../../shared/clock.ts';
import { replayEnded } from '../../mail/cases/replay.ts';
import type { LedgerState } from '../../mail/ledger.ts';
import { adminCommand } from '../admin-command.ts';
import { AdminFault, section } from '../command-output.ts';
import { inTurn } from '../in-turn.ts';
import { moment } from '../moment.ts';
import type { AdminContext } from '../admin-context.ts';

const REPLAY = { kind: 'system', name: 'replay' } as const;

type Parts = Pick<AdminContext, 'register' | 'ledger'>;

/** Ends with 1 when something is left to do. */
export const replay = adminCommand({
  name: 'replay',
  does: 'have mails delivered once more: those that were given up, or those of an alias',
  takes: { '[ids...]': 'ids of the ledger, as the command lists them' },
  options: {
    '--dead': 'those that were given up',
    '--alias <address>': 'those of one alias',
    '--from <time>': 'received from this day (UTC) or moment on',
    '--until <time>': 'received up to and without this day (UTC) or moment',
    '--apply': 'put them back into delivery; without it nothing is changed',
    '--json': 'the outcome as one JSON object',
  },
  async run({ open, io }, { apply = false, json = false, ...which }, ids) {
    const parts = await open();
    const found = await find(parts, ids, which);
    const waiting = found.mails.filter(({ ended }) => ended === undefined);
    const ended = found.mails.filter((mail) => !waiting.includes(mail));
    const { done, refused } = await inTurn(apply ? ended : [], { io, label: 'Mails', json }, (mail) =>
      putBack(parts, mail),
    );
    const shown = (states: readonly LedgerState[]): Promise<Shown[]> =>
      Promise.all(states.map((state) => show(parts, state)));
    const report = {
      mails: await shown(ended),
      waiting: await shown(waiting),
      unknown: found.unknown,
      replayed: done,
      refused: refused.map(({ item, reason }) => ({ id: item.entry.id, reason })),
      left: ended.length - done.length + found.unknown.length,
    };
    io.out(json ? `${JSON.stringify(report)}\n` : words(report, apply));
    return report.left === 0 ? 0 : 1;
  },
});

interface Which {
  readonly dead?: boolean;
  readonly alias?: string;
  readonly from?: string;
  readonly until?: string;
}

interface Found {
  readonly mails: readonly LedgerState[];
  readonly unknown: readonly string[];
}

/** @throws {AdminFault} @throws {Refusal} */
async function find(
  parts: Parts,
  ids: readonly string[],
  { dead = false, alias: address, ...which }: Which,
): Promise<Found> {
  const from = moment('--from', which.from);
  const until = moment('--until', which.until);
  if (ids.length > 0) {
    if (dead || address !== undefined || from !== undefined || until !== undefined) {
      throw badOption('Mails are named one by one, or by --dead and --alias, not both.');
    }
    return byId(parts, ids);
  }
  if (!dead && (address === undefined || from === undefined)) {
    throw badOption('It was not said which mails.');
  }
  const alias = address === undefined ? undefined : await aliasAt(parts, address);
  const mails = dead ? await deadMails(parts) : await mailsOf(parts, alias);
  const isMeant = ({ entry: { receivedAt, aliasId } }: LedgerState): boolean =>
    (alias === undefined || aliasId === alias.id) &&
    (from === undefined || receivedAt >= from) &&
    (until === undefined || receivedAt < until);
  return { mails: mails.filter(isMeant).toSorted(oldestFirst), unknown: [] };
}

function badOption(message: string): AdminFault {
  return new AdminFault(
    'bad-option',
    message,
    'Write replay --dead, or replay --alias ADDRESS --from DAY, or replay and ids as --dead lists them.',
  );
}

async function byId({ ledger }: Parts, ids: readonly string[]): Promise<Found> {
  const asked = [...new Set(ids)];
  const states = await Promise.all(asked.map((id) => ledger.state(id)));
  return {
    mails: states.filter((state) => state !== undefined),
    unknown: asked.filter((_, index) => states[index] === undefined),
  };
}

/** @throws {Refusal} alias-unknown */
async function aliasAt({ register }: Parts, address: string): Promise<Alias> {
  const alias = await register.aliasByAddress(address.trim());
  if (alias === undefined) throw new Refusal('alias-unknown');
  return alias.value;
}

/** Those that were given up, at any alias and in triage. */
async function deadMails({ register, ledger }: Parts): Promise<readonly LedgerState[]> {
  const ids: string[] = [];
  for await (const { ledgerId, deadSince } of register.everyHandling()) {
    if (deadSince !== undefined) ids.push(ledgerId);
  }
  return (await byId({ register, ledger }, ids)).mails;
}

async function mailsOf({ ledger }: Parts, alias: Alias | undefined): Promise<readonly LedgerState[]> {
  return alias === undefined ? [] : ledger.latest(alias.id, Number.POSITIVE_INFINITY);
}

function oldestFirst({ entry: one }: LedgerState, { entry: other }: LedgerState): number {
  return one.receivedAt.getTime() - other.receivedAt.getTime();
}

async function putBack({ register }: Parts, mail: LedgerState): Promise<string> {
  if (await replayEnded({ register, clock: systemClock }, REPLAY, mail)) return mail.entry.id;
  throw new AdminFault('replayed', 'Somebody else has just had it replayed.', 'Run replay again.');
}

/** A mail without a word of its text. */
interface Shown {
  readonly id: string;
  /** Its alias; empty for what went to triage. */
  readonly alias: string;
  readonly receivedAt: string;
  readonly category: string;
  /** How its delivery ended; empty while it waits. */
  readonly ended: string;
}

interface Report {
  readonly mails: readonly Shown[];
  readonly waiting: readonly Shown[];
  /** Ids that stand for no mail. */
  readonly unknown: readonly string[];
  /** Ledger ids of what was put back into delivery. */
  readonly replayed: readonly string[];
  readonly refused: readonly { readonly id: string; readonly reason: string }[];
}

async function show({ register }: Parts, { entry, ended }: LedgerState): Promise<Shown> {
  const alias = entry.aliasId === undefined ? undefined : await register.alias(entry.aliasId);
  return {
    id: entry.id,
    alias: alias?.value.address ?? entry.aliasId ?? '',
    receivedAt: entry.receivedAt.toISOString(),
    category: entry.category,
    ended: ended ?? '',
  };
}

function words({ mails, waiting, unknown, replayed, refused }: Report, applying: boolean): string {
  const mail = ({ id, alias, receivedAt, category, ended }: Shown): string =>
    `${receivedAt.slice(0, 16)}Z ${alias === '' ? 'in triage' : alias} ${category}${ended === '' ? '' : ` (${ended})`}: ${id}`;
  const count = `${mails.length} ${mails.length === 1 ? 'mail' : 'mails'} to deliver once more`;
  return [
    `${count}${applying ? `, ${replayed.length} put back` : ''}.\n`,
    section(
      'whose delivery has ended',
      mails.map(mail),
      applying
        ? undefined
        : 'The same with --apply has them delivered; their cards say that they may be a repeat.',
    ),
    section('not touched: they wait for their delivery anyway', waiting.map(mail)),
    section('unknown', unknown, 'Use the ids that replay --dead lists.'),
    section(
      'not put back',
      refused.map(({ id, reason }) => `${id}: ${reason}`),
      'Run replay again.',
    ),
    replayed.length === 0 ? '' : '\nRootdesk delivers them within a minute, as far as Teams lets it.\n',
  ].join('');
}
