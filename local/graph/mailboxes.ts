/** The mailboxes of the given scheme, as Exchange would list them. */
export interface StandMailboxes {
  /** The central mailbox's address; of several, the first one's. */
  readonly central: string;
  /** Addresses of further central mailboxes. */
  readonly furtherCentrals?: readonly string[];
  /** The root mailboxes: each carries aliases and forwards everything to a central mailbox. */
  readonly roots: readonly RootMailbox[];
}

interface RootMailbox {
  readonly address: string;
  readonly aliases: readonly string[];
  /** Where it forwards to; to the first central mailbox where left out. */
  readonly central?: string;
}

/** Addresses of all central mailboxes, the first one first. */
export function centralsOf({ central, furtherCentrals = [] }: StandMailboxes): readonly string[] {
  return [central, ...furtherCentrals];
}

/** How Exchange's resolver sees addresses. */
export interface AddressBook {
  /** The mailbox's primary address and name for any address it has; undefined for an address of nobody here. */
  resolve(address: string): { readonly name: string; readonly address: string } | undefined;
  /** Whether mail to the address is taken in: any address of the company's domain, known or not. */
  accepts(address: string): boolean;
  /** The central mailbox in which mail to the address ends; what nobody has goes to the first one. */
  centralFor(address: string): string;
  /** Every mailbox with all its addresses, the primary one first. */
  readonly mailboxes: readonly { readonly name: string; readonly addresses: readonly string[] }[];
}

export function createAddressBook(given: StandMailboxes): AddressBook {
  const { central, roots } = given;
  const mailboxes = [
    ...centralsOf(given).map((address) => ({ name: 'AWS central mailbox', addresses: [address] })),
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
  const centrals = new Map([
    ...centralsOf(given).map((address) => [address.toLowerCase(), address] as const),
    ...roots.flatMap((root) =>
      [root.address, ...root.aliases].map(
        (address) => [address.toLowerCase(), root.central ?? central] as const,
      ),
    ),
  ]);
  return {
    centralFor: (address) => centrals.get(address.toLowerCase()) ?? central,
    resolve: (address) => owners.get(address.toLowerCase()),
    accepts: (address) => domainOf(address) === domainOf(central) && !/[\s<>]/.test(address),
    mailboxes,
  };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
