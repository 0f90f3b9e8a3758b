import { diceOf, type Dice } from '../harness/dice.ts';
import type { RequestFault, Side } from './kinds.ts';
import type { EventOf } from './events.ts';

type Front = EventOf<'weather'>;

/** Which requests meet which fault, now. */
export interface Weather {
  /** A front comes, and goes after its time. */
  begin(front: Front): void;
  /** All of it is over, and none comes any more. */
  end(): void;
  /** @param copy whose request it is, where that is known */
  faultFor(side: Side, copy?: number): RequestFault | undefined;
  /** How many requests met which fault. */
  readonly met: Readonly<Partial<Record<`${Side} ${RequestFault}`, number>>>;
}

export function createWeather(seed: number): Weather {
  const dice: Readonly<Record<Side, Dice>> = {
    table: diceOf(seed, 'weather of table'),
    graph: diceOf(seed, 'weather of graph'),
    teams: diceOf(seed, 'weather of teams'),
  };
  const fronts = new Set<Front>();
  const timers = new Set<NodeJS.Timeout>();
  const met: Partial<Record<`${Side} ${RequestFault}`, number>> = {};
  let isOver = false;
  return {
    met,
    begin(front) {
      if (isOver) return;
      fronts.add(front);
      timers.add(setTimeout(() => fronts.delete(front), front.forMs));
    },
    end() {
      isOver = true;
      fronts.clear();
      for (const timer of timers) clearTimeout(timer);
    },
    faultFor(side, copy) {
      for (const front of fronts) {
        const isConcerned = front.side === side && (front.copy === undefined || front.copy === copy);
        if (!isConcerned || !dice[side].chance(front.share)) continue;
        const name = `${side} ${front.fault}` as const;
        met[name] = (met[name] ?? 0) + 1;
        return front.fault;
      }
      return undefined;
    },
  };
}
