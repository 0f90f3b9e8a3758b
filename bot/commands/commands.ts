import { bind } from './bind.ts';
import type { Command } from './command.ts';
import { createHelp } from './help.ts';
import { link, unlink } from './link.ts';
import { aliases, find, history, mail, pool, requests } from './lists.ts';
import { digest, mute, settings, unmute } from './mute.ts';
import { release } from './release.ts';
import { request } from './request.ts';
import { transfer } from './transfer.ts';

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
