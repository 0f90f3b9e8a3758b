import { describe, expect, it } from 'vitest';
import { checkReach } from '../../../src/admin/doctor/check-reach.ts';
import type { Finding } from '../../../src/admin/doctor/finding.ts';
import { FIRST_MAILBOX, idIn, type MailboxPlace } from '../../../src/mail/mailbox-name.ts';
import { probeTimes } from '../../../src/mail/reach/probe-times.ts';
import type { ProbedAlias, SentProbe } from '../../../src/mail/reach/probes.ts';
import { NOTHING_SEEN } from '../../../src/mail/reach/seen.ts';
import { allottedAlias, freeAlias } from '../../fakes/aliases.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const ago = (hours: number): Date => new Date(NOW.getTime() - hours * 60 * 60_000);
const FIRST: MailboxPlace = { name: FIRST_MAILBOX, address: 'aws@company.com' };
const SECOND: MailboxPlace = { name: 'aws2@company.com', address: 'aws2@company.com' };

/** Of a root mailbox, the aliases that were probed: answered in its central mailbox, then missed where it stopped. */
function probed(rootMailbox: string, central: MailboxPlace, stopped: boolean): readonly ProbedAlias[] {
  const probe = (hours: number, comes: boolean): SentProbe => ({
    sentAt: ago(hours),
    secretSha256: '0'.repeat(64),
    isAccepted: true,
    outcome: comes ? 'answered' : 'unanswered',
    ...(comes && { cameAs: idIn(central.name, 'AAMk=') }),
  });
  return ['a', 'b'].map((each, place) => ({
    aliasId: `${rootMailbox}-${each}`,
    address: `${each}.${rootMailbox}`,
    rootMailbox,
    sent: [probe(30 + place, true), probe(4 - place, !stopped), probe(2 - place, !stopped)],
    isMissing: false,
    isTold: false,
  }));
}

async function remedyOf(
  centrals: readonly MailboxPlace[],
  ...mailboxes: readonly Parameters<typeof probed>[]
): Promise<Finding | undefined> {
  const every = mailboxes.flatMap((each) => probed(...each));
  const aliases = mailboxes.map(([rootMailbox]) => ({ ...allottedAlias(freeAlias()), rootMailbox }));
  const stored = {
    seen: { load: async () => NOTHING_SEEN },
    probes: {
      every: async () => every.map((each) => ({ ...each, version: '1' })),
      status: async () => ({ refusedSince: undefined, toldAt: undefined }),
    },
  };
  const config = { probes: probeTimes(7), graph: { baseUrl: '', mailboxes: centrals.map((c) => c.address) } };
  for await (const finding of checkReach(config, stored, aliases, centrals, NOW)) {
    if (finding.part === 'probes') return finding;
  }
  return undefined;
}

const THERE_FIRST = 'Nothing comes through any root mailbox that forwards to';

describe('where probes do not come back, doctor says where to look', () => {
  it('first at the central mailbox, where all that forward to it stopped', async () => {
    const found = await remedyOf(
      [FIRST, SECOND],
      ['root-1@company.com', FIRST, false],
      ['root-2@company.com', SECOND, true],
      ['root-3@company.com', FIRST, false],
      ['root-4@company.com', SECOND, true],
    );
    expect(found).toMatchObject({
      verdict: 'fails',
      what: 'none comes back through root-2@company.com, root-4@company.com',
    });
    expect(found?.remedy).toContain(`${THERE_FIRST} aws2@company.com. Look there first`);
  });

  it('at the only central mailbox, where none comes through any root mailbox', async () => {
    const found = await remedyOf(
      [FIRST],
      ['root-1@company.com', FIRST, true],
      ['root-2@company.com', FIRST, true],
    );
    expect(found?.remedy).toContain(`${THERE_FIRST} aws@company.com.`);
  });

  it.each([
    ['others forward to the same one', FIRST],
    ['it is the only one that forwards there', SECOND],
  ])('at the root mailbox, where %s', async (_, central) => {
    const found = await remedyOf(
      [FIRST, SECOND],
      ['root-1@company.com', FIRST, false],
      ['root-2@company.com', central, true],
    );
    expect(found?.remedy).toMatch(/^Look at its forwarding with Get-Mailbox/);
  });
});
