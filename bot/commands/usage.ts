import { noteCard, type Drawn } from '../../cards/index.ts';

/** How a command is written, for whoever left something out. */
export function usageCard(usage: string, example: string): Drawn {
  return noteCard('Something is missing', `Write \`${usage}\`, for instance \`${example}\`.`);
}

/** An alias as people shall type it in examples. */
export const EXAMPLE_ALIAS = 'aws_1b4e28ba-2fa1-11d2-883f-0016d3cca427@company.com';

/** What is told of people and accounts is told one to one. */
export function onlyInChat(what: string): Drawn {
  return noteCard(
    'Write to me in our own chat',
    `Not everybody here may see that. Open a chat with Rootdesk and write \`${what}\` there.`,
  );
}
