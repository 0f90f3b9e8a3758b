import { noteCard, type Drawn } from '../../cards/index.ts';
import { MUTE_TOPICS, type MuteRule, type MuteTopic, type MuteWay } from '../../src/channels/mute-rules.ts';
import type { Uses } from '../turn/bot-deps.ts';
import type { Turn } from '../turn/turn.ts';
import type { Argument } from './argument.ts';
import { command } from './command.ts';

const TOPIC_NAMES = MUTE_TOPICS.filter((topic) => topic !== 'non-aws')
  .map((topic) => `\`${topic}\``)
  .join(', ');

const TOPICS: Argument<readonly MuteTopic[]> = {
  label: '[topics]',
  meaning: `What the mail is about, one or several of ${TOPIC_NAMES}; left out, nothing is changed and you read what is quiet.`,
  example: 'billing',
  read({ words }) {
    const wanted = words.flatMap((word) => word.split(',')).filter((word) => word !== '');
    if (wanted.includes('urgent')) {
      return {
        fault: noteCard('Urgent mail is never quiet', `Nothing was changed. Topics are ${TOPIC_NAMES}.`),
      };
    }
    const topics = wanted
      .map((word) => MUTE_TOPICS.find((topic) => topic === word))
      .filter((topic) => topic !== undefined);
    return topics.length < wanted.length
      ? { fault: noteCard('That is not a topic', `Nothing was changed. Topics are ${TOPIC_NAMES}.`) }
      : { value: topics, rest: [] };
  },
};

const HOW_OFTEN: Argument<'daily' | 'weekly'> = {
  label: 'daily|weekly',
  meaning: 'How often the mail is posted together.',
  example: 'daily',
  read: ({ words: [word, ...rest] }) =>
    word === 'daily' || word === 'weekly'
      ? { value: word, rest }
      : { fault: noteCard('How often?', 'Write `digest daily billing` or `digest weekly marketing`.') },
};

type MuteUses = Uses<'rights' | 'mails'>;

export const mute = command({
  name: 'mute',
  description: 'Do not post mail of these topics here, never urgent mail; alone: what is quiet.',
  takes: { topics: TOPICS },
  run: (deps: MuteUses, turn, { topics }) => quiet(deps, turn, 'mute', topics, 'mute'),
});

export const unmute = command({
  name: 'unmute',
  description: 'Post mail of these topics again as it comes.',
  takes: { topics: TOPICS },
  run: (deps: MuteUses, turn, { topics }) => quiet(deps, turn, 'unmute', topics, undefined),
});

export const digest = command({
  name: 'digest',
  description: 'Post mail of these topics together, once a day or week; never urgent mail.',
  takes: { howOften: HOW_OFTEN, topics: TOPICS },
  run: (deps: MuteUses, turn, { howOften, topics }) => quiet(deps, turn, 'digest', topics, howOften),
});

async function quiet(
  { rights, mails }: MuteUses,
  { place, caller }: Turn,
  operation: 'mute' | 'unmute' | 'digest',
  topics: readonly MuteTopic[],
  way: MuteWay | undefined,
): Promise<Drawn> {
  const channelId = place.kind === 'channel' ? place.channelId : '';
  const grant = await rights.grant(operation, caller, channelId);
  return noteCard('What is quiet here', sentenceOf(await mails.quiet(grant, topics, way)));
}

const WAYS: Readonly<Record<MuteWay, string>> = {
  mute: 'is not posted',
  daily: 'comes once a day',
  weekly: 'comes once a week',
};

function sentenceOf(rules: readonly MuteRule[]): string {
  if (rules.length === 0)
    return 'Nothing: all mail is posted as it comes. Write `mute` or `digest daily` with topics.';
  const listed = rules.map(({ topic, way }) => `\`${topic}\` ${WAYS[way]}`).join(', ');
  return `${listed}. Urgent mail and mail whose text is not shown is posted at once all the same; \`mail\` lists everything.`;
}
