import { adminCommand } from '../admin-command.ts';
import { writeLines } from '../files/write-lines.ts';
import { exportReveals } from './export-reveals.ts';
import { formatOf, PART_OF_HISTORY, questionOf } from './part-of-history.ts';

export const revealLog = adminCommand({
  name: 'reveal-log',
  does: 'write every step of every reveal of withheld and announced mail: who wanted, agreed, refused, read',
  options: { ...PART_OF_HISTORY, '--person <who>': 'for or by one person (Entra object id or name)' },
  async run({ open, io }, options) {
    const { register } = await open();
    await writeLines(exportReveals(register, questionOf(options), formatOf(options)), options.out, io);
  },
});
