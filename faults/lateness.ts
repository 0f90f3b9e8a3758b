import { isRoot } from '../harness/recorder.ts';
import type { World } from './world.ts';

export interface Lateness {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** Milliseconds from when a mail lay in the mailbox until it stood where it belongs. */
export function lateness(world: World): Lateness {
  return spread(world, ({ sentAt }) => sentAt);
}

/** The same, of the time after the last fault alone. */
export function latenessAfterFaults(world: World): Lateness {
  return spread(world, ({ sentAt }) => Math.max(sentAt, world.faultsEndedAt));
}

function spread(world: World, from: (mail: World['mails'][number]) => number): Lateness {
  const roots = world.messages.filter(isRoot);
  const waited = world.mails.flatMap((mail) =>
    mail.places.flatMap((place) => {
      const post = roots.find((each) => each.place === place && each.mail === mail.name);
      return post === undefined ? [] : [Math.max(0, post.postedAt - from(mail))];
    }),
  );
  const sorted = waited.toSorted((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}
