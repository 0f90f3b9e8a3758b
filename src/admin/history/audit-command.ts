import { adminCommand } from '../admin-command.ts';
import { writeRows } from '../files/write-rows.ts';
import { AUDIT_COLUMNS, auditLines } from './export-audit.ts';
import { formatOf, PART_OF_HISTORY, questionOf } from './part-of-history.ts';

export const audit = adminCommand({
  name: 'audit',
  does: 'write the history: who did what, when and why',
  options: {
    ...PART_OF_HISTORY,
    '--person <who>': 'by one person (Entra object id or name) or API client',
  },
  async run({ open, io }, options) {
    const { register } = await open();
    const lines = auditLines(register, questionOf(options));
    await writeRows(AUDIT_COLUMNS, lines, formatOf(options), options.out, io);
  },
});
