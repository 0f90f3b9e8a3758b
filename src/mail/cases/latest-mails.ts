import { isChannelsMail, isOwnersMail } from '../../aliases/ownership.ts';
import type { Grant } from '../../rights/grant.ts';
import type { MailState } from './handling.ts';
import type { MailsDeps } from './mails-deps.ts';

/** A list of so many is read; older ones stand in the channel. */
const LATEST_MOST = 15;
/** Reads at once; a channel with more aliases is rare, and then the ones allotted first are looked at. */
const ALIASES_ASKED = 60;

/** See `Mails.latest`. */
export async function latestMails(
  { ledger, register }: Pick<MailsDeps, 'ledger' | 'register'>,
  grants: readonly Grant<'see-alias'>[],
  of: 'owner' | 'channel',
): Promise<readonly MailState[]> {
  const isTheirMail = of === 'owner' ? isOwnersMail : isChannelsMail;
  const asked = grants.slice(0, ALIASES_ASKED).map(({ subject }) => subject);
  const found = await Promise.all(
    asked.map(async (alias) =>
      (await ledger.latest(alias.id, LATEST_MOST))
        .filter(({ entry }) => isTheirMail(alias, entry.receivedAt))
        .map((state) => ({ ...state, alias })),
    ),
  );
  const newest = found
    .flat()
    .toSorted((one, other) => other.entry.receivedAt.getTime() - one.entry.receivedAt.getTime())
    .slice(0, LATEST_MOST);
  return Promise.all(
    newest.map(async (state) => {
      const handling = (await register.handling(state.entry.id))?.value;
      return { ...state, handling };
    }),
  );
}
