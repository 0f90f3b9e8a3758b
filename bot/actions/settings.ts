import { settingsCard } from '../../cards/index.ts';
import { isMuteTopic, type MuteRule } from '../../src/channels/mute-rules.ts';
import { channelHere } from '../turn/channel-here.ts';
import { drawSettingsForm, settingsSubject } from '../turn/draw-settings-form.ts';
import type { CardAction } from './card-action.ts';
import { textIn } from './card-data.ts';
import { changedSettings } from './changed-settings.ts';

/** The form in a message of its own: the card of the mail stays where it is. */
export const settingsForm: CardAction = async ({ rights }, turn, input) => {
  const grant = await rights.grant('settings-form', turn.caller, channelHere(turn));
  const topic = textIn(input, 'topic');
  const form = drawSettingsForm(turn.texts, grant, isMuteTopic(topic) ? topic : undefined);
  return { drawn: form, below: form };
};

/** Saves what was changed on the form, and nothing that others changed meanwhile. */
export const saveSettings: CardAction = async ({ rights, channels }, turn, input) => {
  const grant = await rights.grant('save-settings', turn.caller, channelHere(turn));
  const rules: readonly MuteRule[] = await channels.mute(grant, changedSettings(input));
  return {
    drawn: settingsCard(turn.texts, { title: turn.texts.settings.saved, rules }),
    copyOf: settingsSubject({ id: channelHere(turn) }),
    answered: grant,
  };
};
