import { adminCommand } from '../admin-command.ts';
import { writeRows } from '../files/write-rows.ts';
import { REVEAL_COLUMNS, revealSteps } from './export-reveals.ts';
import { formatOf, PART_OF_HISTORY, questionOf } from './part-of-history.ts';

export const revealLog = adminCommand({
  name: 'reveal-log',
  does: 'write every step of every reveal of withheld and announced mail: who wanted, agreed, refused, read',
  options: { ...PART_OF_HISTORY, '--person <who>': 'for or by one person (Entra object id or name)' },
  async run({ open, io }, options) {
    const { register } = await open();
    const steps = revealSteps(register, questionOf(options));
    await writeRows(REVEAL_COLUMNS, steps, formatOf(options), options.out, io);
  },
});
