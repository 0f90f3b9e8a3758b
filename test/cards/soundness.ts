import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import { messageOf } from '../../bot/teams/message-of.ts';
import type { Drawn } from '../../cards/index.ts';

/** Teams takes messages of up to about 28 KB (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages). */
const ACTIVITY_BYTES_MOST = 28_000;
/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference */
const ACTIONS_MOST = 6;

/** What botbuilder puts around a message, with ids as long as Teams has them. */
const ENVELOPE = {
  from: { id: `28:${'a'.repeat(36)}`, name: 'Rootdesk' },
  recipient: { id: `29:${'a'.repeat(90)}`, name: 'a'.repeat(60), aadObjectId: 'a'.repeat(36) },
  conversation: { id: `a:${'a'.repeat(160)}`, conversationType: 'personal', tenantId: 'a'.repeat(36) },
  replyToId: 'a'.repeat(20),
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  channelId: 'msteams',
};

/** What Microsoft's own library has to say against a card. */
export function faultsOf({ card }: Pick<Drawn, 'card'>): readonly string[] {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.parse(card, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [
    ...parsing.filter((message) => !TEAMS_KNOWS.some((known) => known.test(message))),
    ...bareCharts(card),
    ...parsed.validateProperties().validationEvents.map(({ message }) => message),
  ];
}

/**
 * What the library says of what Teams knows beside it: charts, in whose place another element is drawn where they are unknown, and lists
 * that ask Rootdesk, which are plain lists there (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search).
 */
const TEAMS_KNOWS: readonly RegExp[] = [
  /^Unknown element type "Chart\.\w+"\. Fallback will be used if present\.$/,
  /^Property "choices\.data" is supported in version 1\.6, but you are using version 1\.5\.$/,
];

/** Charts without anything in their place where Teams draws none. */
function bareCharts(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const isBare = 'type' in part && String(part.type).startsWith('Chart.') && !('fallback' in part);
  return [...(isBare ? ['a chart without fallback'] : []), ...Object.values(part).flatMap(bareCharts)];
}

function bytesOf(drawn: Drawn): number {
  return Buffer.byteLength(JSON.stringify({ ...messageOf(drawn), ...ENVELOPE }));
}

/** The buttons of a card, wherever they are; what a line opens when it is pressed is none. */
function buttonsOf(part: unknown): number {
  if (Array.isArray(part)) return part.reduce<number>((sum, each) => sum + buttonsOf(each), 0);
  if (typeof part !== 'object' || part === null) return 0;
  const own = 'type' in part && String(part.type).startsWith('Action.') ? 1 : 0;
  return Object.entries(part).reduce(
    (sum, [name, inner]: [string, unknown]) => (name === 'selectAction' ? sum : sum + buttonsOf(inner)),
    own,
  );
}

/** Every object of a card. */
export function partsOf(part: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(part)) return part.flatMap(partsOf);
  if (typeof part !== 'object' || part === null) return [];
  return [{ ...part }, ...Object.values(part).flatMap(partsOf)];
}

/** Every string of a card with the property that holds it, `TextRun.text` for instance. */
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
      SAFE_PLACES.has(at) &&
      /[\p{Cc}\p{Cf}\p{Cs}]/u.test(text.replaceAll(/\n|(?<=\{)\u2060(?=\{)|[\u2068\u2069]/g, '')),
  );
  // A text that is split into runs ends in the last of them.
  const all = strings.map(({ text }) => text).join('');
  const isOpen = all.split('\u2068').length !== all.split('\u2069').length;
  const bytes = bytesOf(drawn);
  const buttons = buttonsOf(drawn.card);
  return [
    ...faultsOf(drawn),
    ...(bytes < ACTIVITY_BYTES_MOST ? [] : [`its message has ${bytes} bytes`]),
    ...(buttons <= ACTIONS_MOST ? [] : [`it has ${buttons} buttons`]),
    ...(isOpen ? ['what is from right to left does not end'] : []),
    ...unfilled.map(({ at }) => `${at} was not filled in`),
    ...unprintable.map(({ at }) => `${at} holds what nobody sees`),
  ];
}

export function textsIn(drawn: Drawn, place: string): readonly string[] {
  return stringsOf(drawn.card)
    .filter(({ at }) => at === place)
    .map(({ text }) => text);
}
