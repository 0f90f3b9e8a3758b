import type { Understanding } from '../understanding.ts';

/** What is done with a mail: shown to its owners, announced to them without its text, left to triage, or kept quiet. */
export type Action = 'post' | 'withhold' | 'triage' | 'mute';

/**
 * Where a mail goes before a channel's own settings are asked; only they mute, so this never does.
 *
 * Triage: nobody is known who could own it, or AWS did not write it.
 */
export function actionFor(understanding: Understanding): Action {
  const { genuine, known, ownerByAccount, secret } = understanding;
  if (genuine === 'no' || (known.length === 0 && ownerByAccount === undefined)) return 'triage';
  return secret ? 'withhold' : 'post';
}
