import { noteCard, type Drawn } from '../../cards/index.ts';
import type { Place } from '../../src/rights/caller.ts';
import { COMMAND_RIGHTS } from '../../src/rights/operations.ts';
import type { Turn } from '../turn/turn.ts';
import type { Understood } from './intents/understood.ts';

type Either = Extract<Understood, { kind: 'either' }>;

/** What is wanted here: of two that a sentence may mean, the one that works in this place, where the other does not. */
export function wantedHere(understood: Understood, place: Place): Understood {
  if (understood.kind !== 'either') return understood;
  const here = understood.of.filter(({ name }) =>
    COMMAND_RIGHTS[name].where.some((kind) => kind === place.kind),
  );
  const [only = understood.of[0]] = here;
  return here.length === understood.of.length ? understood : only;
}

/** Asks which of two is meant, by buttons: neither is done by a guess. */
export function eitherCard({ texts, place }: Pick<Turn, 'texts' | 'place'>, { of }: Either): Drawn {
  const steps = of.map(({ name }) =>
    name === 'aliases' && place.kind === 'channel' ? 'channel-aliases' : name,
  );
  return noteCard(texts, texts.help.either, texts.help.eitherLead, [...steps, 'help']);
}
