import * as cards from '../../cards/index.ts';
import type { Drawn } from '../../cards/index.ts';
import { aliasSamplesOf } from './alias-samples.ts';
import { fullSamplesOf } from './full-samples.ts';
import { mailSamplesOf } from './mail-samples.ts';
import { samplesOf } from './samples.ts';

type CardName = {
  [Name in keyof typeof cards]: (typeof cards)[Name] extends (...args: never) => Drawn ? Name : never;
}[keyof typeof cards];

/** Every card in every state that looks different, by functions of one's own in place of those of `cards`. */
const allSamplesOf = (from: typeof cards): Readonly<Record<string, () => Drawn>> => ({
  ...samplesOf(from),
  ...aliasSamplesOf(from),
  ...mailSamplesOf(from),
  ...fullSamplesOf(from),
});

export const SAMPLE_NAMES = Object.keys(allSamplesOf(cards));

/** What stands where a text, and where an id, can be anybody's. */
export interface Filling {
  readonly text: string;
  readonly id: string;
}

/** A sample, filled. */
export function drawnWith(sample: string, filling: Filling, seen: Set<string> = new Set()): Drawn {
  const draw = allSamplesOf(cardsWith(filling, seen))[sample];
  if (draw === undefined) throw new TypeError(`there is no sample ${sample}`);
  return draw();
}

/** What is drawn with each function, and each kind of notice. */
export function whatIsDrawn(): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const sample of SAMPLE_NAMES) drawnWith(sample, { text: 'x', id: 'x' }, seen);
  return seen;
}

/** A card that is not listed here does not compile. */
function cardsWith(filling: Filling, seen: Set<string>): typeof cards {
  const filled =
    <Args extends readonly unknown[]>(name: CardName, draw: (...args: Args) => Drawn) =>
    (...args: Args): Drawn => {
      const own = structuredClone(args);
      fill(own, filling);
      seen.add(name);
      for (const arg of own) {
        if (typeof arg === 'object' && arg !== null && 'kind' in arg) seen.add(`notice ${String(arg.kind)}`);
      }
      return draw(...own);
    };
  const own: Pick<typeof cards, CardName> = {
    aliasCard: filled('aliasCard', cards.aliasCard),
    aliasListCard: filled('aliasListCard', cards.aliasListCard),
    askerToldCard: filled('askerToldCard', cards.askerToldCard),
    channelLinkedCard: filled('channelLinkedCard', cards.channelLinkedCard),
    helpCard: filled('helpCard', cards.helpCard),
    historyCard: filled('historyCard', cards.historyCard),
    mailCard: filled('mailCard', cards.mailCard),
    mailListCard: filled('mailListCard', cards.mailListCard),
    noteCard: filled('noteCard', cards.noteCard),
    noticeCard: filled('noticeCard', cards.noticeCard),
    problemCard: filled('problemCard', cards.problemCard),
    rebindCard: filled('rebindCard', cards.rebindCard),
    receiptCard: filled('receiptCard', cards.receiptCard),
    releaseCard: filled('releaseCard', cards.releaseCard),
    requestCard: filled('requestCard', cards.requestCard),
    requestFormCard: filled('requestFormCard', cards.requestFormCard),
    revealCard: filled('revealCard', cards.revealCard),
    transferCard: filled('transferCard', cards.transferCard),
  };
  return { ...cards, ...own };
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
]);

const ID = /^id$|Id$/;

function fill(value: object, filling: Filling): void {
  for (const [name, inner] of Object.entries(value) as readonly (readonly [string, unknown])[]) {
    if (OWN_WORDS.has(name) && isOwnWord(inner)) continue;
    if (typeof inner === 'string') Reflect.set(value, name, ID.test(name) ? filling.id : filling.text);
    else if (typeof inner === 'object' && inner !== null && !(inner instanceof Date)) fill(inner, filling);
  }
}

function isOwnWord(value: unknown): boolean {
  return (
    typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'))
  );
}
