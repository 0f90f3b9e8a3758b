/** The time of day, given to whoever needs it, so that stories can set it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/**
 * The same for whatever waits: it follows the clock forwards and never goes back, so that a clock that was set back by an hour
 * does not make a wait of a second an hour long.
 */
export function neverBack(clock: Clock): Clock {
  let latest = { time: clock().getTime(), at: performance.now() };
  return () => {
    const at = performance.now();
    const time = Math.max(clock().getTime(), latest.time + at - latest.at);
    latest = { time, at };
    return new Date(time);
  };
}
