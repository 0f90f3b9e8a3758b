import type { Analysis } from './analysis.ts';

/**
 * What is done with a mail. Its owners see its text (`post`), that it came (`announce`: only the owner of the alias may have the
 * text shown), or that it came and holds a secret (`withhold`); or it is left to triage, or kept muted.
 */
export type Action = 'post' | 'announce' | 'withhold' | 'triage' | 'mute';

/**
 * Where a mail goes before a channel's own settings are asked; only they mute, so this never does.
 *
 * Triage: nobody is known who could own it, or AWS did not write it.
 */
export function actionFor(analysis: Analysis): Action {
  const { genuine, known, ownerByAccount, secret, announced } = analysis;
  if (genuine === 'no' || (known.length === 0 && ownerByAccount === undefined)) return 'triage';
  if (secret) return 'withhold';
  return announced ? 'announce' : 'post';
}
