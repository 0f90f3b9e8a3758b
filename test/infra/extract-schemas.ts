/**
 * Writes `test/fixtures/provider-schemas.json`: of each resource of Terraform that `infra/` uses, its arguments, what can be read of it,
 * and which changes make another resource of it. Run it when a resource is new or a provider's version is escalated; the packages are too
 * large (320 MB) to be development dependencies:
 *
 *     cd "$(mktemp -d)"
 *     npm pack @cdktf/provider-azurerm@14.23.1 @cdktf/provider-azuread@14.3.1 @pulumi/azure@6.40.0
 *     for package in *.tgz; do mkdir "${package%-*}"; tar --extract --file "$package" --directory "${package%-*}"; done
 *     node <checkout>/test/infra/extract-schemas.ts "$PWD"
 *
 * `@cdktf/provider-*` are made of the providers' own schemas; the notes of `@pulumi/azure` are those of the provider's documentation.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { readInfrastructure } from './terraform.ts';
import { SCHEMAS, type BlockSchema, type ResourceSchema, type Schemas } from './schemas.ts';

/** Where Pulumi keeps those whose replacement would be felt. */
const NOTES: Readonly<Record<string, string>> = {
  azurerm_bot_service_azure_bot: 'bot/serviceAzureBot',
  azurerm_container_app: 'containerapp/app',
  azurerm_container_app_custom_domain: 'containerapp/customDomain',
  azurerm_container_app_environment: 'containerapp/environment',
  azurerm_storage_account: 'storage/account',
  azurerm_storage_container: 'storage/container',
  azurerm_user_assigned_identity: 'authorization/userAssignedIdentity',
};

const [packages = '.'] = process.argv.slice(2);
const infra = await readInfrastructure();
const types = [
  ...[...infra.resources.keys()].map(typeOf),
  ...[...infra.data.keys()].map((name) => `data.${typeOf(name)}`),
  ...[...infra.configurations.keys()].map((name) => `provider.${name}`),
].filter((type) => !/\bazapi/.test(type));

const schemas: Schemas = { providers: {}, resources: {} };
for (const type of [...new Set(types)].toSorted()) {
  const { provider, folder } = placeOf(type);
  const file = `${packages}/cdktf-provider-${provider}/package/lib/${folder}/index.d.ts`;
  const source = await readFile(file, 'utf8');
  schemas.providers[provider] = /\/(\d+\.\d+\.\d+)\/docs\b/.exec(source)?.[1] ?? 'unknown';
  schemas.resources[type] = { ...schemaOf(source), replacedBy: await replacedBy(type) };
}
await writeFile(SCHEMAS, `${JSON.stringify(schemas, undefined, 1)}\n`);

function typeOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}

/** `azurerm_container_app`, `data.azurerm_client_config` or `provider.azurerm`. */
function placeOf(type: string): { readonly provider: string; readonly folder: string } {
  const [kind, ...words] = type.split(/[._]/);
  if (kind === 'provider') return { provider: words.join('_'), folder: kind };
  const [provider = '', ...name] = kind === 'data' ? words : [kind, ...words];
  return { provider, folder: [...(kind === 'data' ? [kind, provider] : []), ...name].join('-') };
}

function schemaOf(source: string): Omit<ResourceSchema, 'replacedBy'> {
  const interfaces = new Map(
    [...source.matchAll(/^export interface (\w+)(?: extends [\w.]+)? \{\n([\s\S]*?)^\}/gm)].map(
      ([, name = '', body = '']) => [name, body],
    ),
  );
  const root = [...interfaces].find(([name]) => name.endsWith('Config'))?.[1] ?? '';
  const ownClass = source.slice(source.indexOf('static readonly tfResourceType'));
  const read = [...ownClass.matchAll(/^ {4}get (\w+)\(\)/gm)].map(([, name = '']) => name);
  return {
    ...blockOf(root, interfaces),
    read: read.filter((name) => !name.endsWith('Input')).map(snakeCase),
  };
}

function blockOf(body: string, interfaces: ReadonlyMap<string, string>): BlockSchema {
  const block: BlockSchema = { required: [], optional: [], blocks: {} };
  const members = /\/docs(?:\/[\w-]+\/\w+)?#(\w+) [\s\S]*?\*\/\s*readonly \w+(\??): (\w*)/g;
  for (const [, name = '', optional, type = ''] of body.matchAll(members)) {
    (optional === '' ? block.required : block.optional).push(name);
    const inner = interfaces.get(type);
    if (inner !== undefined) block.blocks[name] = blockOf(inner, interfaces);
  }
  return block;
}

async function replacedBy(type: string): Promise<string[]> {
  const place = NOTES[type];
  if (place === undefined) return [];
  const source = await readFile(`${packages}/pulumi-azure/package/${place}.d.ts`, 'utf8');
  const start = source.indexOf('Args {');
  return [...source.slice(start).matchAll(/\/\*\*([\s\S]*?)\*\/\s*(\w+)\??:/g)]
    .filter(([, note = '']) => note.includes('forces a new resource') || note.includes('forces a new'))
    .map(([, , name = '']) => snakeCase(name));
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
