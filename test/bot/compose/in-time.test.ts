import { describe, expect, it } from 'vitest';
import type { Register } from '../../../src/register.ts';
import { ADA, openWorld, personal, type World } from '../world.ts';

function query(world: World): Promise<{ status: number; body: unknown }> {
  return world.send({
    type: 'invoke',
    name: 'composeExtension/query',
    value: { commandId: 'search', parameters: [{ name: 'text', value: 'aws_' }] },
    ...personal(ADA),
  });
}

const silent = async (): Promise<never> => new Promise(() => {});
const SILENT: readonly Partial<Register>[] = [{ channels: silent }, { aliasesOfPerson: silent }];

describe('a search beside the compose box', () => {
  it('is answered while storage says nothing, with a sentence in the place of results', async () => {
    for (const register of SILENT) {
      await using world = await openWorld({ clickMs: 1, register });
      const { status, body } = await query(world);
      const text = 'Rootdesk could not look it up in time. Try again in a minute.';
      expect({ status, body }).toEqual({
        status: 200,
        body: { composeExtension: { type: 'message', text } },
      });
    }
  });

  it('is answered in the language of the searcher’s Teams', async () => {
    await using world = await openWorld();
    const { body } = await world.send({
      type: 'invoke',
      name: 'composeExtension/query',
      locale: 'de-DE',
      value: { commandId: 'search', parameters: [] },
      ...personal(ADA),
    });
    expect(JSON.stringify(body)).toContain('Sie haben noch keinen Alias.');
  });

  it('of somebody whom Teams does not name is answered', async () => {
    await using world = await openWorld();
    const { status, body } = await world.send({
      type: 'invoke',
      name: 'composeExtension/query',
      value: { commandId: 'search', parameters: [] },
      ...personal(ADA),
      from: { id: '29:nobody' },
    });
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('Teams did not say who you are');
  });
});
