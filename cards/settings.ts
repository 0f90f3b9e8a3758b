import { MUTE_LEVELS, MUTE_TOPICS, type MuteRule, type MuteTopic } from '../src/channels/mute-rules.ts';
import { drawing, type Drawn } from './draw.ts';
import { row, rowsOf } from './parts/row.ts';
import { joinedRuns, runsOf } from './runs.ts';
import formTemplate from './templates/settings-form.json' with { type: 'json' };
import template from './templates/settings.json' with { type: 'json' };
import { exactly, joined, say, type CardText, type Words } from './text.ts';
import type { Texts } from './texts/languages.ts';

/** The form of a channel's settings. */
export interface SettingsForm {
  /** As they are now. */
  readonly rules: readonly MuteRule[];
  /** The topic of which somebody wants to see less: a quieter way is chosen for it. */
  readonly fewerOf?: MuteTopic | undefined;
}

/** A channel's settings, after a change or because somebody asked. */
export interface Settings {
  readonly title: Words;
  readonly rules: readonly MuteRule[];
}

/** What a choice is called in the form; without a rule of its own, a topic goes by its level, and a level comes at once. */
type Choice = keyof Texts['settings']['ways'];
const OF_LEVEL: readonly Choice[] = ['unruled', 'daily', 'weekly', 'mute'];
const OF_TOPIC: readonly Choice[] = ['unruled', 'at-once', 'daily', 'weekly', 'mute'];

/** What `fewer of these` suggests. */
const FEWER: Choice = 'daily';

const draw = drawing(template);
const drawForm = drawing(formTemplate);

/** What a channel gets at once, together, or not at all; what is chosen is saved by its button. */
export function settingsFormCard(texts: Texts, { rules, fewerOf }: SettingsForm): Drawn {
  const { settings } = texts;
  const field = (topic: MuteTopic): Field => fieldOf(texts, topic, chosen(rules, topic, fewerOf));
  const topics = TOPICS.map(field);
  const card = drawForm(texts, {
    style: 'emphasis',
    title: settings.title,
    hasFewer: fewerOf !== undefined,
    fewer: fewerOf === undefined ? [] : settings.fewerOf({ topic: topicWords(texts, fewerOf) }),
    always: runsOf(settings.always),
    levels: inPairs(MUTE_LEVELS.map(field)),
    topics: inPairs(topics),
    drawn: exactly(rules.map(({ topic, way }) => `${topic}:${way}`).join(',')),
  });
  return { card, summary: settings.summary };
}

/** What is quiet in a channel, in the words of its cards. */
export function settingsCard(texts: Texts, { title, rules }: Settings): Drawn {
  const { settings } = texts;
  const card = draw(texts, {
    style: 'emphasis',
    title,
    rows: rowsOf(...rules.map(({ topic, way }) => row(topicWords(texts, topic), settings.ways[way]))),
    next:
      rules.length === 0 ? runsOf(settings.nothing) : joinedRuns([settings.otherwise, settings.always], ' '),
  });
  return { card, summary: title };
}

/** What AWS did not write is never quiet. */
const TOPICS = MUTE_TOPICS.filter((topic) => topic !== 'non-aws' && !isIn(MUTE_LEVELS, topic));

function isIn(levels: readonly MuteTopic[], topic: MuteTopic): boolean {
  return levels.includes(topic);
}

function chosen(rules: readonly MuteRule[], topic: MuteTopic, fewerOf: MuteTopic | undefined): Choice {
  const way = rules.find((rule) => rule.topic === topic)?.way;
  if (topic === fewerOf && (way === undefined || way === 'at-once')) return FEWER;
  return way ?? 'unruled';
}

type Field = {
  readonly topic: CardText;
  readonly label: Words;
  readonly chosen: CardText;
  readonly choices: readonly { readonly title: Words; readonly value: CardText }[];
};

function fieldOf(texts: Texts, topic: MuteTopic, choice: Choice): Field {
  const { ways } = texts.settings;
  const isLevel = isIn(MUTE_LEVELS, topic);
  return {
    topic: exactly(topic),
    label: topicWords(texts, topic),
    chosen: exactly(choice),
    choices: (isLevel ? OF_LEVEL : OF_TOPIC).map((each) => ({
      title: isLevel && each === 'unruled' ? ways['at-once'] : ways[each],
      value: exactly(each),
    })),
  };
}

/** What can be written of topics, each with its name on the cards. */
export function topicList(texts: Texts): CardText {
  const topics = MUTE_TOPICS.filter((topic) => topic !== 'non-aws');
  return joined(
    topics.map((topic) => say`${exactly(topic)} (${topicWords(texts, topic)})`),
    ', ',
  );
}

/** As badge and header of a mail's card have it. */
function topicWords({ topics, severities }: Texts, topic: MuteTopic): Words {
  if (topic === 'action' || topic === 'notice' || topic === 'info') return severities[topic];
  return topics[topic];
}

/** Two fields beside each other. */
function inPairs(
  fields: readonly Field[],
): readonly { readonly pair: readonly Field[]; readonly isOdd: boolean }[] {
  return fields.flatMap((field, index) => {
    if (index % 2 === 1) return [];
    const next = fields[index + 1];
    return [{ pair: next === undefined ? [field] : [field, next], isOdd: next === undefined }];
  });
}
