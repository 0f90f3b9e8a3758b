import { english, type Drawn, type Texts } from '../../cards/index.ts';
import { plain, withoutMarkup } from '../../cards/text.ts';
import { aliasSamplesOf } from './alias-samples.ts';
import { boundCards, inEnglish, type BoundCards, type CardName } from './bound-cards.ts';
import { fullSamplesOf } from './full-samples.ts';
import { mailSamplesOf } from './mail-samples.ts';
import { samplesOf } from './samples.ts';

/** Every card in every state that looks different, by functions of one's own in place of those of `cards`. */
export const allSamplesOf = (from: BoundCards): Readonly<Record<string, () => Drawn>> => ({
  ...samplesOf(from),
  ...aliasSamplesOf(from),
  ...mailSamplesOf(from),
  ...fullSamplesOf(from),
});

export const SAMPLE_NAMES = Object.keys(allSamplesOf(inEnglish));

/** What is put where a text, and where an id, can be anybody's. */
export interface Filling {
  readonly text: string;
  readonly id: string;
  /** In place of the text, where an address of the pool goes. */
  readonly address?: string;
}

/** A sample, filled. */
export function drawnWith(
  sample: string,
  filling: Filling,
  seen: Set<string> = new Set(),
  texts: Texts = english,
): Drawn {
  const draw = allSamplesOf(cardsWith(filling, seen, texts))[sample];
  if (draw === undefined) throw new TypeError(`there is no sample ${sample}`);
  return draw();
}

/** What is drawn with each function, and each kind of notice. */
export function whatIsDrawn(): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const sample of SAMPLE_NAMES) drawnWith(sample, { text: 'x', id: 'x' }, seen);
  return seen;
}

function cardsWith(filling: Filling, seen: Set<string>, texts: Texts): BoundCards {
  const filled =
    <Args extends readonly unknown[]>(name: CardName, draw: (...args: Args) => Drawn) =>
    (...args: Args): Drawn => {
      const own = structuredClone(args);
      // All that a note says is Rootdesk's own: the compiler takes nothing else for it.
      if (name !== 'noteCard') fill(own, filling);
      seen.add(name);
      for (const arg of own) {
        if (typeof arg === 'object' && arg !== null && 'kind' in arg) seen.add(`notice ${String(arg.kind)}`);
      }
      return draw(...own);
    };
  return boundCards(texts, filled);
}

/** One of a few words of Rootdesk, which are parsed where they come in; everything else can be anybody's. */
const OWN_WORDS = new Set([
  'kind',
  'state',
  'category',
  'severity',
  'genuine',
  'environment',
  'ended',
  'because',
  'stage',
  'of',
  'place',
  'roles',
  'action',
  'font',
  'weight',
  'code',
  'topic',
  'way',
  'fewerOf',
  'command',
  'chosenFor',
]);

/** What the compiler takes as inert text alone, and as text without markup. */
const INERT = new Set([
  'commentFault',
  'accountIdFault',
  'message',
  'remedy',
  'lead',
  'next',
  'ifMore',
  'description',
]);
const UNMARKED = new Set(['title', 'remark']);

const ID = /^id$|Id$/;

function fill(value: object, filling: Filling): void {
  for (const [name, inner] of Object.entries(value) as readonly (readonly [string, unknown])[]) {
    if (OWN_WORDS.has(name) && isOwnWord(inner)) continue;
    if (typeof inner === 'string') Reflect.set(value, name, textFor(value, name, filling));
    else if (typeof inner === 'object' && inner !== null && !(inner instanceof Date)) fill(inner, filling);
  }
}

const ADDRESS = /^(?:address|aliasAddress)$/;

function textFor(holder: object, name: string, { text, id, address }: Filling): string {
  if (address !== undefined && ADDRESS.test(name)) return address;
  if (ID.test(name)) return id;
  if (UNMARKED.has(name)) return withoutMarkup(text, 100) || 'x';
  return INERT.has(name) || 'font' in holder ? plain(text, 600) || 'x' : text;
}

function isOwnWord(value: unknown): boolean {
  return (
    typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'))
  );
}
