import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readSchemas, type BlockSchema, type ResourceSchema, type Schemas } from './schemas.ts';
import { readInfrastructure, type Block, type Infrastructure } from './terraform.ts';

/** What Terraform itself knows of every resource. */
const META = new Set(['count', 'for_each', 'depends_on', 'lifecycle', 'provider']);
const blocks = z.array(z.record(z.string(), z.unknown()));
const dynamics = z.record(z.string(), z.array(z.object({ content: blocks })));

let infra: Infrastructure;
let schemas: Schemas;
/** Resources, data sources and configurations of the providers whose schemas are known, as `type.name`. */
let known: readonly (readonly [string, Block, ResourceSchema])[];
beforeAll(async () => {
  infra = await readInfrastructure();
  schemas = await readSchemas();
  const all = [
    ...infra.resources,
    ...[...infra.data].map(([name, body]) => [`data.${name}`, body] as const),
    ...[...infra.configurations].map(([name, body]) => [`provider.${name}`, body] as const),
  ];
  known = all
    .filter(([name]) => !/\bazapi/.test(name))
    .map(([name, body]) => [name, body, schemaOf(name)] as const);
});

function schemaOf(name: string): ResourceSchema {
  const type = /^(?:(?:data|provider)\.)?\w+/.exec(name)?.[0] ?? name;
  const schema = schemas.resources[type];
  if (schema === undefined) throw new Error(`extract-schemas.ts has to be run: ${type} is new`);
  return schema;
}

function resource(name: string): Block {
  const found = infra.resources.get(name);
  if (found === undefined) throw new Error(`infra has no ${name}`);
  return found;
}

/** What is wrong with a block's arguments, in words that name the place. */
function faultsOf(place: string, body: Block, schema: BlockSchema): string[] {
  const { dynamic, ...fixed } = body;
  const given = new Map(Object.entries(fixed).filter(([name]) => !META.has(name)));
  for (const [name, made] of Object.entries(dynamics.parse(dynamic ?? {}))) {
    given.set(
      name,
      made.flatMap(({ content }) => content),
    );
  }
  const takes = [...schema.required, ...schema.optional];
  return [
    ...[...given.keys()].filter((name) => !takes.includes(name)).map((name) => `${place} has no ${name}`),
    ...schema.required.filter((name) => !given.has(name)).map((name) => `${place} lacks ${name}`),
    ...[...given].flatMap(([name, value]) => {
      const inner = schema.blocks[name];
      if (inner === undefined) return [];
      return blocks.parse(value).flatMap((block) => faultsOf(`${place}.${name}`, block, inner));
    }),
  ];
}

function lifecycleOf(name: string): Block {
  const [lifecycle = {}] = blocks.parse(resource(name)['lifecycle'] ?? []);
  return lifecycle;
}

function ignoredBy(name: string): readonly string[] {
  const text = z.array(z.string()).parse(lifecycleOf(name)['ignore_changes'] ?? []);
  return text.map((each) => each.replaceAll(/[${}]/g, ''));
}

describe('the infrastructure, held against the schemas of its providers', () => {
  it('is of the versions that the schemas are of, or later ones', () => {
    const versions = z.record(z.string(), z.object({ version: z.string() })).parse(infra.providers);
    for (const [name, version] of Object.entries(schemas.providers)) {
      const [major = '', minor = ''] = version.split('.');
      expect([`~> ${major}.${minor}`, `~> ${major}.0`]).toContain(versions[name]?.version);
    }
  });

  it('gives every resource what it needs, and nothing that it does not know', () => {
    expect(known.length).toBeGreaterThan(20);
    expect(known.flatMap(([name, body, schema]) => faultsOf(name, body, schema))).toEqual([]);
  });

  it('notices what is wrong', () => {
    const app = schemaOf('azurerm_container_app.main');
    const { name: _, ...nameless } = resource('azurerm_container_app.main');
    expect(faultsOf('app', { ...nameless, nmae: 'x' }, app)).toEqual(['app has no nmae', 'app lacks name']);
    const ingress = [{ ...blocks.parse(nameless['ingress'])[0], port: 1 }];
    expect(faultsOf('app', { ...nameless, name: 'x', ingress }, app)).toEqual(['app.ingress has no port']);
  });

  it('reads nothing of a resource that it does not have', () => {
    const references = [
      ...infra.source.matchAll(/\b((?:data\.)?(?:azurerm|azuread)_\w+)\.(\w+)(?:\[[^\]]*\])?\.(\w+)/g),
    ].map(([, type = '', name = '', attribute = '']) => ({ type, name, attribute }));
    expect(references.length).toBeGreaterThan(60);
    const names = new Set([
      ...infra.resources.keys(),
      ...[...infra.data.keys()].map((each) => `data.${each}`),
    ]);
    expect(references.filter(({ type, name }) => !names.has(`${type}.${name}`))).toEqual([]);
    expect(
      references.filter(({ type, name, attribute }) => !schemaOf(`${type}.${name}`).read.includes(attribute)),
    ).toEqual([]);
  });

  it('ignores changes of arguments alone that there are', () => {
    const wrong = known.flatMap(([name, body, { required, optional }]) =>
      body['lifecycle'] === undefined
        ? []
        : ignoredBy(name).filter((each) => ![...required, ...optional].includes(each)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('what others have written down', () => {
  it.each([
    ['the identity, which is the bot and has the grants', 'azurerm_user_assigned_identity.main'],
    ['the environment, which owns half of the host name', 'azurerm_container_app_environment.main'],
    ['the app, which owns the other half', 'azurerm_container_app.main'],
    ['the host name of one’s own', 'azurerm_container_app_custom_domain.main'],
    ['the account with the table', 'azurerm_storage_account.main'],
    ['the table', 'azapi_resource.table'],
    ['the account with the backups', 'azurerm_storage_account.backup'],
    ['the container of the backups', 'azurerm_storage_container.backups'],
  ])('is not replaced or destroyed by accident: %s', (_, name) => {
    expect(lifecycleOf(name)['prevent_destroy']).toBe(true);
  });

  it('is not replaced by a later apply in a subnet', () => {
    const name = 'azurerm_container_app_environment.main';
    expect(schemaOf(name).replacedBy).toContain('infrastructure_resource_group_name');
    expect(ignoredBy(name)).toContain('infrastructure_resource_group_name');
    expect(resource(name)['infrastructure_resource_group_name']).toBe(
      '${var.subnet_id == null ? null : "rg-${var.name}-environment"}',
    );
  });

  it('is not replaced when its certificate is bound by a command', () => {
    const name = 'azurerm_container_app_custom_domain.main';
    const bound = ['certificate_binding_type', 'container_app_environment_certificate_id'];
    expect(schemaOf(name).replacedBy).toEqual(expect.arrayContaining(bound));
    expect(ignoredBy(name)).toEqual(bound);
  });
});

describe('the storage account of the older scheme', () => {
  const created = ['azurerm_storage_account.main', 'azapi_resource.table'];

  it('has much that Terraform could only set by making another account', () => {
    expect(schemaOf('azurerm_storage_account.main').replacedBy).toEqual(
      expect.arrayContaining(['account_replication_type', 'infrastructure_encryption_enabled']),
    );
  });

  it('is therefore not Terraform’s: it is read, and neither created nor changed', () => {
    for (const name of created) expect(resource(name)['count']).toBe('${local.has_own_account ? 0 : 1}');
    const others = [...infra.resources].filter(
      ([name, body]) =>
        !created.includes(name) && JSON.stringify(body).includes('existing_storage_account_id'),
    );
    expect(others.map(([name]) => name)).toEqual([]);
    const { existing_storage_account_id: variable } = Object.fromEntries(infra.variables);
    expect(variable).toMatchObject({ default: null });
  });

  it('is read without its keys, which would stand in the state', () => {
    expect([...infra.data.keys()].filter((name) => name.startsWith('azurerm_storage'))).toEqual([]);
    expect(infra.data.get('azapi_resource.existing_account')).toMatchObject({
      resource_id: '${var.existing_storage_account_id}',
      response_export_values: ['properties.primaryEndpoints.table'],
    });
  });

  it('is named nowhere but where both kinds are told apart', () => {
    const outside = infra.source.replaceAll(/^locals \{[\s\S]*?^\}/gm, '');
    const uses = [...outside.matchAll(/azurerm_storage_account\.main\b[^\n]*/g)].map(([use]) => use);
    // The table that is created with it, and where it was before.
    expect(uses).toEqual([
      'azurerm_storage_account.main[0].id}/tableServices/default"',
      'azurerm_storage_account.main',
      'azurerm_storage_account.main[0]',
    ]);
  });
});
