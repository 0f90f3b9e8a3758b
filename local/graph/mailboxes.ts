/** The mailboxes of the given scheme, as Exchange would list them. */
export interface StandMailboxes {
  /** The central mailbox's address. */
  readonly central: string;
  /** The root mailboxes: each carries aliases and forwards everything to the central mailbox. */
  readonly roots: readonly RootMailbox[];
}

interface RootMailbox {
  readonly address: string;
  readonly aliases: readonly string[];
}

/** How Exchange's resolver sees addresses. */
export interface AddressBook {
  /** The mailbox's primary address and name for any address it has; undefined for an address of nobody here. */
  resolve(address: string): { readonly name: string; readonly address: string } | undefined;
  /** Whether mail to the address is taken in: any address of the company's domain, known or not. */
  accepts(address: string): boolean;
  /** Every mailbox with all its addresses, the primary one first. */
  readonly mailboxes: readonly { readonly name: string; readonly addresses: readonly string[] }[];
}

export function createAddressBook({ central, roots }: StandMailboxes): AddressBook {
  const mailboxes = [
    { name: 'AWS central mailbox', addresses: [central] },
    ...roots.map((root) => ({
      name: `AWS root mailbox ${root.address.split('@')[0] ?? ''}`,
      addresses: [root.address, ...root.aliases],
    })),
  ];
  const owners = new Map(
    mailboxes.flatMap(({ name, addresses }) =>
      addresses.map(
        (address) => [address.toLowerCase(), { name, address: addresses[0] ?? address }] as const,
      ),
    ),
  );
  return {
    resolve: (address) => owners.get(address.toLowerCase()),
    accepts: (address) => domainOf(address) === domainOf(central) && !/[\s<>]/.test(address),
    mailboxes,
  };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
