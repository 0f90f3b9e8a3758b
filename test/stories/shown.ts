import { z } from 'zod';
import type { Call, FakeConnector } from '../fakes/connector.ts';

/** A card as it is in Teams at this moment. */
export interface Shown {
  /** Channel id, or the id of a person's chat. */
  readonly place: string;
  /** `19:…;messageid=N` for a thread. */
  readonly conversationId: string;
  readonly activityId: string;
  readonly card: Record<string, unknown>;
  /** All words on it, a line each. */
  readonly text: string;
}

const Attachments = z.array(z.object({ content: z.record(z.string(), z.unknown()) }));
const Posted = z.object({ attachments: Attachments });
const Started = z.object({
  activity: z.object({ attachments: Attachments }),
  channelData: z.object({ channel: z.object({ id: z.string() }) }),
});
const Given = z.object({
  status: z.number().max(299),
  body: z.object({ id: z.string(), activityId: z.string().optional() }),
});

/** Every card that Teams took, in the state of its last update, in the order of posting. */
export function shownIn(connector: FakeConnector): readonly Shown[] {
  const shown = new Map<string, Shown>();
  for (const call of connector.calls) {
    const each = cardOf(call);
    if (each !== undefined) shown.set(`${each.conversationId} ${each.activityId}`, each);
  }
  return [...shown.values()];
}

function cardOf({ method, path, body, answer }: Call): Shown | undefined {
  const given = Given.safeParse(answer);
  if (!given.success) return undefined;
  const { id, activityId } = given.data.body;
  const started = Started.safeParse(body);
  if (started.success) {
    return asShown(id, activityId ?? '', started.data.activity.attachments[0]?.content);
  }
  const [, conversationId, updated] =
    /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(path) ?? [];
  const posted = Posted.safeParse(body);
  if (conversationId === undefined || !posted.success) return undefined;
  const activity = method === 'PUT' ? updated : id;
  return asShown(conversationId, activity ?? id, posted.data.attachments[0]?.content);
}

export function asShown(
  conversationId: string,
  activityId: string,
  card: Record<string, unknown> = {},
): Shown {
  const place = conversationId.split(';')[0] ?? '';
  return { place, conversationId, activityId, card, text: wordsIn(card).join('\n') };
}

const WORDS = new Set(['text', 'title', 'label', 'value', 'errorMessage', 'fallbackText', 'placeholder']);

/** What people read on a card, and what is in its fields. */
function wordsIn(part: unknown, name = ''): string[] {
  if (typeof part === 'string') return WORDS.has(name) ? [part] : [];
  if (Array.isArray(part)) return part.flatMap((each: unknown) => wordsIn(each, name));
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part)
    .filter(([key]) => key !== 'data')
    .flatMap(([key, value]) => wordsIn(value, key));
}

const Execute = z.object({
  type: z.literal('Action.Execute'),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
});

/** Verbs of the buttons on the card, with what each carries; of several with the same verb, the last one. */
export function buttonsOf(part: unknown): ReadonlyMap<string, Record<string, unknown>> {
  return new Map(everyButtonOf(part).map(({ verb, data = {} }) => [verb, data]));
}

/** All buttons of the card. */
export function everyButtonOf(part: unknown): readonly z.infer<typeof Execute>[] {
  if (typeof part !== 'object' || part === null) return [];
  const button = Execute.safeParse(part);
  const inner = Object.values(part).flatMap((each: unknown) => everyButtonOf(each));
  return button.success ? [button.data, ...inner] : inner;
}

const Field = z.object({ type: z.literal('Input.Text'), id: z.string(), value: z.string() });

/** What is in the fields of a card: Teams sends it with every click, typed or not. */
export function typedIn(card: unknown): Record<string, string> {
  const body = z.object({ body: z.array(z.unknown()) }).parse(card).body;
  const fields = body.map((each) => Field.safeParse(each)).filter(({ success }) => success);
  return Object.fromEntries(
    fields.flatMap(({ data }) => (data === undefined ? [] : [[data.id, data.value]])),
  );
}

const Choice = z.object({ type: z.literal('Input.ChoiceSet'), id: z.string(), value: z.string() });

/** What is chosen in the lists of a card, wherever they are on it. */
export function chosenIn(part: unknown): Record<string, string> {
  if (typeof part !== 'object' || part === null) return {};
  const choice = Choice.safeParse(part);
  const inner = Object.values(part).map((each: unknown) => chosenIn(each));
  return Object.assign({}, ...inner, choice.success ? { [choice.data.id]: choice.data.value } : {});
}
