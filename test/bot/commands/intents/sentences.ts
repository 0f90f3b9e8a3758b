import { readFileSync } from 'node:fs';
import { understand } from '../../../../bot/commands/intents/understand.ts';
import type { Understood } from '../../../../bot/commands/intents/understood.ts';
import { spokenIn } from '../../../../bot/turn/spoken.ts';

/** A sentence of somebody who is new, and every intent that serves them. */
export interface Case {
  readonly wanted: readonly string[];
  readonly said: string;
}

/** `release` to be run, `help release` to be told of, `mail or pool` to be asked for, `unknown`. */
export function intentOf(understood: Understood): string {
  if (understood.kind === 'either') return understood.of.map(({ name }) => name).join(' or ');
  if (understood.kind === 'run') return understood.name;
  return understood.kind === 'explain' ? `help ${understood.name}` : understood.kind;
}

export function readCases(part: 'development' | 'held-out'): readonly Case[] {
  return readFileSync(new URL(`../../../fixtures/sentences/${part}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [wanted = '', ...said] = line.split(' | ');
      return { wanted: wanted.split(', '), said: said.join(' | ') };
    });
}

/** The text goes the way of a message. */
export function read(said: string): Understood {
  const { words } = spokenIn({
    type: 'message',
    text: said,
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    from: { id: '29:ada' },
    conversation: { id: 'chat-of-ada' },
  });
  return understand(words);
}
