/** The time of day, given to whoever needs it, so that stories can set it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
