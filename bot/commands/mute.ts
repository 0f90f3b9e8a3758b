import { noteCard, type Drawn } from '../../cards/index.ts';
import { QUIET_TOPICS, type QuietRule, type QuietWay } from '../../src/mail/delivery/quiet.ts';
import type { Command, Turn } from '../turn/turn.ts';

export const mute: Command = {
  name: 'mute',
  usage: 'mute [topics]',
  description: 'Do not post mail of these topics here, never urgent mail; alone: what is quiet.',
  run: (turn, words) => quiet(turn, words, 'mute', 'mute'),
};

export const unmute: Command = {
  name: 'unmute',
  usage: 'unmute [topics]',
  description: 'Post mail of these topics again as it comes.',
  run: (turn, words) => quiet(turn, words, 'unmute', undefined),
};

export const digest: Command = {
  name: 'digest',
  usage: 'digest daily|weekly [topics]',
  description: 'Post mail of these topics together, once a day or week; never urgent mail.',
  run(turn, [way, ...words]) {
    if (way === 'daily' || way === 'weekly') return quiet(turn, words, 'digest', way);
    return Promise.resolve(
      noteCard('How often?', 'Write `digest daily billing` or `digest weekly marketing`.'),
    );
  },
};

async function quiet(
  turn: Turn,
  words: readonly string[],
  command: 'mute' | 'unmute' | 'digest',
  way: QuietWay | undefined,
): Promise<Drawn> {
  const wanted = words.flatMap((word) => word.split(',')).filter((word) => word !== '');
  if (wanted.includes('urgent')) {
    return noteCard('Urgent mail is never quiet', `Nothing was changed. Topics are ${TOPICS}.`);
  }
  const topics = wanted
    .map((word) => QUIET_TOPICS.find((topic) => topic === word))
    .filter((topic) => topic !== undefined);
  if (topics.length < wanted.length) {
    return noteCard('That is not a topic', `Nothing was changed. Topics are ${TOPICS}.`);
  }
  const channelId = turn.place.kind === 'channel' ? turn.place.channelId : '';
  const grant = await turn.parts.rights.grant(command, turn.caller, channelId);
  const rules = await turn.parts.mails.quiet(grant, topics, way);
  return noteCard('What is quiet here', sentenceOf(rules));
}

const TOPICS = QUIET_TOPICS.filter((topic) => topic !== 'non-aws')
  .map((topic) => `\`${topic}\``)
  .join(', ');

function sentenceOf(rules: readonly QuietRule[]): string {
  if (rules.length === 0)
    return 'Nothing: all mail is posted as it comes. Write `mute` or `digest daily` with topics.';
  const listed = rules.map(({ topic, way }) => `\`${topic}\` ${WAYS[way]}`).join(', ');
  return `${listed}. Urgent mail and mail whose text is not shown is posted at once all the same; \`mail\` lists everything.`;
}

const WAYS: Readonly<Record<QuietWay, string>> = {
  mute: 'is not posted',
  daily: 'comes once a day',
  weekly: 'comes once a week',
};
