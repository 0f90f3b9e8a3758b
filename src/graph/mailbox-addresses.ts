import { z } from 'zod';
import type { GraphClient } from './graph-client.ts';
import { listOf } from './list-of.ts';
import { foldAddress } from '../shared/identifiers.ts';

const accounts = z.object({ value: listOf(z.object({ proxyAddresses: listOf(z.string()).catch([]) })) });

/** Which mail addresses Exchange Online has for a mailbox, as Entra tells. Read only: Graph cannot write them. */
export interface MailboxAddresses {
  /**
   * Every SMTP address of the mailbox in lower case, its primary one included; undefined where nobody has that primary address.
   * Needs the permission User.Read.All.
   * @throws {GraphFailure}
   * @throws {z.ZodError}
   */
  addressesOf(mailbox: string, signal: AbortSignal): Promise<readonly string[] | undefined>;
}

export function createMailboxAddresses(client: GraphClient): MailboxAddresses {
  return {
    async addressesOf(mailbox, signal) {
      // The sign-in name of a shared mailbox may differ from its address, so it is looked for by both. Quotes are doubled (OData 4.01, 5.1.1.6.1).
      const text = mailbox.replaceAll("'", "''");
      const query = {
        $select: 'proxyAddresses',
        $filter: `mail eq '${text}' or userPrincipalName eq '${text}'`,
      };
      const found = accounts.parse(await client.getJson('/users', { signal, query })).value;
      return found.length === 0
        ? undefined
        : found.flatMap((account) => account.proxyAddresses.flatMap(smtp));
    },
  };
}

/** `SMTP:` marks the primary address, `smtp:` the others; X500, SIP and the like are no mail addresses. */
function smtp(proxyAddress: string): readonly string[] {
  const [, address] = /^smtp:(.+)$/i.exec(proxyAddress) ?? [];
  return address === undefined ? [] : [foldAddress(address)];
}
