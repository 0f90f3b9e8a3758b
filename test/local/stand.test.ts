import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { connectionStringAt } from '../../local/azurite.ts';
import { urlAt } from '../../local/graph/server.ts';
import { PORTS, type StandPorts } from '../../local/options.ts';
import { engineer } from '../../local/people.ts';
import { findFreePort } from '../../local/ports.ts';
import { standConfig } from '../../local/stand-config.ts';
import { sampleMails } from '../../local/sample-mail.ts';
import { forget, startStand } from '../../local/stand.ts';
import { VERDICTS } from '../../src/admin/doctor/finding.ts';
import { runWith } from '../admin/admin-context.ts';
import { servedWrongly } from './strangers.ts';
import { until, untilTrue } from '../until.ts';

const MAIN = fileURLToPath(new URL('../../local/main.ts', import.meta.url));

const finding = z.object({ part: z.string(), verdict: z.enum(VERDICTS), what: z.string() });

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rootdesk-local-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

async function freePorts(): Promise<StandPorts> {
  return {
    table: await findFreePort(),
    graph: await findFreePort(),
    smtp: await findFreePort(),
    rootdesk: await findFreePort(),
    engineer: await findFreePort(),
    approver: await findFreePort(),
  };
}

/** `npm run local -- …` with ports of its own. */
function local(ports: StandPorts, ...args: readonly string[]): ChildProcess {
  const moved = [
    [PORTS.table.variable, ports.table],
    [PORTS.graph.variable, ports.graph],
    [PORTS.smtp.variable, ports.smtp],
    [PORTS.rootdesk.variable, ports.rootdesk],
    [PORTS.engineer.variable, ports.engineer],
    [PORTS.approver.variable, ports.approver],
  ].map(([variable, port]) => [variable, String(port)]);
  return spawn(process.execPath, [MAIN, '--no-open', '--folder', folder, ...args], {
    env: { ...process.env, ...Object.fromEntries(moved) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function ended(child: ChildProcess): Promise<{ code: unknown; said: string }> {
  const said = Promise.all(
    [child.stdout, child.stderr].map(async (stream) => (stream === null ? '' : text(stream))),
  );
  const [code]: unknown[] = await once(child, 'exit');
  return { code, said: (await said).join('\n') };
}

async function isAnswered(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Everything that a server says to that, until it hangs up. */
async function saidBy(port: number, words: string): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' });
  let heard = '';
  socket.on('data', (chunk) => (heard += String(chunk)));
  // It may hang up before it has read everything.
  socket.on('error', () => undefined);
  socket.write(words);
  await new Promise((resolve) => void socket.once('close', resolve));
  return heard;
}

async function answered(ports: StandPorts): Promise<readonly boolean[]> {
  return Promise.all(Object.values(ports).map(isAnswered));
}

/** Processes that name the folder on their command line or in their environment; Linux tells, elsewhere the ports must do. */
async function processesOf(stateFolder: string): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const named = await Promise.all(
    pids.map(async (pid) => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      return `${command} ${environment}`.includes(stateFolder) ? [command.replaceAll('\0', ' ')] : [];
    }),
  );
  return named.flat();
}

describe('the local stand', () => {
  it('forgets what it kept when it is asked to, and nothing else that lies there', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'rootdesk-local-'));
    await writeFile(join(elsewhere, 'rootdesk.log'), 'old');
    await writeFile(join(elsewhere, 'thesis.txt'), 'mine');
    await forget(elsewhere);
    expect(await readdir(elsewhere)).toEqual(['thesis.txt']);
    await rm(elsewhere, { recursive: true });
  });

  it('whose port is taken names the port and the variable that moves it, and ends with 1', async () => {
    const ports = await freePorts();
    const taken = createServer().listen(ports.engineer, '127.0.0.1');
    await once(taken, 'listening');
    const { code, said } = await ended(local(ports));
    taken.close();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${ports.engineer}`);
    expect(said).toContain('ENGINEER_PORT');
    expect(said).not.toContain('    at ');
    expect(await processesOf(folder)).toEqual([]);
  });

  it('that is asked for something unknown says what there is, and ends with 1', async () => {
    const { code, said } = await ended(local(await freePorts(), '--bogus'));
    expect(code).toBe(1);
    expect(said).toContain('--bogus');
    expect(said).toContain('--no-samples');
  });

  it('starts from one command, ends with Ctrl-C and keeps its state; doctor finds that everything works; a part that dies is named', async () => {
    const ports = await freePorts();
    const child = local(ports);
    let said = '';
    child.stdout?.on('data', (chunk) => (said += String(chunk)));
    child.stderr?.on('data', (chunk) => (said += String(chunk)));
    await untilTrue(() => said.includes('Rootdesk is running') || child.exitCode !== null);
    expect(said).toContain(`http://127.0.0.1:${ports.engineer}`);
    expect(said).toContain(`http://127.0.0.1:${ports.approver}`);
    expect(said).toContain('Sample mails come to');
    expect(await answered(ports)).toEqual([true, true, true, true, true, true]);

    const { smtp, ...servers } = ports;
    const wrong = await Promise.all(Object.values(servers).map(servedWrongly));
    expect(wrong.flat()).toEqual([]);
    // A page can send a form there too, whose text must not be taken for a mail.
    expect(await saidBy(smtp, 'POST / HTTP/1.1\r\nHost: x\r\n\r\nHELO x\r\nMAIL FROM:<a@b.c>\r\n')).toMatch(
      /^(220 [^\r]*\r\n)?421 [^\r]*\r\n$/,
    );

    // What a window asks for first; without anybody to see them, the cards of the samples would be lost.
    for (const port of [ports.engineer, ports.approver]) await fetch(`${urlAt(port)}/_internal/v1/config`);
    await untilTrue(() => said.includes('the sample mails are on their way'));

    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    // Windows knows no Ctrl-C from another program: there the stand is killed, and its parts end all the same.
    expect(process.platform === 'win32' ? 0 : code).toBe(0);
    await untilTrue(async () => !(await answered(ports)).includes(true));
    expect(await processesOf(folder)).toEqual([]);

    const steps: number[] = [];
    const stand = await startStand({
      folder,
      fresh: false,
      mailboxes: 1,
      open: false,
      ports,
      onStep: () => undefined,
      onPoolProgress: ({ done }) => steps.push(done),
    });
    try {
      expect(steps).toEqual([3_000]);
      const { inbox, junk } = {
        inbox: stand.graph.hands.list('inbox'),
        junk: stand.graph.hands.list('junkemail'),
      };
      // The test of the forwarding, too.
      expect(inbox.length + junk.length).toBe(sampleMails().length + 1);
      expect(await stand.register.aliasesOfOwner(engineer.mail)).toHaveLength(1);

      const { graph } = stand;
      const config = standConfig({
        port: ports.rootdesk,
        publicUrl: urlAt(ports.rootdesk),
        tableConnectionString: connectionStringAt(ports.table),
        graphUrl: graph.url,
        tokenUrl: graph.tokenUrl,
        apiKeySha256: '',
      });
      // Green once the mailbox was swept for the first time and Rootdesk is told of new mail.
      await until(async () => {
        const { out } = await runWith(['doctor', '--json'], () => config);
        const { findings } = z.object({ findings: z.array(finding) }).parse(JSON.parse(out));
        expect(findings.filter(({ verdict }) => verdict !== 'works')).toEqual([]);
      });

      process.kill(stand.engineer.pid ?? 0, 'SIGKILL');
      expect((await stand.died).message).toContain('Agents Playground (engineer) ended by itself');
    } finally {
      await stand.close();
    }
    expect(await answered(ports)).not.toContain(true);
    expect(await processesOf(folder)).toEqual([]);
  });
});
