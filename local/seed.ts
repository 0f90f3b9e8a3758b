import { allotted, withFreeAlias } from '../src/aliases/allot.ts';
import type { Register } from '../src/register.ts';
import { systemClock } from '../src/shared/clock.ts';
import { newId } from '../src/shared/identifiers.ts';
import { engineer, payments } from './people.ts';

const SEEDED_ACCOUNT = 'payments-staging';

/** The alias that the sample mails are sent to: the engineer's, in the Payments channel. Made once. */
export async function sampleAlias(register: Register): Promise<string> {
  const owned = await register.aliasesOfOwner(engineer.mail);
  const seeded = owned.find(({ accountName }) => accountName === SEEDED_ACCOUNT);
  return seeded?.address ?? allotSample(register);
}

async function allotSample(register: Register): Promise<string> {
  const at = new Date();
  return withFreeAlias({ register, clock: systemClock }, async (free) => {
    const alias = allotted(
      free.value,
      {
        owner: { mail: engineer.mail, id: engineer.id, name: engineer.name },
        channelId: payments.channel.id,
        accountId: undefined,
        accountName: SEEDED_ACCOUNT,
        requestId: undefined,
      },
      at,
    );
    const outcome = await register.commit({
      id: newId(),
      aliases: [{ before: free, after: alias }],
      audit: [
        {
          at,
          actor: { kind: 'system', name: 'local stand' },
          action: 'allot',
          aliasId: alias.id,
          requestId: undefined,
          before: { code: 'state', state: 'free' },
          after: { code: 'allotted-to', to: engineer.mail },
          reason: { code: 'said', text: 'an alias for the sample mails' },
        },
      ],
    });
    return outcome.kind === 'committed' ? alias.address : undefined;
  });
}
