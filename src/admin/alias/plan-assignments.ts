import type { Alias, Owner } from '../../aliases/alias.ts';
import { isSamePerson } from '../../aliases/ownership.ts';
import { holdsAccount, isHeld, unchangeableState } from '../../aliases/states.ts';
import type { LinkedChannel } from '../../channels/channel.ts';
import type { Directory } from '../../people/directory.ts';
import { Refusal } from '../../store/refusal.ts';
import type { AdminContext } from '../admin-context.ts';
import { AdminFault } from '../command-output.ts';
import { channelNamed } from './channel-named.ts';
import type { OwnerLine, OwnersFile, WrongLine } from './owners-file.ts';
import { personNamed } from './person-named.ts';

/** An alias, and whose it shall be; undefined where that stays as it is. */
export interface Assignment {
  readonly line: number;
  readonly alias: Alias;
  readonly owner: Owner | undefined;
  readonly channel: LinkedChannel | undefined;
}

export interface Assignments {
  readonly toDo: readonly Assignment[];
  /** Lines whose alias is as they say. */
  readonly inOrder: number;
  readonly wrong: readonly WrongLine[];
}

/**
 * Finds out what a list of owners means: each alias, and each person and channel once, however often they are there.
 * @throws {DirectoryUnavailable} {RegisterUnavailable}
 */
export async function planAssignments(
  { register, directory }: Pick<AdminContext, 'register' | 'directory'>,
  file: OwnersFile,
): Promise<Assignments> {
  const find = await finderOfAliases(register);
  const person = await peopleOf(directory, file.lines);
  const linked = (await register.channels()).map(({ value }) => value);
  const channel = once((text: string) => channelNamed(text, linked));
  const planned = file.lines.map((line): Assignment | WrongLine => {
    const name = line.alias ?? line.accountId ?? '';
    try {
      return {
        line: line.line,
        alias: find(line),
        owner: line.owner === '' ? undefined : person(line.owner),
        channel: line.channel === '' ? undefined : channel(line.channel),
      };
    } catch (error) {
      if (!(error instanceof Refusal) && !(error instanceof AdminFault)) throw error;
      return { line: line.line, name, reason: error.message };
    }
  });
  const assignments = planned.filter((each) => 'alias' in each);
  const twice = contradicting(assignments);
  const clear = assignments.filter((each) => !twice.has(each));
  const wrong = [
    ...file.wrong,
    ...planned.filter((each) => 'reason' in each),
    ...[...twice].map(([{ line, alias }, reason]) => ({ line, name: alias.address, reason })),
  ].toSorted((one, other) => one.line - other.line);
  const toDo = clear.filter((each) => !isInOrder(each));
  return { toDo, inOrder: clear.length - toDo.length, wrong };
}

async function finderOfAliases(register: AdminContext['register']): Promise<(line: OwnerLine) => Alias> {
  const byAddress = new Map<string, Alias>();
  const byAccount = new Map<string, Alias>();
  for await (const { value } of register.everyAlias()) {
    byAddress.set(value.address, value);
    if (value.accountId !== undefined && holdsAccount(value)) byAccount.set(value.accountId, value);
  }
  return ({ alias: address, accountId }) => {
    const found = address === undefined ? byAccount.get(accountId ?? '') : byAddress.get(address);
    if (found === undefined) throw new Refusal('alias-unknown');
    const { accountId: bound = accountId } = found;
    if (accountId !== undefined && accountId !== bound) {
      throw new AdminFault(
        'another-account',
        `The register has account ${bound ?? ''} at this alias.`,
        'Correct the line, or bind the right account first.',
      );
    }
    const state = isHeld(found) ? undefined : unchangeableState(found);
    if (state !== undefined) throw new Refusal('alias-not-allotted', { state });
    return found;
  };
}

/** People under way at a time. */
const PEOPLE_AT_ONCE = 8;

/** Everybody is looked up once, before anything is decided. @throws {DirectoryUnavailable} */
async function peopleOf(
  directory: Pick<Directory, 'personByMail'>,
  lines: readonly OwnerLine[],
): Promise<(mail: string) => Owner> {
  const known = new Map<string, Owner | Refusal>();
  const mails = new Set(lines.map(({ owner }) => owner).filter((mail) => mail !== '')).values();
  const work = async (): Promise<void> => {
    for (const mail of mails) {
      try {
        known.set(mail, await personNamed(directory, mail));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        known.set(mail, error);
      }
    }
  };
  await Promise.all(Array.from({ length: PEOPLE_AT_ONCE }, work));
  return (mail) => {
    const found = known.get(mail);
    if (found === undefined || found instanceof Refusal) throw found ?? new TypeError('nobody was looked up');
    return found;
  };
}

/** The same answer, or refusal, for the same text. */
function once<T>(look: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? look(text);
    known.set(text, found);
    return found;
  };
}

/** Of two lines that say different things of one alias none is believed. */
function contradicting(assignments: readonly Assignment[]): ReadonlyMap<Assignment, string> {
  const found = new Map<Assignment, string>();
  for (const [, its] of Map.groupBy(assignments, ({ alias }) => alias.id)) {
    const said = new Set(its.map(({ owner, channel }) => `${owner?.id ?? ''} ${channel?.id ?? ''}`));
    if (said.size < 2) continue;
    const lines = its.map(({ line }) => line).join(', ');
    for (const each of its) found.set(each, `lines ${lines} say different things of it`);
  }
  return found;
}

function isInOrder({ alias, owner, channel }: Assignment): boolean {
  if (isHeld(alias)) return false;
  const isOwners = owner === undefined || (isSamePerson(alias.owner, owner) && alias.owner?.id === owner.id);
  return isOwners && (channel === undefined || alias.channelId === channel.id);
}
