import { adminCommand } from '../admin-command.ts';
import { section } from '../command-output.ts';
import { inTurn } from '../in-turn.ts';
import { aliasesOfAdministrators } from './aliases-of-administrators.ts';
import { channelWords } from './channel-named.ts';
import { readOwners, type WrongLine } from './owners-file.ts';
import { planAssignments, type Assignment } from './plan-assignments.ts';

interface Report {
  readonly inOrder: number;
  readonly toDo: readonly Shown[];
  readonly wrong: readonly WrongLine[];
  readonly written: readonly Shown[];
  readonly refused: readonly (Shown & { readonly reason: string })[];
}

/** All of the list, or none of it while a line is wrong, unless told to skip those. Ends with 1 when something is left to do. */
export const assign = adminCommand({
  name: 'assign',
  does: 'give many aliases to their owners and channels, by a list; may be cut short and run again',
  takes: { '<owners.csv>': 'columns alias or account_id, and owner, channel or both' },
  options: {
    '--apply': 'write it; without it nothing is changed',
    '--skip-invalid': 'leave out the lines that are wrong, and write the others',
    '--no-notices': 'owners and channels are not told: you tell them',
    '--reason <text>': 'why; kept in the history',
    '--json': 'the outcome as one JSON object',
  },
  async run(
    { open, io },
    { apply = false, skipInvalid = false, notices = true, reason = '', json = false },
    [path = ''],
  ) {
    const context = await open();
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
    const report = {
      inOrder,
      toDo: toDo.map(shown),
      wrong,
      written: done,
      refused: refused.map(({ item, reason: why }) => ({ ...shown(item), reason: why })),
      left: toDo.length - done.length + wrong.length,
    };
    io.out(json ? `${JSON.stringify(report)}\n` : words(report, apply, skipInvalid));
    return report.left === 0 ? 0 : 1;
  },
});

type Shown = ReturnType<typeof shown>;

/** What is written for an alias; empty text where it stays as it is. */
function shown({ line, alias, owner, channel }: Assignment) {
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
        : 'Nothing is written while a line is wrong. Correct these lines, or leave them out: assign --skip-invalid.',
    ),
    section('written', written.map(each)),
    section(
      'not written',
      refused.map((one) => `${one.alias}: ${one.reason}`),
      'Run assign again.',
    ),
  ].join('');
}
