import { parseArgs } from 'node:util';
import { z } from 'zod';

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
  minutes: z.coerce.number().positive().max(MINUTES_MOST),
  accounts: z.coerce.number().int().min(1).max(ACCOUNTS_MOST),
  pace: z.coerce.number().positive().max(PACE_MOST).optional(),
  seed: z.coerce.number().int().min(0).max(SEED_MOST),
});

/**
 * The command line, or in words what is wrong with it.
 * @param mailsAMonth for each account
 */
export function readOptions(
  args: readonly string[],
  mailsAMonth: number,
): Options | { readonly wrong: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        json: { type: 'boolean', default: false },
        minutes: { type: 'string', default: '60' },
        accounts: { type: 'string', default: '3000' },
        pace: { type: 'string' },
        seed: { type: 'string', default: String(Math.floor(Math.random() * SEED_MOST)) },
        folder: { type: 'string' },
      },
    });
    const parsed = shape.safeParse(values);
    if (!parsed.success) {
      const faults = parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`);
      return { wrong: faults.join('\n') };
    }
    const { minutes, accounts, seed } = parsed.data;
    const { pace = Math.min(PACE_USUAL_MOST, (accounts * mailsAMonth) / (minutes * 60)) } = parsed.data;
    const { help, json, folder } = values;
    return { help, json, folder, minutes, accounts, pace, seed };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}
