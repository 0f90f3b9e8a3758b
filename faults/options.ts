import { z } from 'zod';
import { parsedArgs } from '../harness/parsed-args.ts';
import { FAULTS, type Fault } from './kinds.ts';

export interface Options {
  readonly help: boolean;
  readonly json: boolean;
  /** Shows the plan instead of running it. */
  readonly plan: boolean;
  readonly kills: number;
  readonly seed: number;
  readonly copies: number;
  readonly faults: readonly Fault[];
  /** Keeps logs and mails there; where left out, in a temporary folder that goes when nothing was found. */
  readonly folder: string | undefined;
}

export const USAGE = `Runs all of Rootdesk under faults, and compares at the end: npm run faults

  npm run faults -- --kills 200     how often a copy is killed, and with it how long it takes (20 where left out)
  npm run faults -- --seed 7        the same plan again; another one each time where left out
  npm run faults -- --copies 2      how many copies run (2 where left out, 4 at most)
  npm run faults -- --faults all    all, none, or some of ${FAULTS.join(', ')}
  npm run faults -- --json          one JSON object and nothing else; what happens meanwhile goes to standard error
  npm run faults -- --plan          shows what would happen, as JSON
  npm run faults -- --folder DIR    keeps logs and mails there

docs/faults.md says how to read it.`;

const KILLS_MOST = 5_000;
const COPIES_MOST = 4;
const SEED_MOST = 2 ** 31;

const shape = z.object({
  help: z.boolean(),
  json: z.boolean(),
  plan: z.boolean(),
  folder: z.string().optional(),
  kills: z.coerce.number().int().min(0).max(KILLS_MOST),
  seed: z.coerce.number().int().min(0).max(SEED_MOST),
  copies: z.coerce.number().int().min(1).max(COPIES_MOST),
  faults: z.string().transform((words, context): Fault[] => {
    if (words === 'all') return [...FAULTS];
    if (words === 'none') return [];
    const parsed = z.array(z.enum(FAULTS)).safeParse(words.split(','));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: `all, none, or some of ${FAULTS.join(', ')}` });
    return z.NEVER;
  }),
});

export function readOptions(
  args: readonly string[],
  chance: () => number = Math.random,
): Options | { readonly wrong: string } {
  const read = parsedArgs(
    args,
    {
      help: { type: 'boolean', short: 'h', default: false },
      json: { type: 'boolean', default: false },
      plan: { type: 'boolean', default: false },
      kills: { type: 'string', default: '20' },
      seed: { type: 'string', default: String(Math.floor(chance() * SEED_MOST)) },
      copies: { type: 'string', default: '2' },
      faults: { type: 'string', default: 'all' },
      folder: { type: 'string' },
    },
    shape,
  );
  return 'wrong' in read ? read : { ...read, folder: read.folder };
}
