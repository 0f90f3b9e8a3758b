import { z } from 'zod';
import { parsedArgs } from '../harness/parsed-args.ts';

export interface Options {
  readonly help: boolean;
  readonly json: boolean;
  readonly minutes: number;
  readonly accounts: number;
  readonly pace: number;
  readonly seed: number;
  /** Where picture, figures and log are kept. */
  readonly folder: string | undefined;
}

export const USAGE = `Runs all of Rootdesk under steady traffic and tells whether it stays as it is: npm run soak

  npm run soak -- --minutes 60     how long (60 where left out)
  npm run soak -- --accounts 3000  how many accounts the company has (3,000 where left out)
  npm run soak -- --pace 10        mails a second (where left out, the month of all accounts squeezed into the time, 10 at most)
  npm run soak -- --seed 7         the same traffic again; another one each time where left out
  npm run soak -- --folder DIR     keeps picture, figures and log there (a new folder for temporary files where left out)
  npm run soak -- --json           one JSON object and nothing else

docs/soak.md says how to read it.`;

/** Teams takes 25 posts a second of one copy: above that its limit is all that is measured. */
const PACE_MOST = 20;
const PACE_USUAL_MOST = 10;
const MINUTES_MOST = 7 * 24 * 60;
const ACCOUNTS_MOST = 100_000;
const SEED_MOST = 2 ** 31;

const shape = z.object({
  help: z.boolean(),
  json: z.boolean(),
  folder: z.string().optional(),
  minutes: z.coerce.number().positive().max(MINUTES_MOST),
  accounts: z.coerce.number().int().min(1).max(ACCOUNTS_MOST),
  pace: z.coerce.number().positive().max(PACE_MOST).optional(),
  seed: z.coerce.number().int().min(0).max(SEED_MOST),
});

/** @param mailsAMonth for each account */
export function readOptions(
  args: readonly string[],
  mailsAMonth: number,
): Options | { readonly wrong: string } {
  const read = parsedArgs(
    args,
    {
      help: { type: 'boolean', short: 'h', default: false },
      json: { type: 'boolean', default: false },
      minutes: { type: 'string', default: '60' },
      accounts: { type: 'string', default: '3000' },
      pace: { type: 'string' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * SEED_MOST)) },
      folder: { type: 'string' },
    },
    shape,
  );
  if ('wrong' in read) return read;
  const { minutes, accounts, folder } = read;
  const { pace = Math.min(PACE_USUAL_MOST, (accounts * mailsAMonth) / (minutes * 60)) } = read;
  return { ...read, folder, pace };
}
