import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aliasCard,
  aliasListCard,
  askerToldCard,
  historyCard,
  noticeCard,
  releaseCard,
  type AliasWithChannel,
  type Drawn,
} from '../../cards/index.ts';
import { ALIAS_STATES } from '../../src/aliases/alias.ts';
import { AUDIT_ACTIONS } from '../../src/aliases/register.ts';
import { ALIAS_SAMPLES, ENTRY, RETIRED, UNBOUND } from './alias-samples.ts';
import { ALIAS, APPROVED, CHANNEL } from './samples.ts';
import { anyText, faultsOf, SAFE_PLACES, stringsOf, textsIn, unsound } from './soundness.ts';

describe.each(Object.entries(ALIAS_SAMPLES))('the card "%s"', (_name, draw) => {
  it('is valid, filled in everywhere, without empty text, and has a summary', () => {
    const drawn = draw();
    expect(faultsOf(drawn)).toEqual([]);
    expect(unsound(drawn, '')).toEqual([]);
    expect(stringsOf(drawn.card).filter(({ at, text }) => at.endsWith('.text') && text === '')).toEqual([]);
    expect(Number(drawn.card['version'])).toBeLessThanOrEqual(1.5);
    expect(drawn.card['fallbackText']).toMatch(/\w/);
    expect(drawn.summary).toMatch(/\w/);
  });
});

const words = { accountName: anyText, address: anyText, mail: anyText, name: anyText };
const shown: fc.Arbitrary<AliasWithChannel> = fc
  .record({ ...words, state: fc.constantFrom(...ALIAS_STATES), channelName: anyText })
  .map(({ accountName, address, mail, name, state, channelName }) => ({
    alias: { ...ALIAS, accountName, address, state, owner: { mail, name, id: undefined } },
    channel: { ...CHANNEL, name: channelName, teamName: channelName },
  }));
const entries = fc.array(
  fc
    .record({
      action: fc.constantFrom(...AUDIT_ACTIONS),
      before: anyText,
      after: anyText,
      reason: anyText,
      name: anyText,
      kind: fc.constantFrom('client' as const, 'system' as const),
    })
    .map(({ name, kind, ...rest }) => ({ ...ENTRY, ...rest, actor: { kind, name } })),
  { maxLength: 30 },
);

/** All cards that tell of these aliases. */
function cardsOf(
  each: AliasWithChannel,
  history: Parameters<typeof historyCard>[0]['entries'],
  text: string,
): readonly Drawn[] {
  const problem = { message: text, remedy: text };
  return [
    aliasCard(each, { title: 'One alias found', problem }),
    aliasListCard({
      title: 'Aliases found',
      aliases: Array.from({ length: 20 }, () => each),
      more: true,
      ifMore: 'Write more.',
    }),
    releaseCard({ ...each, quarantineDays: 90, reason: text, problem }),
    historyCard({ ...each, entries: history }),
    askerToldCard(
      { kind: 'asker-told', request: APPROVED, channel: each.channel, alias: UNBOUND },
      { accountId: text, accountIdFault: text, problem },
    ),
    noticeCard({ kind: 'owner-told', ...each, isYours: true, by: { kind: 'client', name: text } }),
    noticeCard({ kind: 'owner-told', ...each, isYours: false, by: { kind: 'client', name: text } }),
    noticeCard({
      kind: 'request-waits',
      request: { ...APPROVED, accountName: text, asker: { id: 'x', name: text, mail: text } },
    }),
    noticeCard({ kind: 'pool-low', free: 3, emptyOn: text }),
  ];
}

describe('whatever people write', () => {
  it('the cards about aliases stay sound', () => {
    fc.assert(
      fc.property(shown, entries, anyText, (each, history, text) => {
        const written = JSON.stringify([each, history, text]);
        for (const drawn of cardsOf(each, history, text)) expect(unsound(drawn, written)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('stands only where nothing is read as markup', () => {
    const MARK = 'M4RK';
    const each: AliasWithChannel = {
      alias: { ...ALIAS, accountName: MARK, address: MARK, owner: { mail: MARK, name: MARK, id: MARK } },
      channel: { ...CHANNEL, name: MARK, teamName: MARK },
    };
    const history = [
      { ...ENTRY, before: MARK, after: MARK, reason: MARK, actor: { ...ENTRY.actor, name: MARK } },
    ];
    const found = cardsOf(each, history, MARK).flatMap(({ card, summary }) => [
      ...stringsOf(card),
      { at: 'summary', text: summary },
    ]);
    const places = new Set(found.filter(({ text }) => text.includes(MARK)).map(({ at }) => at));
    expect([...places].filter((place) => !SAFE_PLACES.has(place))).toEqual([]);
    expect(places.has('TextRun.text')).toBe(true);
  });
});

describe('the question before a release', () => {
  const text = (drawn: Drawn): string => textsIn(drawn, 'TextRun.text').join(' ');
  const question = { channel: CHANNEL, quarantineDays: 90 };

  it('says what will happen: retired where an account was ever bound, else a rest', () => {
    expect(text(releaseCard({ ...question, alias: ALIAS }))).toContain('it is retired');
    expect(text(releaseCard({ ...question, alias: { ...UNBOUND, boundOnce: true } }))).toContain(
      'it is retired',
    );
    expect(text(releaseCard({ ...question, alias: UNBOUND }))).toContain('rests for 90 days');
  });

  it('carries an id and a verb, and nothing else', () => {
    const { card } = releaseCard({ ...question, alias: ALIAS });
    expect(card['actions']).toMatchObject([
      { verb: 'release-alias', data: { aliasId: ALIAS.id } },
      { verb: 'keep-alias', data: { aliasId: ALIAS.id } },
    ]);
    expect(stringsOf(card['actions']).filter(({ text: value }) => value.includes('@'))).toEqual([]);
  });
});

describe('the card that brings an alias', () => {
  const drawn = (alias: typeof ALIAS): string =>
    JSON.stringify(noticeCard({ kind: 'asker-told', request: APPROVED, channel: CHANNEL, alias }).card);

  it('asks for the account id while it is the asker’s and none is known', () => {
    expect(drawn(UNBOUND)).toContain('bind-account');
    expect(drawn(ALIAS)).not.toContain('bind-account');
    expect(drawn({ ...RETIRED, accountId: undefined })).not.toContain('bind-account');
    expect(drawn({ ...UNBOUND, requestId: 'another' })).not.toContain('bind-account');
  });
});
