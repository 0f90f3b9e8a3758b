import {
  joinedRuns,
  noteCard,
  plain,
  type Drawn,
  type Saying,
  type Texts,
  type Words as OwnWords,
} from '../../cards/index.ts';
import { MUTE_TOPICS, type MuteRule, type MuteTopic, type MuteWay } from '../../src/channels/mute-rules.ts';
import type { Uses } from '../turn/bot-deps.ts';
import type { Turn } from '../turn/turn.ts';
import type { Argument, Reading } from './argument.ts';
import { command } from './command.ts';

const TOPIC_NAMES = plain(MUTE_TOPICS.filter((topic) => topic !== 'non-aws').join(', '), 600);

const TOPICS: Argument<readonly MuteTopic[]> = {
  told({ arguments: { topics } }) {
    return { ...topics, meaning: topics.meaning({ topics: TOPIC_NAMES }) };
  },
  example: 'billing',
  read({ words, texts }) {
    const { neverUrgent, noTopic, topics: known } = texts.quiet;
    const wanted = words.flatMap((word) => word.split(',')).filter((word) => word !== '');
    const refused = (title: OwnWords): Reading<never> => ({
      fault: noteCard(texts, title, known({ topics: TOPIC_NAMES })),
    });
    if (wanted.includes('urgent')) return refused(neverUrgent);
    const topics = wanted
      .map((word) => MUTE_TOPICS.find((topic) => topic === word))
      .filter((topic) => topic !== undefined);
    return topics.length < wanted.length ? refused(noTopic) : { value: topics, rest: [] };
  },
};

const HOW_OFTEN: Argument<'daily' | 'weekly'> = {
  told: (texts) => texts.arguments.howOften,
  example: 'daily',
  read: ({ words: [word, ...rest], texts }) =>
    word === 'daily' || word === 'weekly'
      ? { value: word, rest }
      : { fault: noteCard(texts, texts.quiet.howOften, texts.quiet.howOftenLead) },
};

type MuteUses = Uses<'rights' | 'mails'>;

export const mute = command({
  name: 'mute',
  takes: { topics: TOPICS },
  run: (deps: MuteUses, turn, { topics }) => quiet(deps, turn, 'mute', topics, 'mute'),
});

export const unmute = command({
  name: 'unmute',
  takes: { topics: TOPICS },
  run: (deps: MuteUses, turn, { topics }) => quiet(deps, turn, 'unmute', topics, undefined),
});

export const digest = command({
  name: 'digest',
  takes: { howOften: HOW_OFTEN, topics: TOPICS },
  run: (deps: MuteUses, turn, { howOften, topics }) => quiet(deps, turn, 'digest', topics, howOften),
});

async function quiet(
  { rights, mails }: MuteUses,
  { place, caller, texts }: Turn,
  operation: 'mute' | 'unmute' | 'digest',
  topics: readonly MuteTopic[],
  way: MuteWay | undefined,
): Promise<Drawn> {
  const channelId = place.kind === 'channel' ? place.channelId : '';
  const grant = await rights.grant(operation, caller, channelId);
  return noteCard(texts, texts.quiet.title, sentenceOf(texts, await mails.quiet(grant, topics, way)));
}

function sentenceOf({ quiet: words }: Texts, rules: readonly MuteRule[]): Saying {
  if (rules.length === 0) return words.nothing;
  const listed = rules.map(({ topic, way }) => words[way]({ topic: plain(topic, 60) }));
  return joinedRuns([joinedRuns(listed, ', '), words.always], '. ');
}
