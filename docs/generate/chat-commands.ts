import { english, inPlainText } from '../../cards/index.ts';
import type { Command } from '../../bot/commands/command.ts';
import { COMMAND_RIGHTS, type CommandName } from '../../src/rights/operations.ts';

/** The part of docs/chat-commands.md that says how each command is written, made of the table of commands. */
export function chatCommands(commands: readonly Command[]): string {
  return commands.map(sectionOf).join('\n\n');
}

function sectionOf(command: Command): string {
  const { name, variants = [], example } = command;
  const points = [
    `Where: ${PLACES[whereOf(name)]}`,
    `Who: ${whoOf(name)}`,
    ...command.arguments(english).map(({ label, meaning }) => `\`${label}\`: ${inPlainText(meaning)}`),
    ...variants
      .map((variant) => english.variants[variant])
      .map(({ usage, description }) => `\`${usage}\`: ${description}`),
    ...(example === name ? [] : [`For instance: \`${example}\``]),
  ];
  const list = points.map((point) => `- ${point}`).join('\n');
  return [`## ${name}`, `\`${command.fullUsage(english)}\``, english.commands[name], list].join('\n\n');
}

const PLACES = {
  personal: 'your own chat with Rootdesk',
  channel: 'channels',
  'personal and channel': 'your own chat with Rootdesk, and channels',
} as const;

function whereOf(name: CommandName): keyof typeof PLACES {
  const where: readonly string[] = COMMAND_RIGHTS[name].where;
  if (where.length > 1) return 'personal and channel';
  return where.includes('channel') ? 'channel' : 'personal';
}

/** The roles of the table of rights; both kinds of approvers are called that, and administrators have another door. */
function whoOf(name: CommandName): string {
  const roles: readonly string[] = COMMAND_RIGHTS[name].may;
  if (roles.includes('anyone')) return 'everybody';
  return roles.filter((role) => role !== 'approver who owns' && role !== 'administrator').join(', ');
}
