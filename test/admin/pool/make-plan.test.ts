import type { Node } from '@vscode/tree-sitter-wasm';
import { assert, constantFrom, property, string } from '../../fast-check.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  makePlan,
  PLAN_CSV_HEAD,
  PlanRefused,
  planScript,
  quote,
} from '../../../src/admin/pool/make-plan.ts';
import { EXCHANGE } from '../exchange.ts';
import { commandsOf, createPowerShellParser, nodesOf, type Command } from '../powershell.ts';

const usual = { mailboxes: 10, aliases: 300, domain: 'company.com' };
const appId = '0a1b2c3d-0000-4000-8000-00000000000a';
const objectId = '0a1b2c3d-0000-4000-8000-00000000000b';

function faultsOf(options: Partial<Parameters<typeof makePlan>[0]>): readonly string[] {
  try {
    makePlan({ ...usual, ...options });
    return [];
  } catch (error) {
    if (error instanceof PlanRefused) return error.faults;
    throw error;
  }
}

describe('a plan', () => {
  it('names the central mailbox and numbered root mailboxes', () => {
    const plan = makePlan({ ...usual, domain: 'Company.com' });
    expect(plan.centrals).toEqual(['aws@company.com']);
    expect(plan.rootMailboxes).toHaveLength(10);
    expect(plan.rootMailboxes[0]).toBe('aws-root-01@company.com');
    expect(plan.rootMailboxes[9]).toBe('aws-root-10@company.com');
  });

  it('keeps the names of mailboxes when it grows', () => {
    const grown = makePlan({ ...usual, mailboxes: 120 });
    expect(grown.rootMailboxes.slice(0, 10)).toEqual(makePlan(usual).rootMailboxes);
    expect(new Set(grown.rootMailboxes).size).toBe(120);
  });

  it('takes a central mailbox in another domain', () => {
    const { centrals } = makePlan({ ...usual, central: 'root.mail@other.example' });
    expect(centrals).toEqual(['root.mail@other.example']);
  });

  it('takes several central mailboxes, each once', () => {
    const central = 'aws@company.com, AWS2@company.com,aws@company.com';
    expect(makePlan({ ...usual, central }).centrals).toEqual(['aws@company.com', 'aws2@company.com']);
    const script = planScript({ ...usual, central: `${central},aws@other.example` });
    expect(script).toContain(
      "CentralMailboxes  = @('aws@company.com', 'aws2@company.com', 'aws@other.example')",
    );
    expect(script).toContain("AcceptedDomains   = @('company.com', 'other.example')");
    expect(faultsOf({ central: 'aws@company.com,aws-root-01@company.com' })).toHaveLength(1);
    expect(faultsOf({ central: 'aws@company.com,' })).toHaveLength(1);
  });

  it('lets root mailboxes forward to central mailboxes in turn, whatever the number of them', () => {
    expect(planScript(usual)).toContain('$central = $centrals[$turn % $centrals.Count]');
  });

  it.each([
    ['as many aliases as a mailbox carries', { aliases: 320 }],
    ['a domain of 23 characters', { domain: 'abcdefghijklmnopqrs.com' }],
    ['an international domain in its ASCII form', { domain: 'xn--bcher-kva.example' }],
    ['another prefix', { prefix: 'root.aws-' }],
    ['an application', { appId, objectId }],
  ])('works with %s', (_, options) => {
    expect(faultsOf(options)).toEqual([]);
  });

  it.each([
    ['more than 320 aliases a mailbox', { aliases: 321 }, /does not carry 321 aliases/],
    ['no aliases', { aliases: 0 }, /number of aliases/],
    ['half an alias', { aliases: 1.5 }, /number of aliases/],
    ['no mailboxes', { mailboxes: 0 }, /number of mailboxes/],
    ['more mailboxes than anybody has', { mailboxes: 1_000_000_000 }, /number of mailboxes/],
    ['a domain of 24 characters', { domain: 'abcdefghijklmnopqrst.com' }, /65 characters, and AWS takes 64/],
    ['a domain with one label', { domain: 'company' }, /domain is not one/],
    ['a domain with a space', { domain: 'comp any.com' }, /domain is not one/],
    ['a domain with a quotation mark', { domain: "a'b.com" }, /domain is not one/],
    ['a domain with a line break', { domain: 'a.com\nRemove-Mailbox' }, /domain is not one/],
    ['a domain with other letters', { domain: 'bücher.example' }, /domain is not one/],
    ['a label that ends in a hyphen', { domain: 'a-.com' }, /domain is not one/],
    ['an address for a domain', { domain: 'aws@company.com' }, /domain is not one/],
    ['a central mailbox without domain', { central: 'aws' }, /central mailbox is not usable/],
    ['a central mailbox with a quotation mark', { central: "a'b@company.com" }, /not usable/],
    ['a central mailbox with a dollar sign', { central: 'a$(b)@company.com' }, /not usable/],
    ['a central mailbox that looks like an alias', { central: 'aws_1@company.com' }, /like an alias/],
    ['a central mailbox that is a root mailbox', { central: 'aws-root-03@company.com' }, /forward to itself/],
    ['a prefix that looks like an alias', { prefix: 'aws_' }, /prefix is not usable/],
    ['a prefix with a space', { prefix: 'aws root' }, /prefix is not usable/],
    ['an application without its object', { appId }, /belong together/],
    ['an application id that is none', { appId: 'x', objectId }, /not a GUID/],
  ])('is refused with %s', (_, options, fault) => {
    expect(faultsOf(options)).toEqual([expect.stringMatching(fault)]);
  });

  it('is refused with all its faults at once', () => {
    expect(faultsOf({ mailboxes: 0, aliases: 400, domain: 'x', appId })).toHaveLength(4);
  });
});

/** What could end a text, begin an expression or a comment, or separate commands. */
const SIGNS = [
  "'",
  '"',
  '$',
  '`',
  '(',
  ')',
  '{',
  '}',
  ';',
  '|',
  '&',
  '#',
  '@',
  '<',
  '>',
  '\\',
  '\n',
  ' ',
  'a',
];

describe('a quoted text', () => {
  let parse: (source: string) => Node;
  beforeAll(async () => {
    parse = await createPowerShellParser();
  });

  it('is one text for PowerShell, whatever is in it', () => {
    assert(
      property(string({ unit: constantFrom(...SIGNS) }), (text) => {
        const root = parse(`$x = ${quote(text)}\n`);
        const literals = nodesOf(root, 'verbatim_string_characters');
        return !root.hasError && literals.length === 1 && literals[0]?.text === quote(text);
      }),
    );
  });

  it('closes for none of the characters that PowerShell takes for a quotation mark', () => {
    expect(quote("a'b\u2018c\u2019d\u201Ae\u201Bf")).toBe(
      "'a''b\u2018\u2018c\u2019\u2019d\u201A\u201Ae\u201B\u201Bf'",
    );
  });
});

const POWERSHELL = [
  'Export-Csv',
  'ForEach-Object',
  'Get-Command',
  'Get-Module',
  'Out-Null',
  'Select-Object',
  'Set-StrictMode',
  'Sort-Object',
  'Start-Sleep',
  'Where-Object',
  'Write-Host',
  'Write-Progress',
  'Write-Warning',
];

describe('the script of a plan', () => {
  let parse: (source: string) => Node;
  let root: Node;
  let commands: Command[];
  const script = planScript({ ...usual, appId, objectId });
  beforeAll(async () => {
    parse = await createPowerShellParser();
    root = parse(script);
    commands = commandsOf(root);
  });
  const named = (name: string): Command[] => commands.filter((command) => command.name === name);
  const withParameters = (name: string, ...parameters: string[]): Command[] =>
    named(name).filter((command) => parameters.every((each) => command.parameters.includes(each)));

  it('is PowerShell, and the parser would notice if it were not', () => {
    expect(root.hasError).toBe(false);
    expect(parse(script.replace('function Assert-Ready {', 'function Assert-Ready')).hasError).toBe(true);
    expect(parse(script.replace("'aws@company.com'", "'aws@company.com")).hasError).toBe(true);
  });

  it('is plain ASCII, so that no shell reads it differently', () => {
    expect(script).toMatch(/^[\n\u0020-\u007e]*$/);
  });

  it('says the same for the same plan', () => {
    expect(planScript({ ...usual, appId, objectId })).toBe(script);
  });

  it('differs between plans in nothing but the values at its beginning', () => {
    const other = planScript({ mailboxes: 2, aliases: 5, domain: 'other.example', central: 'x@y.example' });
    const body = 'Set-StrictMode';
    expect(other.slice(other.indexOf(body))).toBe(script.slice(script.indexOf(body)));
    expect(other).not.toContain('company.com');
  });

  it('holds every value of the plan in single quotes', () => {
    const texts = nodesOf(root, 'verbatim_string_characters').map(({ text }) => text.slice(1, -1));
    expect(texts).toEqual(expect.arrayContaining([...makePlan(usual).rootMailboxes]));
    expect(texts).toEqual(expect.arrayContaining(['company.com', 'aws@company.com', appId, objectId]));
    const elsewhere = script.split("'").filter((part, index) => index % 2 === 0 && part.includes('company'));
    expect(elsewhere).toEqual([]);
  });

  it('is strict and stops at the first error', () => {
    expect(withParameters('Set-StrictMode', '-Version')).toHaveLength(1);
    expect(script).toContain("$ErrorActionPreference = 'Stop'");
    expect(script.startsWith('#Requires -Version 7.2\n')).toBe(true);
  });

  it('checks module, connection, commands and domains before it does anything', () => {
    const first = commands.find(
      ({ node }) => node.parent?.parent?.parent?.parent?.type === 'program' && node.text === 'Assert-Ready',
    );
    const body = functionBody(root, 'Assert-Ready');
    for (const check of ['ExchangeOnlineManagement', 'Get-ConnectionInformation', 'Get-AcceptedDomain']) {
      expect(body).toContain(check);
    }
    expect(first?.node.startIndex).toBeLessThan(script.indexOf('$centrals = '));
  });

  it('changes nothing without asking ShouldProcess, so that -WhatIf holds', () => {
    expect(script).toContain('[CmdletBinding(SupportsShouldProcess)]');
    const own = new Set(nodesOf(root, 'function_name').map(({ text }) => text));
    const changes = commands.filter(
      ({ name }) =>
        /^(?:New|Set|Add|Remove|Enable|Disable|Export|Out|Update)-/.test(name) &&
        !own.has(name) &&
        !['Set-StrictMode', 'Out-Null'].includes(name),
    );
    expect(changes.map(({ name }) => name).toSorted()).toEqual([
      'Export-Csv',
      'New-Mailbox',
      'New-ManagementRoleAssignment',
      'New-ManagementScope',
      'New-ServicePrincipal',
      'Set-Mailbox',
      'Set-Mailbox',
      'Set-Mailbox',
      'Set-Mailbox',
      'Set-Mailbox',
      'Set-ManagementRoleAssignment',
      'Set-ManagementScope',
    ]);
    expect(changes.filter(({ node }) => !isGuarded(node)).map(({ text }) => text)).toEqual([]);
  });

  it('removes nothing', () => {
    expect(commands.filter(({ name }) => name.startsWith('Remove-'))).toEqual([]);
    expect(script).not.toMatch(/@\{\s*Remove/);
  });

  it('creates shared mailboxes alone, and blocks their sign-in', () => {
    expect(withParameters('New-Mailbox', '-Shared', '-PrimarySmtpAddress')).toHaveLength(1);
    expect(named('New-Mailbox')).toHaveLength(1);
    expect(withParameters('Set-Mailbox', '-AccountDisabled')[0]?.text).toContain('-AccountDisabled $true');
  });

  it('forwards to the central mailbox and keeps a copy', () => {
    const [forward] = withParameters('Set-Mailbox', '-ForwardingAddress', '-DeliverToMailboxAndForward');
    expect(forward?.text).toMatch(/-ForwardingAddress \$to\b/);
    expect(functionBody(root, 'Set-Forwarding')).toContain('$to = [string] $Central.PrimarySmtpAddress');
    expect(forward?.text).toContain('-DeliverToMailboxAndForward $true');
  });

  it('adds only the aliases that are missing, in batches, with GUIDs of its own', () => {
    const body = functionBody(root, 'Add-PoolAlias');
    expect(body).toContain('$missing = $Plan.AliasesPerMailbox - $present.Count');
    expect(body).toContain('if ($missing -le 0) { return $present }');
    expect(body).toContain('[guid]::NewGuid()');
    expect(withParameters('Set-Mailbox', '-EmailAddresses')[0]?.text).toContain('@{ Add = $proxies }');
    expect(script).not.toMatch(/aws_[0-9a-f]{8}-/);
  });

  it('calls Exchange with parameters that it has, stops at an error, and is patient where it is busy', () => {
    const calls = commands.filter(({ name }) => Object.hasOwn(EXCHANGE, name));
    expect(new Set(calls.map(({ name }) => name))).toEqual(new Set(Object.keys(EXCHANGE)));
    const common = ['-ErrorAction', '-WarningAction'];
    const wrong = calls.filter(
      ({ name, parameters, text }) =>
        !/-ErrorAction Stop\b/.test(text) ||
        parameters.some((each) => ![...(EXCHANGE[name] ?? []), ...common].includes(each)),
    );
    expect(wrong.map(({ text }) => text)).toEqual([]);
    const impatient = calls.filter(({ node }) => !isWithin(node, 'Invoke-Patiently'));
    // It asks nobody: the module knows its own connections.
    expect(impatient.map(({ name }) => name)).toEqual(['Get-ConnectionInformation']);
  });

  it('calls nothing that is neither its own, nor PowerShell’s, nor known of Exchange', () => {
    const own = nodesOf(root, 'function_name').map(({ text }) => text);
    const known = new Set([...own, ...Object.keys(EXCHANGE), ...POWERSHELL]);
    const cmdlets = commands.map(({ name }) => name).filter((name) => /^[a-z]+-[a-z]+$/i.test(name));
    expect(cmdlets.filter((name) => !known.has(name))).toEqual([]);
  });

  it('asks for every command of Exchange before it begins', () => {
    const body = functionBody(root, 'Assert-Ready');
    for (const name of Object.keys(EXCHANGE)) expect(body).toContain(name);
  });

  it('is patient five times, for minutes, and only with what passes', () => {
    const body = functionBody(root, 'Invoke-Patiently');
    const [, pauses = ''] = /foreach \(\$pause in ([\d, ]+)\)/.exec(body) ?? [];
    const seconds = pauses.split(',').map(Number);
    expect(seconds.at(-1)).toBe(0);
    expect(seconds.slice(0, -1)).toEqual(seconds.slice(0, -1).toSorted((a, b) => a - b));
    expect(seconds.reduce((sum, each) => sum + each, 0)).toBeLessThan(600);
    const busy = new RegExp(/\$Busy = '([^']+)'/.exec(script)?.[1] ?? '(?!)', 'i');
    for (const words of ['Too many requests (429)', 'The server is too busy', 'Request was throttled']) {
      expect(words).toMatch(busy);
    }
    for (const words of ["couldn't be found", 'already exists', 'Access Denied', 'aws-429x']) {
      expect(words).not.toMatch(busy);
    }
  });

  it('lists the aliases that Exchange shows after they were added, not those that it was told', () => {
    expect(functionBody(root, 'Add-PoolAlias')).toMatch(/return Wait-PoolAlias[^\n]*\n\}$/);
    expect(functionBody(root, 'Wait-PoolAlias')).toMatch(/return \$present\n\}$/);
    expect(functionBody(root, 'Wait-PoolAlias')).toContain('Get-PoolAlias -Mailbox (Wait-SharedMailbox');
  });

  it('hides every mailbox from address lists, and says whose retention holds', () => {
    const body = functionBody(root, 'Initialize-SharedMailbox');
    expect(body).toContain('-HiddenFromAddressListsEnabled $true');
    expect(body).toContain('-RetentionPolicy $RetentionPolicy');
    expect(script).toContain("[string] $RetentionPolicy = ''");
    expect(functionBody(root, 'Assert-Ready')).toContain('No retention policy was given');
  });

  it('names mailboxes by their whole address, in 64 characters at most', () => {
    const body = functionBody(root, 'Get-MailboxName');
    expect(body).toContain("$Address.Replace('@', ' at ')");
    const [, kept, hashed] = /Substring\(0, (\d+)\) \+ '_' \+ .*Substring\(0, (\d+)\)/.exec(body) ?? [];
    expect(Number(kept) + 1 + Number(hashed)).toBe(64);
    expect(named('New-Mailbox')[0]?.text).toContain('-Name $name -Alias $nick');
  });

  it('counts what the old scheme and the local stand call an alias', () => {
    const pattern = /\$AliasPattern = '([^']+)' \+ \[regex\]::Escape\(\$Plan\.Domain\) \+ '\)\$'/.exec(
      script,
    )?.[1];
    const counts = new RegExp(`${pattern}company\\.com)$`, 'i');
    expect('smtp:aws_3f2504e0-4f89-41d3-9a0c-0305e82c3301@company.com').toMatch(counts);
    expect('SMTP:AWS_3F2504E0-4F89-41D3-9A0C-0305E82C3301@company.com').toMatch(counts);
    expect('SMTP:aws-root-01@company.com').not.toMatch(counts);
    expect('smtp:aws_3f2504e0-4f89-41d3-9a0c-0305e82c3301@company.com.example').not.toMatch(counts);
  });

  it('lets the application read the central mailbox alone, and checks both sides', () => {
    expect(script).toContain("$Role = 'Application Mail.Read'");
    expect(functionBody(root, 'Grant-CentralAccess')).toContain(
      `$filter = @($Plan.CentralMailboxes | ForEach-Object { "PrimarySmtpAddress -eq '$_'" }) -join ' -or '`,
    );
    expect(withParameters('New-ManagementScope', '-RecipientRestrictionFilter')).toHaveLength(1);
    expect(
      withParameters('New-ManagementRoleAssignment', '-App', '-Role', '-CustomResourceScope'),
    ).toHaveLength(1);
    expect(withParameters('Test-ServicePrincipalAuthorization', '-Identity', '-Resource')).toHaveLength(1);
    const check = functionBody(root, 'Assert-CentralAccess');
    expect(check).toContain('foreach ($address in $Plan.CentralMailboxes)');
    expect(check).toContain('Get-GrantedRole -Resource $address');
    expect(check).toContain('Get-GrantedRole -Resource $other');
    expect(check.match(/\bthrow\b/g)).toHaveLength(4);
  });

  it('lets the application send only where it is asked for, and within the same scope', () => {
    expect(script).toContain("$SendRole = 'Application Mail.Send'");
    expect(script).toContain('[switch] $Probes');
    const grants = named('Grant-Role').map(({ text }) => text);
    expect(grants).toEqual([
      'Grant-Role -Name $name -Granted $Role -Scope $name',
      'Grant-Role -Name "$name probes" -Granted $SendRole -Scope $name',
    ]);
    const granting = functionBody(root, 'Grant-CentralAccess');
    expect(granting).toContain(`if ($Probes) { ${grants[1]} }`);
    const check = functionBody(root, 'Assert-CentralAccess');
    expect(check).toContain('$wanted = @($Role) + @(if ($Probes) { $SendRole })');
    expect(check).toContain('$wanted -notcontains $_');
  });

  it('does not take "Not Run" for allowed', () => {
    expect(functionBody(root, 'Get-GrantedRole')).toContain("[string] $_.InScope -eq 'True'");
  });

  it('writes the CSV with the columns that import reads', () => {
    const row = nodesOf(root, 'hash_literal_expression').find(({ text }) => text.includes('root_mailbox'));
    const keys = nodesOf(row ?? root, 'key_expression').map(({ text }) => text);
    expect(keys.join(',')).toBe(PLAN_CSV_HEAD);
    expect(withParameters('Export-Csv', '-LiteralPath', '-NoTypeInformation')).toHaveLength(1);
  });
});

function functionBody(root: Node, name: string): string {
  const found = nodesOf(root, 'function_statement').find((node) =>
    nodesOf(node, 'function_name').some(({ text }) => text === name),
  );
  if (found === undefined) throw new Error(`the script has no function ${name}`);
  return found.text;
}

/** Whether a command is in what is given to another. */
function isWithin(node: Node, command: string): boolean {
  for (let around = node.parent; around !== null; around = around.parent) {
    if (around.type === 'command' && around.childForFieldName('command_name')?.text === command) return true;
  }
  return false;
}

/** Whether a command runs only after ShouldProcess said yes: within its `if`, or after an `if (-not …) { return }`. */
function isGuarded(node: Node): boolean {
  for (let inner = node; inner.parent !== null; inner = inner.parent) {
    const around = inner.parent;
    if (/^(?:else)?if\b[^{]*(?<!-not )\$Run\.ShouldProcess\(/.test(around.text)) return true;
    const earlier = around.children.filter((each) => each !== null && each.endIndex <= inner.startIndex);
    if (earlier.some((each) => /^if \(-not \$Run\.ShouldProcess\([^{]*\{ return/.test(each?.text ?? ''))) {
      return true;
    }
  }
  return false;
}
