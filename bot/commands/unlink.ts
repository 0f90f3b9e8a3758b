import type { Uses } from '../turn/bot-deps.ts';
import { channelHere } from '../turn/channel-here.ts';
import { drawUnlinkQuestion } from '../turn/draw-unlink-question.ts';
import { command } from './command.ts';
import { rolesOf } from './roles.ts';

export const unlink = command({
  name: 'unlink',
  takes: { roles: rolesOf((texts) => texts.arguments.unlinkRoles) },
  async run(deps: Uses<'rights'>, turn, { roles }) {
    const operation = roles.every((role) => role === 'owner') ? 'unlink' : 'unlink-approvals';
    return drawUnlinkQuestion(
      deps,
      turn,
      await deps.rights.grant(operation, turn.caller, channelHere(turn)),
      roles,
    );
  },
});
