import { z } from 'zod';
import { readInfrastructure } from '../infra/terraform.ts';
import type { World } from './world.ts';

/** What the alerts of `infra` compare with, as their queries name it. */
export interface AlertBounds {
  /** `mail-waits`: longer than this. */
  readonly waitsSeconds: number;
  /** `posts-fail`: outcomes of a post that count as failed, and the share of posts that may. */
  readonly failing: readonly string[];
  readonly share: number;
  /** `sweeps-fail`: the mailbox was read longer ago, with a sweep every minute. */
  readonly unreadSeconds: number;
  /** `root-mailbox-silent`: the figure of a root mailbox through which no probe comes. */
  readonly silent: number;
}

export async function readAlertBounds(): Promise<AlertBounds> {
  const { locals } = await readInfrastructure();
  const alerts = z.record(z.string(), z.looseObject({ query: z.string() })).parse(locals['log_alerts']);
  const query = (name: string): string => (alerts[name]?.query ?? '').replaceAll('\\', '');
  const [, waits] = /age > (\d+)/.exec(query('mail-waits')) ?? [];
  const [, outcomes = ''] = /Properties\.outcome\) in \((.*?)\)/.exec(query('posts-fail')) ?? [];
  const [, share] = /failed > ([\d.]+) \* posts/.exec(query('posts-fail')) ?? [];
  const [, atLeast, sweeps] =
    /^\$\{(\d+) \+ (\d+) \* local\.sweep_seconds\}$/.exec(String(locals['unread_seconds'])) ?? [];
  const [, silent] = /Max == (\d)$/.exec(query('root-mailbox-silent')) ?? [];
  const failing = [...outcomes.matchAll(/\w+/g)].map(([outcome]) => outcome);
  return z
    .object({
      waitsSeconds: z.int(),
      failing: z.array(z.string()).min(1),
      share: z.number(),
      unreadSeconds: z.int(),
      silent: z.int(),
    })
    .parse({
      waitsSeconds: Number(waits),
      failing,
      share: Number(share),
      unreadSeconds: Number(atLeast) + Number(sweeps) * 60,
      silent: Number(silent),
    });
}

/** Figures of one metric by their labels. */
export type Figures = ReadonlyMap<string, number>;

/** The figures of one metric by their labels, as Prometheus reads them. */
export async function figures({ url }: Pick<World, 'url'>, metric: string): Promise<Figures> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const found = text.matchAll(new RegExp(`^${metric}(?:\\{(.*)\\})? (\\S+)$`, 'gm'));
  return new Map([...found].map(([, labels = '', value]) => [labels, Number(value)]));
}

/** How long the oldest mail waits for its post. */
export function waitsSeconds(world: World): Promise<number> {
  return observed(world, 'rootdesk_mail_oldest_undelivered_age_seconds');
}

/** How long ago the central mailbox was read. */
export function unreadSeconds(world: World): Promise<number> {
  return observed(world, 'rootdesk_cursor_age_seconds', 'mailbox="aws"');
}

async function observed(world: World, gauge: string, labels = ''): Promise<number> {
  await world.observes();
  return (await figures(world, gauge)).get(labels) ?? Number.NaN;
}

/** The share of what was posted between two looks at the figures that Teams did not take. */
export function failingShare(bounds: AlertBounds, before: Figures, now: Figures): number {
  const grown = [...now].map(([labels, value]) => ({ labels, by: value - (before.get(labels) ?? 0) }));
  const sum = (of: typeof grown): number => of.reduce((total, { by }) => total + by, 0);
  const failed = grown.filter(({ labels }) =>
    bounds.failing.some((outcome) => labels.includes(`outcome="${outcome}"`)),
  );
  return sum(failed) / sum(grown);
}
