import { expect, it } from 'vitest';
import { explain } from '../../../bot/turn/explain.ts';
import { english, inPlainText } from '../../../cards/index.ts';
import { RegisterUnavailable, RowUnreadable } from '../../../src/store/unavailable.ts';
import { GraphFailure } from '../../../src/graph/graph-failure.ts';
import { MailboxUnavailable } from '../../../src/mail/mailbox.ts';
import { RootdeskError } from '../../../src/shared/rootdesk-error.ts';
import { TeamsCallFailed } from '../../../bot/teams/teams-call-failed.ts';
import { silentLog } from '../../fakes/log.ts';

const FOR_ADMINISTRATORS =
  'Grant the application Mail.Read on aws@company.com, then run `doctor` (AADSTS7000215).';

/** Whatever is wrong behind Rootdesk: with words that are for the log and for `doctor`. */
const FAULTS: readonly [string, Error][] = [
  ['the mailbox', new MailboxUnavailable(FOR_ADMINISTRATORS, FOR_ADMINISTRATORS)],
  ['the storage', new RegisterUnavailable(FOR_ADMINISTRATORS)],
  ['a row', new RowUnreadable(FOR_ADMINISTRATORS)],
  ['Graph', new GraphFailure(FOR_ADMINISTRATORS, FOR_ADMINISTRATORS, { status: 403 })],
  ['Teams', new TeamsCallFailed({ sent: true, status: 403, reason: FOR_ADMINISTRATORS })],
  ['something new', new RootdeskError('something-new', FOR_ADMINISTRATORS, FOR_ADMINISTRATORS)],
  ['something unknown', new Error(FOR_ADMINISTRATORS)],
];

it.each(FAULTS)(
  'a person reads of %s what they can do, and not what an administrator has to mend',
  (_, error) => {
    const { problem, reference } = explain(english, error, silentLog());
    const words = [problem.message, problem.remedy].map(inPlainText).join(' ');
    expect(words).toMatch(/(Rootdesk|Teams) .*Try again in a minute/);
    expect(words).not.toMatch(/Grant|Mail\.Read|doctor|AADSTS|aws@company/);
    expect(reference).toMatch(/^R-[0-9A-F]{8}$/);
  },
);
