/**
 * Who may do what: one row for each operation, and every operation of Rootdesk has one. `grant.ts` decides by these rows and nothing
 * else does; docs/security.md shows them, and a test walks every cell through the running program.
 */

/** What somebody can be to the thing that an operation is about. Several at once are usual: an owner is a member, too. */
export const ROLES = [
  'anyone',
  /** Of this very request; of a form that nobody sent yet: who may ask for aliases. */
  'asker',
  /** Of the owning channel, as Entra has it, or because they act in it. */
  'member',
  /** Acts in the channel that takes mail without an owner. */
  'triage',
  'owner',
  /** The last owner of an alias that was released. */
  'former owner',
  'approver',
  /** An approver to whom the thing belongs, or who asked for it. */
  'approver who owns',
  'Aliases.Read',
  'Aliases.Allot',
  'Aliases.Request',
  'Aliases.Manage',
  'administrator',
  'Teams',
] as const;
export type Role = (typeof ROLES)[number];

/** What an operation is about. */
export type SubjectKind = 'none' | 'alias' | 'request' | 'form' | 'mail' | 'reveal' | 'channel';

export interface Right<K extends SubjectKind = SubjectKind> {
  readonly subject: K;
  /** Any one of these is enough. */
  readonly may: readonly Role[];
  /** Where it works; left out for what does not come through Teams. */
  readonly where?: readonly ('personal' | 'channel')[];
  /** Members count only while they act in their channel: what is done there is done before everybody's eyes. */
  readonly here?: true;
  /** Whoever has no other of these roles does it with what is their own alone. */
  readonly ownOnly?: Role;
}
type Rights = Readonly<Record<string, Right>>;

const CHAT = ['personal'] as const;
const CHANNEL = ['channel'] as const;
const BOTH = ['personal', 'channel'] as const;
const SEES = ['owner', 'former owner', 'member', 'approver', 'approver who owns'] as const;
const CHANGES = ['owner', 'approver', 'approver who owns'] as const;
/** What people do with an alias in chat, administrators do on the command line. */
const COMMANDS = [...CHANGES, 'administrator'] as const;
/** A click that comes twice is answered twice alike: by then the owner is the former one. */
const RELEASES = [...CHANGES, 'former owner'] as const;
const APPROVES = ['approver', 'approver who owns'] as const;

/** What people write. Lists (`aliases`, `find`, `mail`) show what `see-alias` allows, and nothing of the rest. */
export const COMMAND_RIGHTS = {
  request: { subject: 'none', where: CHAT, may: ['anyone'] },
  aliases: { subject: 'none', where: BOTH, may: ['anyone'] },
  /** One's own; approvers see what waits for them as well. */
  requests: { subject: 'none', where: CHAT, may: ['anyone'] },
  find: { subject: 'none', where: CHAT, may: ['anyone', 'administrator'] },
  /** Whoever may not see it is told so; see `see-pool`. */
  pool: { subject: 'none', where: BOTH, may: ['anyone', 'administrator'] },
  history: { subject: 'alias', where: CHAT, may: SEES },
  mail: { subject: 'none', where: BOTH, may: ['anyone'] },
  bind: { subject: 'alias', where: BOTH, may: COMMANDS },
  transfer: { subject: 'alias', where: BOTH, may: COMMANDS },
  release: { subject: 'alias', where: BOTH, may: [...RELEASES, 'administrator'] },
  link: { subject: 'channel', where: CHANNEL, may: ['member'], here: true },
  unlink: { subject: 'channel', where: CHANNEL, may: ['member'], here: true },
  mute: { subject: 'channel', where: CHANNEL, may: ['member'], here: true },
  unmute: { subject: 'channel', where: CHANNEL, may: ['member'], here: true },
  digest: { subject: 'channel', where: CHANNEL, may: ['member'], here: true },
  settings: { subject: 'channel', where: CHANNEL, may: ['member'], here: true },
  help: { subject: 'none', where: BOTH, may: ['anyone'] },
} as const satisfies Rights;

/** Parts of commands that not everybody may use who may use the command. */
export const PART_RIGHTS = {
  'see-alias': { subject: 'alias', where: BOTH, may: [...SEES, 'Aliases.Read', 'administrator'] },
  'see-pool': { subject: 'none', where: BOTH, may: APPROVES },
  'see-request': { subject: 'request', where: BOTH, may: ['asker', 'approver', 'approver who owns'] },
  /** Nobody decides what is their own; an approver is told so, on the card. */
  'own-request': { subject: 'request', where: BOTH, may: ['approver who owns'] },
  'own-reveal': { subject: 'reveal', where: CHANNEL, may: ['approver who owns'] },
  'link-approvals': { subject: 'channel', where: CHANNEL, may: APPROVES },
  'unlink-approvals': { subject: 'channel', where: CHANNEL, may: APPROVES },
} as const satisfies Rights;

/** Buttons of cards, by their verbs. */
export const VERB_RIGHTS = {
  'request-form': { subject: 'none', where: CHAT, may: ['anyone'] },
  'submit-request': { subject: 'form', where: CHAT, may: ['asker'] },
  approve: { subject: 'request', where: BOTH, may: ['approver'] },
  deny: { subject: 'request', where: BOTH, may: ['approver'] },
  'cancel-request': { subject: 'request', where: CHAT, may: ['asker'] },
  'bind-account': { subject: 'alias', where: CHAT, may: CHANGES },
  'release-alias': { subject: 'alias', where: BOTH, may: RELEASES },
  'keep-alias': { subject: 'alias', where: BOTH, may: CHANGES },
  'confirm-transfer': { subject: 'alias', where: BOTH, may: CHANGES },
  'confirm-bind': { subject: 'alias', where: BOTH, may: CHANGES },
  'acknowledge-mail': {
    subject: 'mail',
    where: BOTH,
    may: ['owner', 'former owner', 'member', 'triage'],
    here: true,
  },
  /** The same in a list, where it is in the chat or channel in which the list was asked for. */
  'acknowledge-listed': {
    subject: 'mail',
    where: BOTH,
    may: ['owner', 'former owner', 'member'],
    here: true,
  },
  /** The command that is written establishes its own right. */
  'write-command': { subject: 'none', where: BOTH, may: ['anyone'] },
  'show-help': { subject: 'none', where: BOTH, may: ['anyone'] },
  'show-pool': { subject: 'none', where: BOTH, may: ['anyone'] },
  'page-requests': { subject: 'none', where: CHAT, may: ['anyone'] },
  'show-request': { subject: 'request', where: CHAT, may: ['asker', 'approver', 'approver who owns'] },
  'page-aliases': { subject: 'none', where: BOTH, may: ['anyone'] },
  'page-find': { subject: 'none', where: CHAT, may: ['anyone'] },
  'page-history': { subject: 'alias', where: CHAT, may: SEES },
  'show-alias': { subject: 'alias', where: BOTH, may: SEES },
  'page-mail': { subject: 'none', where: BOTH, may: ['anyone'] },
  'link-channel': { subject: 'channel', where: CHANNEL, may: ['member'], here: true },
  'ask-unlink': { subject: 'channel', where: CHANNEL, may: ['member'], here: true },
  'unlink-channel': { subject: 'channel', where: CHANNEL, may: ['member'], here: true },
  'keep-channel': { subject: 'channel', where: CHANNEL, may: ['member'], here: true },
  'settings-form': { subject: 'channel', where: CHANNEL, may: ['member'], here: true },
  'save-settings': { subject: 'channel', where: CHANNEL, may: ['member'], here: true },
  'confirm-account': { subject: 'mail', where: BOTH, may: CHANGES },
  'assign-mail': { subject: 'mail', where: CHANNEL, may: ['triage'] },
  'not-for-us': { subject: 'mail', where: CHANNEL, may: ['triage'] },
  'replay-mail': { subject: 'mail', where: CHANNEL, may: ['triage'] },
  'reveal-mail': { subject: 'mail', where: BOTH, may: ['owner', 'former owner'] },
  'agree-reveal': { subject: 'reveal', where: CHANNEL, may: ['approver'] },
  'refuse-reveal': { subject: 'reveal', where: CHANNEL, may: ['approver'] },
} as const satisfies Rights;

/** What Teams asks from the compose box. Whoever asks reads it alone, wherever they write: it is as their own chat. */
export const COMPOSE_RIGHTS = {
  search: { subject: 'none', where: CHAT, may: ['anyone'] },
} as const satisfies Rights;

/** The API, by the operation's path. */
export const API_RIGHTS = {
  getAwsRootAccount: { subject: 'none', may: ['Aliases.Read'] },
  newAwsRootAccount: { subject: 'none', may: ['Aliases.Allot', 'Aliases.Request'] },
  updateAwsRootAccount: { subject: 'alias', may: ['Aliases.Manage'] },
  deleteAwsRootAccount: { subject: 'alias', may: ['Aliases.Manage'] },
  'requests/:id': {
    subject: 'request',
    may: ['Aliases.Request', 'Aliases.Read'],
    ownOnly: 'Aliases.Request',
  },
} as const satisfies Rights;

/**
 * The command line, by the command. Whoever can start it has the identity of Rootdesk already. Commands that people have in chat too
 * are the same operations.
 */
export const ADMIN_RIGHTS = {
  plan: { subject: 'none', may: ['administrator'] },
  doctor: { subject: 'none', may: ['administrator'] },
  import: { subject: 'none', may: ['administrator'] },
  verify: { subject: 'none', may: ['administrator'] },
  adopt: { subject: 'alias', may: ['administrator'] },
  free: { subject: 'alias', may: ['administrator'] },
  assign: { subject: 'alias', may: ['administrator'] },
  find: COMMAND_RIGHTS.find,
  show: { subject: 'alias', may: ['administrator'] },
  bind: COMMAND_RIGHTS.bind,
  transfer: COMMAND_RIGHTS.transfer,
  release: COMMAND_RIGHTS.release,
  backup: { subject: 'none', may: ['administrator'] },
  restore: { subject: 'none', may: ['administrator'] },
  store: { subject: 'none', may: ['administrator'] },
  purge: { subject: 'none', may: ['administrator'] },
  export: { subject: 'none', may: ['administrator'] },
  pool: COMMAND_RIGHTS.pool,
  audit: { subject: 'none', may: ['administrator'] },
  'reveal-log': { subject: 'none', may: ['administrator'] },
  replay: { subject: 'none', may: ['administrator'] },
  reindex: { subject: 'none', may: ['administrator'] },
} as const satisfies Rights;

/** What the HTTP server answers beside the API. */
export const ENDPOINT_RIGHTS = {
  'POST /api/messages': { subject: 'none', may: ['Teams'] },
  'POST /api/notifications': { subject: 'none', may: ['anyone'] },
  'GET /api/openapi.json': { subject: 'none', may: ['anyone'] },
  'GET /healthz': { subject: 'none', may: ['anyone'] },
  'HEAD /healthz': { subject: 'none', may: ['anyone'] },
  'GET /readyz': { subject: 'none', may: ['anyone'] },
  'HEAD /readyz': { subject: 'none', may: ['anyone'] },
  'GET /metrics': { subject: 'none', may: ['anyone'] },
} as const satisfies Rights;

export type CommandName = keyof typeof COMMAND_RIGHTS;
export type Verb = keyof typeof VERB_RIGHTS;
export type ApiOperation = keyof typeof API_RIGHTS;

type Table = typeof COMMAND_RIGHTS &
  typeof PART_RIGHTS &
  typeof VERB_RIGHTS &
  typeof COMPOSE_RIGHTS &
  typeof API_RIGHTS &
  typeof ADMIN_RIGHTS;
/** Everything that is granted by `Rights.grant`. */
export type Operation = keyof Table;
/** The operations that are about this kind of thing. */
export type OperationOn<K extends SubjectKind> = {
  [O in Operation]: Table[O]['subject'] extends K ? O : never;
}[Operation];
export type SubjectKindOf<O extends Operation> = Table[O]['subject'];

export const RIGHTS: { readonly [O in Operation]: Right<SubjectKindOf<O>> } = {
  ...COMMAND_RIGHTS,
  ...PART_RIGHTS,
  ...VERB_RIGHTS,
  ...COMPOSE_RIGHTS,
  ...API_RIGHTS,
  ...ADMIN_RIGHTS,
};
