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

/**
 * What somebody can lose by: it is not even told of without a word for it. Beside the command's own words these are a word for it,
 * by which it is never run.
 */
const TOLD_BY: Readonly<Partial<Record<ChangingCommand, RegExp>>> = {
  transfer:
    /\btak(?:e|es|ing)\b|(?:ü|ue)bernehm|\bgehören\b|verl(?:a|ä|ae)(?:ss|ß)|\bleav|\bquit|wechsl|elternzeit|ruhestand|parental|departed|ausgeschieden|\bchanging\b|\brente\b|\bpass\b|\bgeht\b|\bsoll\b|\bshould\b|weiter|\bgeben?\b/i,
  release: /\bclos(?:ed|ing)\b|gekündigt|\bneeded\b|\breturn\b/i,
  unlink: /\bany ?more\b|\blonger\b|\bmehr\b|abmeld|entfern|remove|detach|abhäng|\boff\b/i,
};

/** Whether it is run, and changes something, without a word of its own; or told of, and takes something away, without a word for it. */
export function isWithoutWord(understood: Understood, said: string): boolean {
  if (!('name' in understood) || !isChanging(understood.name)) return false;
  const { kind, name } = understood;
  const words = [OWN_WORD[name], ...(kind === 'run' ? [] : [TOLD_BY[name]])];
  return (kind === 'run' || TOLD_BY[name] !== undefined) && !words.some((word) => word?.test(said) === true);
}
