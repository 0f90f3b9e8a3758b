import { migrate, type MigrationReport } from '../../azure/migration.ts';
import type { Table } from '../../azure/table.ts';
import { adminCommand } from '../admin-command.ts';
import { withProgressBar } from '../progress-bar.ts';

/** What each contradiction means and what to do about it. */
const CONTRADICTIONS: Readonly<Record<MigrationReport['contradictions'][number]['kind'], string>> = {
  unreadable: 'not a row of an alias; left alone',
  'in-use-without-owner': 'in use, but nobody owns it; transfer it to its owner, or release it',
  'account-id-malformed': 'its account id is not 12 digits; bind the right one',
  'account-twice': 'another alias has the same account id; release the one that is wrong',
  'address-twice': 'another row has the same address; free ones among them were retired',
  'address-refused-by-aws': 'AWS would refuse this address; it is never handed out',
  'free-with-account': 'not in use, but it has an account id; retired, because AWS knows the address',
  'free-with-owner': 'not in use, but it has an owner; quarantined',
  'changed-hands': 'an old client handed it to somebody else; what the owner before had noted is gone',
  'handed-out-while-not-free': 'an old client handed it out although it was not free; talk to its owner',
  'freed-while-allotted': 'an old client freed it; released by the rules of the register',
};

/** Ends with 1 where rows contradict each other or changed meanwhile. */
export const reindex = adminCommand({
  name: 'reindex',
  does: 'take a table of the old scheme over, or repair what old clients wrote; may be run at any time',
  options: {
    '--dry-run': 'say what would be set right, and change nothing',
    '--json': 'the report as one JSON object',
  },
  async run({ open, io }, { dryRun = false, json = false }) {
    const { table, quarantineDays } = await open();
    const report = await withProgressBar({ io, label: 'Aliases', json }, (onProgress) =>
      migrate(dryRun ? onPaper(table) : table, { quarantineDays, onProgress }),
    );
    io.out(json ? `${JSON.stringify({ dryRun, ...report })}\n` : words(report, dryRun));
    return report.contradictions.length + report.left === 0 ? 0 : 1;
  },
});

/** The table without a pen: what would be repaired is decided as ever, and nothing is written. */
function onPaper(table: Table): Table {
  return { ...table, transaction: async () => ({ etags: [] }), write: async () => ({ etag: undefined }) };
}

function words(report: MigrationReport, dryRun: boolean): string {
  const { aliases, repaired, left, removed, contradictions } = report;
  const lines = [
    `${aliases} aliases: ${repaired} ${dryRun ? 'would be set right' : 'set right'}, ${aliases - repaired - left} were in order.`,
    ...(left === 0 ? [] : [`${left} changed meanwhile; run reindex again.`]),
    ...(removed === 0
      ? []
      : [
          `${removed} index rows that ${dryRun ? 'stand for nothing would be' : 'stood for nothing were'} removed.`,
        ]),
    ...(contradictions.length === 0 ? [] : ['', `${contradictions.length} contradictions:`]),
    ...contradictions.map(
      ({ id, address, kind }) => `  ${address === '' ? id : address}: ${CONTRADICTIONS[kind]}`,
    ),
    ...(dryRun ? ['Nothing was changed.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}
