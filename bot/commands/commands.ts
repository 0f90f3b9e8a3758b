import { aliases } from './aliases.ts';
import { bind } from './bind.ts';
import type { Command } from './command.ts';
import { find } from './find.ts';
import { createHelp } from './help.ts';
import { history } from './history.ts';
import { link } from './link.ts';
import { mail } from './mail.ts';
import { digest, mute, unmute } from './mute.ts';
import { pool } from './pool.ts';
import { release } from './release.ts';
import { request } from './request.ts';
import { requests } from './requests.ts';
import { settings } from './settings.ts';
import { transfer } from './transfer.ts';
import { unlink } from './unlink.ts';

const ACTING: readonly Command[] = [
  request,
  requests,
  aliases,
  find,
  history,
  pool,
  mail,
  bind,
  transfer,
  release,
  link,
  unlink,
  mute,
  unmute,
  digest,
  settings,
];

/** Every command. Help, the app manifest and docs/chat-commands.md come from this table. */
export const COMMANDS: readonly Command[] = [...ACTING, createHelp(ACTING)];
