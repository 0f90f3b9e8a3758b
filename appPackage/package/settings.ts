import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Fault } from './faults.ts';

const guid = z.guid('is not a GUID');

/** What the manifest's placeholders take, as Microsoft's toolkit names them, each with what to do where it is missing or wrong. */
const settings = z.object({
  TEAMS_APP_ID: guid.describe(
    'Set it to a GUID of your choice, and keep it: every later version needs the same.',
  ),
  BOT_ID: guid.describe(
    "Set it to the application (client) id of the bot's registration; terraform prints it as app_id.",
  ),
  COMPANY_NAME: z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(32, 'is longer than 32 characters')
    .describe('Set it to the name of your company, at most 32 characters.'),
  COMPANY_URL: z
    .url({ protocol: /^https$/, message: 'is not an https address' })
    .describe('Set it to an https page about your company, its privacy and its terms.'),
});

export type AppSettings = z.output<typeof settings>;

/** Everything else in the environment is none of ours. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly settings: AppSettings } | { readonly faults: readonly Fault[] } {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = settings.safeParse(set);
  if (parsed.success) return { settings: parsed.data };
  const faults = Object.entries(settings.shape).flatMap(([name, { description = '' }]) => {
    const issue = parsed.error.issues.find(({ path }) => path[0] === name);
    if (issue === undefined) return [];
    const what = name in set ? issue.message : 'is missing';
    const proposal = name === 'TEAMS_APP_ID' ? ` A new one is ${randomUUID()}.` : '';
    return { message: `${name} ${what}.`, remedy: `${description}${proposal}` };
  });
  return { faults };
}
