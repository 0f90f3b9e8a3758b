import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Config } from '../../src/config.ts';
import { startContext, type AdminContext } from '../admin/admin-context.ts';
import { newTableName } from '../fakes/azurite-table.ts';
import { startBlobs } from '../fakes/blobs.ts';
import { readInfrastructure } from '../infra/terraform.ts';

const block = z.tuple([z.looseObject({})]);
const container = z.object({ args: z.tuple([z.string()]) });

/** The commands of the job, as `infra/backup.tf` has them, without `node src/admin/main.ts`. */
async function jobCommands(): Promise<readonly (readonly string[])[]> {
  const job = (await readInfrastructure()).resources.get('azurerm_container_app_job.backup');
  const [template] = block.parse(job?.['template']);
  const [inner] = block.parse(template['container']);
  const [script] = container.parse(inner).args;
  return script.split(' && ').map((call) => call.split(' ').slice(2));
}

describe('the nightly backup', () => {
  let context: AdminContext;
  let folder: string;
  beforeEach(async () => {
    context = await startContext();
    folder = await mkdtemp(join(tmpdir(), 'rootdesk-night-'));
  });
  afterEach(async () => {
    await context.graph[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  it('goes from the table into the container, and from there into an empty table', async () => {
    await using blobs = await startBlobs();
    for (const command of await jobCommands()) {
      const here = command.map((word) =>
        word.replace(/^\/tmp/, folder).replace('${local.backup_container}', blobs.container),
      );
      expect(await context.run(here)).toMatchObject({ exitCode: 0, err: '' });
    }
    const [stored, ...others] = blobs.puts;
    expect(others).toEqual([]);

    const fetched = join(folder, 'fetched.jsonl');
    await writeFile(fetched, stored?.body ?? '');
    const name = newTableName();
    const empty = (config: Config): Config => ({ ...config, table: { ...config.table, name } });
    const before = await context.run(['export', '--json']);
    expect(await context.run(['restore', fetched, '--nothing-since'], empty)).toMatchObject({
      exitCode: 0,
      err: '',
    });
    const after = await context.run(['export', '--json'], empty);
    expect(before.out.split('\n')).toHaveLength(5);
    expect(after.out).toBe(before.out);
  });

  it('stores nothing of a table that is empty, and says so', async () => {
    const [backup = []] = await jobCommands();
    const here = backup.map((word) => word.replace(/^\/tmp/, folder));
    const { exitCode, err } = await context.run(here, (config) => ({
      ...config,
      table: { ...config.table, name: newTableName() },
    }));
    expect(exitCode).toBe(1);
    expect(err).toContain('The table is empty');
  });
});
