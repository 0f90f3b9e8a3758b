import type { CommandName } from '../../src/rights/operations.ts';
import { CardUnknown } from '../turn/card-unknown.ts';
import type { CardAction } from './card-action.ts';
import { textIn } from './card-data.ts';

/** Commands that a button may write. Each establishes its own right, and asks before it takes something away. */
const WRITTEN: readonly CommandName[] = ['find', 'history', 'bind', 'transfer', 'release'];

/** Answers as if the person had written the command: about what the card names, with what was typed. */
export const writeCommand: CardAction = async (deps, turn, input) => {
  const name = WRITTEN.find((each) => each === textIn(input, 'command'));
  if (name === undefined) throw new CardUnknown();
  const words = `${textIn(input, 'about')} ${textIn(input, 'words')}`.split(/\s+/).filter(Boolean);
  const said = await deps.write(turn, name, words);
  return { drawn: said, below: said };
};
