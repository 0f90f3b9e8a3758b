import { describe, expect, it } from 'vitest';
import { textsIn, topicList, type Drawn } from '../../cards/index.ts';
import { ALL_LANGUAGES } from '../../cards/texts/languages.ts';
import { COMMANDS } from '../../bot/commands/commands.ts';
import { COMMAND_RIGHTS } from '../../src/rights/operations.ts';
import { MUTE_TOPICS } from '../../src/channels/mute-rules.ts';
import { ENTRY, UNBOUND } from './alias-samples.ts';
import { boundCards, inEnglish } from './bound-cards.ts';
import { allSamplesOf } from './every-card.ts';
import { handled, WANTED } from './mail-samples.ts';
import { ALIAS, APPROVED, CHANNEL, DENIED, RESET } from './samples.ts';
import { partsOf, stringsOf } from './soundness.ts';

const { historyCard, channelLinkedCard, noticeCard } = inEnglish;

/** What is read of a card, block by block. */
function blocksOf({ card }: Drawn): readonly string[] {
  return partsOf(card['body']).flatMap((part) => {
    if (part['type'] === 'TextBlock' && typeof part['text'] === 'string') return [part['text']];
    if (part['type'] !== 'RichTextBlock') return [];
    const runs = stringsOf(part['inlines']).filter(({ at }) => at.endsWith('.text'));
    return [runs.map(({ text }) => text).join('')];
  });
}

/** Rootdesk's own; rows of a list and what people wrote may well be the same. */
const sentencesOf = (drawn: Drawn): readonly string[] =>
  blocksOf(drawn)
    .flatMap((block) => block.split(/(?<=[.:?!]) /))
    .filter((sentence) => /^[^·→“„]+[.?!]$/.test(sentence) && sentence.includes(' '));

describe.each(ALL_LANGUAGES)('in %s', (language) => {
  const texts = textsIn(language);

  it('no card says a sentence twice', () => {
    const samples = Object.entries(allSamplesOf(boundCards(texts))).filter(
      // Which are filled with the same again and again.
      ([name]) => !name.startsWith('full: '),
    );
    const twice = samples.flatMap(([name, draw]) => {
      const all = sentencesOf(draw());
      return all
        .filter((sentence, at) => all.indexOf(sentence) < at)
        .map((sentence) => `${name}: ${sentence}`);
    });
    expect(twice).toEqual([]);
  });

  it('what a command of channels does is told so that it is right when it is read in a chat', () => {
    const inChannels: readonly string[] = ['In a channel: ', 'In einem Kanal: '];
    const ofChannels = COMMANDS.map(({ name }) => name).filter(
      (name) => COMMAND_RIGHTS[name].where.join() === 'channel',
    );
    const untold = ofChannels
      .map((name) => texts.commands[name])
      .filter((words) => !inChannels.some((beginning) => words.startsWith(beginning)));
    expect(ofChannels.length).toBeGreaterThan(0);
    expect(untold).toEqual([]);
    const here = Object.values(texts.commands).filter((words) => /\b(?:here|hier)\b/i.test(words));
    expect(here).toEqual([]);
  });

  it('what can be typed of topics is told with their names on the cards', () => {
    const list = topicList(texts);
    for (const topic of MUTE_TOPICS.filter((each) => each !== 'non-aws'))
      expect(list).toContain(`${topic} (`);
    expect(list).toContain(`billing (${texts.topics.billing})`);
    expect(list).toContain(`info (${texts.severities.info})`);
  });
});

describe('the history of an alias', () => {
  const linesOf = (entry: Partial<typeof ENTRY>): readonly string[] =>
    blocksOf(
      historyCard({
        alias: ALIAS,
        channel: CHANNEL,
        entries: [{ ...ENTRY, ...entry }],
        from: 0,
        all: 1,
      }),
    );

  it('quotes what somebody said, and nothing else', () => {
    expect(linesOf({})).toContain('“Please turn on MFA today.”');
    const mail = { code: 'mail', category: 'billing', receivedAt: ENTRY.at } as const;
    expect(linesOf({ reason: mail }).filter((line) => line.includes('“'))).toEqual([]);
  });

  it('says no change where what was is what is', () => {
    const state = { code: 'state', state: 'allotted' } as const;
    expect(linesOf({ before: state, after: state }).filter((line) => line.includes('→'))).toEqual([]);
    expect(linesOf({}).filter((line) => line.includes('→'))).toHaveLength(1);
  });
});

describe('a card', () => {
  it('that cannot be asked for the text of a mail at this time does not say how to ask', () => {
    const hint = 'can have it shown in their own chat';
    const mail = { ...RESET, canReveal: true };
    expect(blocksOf(noticeCard(mail)).join()).toContain(hint);
    expect(blocksOf(noticeCard({ ...mail, handling: handled({ reveals: [WANTED] }) })).join()).not.toContain(
      hint,
    );
  });

  it('names the account id of the mail beside another that is saved', () => {
    const mail = { ...RESET, accountId: '111122223333', alias: { ...ALIAS, accountId: '012345678901' } };
    expect(blocksOf(noticeCard(mail))).toEqual(
      expect.arrayContaining(['Account id in the mail', 'Saved account id']),
    );
    expect(blocksOf(noticeCard({ ...mail, accountId: '012345678901' }))).toContain('Account id');
  });

  it('of a channel that can own no aliases any more says where their mail goes', () => {
    const card = { channel: { roles: [] }, because: 'unlinked' } as const;
    expect(blocksOf(channelLinkedCard({ ...card, wasOwner: true })).join()).toContain('triage channel');
    expect(blocksOf(channelLinkedCard(card)).join()).not.toContain('triage channel');
  });

  it('that brings an alias tells no step that is done', () => {
    const stepsOf = (alias: typeof ALIAS): readonly string[] =>
      blocksOf(noticeCard({ kind: 'asker-told', request: APPROVED, channel: CHANNEL, alias })).filter(
        (line) => /^\d\. /.test(line),
      );
    expect(stepsOf(UNBOUND).map((step) => step.slice(0, 12))).toEqual([
      '1. In AWS, c',
      '2. Mail that',
      '3. When the ',
      '4. Use the a',
    ]);
    expect(stepsOf(ALIAS).map((step) => step.slice(0, 12))).toEqual([
      '1. Mail that',
      '2. AWS accou',
      '3. Use the a',
    ]);
  });

  it('that tells of a denial stays when its button opens the form again', () => {
    for (const kind of ['asker-told', 'receipt'] as const) {
      const { card } = noticeCard({ kind, request: DENIED, channel: CHANNEL, alias: undefined });
      expect(partsOf(card['actions']).filter(({ verb }) => verb === 'request-form')).toMatchObject([
        { data: { below: 'yes' } },
      ]);
    }
  });
});
