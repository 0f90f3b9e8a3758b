import type { AdminContext } from '../admin-context.ts';
import { type CommandOutput, section } from '../command-output.ts';
import { inTurn } from '../in-turn.ts';
import { aliasesOfAdministrators } from './aliases-of-administrators.ts';
import { channelWords } from './channel-named.ts';
import { readOwners, type WrongLine } from './owners-file.ts';
import { planAssignments, type Assignment } from './plan-assignments.ts';

export interface AssignOptions {
  readonly apply?: boolean;
  readonly skipInvalid?: boolean;
  /** False: nobody is told. */
  readonly notices?: boolean;
  readonly reason?: string;
  readonly json?: boolean;
}

/** What is written for an alias. */
interface Shown {
  readonly line: number;
  readonly alias: string;
  /** Empty where it stays as it is. */
  readonly owner: string;
  readonly channel: string;
}

interface Report {
  readonly inOrder: number;
  readonly toDo: readonly Shown[];
  readonly wrong: readonly WrongLine[];
  readonly written: readonly Shown[];
  readonly refused: readonly (Shown & { readonly reason: string })[];
  readonly left: number;
}

/**
 * Gives aliases to the owners and channels of a list: all of them, or none while a line is wrong, unless told to skip those. May be
 * cut short and run again: what is as the list says is left alone.
 * @returns 1 when something is left to do, else 0
 * @throws {AdminFault} the file cannot be read, or is not such a list
 * @throws {DirectoryUnavailable} then nothing was written
 * @throws {RegisterUnavailable} what was written until then stays
 */
export async function runAssign(
  context: Pick<AdminContext, 'register' | 'directory' | 'quarantineDays'>,
  path: string,
  { apply = false, skipInvalid = false, notices = true, reason = '', json = false }: AssignOptions,
  io: CommandOutput,
): Promise<0 | 1> {
  const { toDo, inOrder, wrong } = await planAssignments(context, await readOwners(path));
  const { aliases, rights, caller } = aliasesOfAdministrators(context, 'assign');
  const isWritten = apply && (wrong.length === 0 || skipInvalid);
  const { done, refused } = await inTurn(
    isWritten ? toDo : [],
    { io, label: 'Aliases', json },
    async (each) => {
      const grant = await rights.grant('assign', caller, each.alias.address);
      const to = { owner: each.owner, channelId: each.channel?.id, isTold: notices };
      await aliases.transfer(grant, to, reason);
      return shown(each);
    },
  );
  const report: Report = {
    inOrder,
    toDo: toDo.map(shown),
    wrong,
    written: done,
    refused: refused.map(({ item, reason: why }) => ({ ...shown(item), reason: why })),
    left: toDo.length - done.length + wrong.length,
  };
  io.out(json ? `${JSON.stringify(report)}\n` : words(report, apply, skipInvalid));
  return report.left === 0 ? 0 : 1;
}

function shown({ line, alias, owner, channel }: Assignment): Shown {
  return {
    line,
    alias: alias.address,
    owner: owner?.mail ?? '',
    channel: channel === undefined ? '' : channelWords(channel),
  };
}

function words(
  { inOrder, toDo, wrong, written, refused }: Report,
  applying: boolean,
  skips: boolean,
): string {
  const each = ({ alias, owner, channel }: Shown): string =>
    `${alias}: ${[owner, channel].filter((part) => part !== '').join(', ')}`;
  return [
    `${inOrder} as the list says, ${toDo.length} to assign, ${wrong.length} wrong.\n`,
    applying ? '' : section('to assign', toDo.map(each), 'assign --apply writes it.'),
    section(
      'wrong lines',
      wrong.map(({ line, name, reason }) => `line ${line}: ${name === '' ? '(no alias)' : name}: ${reason}`),
      skips
        ? 'These were left out.'
        : 'Nothing is written while a line is wrong. Mend these lines, or leave them out: assign --skip-invalid.',
    ),
    section('written', written.map(each)),
    section(
      'not written',
      refused.map((one) => `${one.alias}: ${one.reason}`),
      'Run assign again.',
    ),
  ].join('');
}
