import { Refusal } from '../../src/store/refusal.ts';
import { DirectoryUnavailable } from '../../src/people/directory.ts';
import { NoRight } from '../../src/rights/no-right.ts';
import { CardUnknown } from './card-unknown.ts';

/** Errors that say all there is to say to a person, the same to everybody; why the directory is silent is in the log already. */
const REFUSALS = [Refusal, CardUnknown, NoRight, DirectoryUnavailable] as const;

/** Whether the error says no to a person, and says all there is to say. */
export function isRefusal(error: unknown): error is InstanceType<(typeof REFUSALS)[number]> {
  return REFUSALS.some((kind) => error instanceof kind);
}
