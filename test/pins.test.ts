import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DockerfileParser } from 'dockerfile-ast';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string): Promise<string> => readFile(`${ROOT}${file}`, 'utf8');

/** Somebody else's code that runs with our rights; who may move a tag could otherwise exchange it. */
interface Pin {
  readonly where: string;
  readonly text: string;
}

/** `owner/action@<commit> # v1.2.3` */
const ACTION = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
/** `registry/image:1.2.3@sha256:<digest>` */
const IMAGE = /^[\w./-]+:\d[\w.-]*@sha256:[0-9a-f]{64}$/;
/** The image that the pipelines themselves build. */
const OWN_IMAGE = /^"\$REGISTRY\.azurecr\.io\/rootdesk:\$\{TAG#v\}"$/;
/** Azure Pipelines has no way to pin these: its jobs know major versions alone, and Microsoft keeps them. */
const TASKS = ['UseNode@1', 'AzureCLI@2'];

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(`${ROOT}${folder}`, { recursive: true });
  return names.filter((name) => /\.ya?ml$/.test(name)).map((name) => `${folder}/${name}`);
}

const tree = z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]);

/** Every text under one of these keys, however deep. */
function textsUnder(keys: readonly string[], value: unknown): string[] {
  const parsed = tree.safeParse(value);
  if (!parsed.success) return [];
  return Object.entries(parsed.data).flatMap(([key, inner]) =>
    keys.includes(key) && typeof inner === 'string' ? [inner] : textsUnder(keys, inner),
  );
}

/** What `docker run` and `docker pull` name: the first word after the options. */
function imagesIn(script: string): string[] {
  const flags = /^--(?:rm|read-only)$/;
  return [...script.matchAll(/docker (?:run|pull) ([^\n|>]*)/g)].map(([, words = '']) => {
    const rest = words.split(' ');
    while (rest[0]?.startsWith('-')) rest.splice(0, flags.test(rest[0]) ? 1 : 2);
    return rest[0] ?? '';
  });
}

let actions: Pin[];
let images: Pin[];
let jobs: string[];

beforeAll(async () => {
  const files = [...(await filesIn('.github')), ...(await filesIn('pipelines'))];
  const sources = await Promise.all(files.map(async (where) => ({ where, text: await read(where) })));
  const parsed = sources.map(({ where, text }) => ({ where, value: parseDocument(text).toJS() }));
  // As written, because the tag is in a comment.
  actions = sources.flatMap(({ where, text }) =>
    [...text.matchAll(/^\s*(?:- )?uses: *(.+)$/gm)].map(([, use = '']) => ({ where, text: use })),
  );
  const dockerfile = DockerfileParser.parse(await read('Dockerfile'));
  const stages = dockerfile.getFROMs().map((from) => from.getBuildStage());
  images = [
    ...dockerfile.getFROMs().flatMap((from) => {
      const text = from.getImage() ?? '';
      return stages.includes(text) ? [] : [{ where: 'Dockerfile', text }];
    }),
    ...parsed.flatMap(({ where, value }) =>
      [
        ...textsUnder(['image', 'container'], value),
        ...textsUnder(['run', 'bash', 'script', 'inlineScript'], value).flatMap(imagesIn),
      ].map((text) => ({ where, text })),
    ),
  ];
  jobs = parsed.flatMap(({ value }) => textsUnder(['task'], value));
});

describe('what others could exchange', () => {
  it('is pinned: every action by its commit, with its version beside it', () => {
    expect(actions.length).toBeGreaterThan(5);
    expect(actions.filter(({ text }) => !ACTION.test(text))).toEqual([]);
  });

  it('is pinned: every image by its digest, with its tag beside it', () => {
    const others = images.filter(({ text }) => !OWN_IMAGE.test(text));
    expect(others.map(({ where }) => where)).toEqual(['Dockerfile', 'pipelines/azure-pipelines.yml']);
    expect(others.filter(({ text }) => !IMAGE.test(text))).toEqual([]);
  });

  it('is pinned: the Dockerfile names no frontend of its own', async () => {
    expect(await read('Dockerfile')).not.toMatch(/^#\s*syntax\s*=/im);
  });

  it('is known where it cannot be pinned', () => {
    expect([...new Set(jobs)].toSorted()).toEqual(TASKS.toSorted());
  });

  it('is kept current: Dependabot looks at actions, images and packages', async () => {
    const { updates } = z
      .object({ updates: z.array(z.object({ 'package-ecosystem': z.string(), directory: z.string() })) })
      .parse(parseDocument(await read('.github/dependabot.yml')).toJS());
    expect(updates.map((update) => `${update['package-ecosystem']} ${update.directory}`)).toEqual([
      'github-actions /',
      'docker /',
      'npm /',
      'terraform /infra',
    ]);
  });
});
