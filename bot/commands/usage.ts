import { noteCard, type Drawn } from '../../cards/index.ts';
import { COMMAND_RIGHTS, type CommandName } from '../../src/rights/operations.ts';

/** How a command is written, for whoever left something out. */
export function usageCard(usage: string, example: string): Drawn {
  return noteCard('Something is missing', `Write \`${usage}\`, for instance \`${example}\`.`);
}

/** An alias as people shall type it in examples. */
export const EXAMPLE_ALIAS = 'aws_1b4e28ba-2fa1-11d2-883f-0016d3cca427@company.com';

/** For a command that was written where it does not work. */
export function elsewhere(name: CommandName): Drawn {
  if (COMMAND_RIGHTS[name].where.some((kind) => kind === 'personal')) {
    return noteCard(
      'Write to me in our own chat',
      `Not everybody here may see that. Open a chat with Rootdesk and write \`${name}\` there.`,
    );
  }
  return noteCard(
    'Write it in the channel',
    `Open the channel that gets the mail, mention Rootdesk there and write \`${name}\`.`,
  );
}
