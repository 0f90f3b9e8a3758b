import type { Command } from '../turn.ts';
import { createHelp } from './help.ts';
import { link } from './link.ts';
import { request } from './request.ts';

/** Every command. Help, the closest match for unknown words and the app manifest are held to this table. */
export const COMMANDS: readonly Command[] = [request, link, createHelp(() => COMMANDS)];
