import { foldName } from '../shared/identifiers.ts';
import type { LinkedChannel } from './channel.ts';

/** What people write between team and channel. */
const SEPARATORS = /[›>/\\#]|\s[-–—]\s/g;

/**
 * The channels that somebody may mean who types a name, or a part of it: `aws root`, `payments`, `Payments › aws-root`. One that is
 * called so, and not only in a part of its name, is meant alone.
 */
export function channelsNamed<C extends Pick<LinkedChannel, 'name' | 'teamName'>>(
  channels: readonly C[],
  typed: string,
): readonly C[] {
  const wanted = bare(typed);
  const words = wanted.split(' ').filter((word) => word !== '');
  if (words.length === 0) return [];
  const called = channels.filter(({ name, teamName }) =>
    [bare(name), bare(`${teamName} ${name}`)].includes(wanted),
  );
  if (called.length > 0) return called;
  return channels.filter(({ name, teamName }) => {
    const both = bare(`${teamName} ${name}`);
    return words.every((word) => both.includes(word));
  });
}

function bare(text: string): string {
  return foldName(text.replaceAll(SEPARATORS, ' ')).split(/\s+/).join(' ');
}
