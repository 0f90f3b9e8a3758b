import { channelHere } from '../turn/channel-here.ts';
import { drawSettingsForm } from '../turn/draw-settings-form.ts';
import { command } from './command.ts';

export const settings = command({
  name: 'settings',
  takes: {},
  async run(deps, turn) {
    return drawSettingsForm(turn.texts, await deps.rights.grant('settings', turn.caller, channelHere(turn)));
  },
});
