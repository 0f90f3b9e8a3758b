import type { Alias } from '../../aliases/alias.ts';
import { Refusal } from '../../store/refusal.ts';
import { systemClock } from '../../shared/clock.ts';
import { replayEnded } from '../../mail/cases/replay.ts';
import type { LedgerState } from '../../mail/ledger.ts';
import { AdminFault, type CommandOutput, section } from '../command-output.ts';
import { moment } from '../moment.ts';
import type { AdminContext } from '../admin-context.ts';
import { withProgressBar } from '../progress-bar.ts';

/** Options of `replay` as they were typed. */
export interface ReplayOptions {
  readonly dead?: boolean;
  readonly alias?: string;
  readonly from?: string;
  readonly until?: string;
  readonly apply?: boolean;
  readonly json?: boolean;
}

const REPLAY = { kind: 'system', name: 'replay' } as const;

type Parts = Pick<AdminContext, 'register' | 'ledger'>;

/**
 * Shows which mails can be delivered once more; with `apply`, has the running program do it.
 * @param ids ledger ids, where they are named one by one
 * @returns 1 when something is left to do, else 0
 * @throws {AdminFault} bad-option
 * @throws {Refusal} alias-unknown
 * @throws {RegisterUnavailable} what was put back into delivery until then stays there
 */
export async function runReplay(
  parts: Parts,
  ids: readonly string[],
  options: ReplayOptions,
  io: CommandOutput,
): Promise<0 | 1> {
  const found = await find(parts, ids, options);
  const waiting = found.mails.filter(({ ended }) => ended === undefined);
  const ended = found.mails.filter((mail) => !waiting.includes(mail));
  const json = options.json === true;
  const applying = options.apply === true;
  const { replayed, refused } = applying ? await apply(parts, ended, io, json) : NOTHING;
  const shown = (states: readonly LedgerState[]): Promise<Shown[]> =>
    Promise.all(states.map((state) => show(parts, state)));
  const report: Report = {
    mails: await shown(ended),
    waiting: await shown(waiting),
    unknown: found.unknown,
    replayed,
    refused,
    left: ended.length - replayed.length + found.unknown.length,
  };
  io.out(json ? `${JSON.stringify(report)}\n` : words(report, applying));
  return report.left === 0 ? 0 : 1;
}

interface Found {
  readonly mails: readonly LedgerState[];
  readonly unknown: readonly string[];
}

/** @throws {AdminFault} @throws {Refusal} */
async function find(parts: Parts, ids: readonly string[], options: ReplayOptions): Promise<Found> {
  const from = moment('--from', options.from);
  const until = moment('--until', options.until);
  const { alias: address, dead = false } = options;
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

interface Outcome {
  /** Ledger ids of what was put back into delivery. */
  readonly replayed: readonly string[];
  /** Not put back, with the reason in words. */
  readonly refused: readonly { readonly id: string; readonly reason: string }[];
}
const NOTHING: Outcome = { replayed: [], refused: [] };

async function apply(
  { register }: Parts,
  mails: readonly LedgerState[],
  io: CommandOutput,
  json: boolean,
): Promise<Outcome> {
  const replayed: string[] = [];
  const refused: { id: string; reason: string }[] = [];
  await withProgressBar({ io, label: 'Mails', json }, async (onProgress) => {
    for (const [index, mail] of mails.entries()) {
      const { id } = mail.entry;
      try {
        const changed = await replayEnded({ register, clock: systemClock }, REPLAY, mail);
        if (changed) replayed.push(id);
        else refused.push({ id, reason: 'Somebody else has just had it replayed.' });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push({ id, reason: error.message });
      }
      onProgress({ done: index + 1, total: mails.length });
    }
  });
  return { replayed, refused };
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

interface Report extends Outcome {
  readonly mails: readonly Shown[];
  readonly waiting: readonly Shown[];
  /** Ids that stand for no mail. */
  readonly unknown: readonly string[];
  readonly left: number;
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
