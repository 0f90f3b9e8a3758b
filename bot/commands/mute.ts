import { noteCard, settingsCard, topicList, type Drawn, type Words as OwnWords } from '../../cards/index.ts';
import type { MuteChange } from '../../src/channels/mute.ts';
import { MUTE_TOPICS, withoutMute, withTopics, type MuteTopic } from '../../src/channels/mute-rules.ts';
import type { Uses } from '../turn/bot-deps.ts';
import { channelHere } from '../turn/channel-here.ts';
import { drawSettingsForm } from '../turn/draw-settings-form.ts';
import type { Turn } from '../turn/turn.ts';
import type { Argument, Reading } from './argument.ts';
import { command } from './command.ts';

const TOPICS: Argument<readonly MuteTopic[]> = {
  told(texts) {
    const { topics } = texts.arguments;
    return { ...topics, meaning: topics.meaning({ topics: topicList(texts) }) };
  },
  example: 'billing',
  read({ words, texts }) {
    const { neverUrgent, noTopic, topics: known } = texts.quiet;
    const wanted = words.flatMap((word) => word.toLowerCase().split(',')).filter((word) => word !== '');
    const refused = (title: OwnWords): Reading<never> => ({
      fault: noteCard(texts, title, known({ topics: topicList(texts) }), ['settings']),
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
  read({ words: [word = '', ...rest], texts }) {
    if (word === '') return 'absent';
    const value = word.toLowerCase();
    if (value === 'daily' || value === 'weekly') return { value, rest };
    return { fault: noteCard(texts, texts.quiet.howOften, texts.quiet.howOftenLead) };
  },
};

type MuteUses = Uses<'rights' | 'channels'>;

export const mute = command({
  name: 'mute',
  takes: { topics: TOPICS },
  run: (deps: MuteUses, turn, { topics }) =>
    quiet(deps, turn, 'mute', (rules) => withTopics(rules, topics, 'mute')),
});

export const unmute = command({
  name: 'unmute',
  takes: { topics: TOPICS },
  run: (deps: MuteUses, turn, { topics }) =>
    quiet(deps, turn, 'unmute', (rules) => withoutMute(rules, topics)),
});

export const digest = command({
  name: 'digest',
  takes: { howOften: HOW_OFTEN, topics: TOPICS },
  ask: async ({ rights }, turn) =>
    drawSettingsForm(turn.texts, await rights.grant('settings', turn.caller, channelHere(turn))),
  run: (deps: MuteUses, turn, { howOften, topics }) =>
    quiet(deps, turn, 'digest', (rules) => withTopics(rules, topics, howOften)),
});

export const settings = command({
  name: 'settings',
  takes: {},
  async run({ rights }, turn) {
    return drawSettingsForm(turn.texts, await rights.grant('settings', turn.caller, channelHere(turn)));
  },
});

async function quiet(
  { rights, channels }: MuteUses,
  turn: Turn,
  operation: 'mute' | 'unmute' | 'digest',
  change: MuteChange,
): Promise<Drawn> {
  const grant = await rights.grant(operation, turn.caller, channelHere(turn));
  const rules = await channels.mute(grant, change);
  return settingsCard(turn.texts, { title: turn.texts.quiet.title, rules });
}
