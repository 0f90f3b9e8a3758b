import { held, type Alias } from './alias.ts';
import { isHeld, isNobodys, isResting } from './states.ts';

/**
 * An alias as a copy of the table remembers it, after the table itself was lost. What was free at the time of the copy, or became
 * free since, may have been handed out since, and nobody remembers: it is held. Everything else is as it was.
 */
export function afterLoss(alias: Alias, now: Date): Alias {
  if (!mayHaveBeenHandedOut(alias, now)) return alias;
  const { boundOnce, awsWroteAt } = alias;
  return { ...held(alias), ...(boundOnce !== undefined && { boundOnce }), awsWroteAt };
}

/** One that was missing may have been found again, and been free from then on. */
function mayHaveBeenHandedOut(alias: Alias, now: Date): boolean {
  const { quarantinedUntil } = alias;
  if (isHeld(alias)) return false;
  return isNobodys(alias) || (isResting(alias) && quarantinedUntil !== undefined && quarantinedUntil <= now);
}
