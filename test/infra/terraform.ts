import { readdir, readFile } from 'node:fs/promises';
import { parse } from '@cdktf/hcl2json';
import { z } from 'zod';

const ROOT = new URL('../../infra/', import.meta.url);

const block = z.record(z.string(), z.unknown());
/** Blocks with two labels (`resource "type" "name"`) or one (`variable "name"`); several of one name only by mistake. */
const twoLabels = z.record(z.string(), z.record(z.string(), z.tuple([block])));
const oneLabel = z.record(z.string(), z.tuple([block]));
const document = z.strictObject({
  terraform: z.array(block).default([]),
  provider: oneLabel.default({}),
  data: twoLabels.default({}),
  resource: twoLabels.default({}),
  variable: oneLabel.default({}),
  output: oneLabel.default({}),
  locals: z.array(block).default([]),
  moved: z.array(block).default([]),
});

export type Block = z.output<typeof block>;

/** What is in `infra/`, all files together. Expressions stay text: `${var.image}`. */
export interface Infrastructure {
  readonly source: string;
  /** By type and name, joined by a dot. */
  readonly resources: ReadonlyMap<string, Block>;
  /** Data sources, by type and name. */
  readonly data: ReadonlyMap<string, Block>;
  readonly variables: ReadonlyMap<string, Block>;
  readonly outputs: ReadonlyMap<string, Block>;
  readonly locals: Block;
  /** Source and version of each provider. */
  readonly providers: Block;
  /** How each provider is configured. */
  readonly configurations: ReadonlyMap<string, Block>;
}

export async function readInfrastructure(): Promise<Infrastructure> {
  const files = (await readdir(ROOT)).filter((file) => file.endsWith('.tf'));
  const parsed = await Promise.all(
    files.map(async (file) => {
      const source = await readFile(new URL(file, ROOT), 'utf8');
      return { source, ...document.parse(await parse(file, source)) };
    }),
  );
  return {
    source: parsed.map(({ source }) => source).join('\n'),
    resources: new Map(parsed.flatMap(({ resource }) => named(resource))),
    data: new Map(parsed.flatMap(({ data }) => named(data))),
    variables: new Map(parsed.flatMap(({ variable }) => labelled(variable))),
    outputs: new Map(parsed.flatMap(({ output }) => labelled(output))),
    locals: Object.assign({}, ...parsed.flatMap(({ locals }) => locals)),
    providers: Object.assign({}, ...parsed.flatMap(({ terraform }) => terraform.map(requiredProviders))),
    configurations: new Map(parsed.flatMap(({ provider }) => labelled(provider))),
  };
}

/** A file of values, as `terraform apply -var-file` takes it. */
export async function readValues(file: string): Promise<Block> {
  return block.parse(await parse(file, await readFile(new URL(file, ROOT), 'utf8')));
}

function named(blocks: z.output<typeof twoLabels>): [string, Block][] {
  return Object.entries(blocks).flatMap(([type, byName]) =>
    Object.entries(byName).map(([name, [body]]): [string, Block] => [`${type}.${name}`, body]),
  );
}

function labelled(blocks: z.output<typeof oneLabel>): [string, Block][] {
  return Object.entries(blocks).map(([name, [body]]) => [name, body]);
}

function requiredProviders(settings: Block): Block {
  return z.tuple([block]).parse(settings['required_providers'])[0];
}
