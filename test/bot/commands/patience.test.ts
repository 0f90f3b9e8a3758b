import { describe, expect, it } from 'vitest';
import { ADA, openWorld } from '../world.ts';

const posts = (world: Awaited<ReturnType<typeof openWorld>>): number =>
  world.connector.calls.filter(({ method }) => method === 'POST').length;

describe('the answer to a command', () => {
  it('that Teams throttles comes when Teams takes it', async () => {
    await using world = await openWorld();
    world.connector.answerNext({ status: 429, headers: { 'retry-after': '1' } });
    await world.write(ADA, 'help');
    expect(posts(world)).toBe(2);
    expect(world.lastCard()).toContain('What Rootdesk can do');
  });

  it('that was certainly not taken is sent again, as no repeat', async () => {
    await using world = await openWorld();
    world.connector.answerNext({ status: 400 });
    await world.write(ADA, 'help');
    expect(posts(world)).toBe(2);
    expect(JSON.stringify(world.connector.calls.at(-1)?.body)).not.toContain('May be a repeat');
  });

  it('that may have arrived says so when it is sent again', async () => {
    await using world = await openWorld();
    world.connector.answerNext({ status: 502 });
    await world.write(ADA, 'help');
    expect(posts(world)).toBe(2);
    expect(JSON.stringify(world.connector.calls.at(-1)?.body)).toContain('May be a repeat');
  });

  it('that Teams does not take for good is let go at once', async () => {
    await using world = await openWorld();
    world.connector.answerNext({ status: 403 });
    await world.write(ADA, 'help');
    expect(posts(world)).toBe(1);
  });
});
