import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { sha256Of } from '../local/api-key.ts';
import { connectionStringAt, startAzurite } from '../local/azurite.ts';
import { startGraphServer, tokenUrlAt } from '../local/graph/server.ts';
import { findFreePort } from '../local/ports.ts';
import { startSmtpIntake } from '../local/smtp.ts';
import { importAliases } from '../src/aliases/import.ts';
import type { Register } from '../src/register.ts';
import { createTableRegister } from '../src/azure/table-register.ts';
import { openTable } from '../src/azure/table.ts';
import { DIRECTORY, poolOf, TEAMS } from './company.ts';
import { createCopy, type Copy } from './copies.ts';
import { openFrontDoor } from './front-door.ts';
import { openMailbox, type Mailbox } from './mailbox.ts';
import { openProxy } from './proxy.ts';
import { TABLE } from '../harness/register.ts';
import { startRecorder, type Recorder } from '../harness/recorder.ts';
import type { Weather } from './weather.ts';

export interface StandWishes {
  /** State and logs. */
  readonly folder: string;
  readonly copies: number;
  /** Free aliases. */
  readonly pool: number;
  readonly weather: Weather;
}

/** The whole program and its surroundings, each behind a way on which things go wrong. */
export interface Stand {
  readonly copies: readonly Copy[];
  /** Where people, Teams, pipelines and Graph's notifications reach the copies. */
  readonly url: string;
  readonly apiKey: string;
  /** Where Teams is, for the program. */
  readonly serviceUrl: string;
  readonly smtpPort: number;
  /** What is behind the ways, to be compared at the end. */
  readonly mailbox: Mailbox;
  readonly recorder: Recorder;
  readonly register: Register;
  readonly connectionString: string;
  close(): Promise<void>;
}

const GRAPH_PAGE = 20;

export async function startStand({ folder, copies, pool, weather }: StandWishes): Promise<Stand> {
  const running: { close(): Promise<unknown> }[] = [];
  const kept = <T extends { close(): Promise<unknown> }>(part: T): T => {
    running.push(part);
    return part;
  };
  const close = async (): Promise<void> => {
    for (let part = running.pop(); part !== undefined; part = running.pop()) await part.close();
  };
  try {
    const azurite = kept(await startAzurite({ port: 0 }));
    const { connectionString } = azurite;
    const register = createTableRegister(await openTable({ kind: 'emulator', connectionString }, TABLE));
    const { mailboxes, aliases } = poolOf(pool);
    await importAliases(register, aliases);

    const stateFolder = join(folder, 'graph');
    const graph = kept(
      await startGraphServer({
        port: 0,
        stateFolder,
        mailboxes,
        directory: DIRECTORY,
        largestPage: GRAPH_PAGE,
      }),
    );
    const smtp = kept(await startSmtpIntake({ port: 0, deliver: graph.take, accepts: graph.accepts }));
    const mailbox = openMailbox(stateFolder);
    const recorder = kept(await startRecorder(TEAMS));
    const door = kept(await openFrontDoor());
    const wayTo = async (side: 'graph' | 'teams', target: string): Promise<string> => {
      const way = await openProxy({ side, target, faultFor: () => weather.faultFor(side) });
      return kept(way).url;
    };
    const graphUrl = await wayTo('graph', graph.url);
    const serviceUrl = `${await wayTo('teams', recorder.url)}/`;

    const apiKey = randomBytes(32).toString('base64url');
    const started: Copy[] = [];
    for (let number = 0; number < copies; number += 1) {
      const target = tableOrigin(connectionString);
      const way = kept(
        await openProxy({ side: 'table', target, faultFor: () => weather.faultFor('table', number) }),
      );
      const copy = createCopy({
        port: await findFreePort(),
        publicUrl: door.url,
        tableConnectionString: connectionStringAt(Number(new URL(way.url).port)),
        graphUrl,
        tokenUrl: tokenUrlAt(graphUrl),
        logFile: join(folder, `copy-${number}.log`),
        apiKeySha256: sha256Of(apiKey),
      });
      kept({ close: () => copy.stop() });
      copy.start();
      started.push(copy);
    }
    door.leadTo(started.map(({ url }) => url));
    return {
      copies: started,
      url: door.url,
      apiKey,
      serviceUrl,
      smtpPort: smtp.port,
      mailbox,
      recorder,
      register,
      connectionString,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function tableOrigin(connectionString: string): string {
  const [, endpoint = ''] = /TableEndpoint=([^;]+)/.exec(connectionString) ?? [];
  return new URL(endpoint).origin;
}
