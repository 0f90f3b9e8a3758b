import {
  API_RIGHTS,
  COMMAND_RIGHTS,
  COMPOSE_RIGHTS,
  PART_RIGHTS,
  VERB_RIGHTS,
  type Right,
  type Role,
} from '../../src/rights/operations.ts';

/** What a person can be to a thing, and the roles that they have by it; a row of one of them is a column of the page. */
const PEOPLE = {
  asker: ['asker'],
  member: ['member'],
  'triage member': ['triage'],
  owner: ['owner'],
  'former owner': ['former owner'],
  approver: ['approver'],
  'approver who owns': ['approver who owns', 'asker', 'owner'],
  'anybody else': [],
} as const satisfies Record<string, readonly Role[]>;
const CLIENTS = ['Aliases.Read', 'Aliases.Allot', 'Aliases.Request', 'Aliases.Manage'] as const;

/** Whether somebody with these roles, and what everybody has, may do it. */
export function allows({ may }: Right, roles: readonly Role[]): boolean {
  return may.some((role) => role === 'anyone' || roles.includes(role));
}

function tableOfPeople(): readonly (readonly string[])[] {
  const columns = Object.entries(PEOPLE);
  const rows = Object.entries({ ...COMMAND_RIGHTS, ...VERB_RIGHTS, ...COMPOSE_RIGHTS, ...PART_RIGHTS });
  return [
    ['operation', ...columns.map(([name]) => name), 'where'],
    ...rows.map(([operation, right]: [string, Right]) => [
      `\`${operation}\``,
      ...columns.map(([, roles]) => (allows(right, roles) ? 'yes' : '')),
      (right.where ?? []).map((place) => (place === 'personal' ? 'chat' : place)).join(', ') +
        (right.here === true && right.subject === 'mail' ? '; members in their channel' : ''),
    ]),
  ];
}

function tableOfClients(): readonly (readonly string[])[] {
  return [
    ['operation', ...CLIENTS.map((role) => `\`${role}\``)],
    ...Object.entries(API_RIGHTS).map(([operation, right]: [string, Right]) => [
      `\`${operation}\``,
      ...CLIENTS.map((role) => (allows(right, [role]) ? (right.ownOnly === role ? 'its own' : 'yes') : '')),
    ]),
  ];
}

/** The part of docs/security.md that says who may do what, made of the table of rights. */
export function rightsTables(): string {
  return [
    inMarkdown(tableOfPeople()),
    'Nobody decides or agrees to what is their own: an approver reads so on the card (`own-request`, `own-reveal`), everybody else gets the\ncommon refusal. Of the API:',
    inMarkdown(tableOfClients()),
  ].join('\n\n');
}

function inMarkdown([heading = [], ...rows]: readonly (readonly string[])[]): string {
  const rule = heading.map(() => '---');
  return [heading, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
