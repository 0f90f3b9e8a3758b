import { addressesOf, parseAddresses } from './addresses.ts';
import { headerValues } from './headers.ts';
import type { KnownAlias, MailRules, KnownAliases } from '../rules.ts';
import type { AliasSource, Mail } from '../analysis.ts';
import { foldAddress } from '../../shared/identifiers.ts';

/** Which aliases a mail was sent to, and which header said so. */
export interface Resolved {
  /** Lower case, no doubles, in the order of the header. */
  readonly addresses: readonly string[];
  readonly known: readonly KnownAlias[];
  readonly source: AliasSource;
  readonly header: string;
}

interface Place {
  readonly source: AliasSource;
  readonly header: string;
  readonly addresses: (mail: Mail) => readonly string[];
}

/** What other ways of forwarding leave. */
const DELIVERY_TRACES =
  'X-Original-To Delivered-To Envelope-To X-Envelope-To X-Forwarded-To X-Forwarded-For Resent-To Resent-Cc Resent-From';

/**
 * Where an alias is looked for, in this order: the first place that holds one decides.
 *
 * To and Cc of the header block as it arrived come first, because Exchange replaces an alias in the recipients by the
 * mailbox's primary address; the traces below can be written by the sender, so they only choose the recipient and
 * prove nothing. Display names and the body never count.
 */
const PLACES: readonly Place[] = [
  { source: 'to', header: 'To and Cc', addresses: (mail) => addressHeaders(mail, ['To', 'Cc']) },
  ...['X-MS-Exchange-ForwardingLoop', 'X-MS-Exchange-Inbox-Rules-Loop'].map((header): Place => ({
    source: 'forwarding-trace',
    header,
    addresses: (mail) => loopHeader(mail, header),
  })),
  ...DELIVERY_TRACES.split(' ').map((header): Place => ({
    source: 'delivery-trace',
    header,
    addresses: (mail) => addressHeaders(mail, [header]),
  })),
  { source: 'delivery-trace', header: 'Received: for', addresses: receivedFor },
  { source: 'recipients', header: 'recipients of the mailbox', addresses: (mail) => mail.recipients },
];

/** Finds the aliases of a mail in the reading order; registered or alias-shaped addresses count, others are ignored. */
export async function resolveAliases(
  mail: Mail,
  register: KnownAliases,
  rules: MailRules,
): Promise<Resolved> {
  for (const place of PLACES) {
    const candidates = [...new Set(place.addresses(mail).map(foldAddress).filter(isAddress))];
    if (candidates.length === 0) continue;
    const known = await register.byAddress(candidates);
    const registered = new Set(known.map(({ address }) => address));
    const addresses = candidates.filter(
      (address) => registered.has(address) || hasAliasShape(address, rules),
    );
    if (addresses.length === 0) continue;
    return { addresses, known, source: sourceOf(mail, place, addresses), header: place.header };
  }
  return { addresses: [], known: [], source: 'none', header: 'none' };
}

export function hasAliasShape(address: string, rules: MailRules): boolean {
  const at = address.lastIndexOf('@');
  const ours = rules.domains.length === 0 || rules.domains.includes(address.slice(at + 1));
  return ours && rules.aliasPrefixes.some((prefix) => address.startsWith(prefix) && prefix.length < at);
}

function sourceOf(mail: Mail, place: Place, addresses: readonly string[]): AliasSource {
  if (place.source !== 'to') return place.source;
  const to = new Set(addressHeaders(mail, ['To']).map(foldAddress));
  return addresses.some((address) => to.has(address)) ? 'to' : 'cc';
}

function addressHeaders(mail: Mail, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const isRaw = headerValues(mail.transportHeaders, name).length > 0;
    return addressesOf(isRaw ? mail.transportHeaders : mail.internetHeaders, name);
  });
}

/** `<address>;<tenant guid>`, one line for each hop. */
function loopHeader(mail: Mail, name: string): readonly string[] {
  return bothBlocks(mail, name).flatMap((value) =>
    value.split(/[;,]/).flatMap((piece) => parseAddresses(piece).map(({ address }) => address)),
  );
}

function receivedFor(mail: Mail): readonly string[] {
  return bothBlocks(mail, 'Received').flatMap((value) => {
    const found = /\sfor\s+<?([^\s<>;]{3,320})>?/i.exec(value.slice(0, 4_000));
    return found?.[1] === undefined ? [] : [found[1]];
  });
}

function bothBlocks(mail: Mail, name: string): readonly string[] {
  return headerValues([...mail.transportHeaders, ...mail.internetHeaders], name);
}

function isAddress(address: string): boolean {
  return address.length <= 320 && /^[^\s@<>"]+@[^\s@<>"]+$/.test(address);
}
