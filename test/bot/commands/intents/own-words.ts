import { isChanging, type ChangingCommand } from '../../../../bot/commands/intents/table.ts';
import type { Understood } from '../../../../bot/commands/intents/understood.ts';

/** Written for the tests and not taken from the table: by what of these somebody can have meant the command at all. */
export const OWN_WORD: Readonly<Record<ChangingCommand, RegExp>> = {
  bind: /\bb[iou]+nd|zuordne|verknüpf|verbind|kontonummer|\blink\b|eintrag|\btrage\b|hinterleg/i,
  transfer: /\btransfer|übertr|übergeb|übergib|\bhand/i,
  release: /\breleas(?:ed?|ing)\b|freigeb|\bfrei\b|zurück|\bback\b/i,
  unlink: /unlink|entknüpf|entkoppel|disconnect|trenn/i,
  link: /\blink|verknüpf|verb[iu]nd/i,
  mute: /\bmut(?:ed?|ing)\b|stumm/i,
  unmute: /\bunmut(?:e|ing)\b|stumm/i,
  digest: /\bdigest|zusammen/i,
};

/** The command that changes something and is run or told of. */
export function changing(understood: Understood): ChangingCommand | undefined {
  return 'name' in understood && isChanging(understood.name) ? understood.name : undefined;
}
