import { untried, warns, works, type Outcome } from './finding.ts';

const GB = 1024 ** 3;
/** Of a shared mailbox without a licence; then mail to it is refused (Exchange Online limits). */
const GB_MOST = 50;
/** Leaves some months to do something. */
const GB_LOOK = 40;

/** Whether the central mailbox fills up. @param bytes undefined where Graph does not tell */
export function judgeSize(bytes: number | undefined, mailbox: string): Outcome {
  if (bytes === undefined) {
    return untried(
      'Graph does not tell',
      `Look with Get-MailboxStatistics ${mailbox} in Exchange Online PowerShell.`,
    );
  }
  const words = `${(bytes / GB).toFixed(1)} GB; without a licence it holds ${GB_MOST}`;
  if (bytes < GB_LOOK * GB) return works(words);
  return warns(
    words,
    'Have a retention policy delete what is old, or give the mailbox a licence (Exchange Online Plan 2: 100 GB). When it is full, mail to it is refused.',
  );
}
