import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DockerfileParser, type Dockerfile, type Instruction } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import packageJson from '../package.json' with { type: 'json' };
import { SETTING_NAMES } from '../src/settings.ts';
import { MALLOC_ARENAS, YOUNG_OBJECTS } from '../src/shared/small-heap.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      dev: z.boolean().optional(),
      engines: z.object({ node: z.string().optional() }).or(z.array(z.string())).optional(),
    }),
  ),
});

let source: string;
let dockerfile: Dockerfile;
let packages: z.output<typeof lockfile>['packages'];
beforeAll(async () => {
  source = await readFile(join(ROOT, 'Dockerfile'), 'utf8');
  dockerfile = DockerfileParser.parse(source);
  const lock: unknown = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
  ({ packages } = lockfile.parse(lock));
});

/** Instructions of the image that is kept: those after the last FROM. */
function finalStage(): Instruction[] {
  const all = dockerfile.getInstructions();
  return all.slice(all.findLastIndex((each) => each.getKeyword() === 'FROM'));
}

function contentsOf(keyword: string, instructions: readonly Instruction[]): string[] {
  return instructions
    .filter((each) => each.getKeyword() === keyword)
    .map((each) => each.getArgumentsContent() ?? '');
}

const list = z.array(z.string());
function jsonOf(keyword: string): string[] {
  const [content = ''] = contentsOf(keyword, finalStage());
  return list.parse(JSON.parse(content.slice(content.indexOf('['))));
}

/** Copied out of the checkout into the final image. */
function copied(): string[] {
  const start = finalStage()[0]?.getRange().start.line ?? 0;
  return dockerfile
    .getCOPYs()
    .filter((copy) => copy.getRange().start.line > start && copy.getFromFlag() === null)
    .map((copy) => copy.getArguments()[0]?.getValue() ?? '');
}

describe('the Dockerfile', () => {
  it('has no faults that a linter finds', () => {
    expect(validate(source)).toEqual([]);
    expect(validate(`${source}\nCOPPY a b`)).toHaveLength(1);
  });

  it('builds in two stages on the Node that the tests run on', () => {
    const froms = dockerfile.getFROMs();
    expect(froms.map((from) => from.getBuildStage())).toEqual(['base', 'dependencies', null]);
    expect(froms.map((from) => from.getImageName())).toEqual(['node', 'base', 'base']);
    const version = packages['node_modules/node']?.version;
    expect(froms[0]?.getImageTag()).toBe(`${version}-bookworm-slim`);
    expect(process.version).toBe(`v${packages['node_modules/node']?.version}`);
  });

  it('installs what the lock file says, without development packages and without a build', () => {
    const [run = '', ...more] = contentsOf('RUN', dockerfile.getInstructions());
    expect(run).toMatch(/^npm ci --omit=dev /);
    expect(more).toEqual([]);
  });

  it('leaves out source maps and declarations, a third of what is installed, and nothing that runs', () => {
    const [run = ''] = contentsOf('RUN', dockerfile.getInstructions());
    const pattern = new RegExp(`^${/-regex '([^']+)' -delete$/.exec(run)?.[1] ?? '(?!)'}$`);
    for (const name of ['a/index.js.map', 'a/index.d.ts', 'a/index.d.mts', 'a/index.d.cts', 'a/b.d.ts.map']) {
      expect(name).toMatch(pattern);
    }
    for (const name of ['a/index.ts', 'a/index.mts', 'a/map.js', 'a/bitmap', 'a/d.ts', 'a/index.json']) {
      expect(name).not.toMatch(pattern);
    }
  });

  it('is of the Node that package.json asks for', () => {
    const [major = ''] = /\d+/.exec(dockerfile.getFROMs()[0]?.getImageTag() ?? '') ?? [];
    expect(packageJson.engines.node).toBe(`>=${major}`);
    expect(packages['']?.engines).toEqual(packageJson.engines);
  });

  it('runs as a user that is not root, in a file system that belongs to root', () => {
    expect(contentsOf('USER', finalStage())).toEqual(['1000:1000']);
    expect(source).not.toMatch(/--chown|chmod|mkdir|VOLUME/);
  });

  it('copies the program and nothing else', () => {
    expect(copied().toSorted()).toEqual(['bot', 'cards', 'package.json', 'src']);
    expect(source).not.toMatch(/COPY \. /);
  });

  it('is given nothing but what it copies', async () => {
    const ignore = await readFile(join(ROOT, '.dockerignore'), 'utf8');
    const [first, ...admitted] = ignore.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(first).toBe('*');
    expect(admitted.map((line) => line.slice(1)).toSorted()).toEqual(
      [...copied(), 'package-lock.json'].toSorted(),
    );
  });

  it('starts the program itself, so that it gets the signal to stop', () => {
    expect([...jsonOf('ENTRYPOINT'), ...jsonOf('CMD')]).toEqual(['node', 'src/main.ts']);
  });

  it('keeps the heap as small as npm start and the bench do', () => {
    expect(contentsOf('ENV', finalStage())).toContain(`NODE_OPTIONS=${YOUNG_OBJECTS}`);
    expect(contentsOf('ENV', finalStage())).toContain(`MALLOC_ARENA_MAX=${MALLOC_ARENAS.MALLOC_ARENA_MAX}`);
    expect(packageJson.scripts.start).toBe(`node ${YOUNG_OBJECTS} src/main.ts`);
  });
});

describe('the health check of the image', () => {
  /** Runs it against a server that answers with that status, or against none. */
  async function check(status: number | undefined): Promise<unknown> {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(status ?? 200).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    if (status === undefined) {
      server.close();
      await once(server, 'close');
    }
    const [command, ...args] = jsonOf('HEALTHCHECK');
    expect(command).toBe('node');
    const child = spawn(process.execPath, args, {
      env: { ...process.env, PORT: String(address.port) },
      stdio: 'inherit',
    });
    const [code]: unknown[] = await once(child, 'exit');
    server.close();
    expect(asked).toEqual(status === undefined ? [] : ['/healthz']);
    return code;
  }

  it('is done with Node alone', async () => {
    expect(await check(200)).toBe(0);
  });
  it('fails when the program says so', async () => {
    expect(await check(503)).toBe(1);
  });
  it('fails when nothing answers', async () => {
    expect(await check(undefined)).toBe(1);
  });
});

describe('the program in the image', () => {
  it('starts with the packages of production alone, and lists the settings that are missing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rootdesk-image-'));
    try {
      for (const name of copied()) await cp(join(ROOT, name), join(folder, name), { recursive: true });
      await linkProductionPackages(folder);
      const { code, words } = await runIn(folder, jsonOf('CMD'));
      expect(words).not.toContain('ERR_MODULE_NOT_FOUND');
      expect(words).toContain('Rootdesk cannot start');
      expect(words).toContain('BOT_APP_ID is missing.');
      expect(code).toBe(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** As `npm ci --omit=dev` would install them: every package of the lock file that is not for development alone. */
async function linkProductionPackages(folder: string): Promise<void> {
  const places = Object.keys(packages).filter(
    (place) => /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(place) && packages[place]?.dev !== true,
  );
  expect(places).toContain('node_modules/botbuilder');
  expect(places).not.toContain('node_modules/vitest');
  for (const place of places) {
    await mkdir(dirname(join(folder, place)), { recursive: true });
    // A junction is what Windows lets everybody make; elsewhere the word means nothing.
    await symlink(join(ROOT, place), join(folder, place), 'junction');
  }
}

async function runIn(folder: string, args: readonly string[]): Promise<{ code: unknown; words: string }> {
  // Links are followed by name: a package looks for its own dependencies in this folder and not where it really lies.
  const child = spawn(process.execPath, ['--preserve-symlinks', ...args], {
    cwd: folder,
    env: { ...process.env, ...Object.fromEntries(SETTING_NAMES.map((name) => [name, undefined])) },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let words = '';
  child.stderr.on('data', (chunk) => {
    words += String(chunk);
  });
  const [code]: unknown[] = await once(child, 'close');
  return { code, words };
}

it('the container for editors has the same Node', async () => {
  const editor = await readFile(join(ROOT, '.devcontainer/Dockerfile'), 'utf8');
  expect(validate(editor)).toEqual([]);
  const imageOf = (from: Dockerfile): string | undefined => from.getFROMs()[0]?.getImage() ?? undefined;
  expect(imageOf(DockerfileParser.parse(editor))).toBe(imageOf(dockerfile));
  const container: unknown = JSON.parse(
    await readFile(join(ROOT, '.devcontainer/devcontainer.json'), 'utf8'),
  );
  expect(container).toMatchObject({ build: { dockerfile: 'Dockerfile' }, postCreateCommand: 'npm ci' });
});
