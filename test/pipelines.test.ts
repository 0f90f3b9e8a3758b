import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import treeSitter, { type Node } from '@vscode/tree-sitter-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import packageJson from '../package.json' with { type: 'json' };
import { readInfrastructure, type Infrastructure } from './infra/terraform.ts';

const FILES = ['.github/workflows/rootdesk.yml', 'pipelines/azure-pipelines.yml'] as const;
/** What a job's machine brings along. */
const TOOLS = ['npm', 'docker', 'az', 'terraform', 'curl', 'grep', 'printf', 'set', 'true'];

const require = createRequire(import.meta.url);
const { Language, Parser } = treeSitter;

async function read(file: string): Promise<string> {
  return readFile(new URL(`../${file}`, import.meta.url), 'utf8');
}

const tree = z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]);

/** Every shell script in a pipeline, wherever it is. */
function scriptsIn(value: unknown): string[] {
  const parsed = tree.safeParse(value);
  if (!parsed.success) return [];
  return Object.entries(parsed.data).flatMap(([key, inner]) =>
    ['run', 'bash', 'inlineScript'].includes(key) && typeof inner === 'string' ? [inner] : scriptsIn(inner),
  );
}

describe.each(FILES)('the pipeline %s', (file) => {
  let source: string;
  let scripts: string[];
  let infra: Infrastructure;
  let parse: (script: string) => Node;
  beforeAll(async () => {
    source = await read(file);
    scripts = scriptsIn(parseDocument(source).toJS());
    infra = await readInfrastructure();
    parse = await createShellParser();
  });

  it('is YAML without faults', () => {
    const { errors, warnings } = parseDocument(source, { strict: true, uniqueKeys: true });
    expect([...errors, ...warnings]).toEqual([]);
  });

  it('tests, builds an image and deploys, in this order', () => {
    const all = scripts.join('\n');
    const steps = [
      'npm ci',
      'npm test',
      'docker build',
      'docker push',
      ' init ',
      ' plan ',
      ' apply ',
      '/readyz',
    ];
    const places = steps.map((step) => all.indexOf(step));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('has scripts that a shell understands, with commands that exist', () => {
    const roots = scripts.map(parse);
    expect(roots.map((root) => root.hasError)).not.toContain(true);
    expect(parse('if true; then echo').hasError).toBe(true);
    const own = roots.flatMap((root) =>
      namesIn(root, 'function_definition').map((name) => name.replace(/\(.*/s, '').trim()),
    );
    const commands = roots.flatMap((root) => namesIn(root, 'command_name'));
    expect(commands.length).toBeGreaterThan(8);
    expect(commands.filter((name) => ![...TOOLS, ...own].includes(name))).toEqual([]);
  });

  it('runs npm scripts that exist', () => {
    const named = scripts.flatMap((script) => [...script.matchAll(/npm (?:run )?([a-z:]+)/g)]);
    const known = ['ci', ...Object.keys(packageJson.scripts)];
    expect(named.map(([, name]) => name ?? '').filter((name) => !known.includes(name))).toEqual([]);
  });

  it('gives Terraform variables, and reads outputs, that exist', () => {
    const all = scripts.join('\n');
    const variables = [...all.matchAll(/-var "([a-z_]+)=/g)].map(([, name]) => name ?? '');
    const outputs = [...all.matchAll(/output -raw ([a-z_]+)/g)].map(([, name]) => name ?? '');
    expect(variables).toEqual(['image']);
    expect(variables.filter((name) => !infra.variables.has(name))).toEqual([]);
    expect(outputs).toEqual(['host']);
    expect(outputs.filter((name) => !infra.outputs.has(name))).toEqual([]);
    expect(all).toContain('-chdir=infra');
  });

  it('uses the major version of Node that the project pins', () => {
    const [major = ''] = /\d+/.exec(packageJson.devDependencies.node) ?? [];
    expect(source).toMatch(new RegExp(`version: ${major}(?:\\.x)?\n`));
  });

  it('knows no secret: Azure is told by federation who it is', () => {
    expect(source).not.toMatch(/secrets\.|password|client[-_]secret|servicePrincipalKey|connection.?string/i);
    expect(scripts.join('\n')).not.toMatch(/\$\{\{/);
    expect(source).toContain('ARM_USE_OIDC');
  });

  it('takes the providers that were written down, and no others', () => {
    const inits = scripts.flatMap((script) => script.split('\n')).filter((line) => line.includes(' init '));
    expect(inits).toHaveLength(1);
    expect(inits[0]).toContain(' -lockfile=readonly ');
  });

  it('deploys versions alone, never a branch', () => {
    expect(source).toContain('refs/tags/v');
    expect(source).not.toContain(':latest');
  });
});

describe('the workflow of GitHub', () => {
  it('may ask for a token of Azure only where it needs one', async () => {
    const workflow = z
      .object({
        permissions: z.record(z.string(), z.string()),
        jobs: z.record(
          z.string(),
          z.object({
            permissions: z.record(z.string(), z.string()).optional(),
            environment: z.string().optional(),
          }),
        ),
      })
      .parse(parseDocument(await read(FILES[0])).toJS());
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const asking = Object.entries(workflow.jobs).filter(([, { permissions }]) => permissions?.['id-token']);
    // The subject that Entra ID compares names the environment, and the tag where there is none.
    expect(asking.map(([name, { environment }]) => [name, environment])).toEqual([
      ['image', 'image'],
      ['deploy', 'production'],
    ]);
  });
});

async function createShellParser(): Promise<(script: string) => Node> {
  await Parser.init();
  const grammar = require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-bash.wasm');
  const parser = new Parser();
  parser.setLanguage(await Language.load(await readFile(grammar)));
  return (script) => {
    const parsed = parser.parse(script);
    if (parsed === null) throw new Error('the parser gave no tree');
    return parsed.rootNode;
  };
}

function namesIn(root: Node, type: string): string[] {
  return root.descendantsOfType(type).flatMap((node) => (node === null ? [] : [node.text]));
}
