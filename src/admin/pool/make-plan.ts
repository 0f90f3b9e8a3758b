import { readFileSync } from 'node:fs';
import { AWS_ADDRESS_MOST } from '../../aliases/aws-limits.ts';
import { RootdeskError } from '../../shared/rootdesk-error.ts';
import { isGuid } from '../../shared/identifiers.ts';

/** What the mailboxes in Exchange Online shall be. */
export interface PlanOptions {
  /** Root mailboxes, 1 to 999. */
  readonly mailboxes: number;
  /** Aliases of each root mailbox, 1 to 320. */
  readonly aliases: number;
  /** Of aliases and root mailboxes; an accepted domain of at most 23 characters. */
  readonly domain: string;
  /** Address of the central mailbox, or of several, separated by commas; `aws@<domain>` without it. */
  readonly central?: string | undefined;
  /** What the root mailboxes' local parts begin with, before their number; `aws-root-` without it. */
  readonly prefix?: string | undefined;
  /** Application (client) id of Rootdesk's identity; without it the script asks for it when it is run. */
  readonly appId?: string | undefined;
  /** Object id of the enterprise application; belongs to `appId`. */
  readonly objectId?: string | undefined;
}

/** A plan with every address written out. */
export interface Plan {
  /** At least one. The root mailboxes forward to them in turn. */
  readonly centrals: readonly string[];
  readonly rootMailboxes: readonly string[];
  readonly aliasesPerMailbox: number;
  readonly domain: string;
  readonly appId: string;
  readonly objectId: string;
}

/** Such mailboxes cannot be, or could not serve AWS. Every fault is in `faults`, each with its remedy. */
export class PlanRefused extends RootdeskError<'plan-refused'> {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super('plan-refused', 'This plan cannot work.', faults.join('\n'));
    this.name = 'PlanRefused';
    this.faults = faults;
  }
}

/** Head line of the CSV that the script writes and `import` reads. */
export const PLAN_CSV_HEAD = 'alias,root_mailbox';

/** Exchange Online was seen to refuse the 334th proxy address of a mailbox, which has some of its own. */
const ALIASES_MOST = 320;
const ADDRESSES_MOST = 330;
const MAILBOXES_MOST = 999;
/** One change of a mailbox with more addresses takes so long that it may be cut off. */
const BATCH_SIZE = 50;
/** `aws_`, a GUID, and the at sign. */
const ALIAS_WITHOUT_DOMAIN = 'aws_'.length + 36 + '@'.length;
const DOMAIN_MOST = AWS_ADDRESS_MOST - ALIAS_WITHOUT_DOMAIN;

const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;
/** Narrower than RFC 5321: nothing that PowerShell, Exchange's filters or a shell would read as more than a letter. */
const LOCAL_PART = /^[a-z0-9](?:[a-z0-9._+-]{0,62}[a-z0-9])?$/;
const PREFIX = /^[a-z0-9][a-z0-9._-]{0,39}$/;
const ALIAS_SHAPED = /^aws[_+]/;

/**
 * Writes the plan out, everything in lower case.
 * @throws {PlanRefused} naming everything that cannot work
 */
export function makePlan(options: PlanOptions): Plan {
  const domain = options.domain.trim().toLowerCase();
  const centrals = listOf(options.central ?? `aws@${domain}`);
  const prefix = (options.prefix ?? 'aws-root-').trim().toLowerCase();
  const appId = (options.appId ?? '').trim().toLowerCase();
  const objectId = (options.objectId ?? '').trim().toLowerCase();
  const faults = [
    ...countFaults(options),
    ...domainFaults(domain),
    ...(PREFIX.test(prefix) && !ALIAS_SHAPED.test(prefix)
      ? []
      : ['The prefix is not usable. Use up to 40 letters, digits, dots and hyphens, and not aws_ or aws+.']),
    ...idFaults(appId, objectId),
  ];
  // Only with sane numbers: a list of a billion names helps nobody.
  const rootMailboxes = faults.length > 0 ? [] : rootNames(options.mailboxes, prefix, domain);
  // One that follows from the domain has the domain's faults alone.
  if (options.central !== undefined || faults.length === 0)
    faults.push(...centralsFaults(centrals, rootMailboxes));
  if (faults.length > 0) throw new PlanRefused(faults);
  return { centrals, rootMailboxes, aliasesPerMailbox: options.aliases, domain, appId, objectId };
}

function countFaults({ mailboxes, aliases }: PlanOptions): string[] {
  const faults: string[] = [];
  if (!Number.isInteger(mailboxes) || mailboxes < 1 || mailboxes > MAILBOXES_MOST) {
    faults.push(`The number of mailboxes is not from 1 to ${MAILBOXES_MOST}. 10 is usual.`);
  }
  if (!Number.isInteger(aliases) || aliases < 1) {
    faults.push(`The number of aliases a mailbox is not from 1 to ${ALIASES_MOST}. 300 is usual.`);
  } else if (aliases > ALIASES_MOST) {
    faults.push(
      `Exchange Online does not carry ${aliases} aliases in a mailbox. Plan at most ${ALIASES_MOST} a mailbox, and more mailboxes.`,
    );
  }
  return faults;
}

function domainFaults(domain: string): string[] {
  if (!DOMAIN.test(domain)) {
    return ['The domain is not one. Write it like company.com; names with other letters in their xn-- form.'];
  }
  if (domain.length > DOMAIN_MOST) {
    return [
      `An alias of ${domain} would have ${ALIAS_WITHOUT_DOMAIN + domain.length} characters, and AWS takes ${AWS_ADDRESS_MOST}. Use a domain of at most ${DOMAIN_MOST} characters.`,
    ];
  }
  return [];
}

function listOf(addresses: string): readonly string[] {
  return [...new Set(addresses.split(',').map((address) => address.trim().toLowerCase()))];
}

function centralsFaults(centrals: readonly string[], rootMailboxes: readonly string[]): string[] {
  return [...new Set(centrals.flatMap((central) => centralFaults(central, rootMailboxes)))];
}

function centralFaults(central: string, rootMailboxes: readonly string[]): string[] {
  const at = central.lastIndexOf('@');
  const local = central.slice(0, Math.max(at, 0));
  if (!LOCAL_PART.test(local) || local.includes('..') || !DOMAIN.test(central.slice(at + 1))) {
    return [
      'The address of the central mailbox is not usable. Write it like aws@company.com, with letters, digits, dots, hyphens and underscores.',
    ];
  }
  if (ALIAS_SHAPED.test(local)) {
    return ['The central mailbox must not look like an alias. Choose an address without aws_ or aws+.'];
  }
  if (rootMailboxes.includes(central)) {
    return [
      `${central} would be a root mailbox too, and forward to itself. Choose another address or prefix.`,
    ];
  }
  return [];
}

function idFaults(appId: string, objectId: string): string[] {
  if ((appId === '') !== (objectId === '')) {
    return ['The application id and the object id belong together. Give both, or none.'];
  }
  const areGuids = appId === '' || (isGuid(appId) && isGuid(objectId));
  return areGuids ? [] : ['The application id or the object id is not a GUID. Copy them as they are shown.'];
}

/** Two digits at least: the local stand and most tenants name them so, and a longer plan keeps the names it had. */
function rootNames(count: number, prefix: string, domain: string): string[] {
  return Array.from(
    { length: count },
    (_, index) => `${prefix}${String(index + 1).padStart(2, '0')}@${domain}`,
  );
}

/**
 * The PowerShell script that makes the plan come true and may be run again at any time: it creates what is missing and leaves
 * the rest. Plain ASCII. Nothing but the values at its beginning varies, and they are in single quotes.
 * @throws {PlanRefused}
 */
export function planScript(options: PlanOptions): string {
  const plan = makePlan(options);
  const acceptedDomains = [
    ...new Set([plan.domain, ...plan.centrals.map((central) => central.slice(central.indexOf('@') + 1))]),
  ];
  const body = readFileSync(new URL('plan.ps1', import.meta.url), 'utf8');
  return [
    ...beginning(plan),
    '$Plan = @{',
    `    Domain            = ${quote(plan.domain)}`,
    `    AcceptedDomains   = ${quoteList(acceptedDomains)}`,
    `    CentralMailboxes  = ${quoteList(plan.centrals)}`,
    `    CentralName       = 'AWS root mail'`,
    `    RootName          = 'AWS root mailbox'`,
    `    AliasesPerMailbox = ${plan.aliasesPerMailbox}`,
    `    AddressesMost     = ${ADDRESSES_MOST}`,
    `    BatchSize         = ${BATCH_SIZE}`,
    '    RootMailboxes     = @(',
    plan.rootMailboxes.map((address) => `        ${quote(address)}`).join(',\n'),
    '    )',
    '}',
    '',
    body.replaceAll('\r\n', '\n'),
  ].join('\n');
}

const GUID_OR_NOTHING = quote('^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})?$');

function beginning({ appId, objectId }: Plan): string[] {
  return [
    '#Requires -Version 7.2',
    '<#',
    '.SYNOPSIS',
    "Creates or extends the mailboxes of Rootdesk in Exchange Online, and lets Rootdesk's identity read the central ones.",
    '.DESCRIPTION',
    'Connect first: Connect-ExchangeOnline. Run it with -WhatIf to see what it would change. It may be run again at any time:',
    'what is there stays, only what is missing is added.',
    '.PARAMETER AppId',
    "Application (client) id of Rootdesk's managed identity. Without it the mailboxes alone are set up.",
    '.PARAMETER ObjectId',
    'Object id of the same identity in the list of enterprise applications.',
    '.PARAMETER CsvPath',
    'Where the list of aliases is written, for the import command.',
    '.PARAMETER RetentionPolicy',
    'Name of the retention policy of Exchange Online for the central and the root mailboxes. Without it theirs stays.',
    '.PARAMETER Probes',
    'Lets the application also send as the central mailbox, for probe mails (PROBE_DAYS).',
    '#>',
    '[CmdletBinding(SupportsShouldProcess)]',
    'param(',
    `    [ValidatePattern(${GUID_OR_NOTHING})] [string] $AppId = ${quote(appId)},`,
    `    [ValidatePattern(${GUID_OR_NOTHING})] [string] $ObjectId = ${quote(objectId)},`,
    "    [ValidateNotNullOrEmpty()] [string] $CsvPath = 'rootdesk-aliases.csv',",
    "    [ValidateNotNull()] [string] $RetentionPolicy = '',",
    '    [switch] $Probes',
    ')',
  ];
}

/** A PowerShell text in which nothing is expanded. PowerShell takes typographic quotation marks for straight ones. */
export function quote(text: string): string {
  return `'${text.replaceAll(/['\u2018-\u201B]/g, '$&$&')}'`;
}

function quoteList(texts: readonly string[]): string {
  return `@(${texts.map(quote).join(', ')})`;
}
