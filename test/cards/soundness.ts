import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import type { Drawn } from '../../cards/index.ts';

/** Teams takes messages of up to about 28 KB; the envelope around the card is far below the rest. */
const CARD_BYTES_MOST = 27 * 1024;

/** What Microsoft's own library has to say against a card. */
export function faultsOf({ card }: Pick<Drawn, 'card'>): readonly string[] {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.parse(card, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...parsing, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}

function bytesOf({ card }: Drawn): number {
  return Buffer.byteLength(JSON.stringify(card));
}

/** Every string of a card with the property in which it stands, `TextRun.text` for instance. */
export function stringsOf(value: unknown, at = '', type = ''): readonly { at: string; text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (Array.isArray(value)) return value.flatMap((item) => stringsOf(item, at, type));
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && typeof value.type === 'string' ? value.type : type;
  return Object.entries(value).flatMap(([key, inner]) => stringsOf(inner, `${own}.${key}`, own));
}

/** Places where text is shown as the text it is: neither markdown nor mentions are read there. */
const SAFE_PLACES = new Set(['TextRun.text', 'Input.Text.value', 'Input.ChoiceSet.title']);

/** What is wrong with a card; nothing may be, whatever was written. */
export function unsound(drawn: Drawn, written: string): readonly string[] {
  const strings = stringsOf(drawn.card);
  const unfilled = strings.filter(({ text }) => text.includes('${') && !written.includes('${'));
  const unprintable = strings.filter(
    ({ at, text }) =>
      SAFE_PLACES.has(at) && /[\p{Cc}\p{Cf}\p{Cs}]/u.test(text.replaceAll(/\n|(?<=\{)\u2060(?=\{)/g, '')),
  );
  return [
    ...faultsOf(drawn),
    ...(bytesOf(drawn) < CARD_BYTES_MOST ? [] : [`it has ${bytesOf(drawn)} bytes`]),
    ...unfilled.map(({ at }) => `${at} was not filled in`),
    ...unprintable.map(({ at }) => `${at} holds what nobody sees`),
  ];
}

export function textsIn(drawn: Drawn, place: string): readonly string[] {
  return stringsOf(drawn.card)
    .filter(({ at }) => at === place)
    .map(({ text }) => text);
}
