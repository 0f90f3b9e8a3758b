import { describe, expect, it } from 'vitest';
import { FAULTS, REQUEST_FAULTS, SIDES } from '../../faults/kinds.ts';
import { readOptions } from '../../faults/options.ts';
import { API_CALLS, MAIL_KINDS, REQUEST_ENDS, type PlannedEvent } from '../../faults/events.ts';
import { planOf } from '../../faults/plan.ts';

const wishes = { seed: 7, kills: 30, copies: 2, faults: FAULTS };

function eventsOf<K extends PlannedEvent['kind']>(kind: K): readonly Extract<PlannedEvent, { kind: K }>[] {
  return planOf(wishes).events.filter(
    (event): event is Extract<PlannedEvent, { kind: K }> => event.kind === kind,
  );
}

describe('the plan of a seed', () => {
  it('is the same every time, and another for another seed', () => {
    expect(planOf(wishes)).toEqual(planOf(wishes));
    expect(planOf({ ...wishes, seed: 8 })).not.toEqual(planOf(wishes));
  });

  it('stays as it is for people and mail when other faults are wished for', () => {
    const calm = planOf({ ...wishes, faults: [] }).events;
    const isWork = ({ kind }: PlannedEvent): boolean =>
      ['mail', 'request', 'api', 'alias', 'command', 'kill', 'restart'].includes(kind);
    expect(calm).toEqual(planOf(wishes).events.filter(isWork));
  });

  it('is in the order of time, and ends in time', () => {
    const { events, lengthMs } = planOf(wishes);
    const moments = events.map(({ atMs }) => atMs);
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
    expect(moments.every((at) => at >= 0 && at < lengthMs)).toBe(true);
  });

  it('kills as often as it was told to, and has every kind of everything', () => {
    expect(eventsOf('kill')).toHaveLength(wishes.kills);
    expect(new Set(eventsOf('mail').map(({ what }) => what))).toEqual(new Set(MAIL_KINDS));
    expect(new Set(eventsOf('request').map(({ end }) => end))).toEqual(new Set(REQUEST_ENDS));
    expect(new Set(eventsOf('api').map(({ what }) => what))).toEqual(new Set(API_CALLS));
    expect(eventsOf('pause').length).toBeGreaterThan(0);
    expect(eventsOf('clock').length).toBeGreaterThan(0);
  });

  it('has every fault for each of table, Graph and Teams', () => {
    const met = new Set(eventsOf('weather').map(({ side, fault }) => `${side} ${fault}`));
    const every = SIDES.flatMap((side) => REQUEST_FAULTS.map((fault) => `${side} ${fault}`));
    expect([...met].toSorted()).toEqual(every.toSorted());
  });
});

describe('the command line', () => {
  it('takes all, none or some faults', () => {
    expect(readOptions(['--seed', '7', '--kills', '3'])).toMatchObject({
      seed: 7,
      kills: 3,
      copies: 2,
      faults: FAULTS,
    });
    expect(readOptions(['--faults', 'none'])).toMatchObject({ faults: [] });
    expect(readOptions(['--faults', 'lost,clock'])).toMatchObject({ faults: ['lost', 'clock'] });
  });

  it('says what is wrong with it', () => {
    expect(readOptions(['--faults', 'rain'])).toEqual({ wrong: expect.stringContaining('--faults') });
    expect(readOptions(['--kills', 'many'])).toEqual({ wrong: expect.stringContaining('--kills') });
    expect(readOptions(['--kill', '3'])).toEqual({ wrong: expect.stringContaining('--kill') });
  });

  it('throws a seed of its own where none is given', () => {
    expect(readOptions([], () => 0.5)).toMatchObject({ seed: 2 ** 30 });
  });
});
