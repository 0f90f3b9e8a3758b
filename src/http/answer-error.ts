import type { Response } from 'restify';
import { z } from 'zod';
import { newId } from '../shared/identifiers.ts';
import type { Log } from '../shared/log.ts';

const httpError = z.object({ statusCode: z.number() });

/** Faults of the caller keep restify's words; of our own faults the caller learns a reference, and the log the rest. */
export function answerError(log: Log, response: Response, error: unknown): void {
  const seen = httpError.safeParse(error);
  if (seen.success && seen.data.statusCode < 500) return;
  const reference = newId();
  log.error({ err: error, reference }, 'a request ended in an error');
  response.send(500, { error: `Something went wrong in Rootdesk. The log has it under ${reference}.` });
}
