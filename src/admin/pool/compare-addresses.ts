import type { Alias } from '../../aliases/alias.ts';
import type { Versioned } from '../../store/change.ts';
import { isMissing } from '../../aliases/states.ts';
import { hasAliasShape } from '../../mail/parse/resolve.ts';
import type { MailRules } from '../../mail/rules.ts';
import { foldAddress } from '../../shared/identifiers.ts';

/** Which addresses Exchange Online has, by root mailbox in lower case; undefined for one that is not there. */
export type Carried = ReadonlyMap<string, readonly string[] | undefined>;

/** Where table and Exchange Online differ. */
export interface Differences {
  /** In the table and in no mailbox; those that are missing already are left out. */
  readonly notInExchange: readonly Versioned<Alias>[];
  /** Missing in the table, and in Exchange Online again. */
  readonly again: readonly Versioned<Alias>[];
  /** Alias-shaped addresses of root mailboxes that the table does not have. */
  readonly notInTable: readonly { readonly address: string; readonly rootMailbox: string }[];
  /** On another root mailbox than the table says. */
  readonly elsewhere: readonly { readonly alias: Alias; readonly rootMailbox: string }[];
  /** Root mailboxes that are not there; nothing is said about their aliases. */
  readonly noMailbox: readonly string[];
}

/** Compares the table with the mailboxes. */
export function compare(
  aliases: readonly Versioned<Alias>[],
  carried: Carried,
  rules: MailRules,
): Differences {
  const places = new Map(
    [...carried].flatMap(([mailbox, addresses = []]) =>
      addresses.map((address) => [address, mailbox] as const),
    ),
  );
  const inTable = new Set(aliases.map(({ value }) => value.address));
  const noMailbox = [...carried].flatMap(([mailbox, addresses]) =>
    addresses === undefined ? [mailbox] : [],
  );
  const isJudged = ({ rootMailbox }: Alias): boolean => carried.get(foldAddress(rootMailbox)) !== undefined;
  const gone = aliases.filter(({ value }) => !places.has(value.address) && isJudged(value));
  return {
    notInExchange: gone.filter(({ value }) => !isMissing(value)),
    again: aliases.filter(({ value }) => isMissing(value) && places.has(value.address)),
    notInTable: [...places].flatMap(([address, rootMailbox]) =>
      inTable.has(address) || !hasAliasShape(address, rules) ? [] : [{ address, rootMailbox }],
    ),
    elsewhere: aliases.flatMap(({ value: alias }) => {
      const rootMailbox = places.get(alias.address);
      return rootMailbox === undefined || rootMailbox === foldAddress(alias.rootMailbox)
        ? []
        : [{ alias, rootMailbox }];
    }),
    noMailbox,
  };
}
