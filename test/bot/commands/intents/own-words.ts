import { isChanging, type ChangingCommand } from '../../../../bot/commands/intents/table.ts';
import type { Understood } from '../../../../bot/commands/intents/understood.ts';

/** Written for the tests and not taken from the table: by what of these somebody can have meant the command at all. */
export const OWN_WORD: Readonly<Record<ChangingCommand, RegExp>> = {
  bind: /\bb[iou]+nd|zuordne|verknüpf|verbind|kontonummer|\blink\b|eintrag|\btrage\b|hinterleg/i,
  transfer:
    /\btransfer|(?:ü|ue)bert?r|(?:ü|ue)berg[ei]b|\bhand|owner|besitzer|\bmove|\btakes\b|(?:ü|ue)bernimm|\bgi(?:ve|b)\b/i,
  release:
    /\breleas(?:ed?|ing)\b|freigeb|freigegeb|freigabe|\bfrei\b|zur(?:ü|ue)ck|\bback\b|\blonger\b|anymore|\bmehr\b|\bweg\b/i,
  unlink: /unlink|entknüpf|entkoppel|disconnect|trenn|aufheb|beende|\bl(?:ö|oe)se?n?\b|\bstop\b/i,
  link: /\blink|verknüpf|verb[iu]nd/i,
  mute: /\bmut(?:ed?|ing)\b|stumm/i,
  unmute: /\bunmut(?:e|ing)\b|stumm/i,
  digest: /\bdigest|zusammen/i,
};

/** What somebody can lose by: it is not even told of without a word for it. */
const TAKES_AWAY: ReadonlySet<string> = new Set(['release', 'transfer', 'unlink']);

/** The command that changes something and is run, or that takes something away and is run or told of. */
export function changing(understood: Understood): ChangingCommand | undefined {
  if (!('name' in understood) || !isChanging(understood.name)) return undefined;
  return understood.kind === 'run' || TAKES_AWAY.has(understood.name) ? understood.name : undefined;
}
