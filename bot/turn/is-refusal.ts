import { Refusal } from '../../src/aliases/errors.ts';
import { MailRefusal } from '../../src/mail/errors.ts';
import { DirectoryUnavailable } from '../../src/requests/directory.ts';
import { NoRight } from '../../src/rights/errors.ts';
import { CardUnknown } from './card-unknown.ts';

/** Errors that say all there is to say to a person, the same to everybody; why the directory is silent is in the log already. */
const REFUSALS = [Refusal, MailRefusal, CardUnknown, NoRight, DirectoryUnavailable] as const;

/** Whether the error says no to a person, and says all there is to say. */
export function isRefusal(error: unknown): error is InstanceType<(typeof REFUSALS)[number]> {
  return REFUSALS.some((kind) => error instanceof kind);
}
