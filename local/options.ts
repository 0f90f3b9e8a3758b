import { parseArgs } from 'node:util';
import { z } from 'zod';
import { RootdeskError } from '../src/shared/rootdesk-error.ts';

/** What the command line and the environment ask of the stand. */
export interface StandOptions {
  /** Forget the state of earlier runs. */
  readonly fresh: boolean;
  /** Open the two windows in the browser. */
  readonly open: boolean;
  /** Send sample mails when the state is new. */
  readonly samples: boolean;
  /** Restart Rootdesk when one of its files changes. */
  readonly watch: boolean;
  /** Send probe mails, quickly. */
  readonly probes: boolean;
  readonly help: boolean;
  /** How many central mailboxes there are; the root mailboxes forward to each in turn. */
  readonly mailboxes: number;
  /** Where the state is kept; undefined for `.local` beside the program. */
  readonly folder: string | undefined;
  /** In which people have Teams; undefined for American English. */
  readonly locale: string | undefined;
  readonly ports: StandPorts;
}

export type StandPorts = Readonly<Record<PartWithPort, number>>;
export type PartWithPort = keyof typeof PORTS;

/** Every port with the environment variable that moves it and its default. */
export const PORTS = {
  table: { variable: 'AZURITE_PORT', port: 10_002 },
  graph: { variable: 'GRAPH_PORT', port: 3979 },
  smtp: { variable: 'SMTP_PORT', port: 2525 },
  rootdesk: { variable: 'ROOTDESK_PORT', port: 3978 },
  engineer: { variable: 'ENGINEER_PORT', port: 56_150 },
  approver: { variable: 'APPROVER_PORT', port: 56_151 },
} as const;

export const USAGE = `Starts the whole of Rootdesk on this machine, without a tenant: npm run local

  npm run local -- --fresh        forget the state of earlier runs (.local/)
  npm run local -- --no-open      open no browser
  npm run local -- --no-samples   send no sample mails
  npm run local -- --watch        restart Rootdesk when bot/, cards/ or src/ changes; the windows stay
  npm run local -- --probes       send probe mails, so quickly that a root mailbox that was stopped shows within minutes
  npm run local -- --folder DIR   keep the state there instead of in .local/
  npm run local -- --locale de-DE  have the windows in another language, here German
  npm run local -- --mailboxes 2  two central mailboxes, to which the root mailboxes forward in turn

Ports can be moved by ${Object.values(PORTS)
  .map(({ variable }) => variable)
  .join(', ')}.`;

/** The command line or a port variable is wrong; says which, and what to write instead. */
export class OptionsError extends RootdeskError<'local-options'> {
  override name = 'OptionsError';
}

/** @throws {OptionsError} */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): StandOptions {
  const values = flags(args);
  return {
    fresh: values.fresh,
    open: !values['no-open'],
    samples: !values['no-samples'],
    watch: values.watch,
    probes: values.probes,
    help: values.help,
    folder: values.folder,
    locale: localeIn(values.locale),
    mailboxes: mailboxesIn(values.mailboxes),
    ports: {
      table: portOf('table', environment),
      graph: portOf('graph', environment),
      smtp: portOf('smtp', environment),
      rootdesk: portOf('rootdesk', environment),
      engineer: portOf('engineer', environment),
      approver: portOf('approver', environment),
    },
  };
}

function flags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        fresh: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        'no-samples': { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        probes: { type: 'boolean', default: false },
        folder: { type: 'string' },
        locale: { type: 'string' },
        mailboxes: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (cause) {
    throw new OptionsError('local-options', cause instanceof Error ? cause.message : String(cause), USAGE, {
      cause,
    });
  }
}

/** @throws {OptionsError} */
function localeIn(wanted: string | undefined): string | undefined {
  try {
    return wanted === undefined ? undefined : Intl.getCanonicalLocales(wanted)[0];
  } catch (cause) {
    throw new OptionsError('local-options', '--locale is not a locale such as de-DE.', USAGE, { cause });
  }
}

const MAILBOXES_MOST = 9;

/** @throws {OptionsError} */
function mailboxesIn(wanted = '1'): number {
  const parsed = z.coerce.number().int().min(1).max(MAILBOXES_MOST).safeParse(wanted);
  if (parsed.success) return parsed.data;
  throw new OptionsError('local-options', '--mailboxes is not a number from 1 to 9.', USAGE);
}

const portNumber = z.coerce.number().int().min(1).max(65_535);

/** @throws {OptionsError} */
export function portOf(
  part: PartWithPort,
  environment: Readonly<Record<string, string | undefined>>,
): number {
  const { variable, port } = PORTS[part];
  const wanted = environment[variable] ?? '';
  if (wanted === '') return port;
  const parsed = portNumber.safeParse(wanted);
  if (parsed.success) return parsed.data;
  throw new OptionsError(
    'local-options',
    `${variable} is not a port.`,
    `Set it to a number from 1 to 65535, or leave it out for ${port}.`,
  );
}
