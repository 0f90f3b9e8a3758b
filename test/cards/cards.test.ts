import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  channelLinkedCard,
  noticeCard,
  problemCard,
  receiptCard,
  requestCard,
  requestFormCard,
  type Drawn,
} from '../../cards/index.ts';
import { plain, plainLines } from '../../cards/text.ts';
import type { LinkedChannel } from '../../src/aliases/register.ts';
import type { MailNotice } from '../../src/outgoing/notice.ts';
import { REQUEST_STATES, type Request } from '../../src/requests/request.ts';
import { anyText, faultsOf, SAFE_PLACES, stringsOf, textsIn, unsound } from './soundness.ts';
import { ALIAS, CHANNEL, INVOICE, PENDING, PHISHING_TEXT, RESET, SAMPLES } from './samples.ts';

describe.each(Object.entries(SAMPLES))('the card "%s"', (_name, draw) => {
  it('is valid for Microsoft’s own library', () => {
    expect(faultsOf(draw())).toEqual([]);
  });

  it('needs no newer version than Teams has, and tells older ones what it is', () => {
    const { card, summary } = draw();
    expect(Number(card['version'])).toBeLessThanOrEqual(1.5);
    expect(card['fallbackText']).toMatch(/\w/);
    expect(summary).toMatch(/\w/);
  });

  it('was filled in everywhere', () => {
    const left = stringsOf(draw().card).filter(({ text }) => text.includes('${'));
    expect(left.filter(({ text }) => !text.includes(PHISHING_TEXT))).toEqual([]);
  });

  it('has no empty text, which some clients draw as a gap', () => {
    const empty = stringsOf(draw().card).filter(({ at, text }) => at.endsWith('.text') && text === '');
    expect(empty).toEqual([]);
  });
});

const person = fc.record({ id: fc.uuid(), name: anyText, mail: anyText });
const channel: fc.Arbitrary<LinkedChannel> = fc
  .record({ name: anyText, teamName: anyText })
  .map((names) => ({ ...CHANNEL, ...names }));
const request: fc.Arbitrary<Request> = fc
  .record({
    state: fc.constantFrom(...REQUEST_STATES),
    asker: person,
    by: fc.option(person, { nil: undefined }),
    comment: anyText,
    accountName: anyText,
    purpose: anyText,
  })
  .map(({ by, comment, ...rest }) => ({
    ...PENDING,
    ...rest,
    settled: rest.state === 'pending' ? undefined : { by, at: PENDING.createdAt, comment },
    aliasAddress: rest.state === 'approved' ? ALIAS.address : undefined,
  }));
const mail: fc.Arbitrary<MailNotice> = fc
  .record({
    subject: anyText,
    sender: anyText,
    verifiedDomain: anyText,
    summary: anyText,
    excerpt: anyText,
    addresses: fc.array(anyText, { maxLength: 30 }),
    webLink: fc.option(fc.oneof(fc.webUrl(), anyText), { nil: undefined }),
    triageReason: fc.option(anyText, { nil: undefined }),
    withheld: fc.boolean(),
    announced: fc.boolean(),
    genuine: fc.constantFrom('yes' as const, 'suspicious' as const, 'no' as const),
    alias: fc.option(
      fc.record({ accountName: anyText }).map((name) => ({ ...ALIAS, ...name })),
      { nil: undefined },
    ),
  })
  .map((words) => ({ ...INVOICE, ...words }));

/** The wanted texts that the card does not show, each as it is. */
function missing(drawn: Drawn, place: string, wanted: readonly string[]): readonly string[] {
  const shown = textsIn(drawn, place);
  return wanted.filter((text) => text !== '' && !shown.includes(text));
}

describe('whatever people write', () => {
  it('the cards of a request stay sound, and show the words as they are', () => {
    fc.assert(
      fc.property(request, channel, (asked, owning) => {
        const written = JSON.stringify([asked, owning]);
        const shown = { request: asked, channel: owning };
        for (const kind of ['request', 'receipt', 'asker-told', 'channel-told', 'pool-empty'] as const) {
          expect(unsound(noticeCard({ kind, ...shown }), written)).toEqual([]);
        }
        expect(missing(requestCard(shown), 'TextRun.text', [plain(asked.purpose, 600)])).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('a form that comes back keeps what was typed, within limits', () => {
    const form = fc.record({
      accountName: anyText,
      purpose: anyText,
      environment: anyText,
      channelId: anyText,
      expectedAccountId: anyText,
    });
    const channels = fc
      .array(channel, { minLength: 1, maxLength: 60 })
      .map((all) => all.map((one, index) => ({ ...one, id: `19:channel-${index}@thread.tacv2` })));
    fc.assert(
      fc.property(form, channels, anyText, (typed, owning, words) => {
        const faults = { accountName: words, purpose: words, environment: words };
        const problem = { message: words, remedy: words };
        const drawn = requestFormCard({
          requestId: PENDING.id,
          channels: owning,
          form: typed,
          faults,
          problem,
        });
        expect(unsound(drawn, JSON.stringify([typed, owning, words]))).toEqual([]);
        expect(missing(drawn, 'Input.Text.value', [plain(typed.accountName, 200)])).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('the card of a mail stays sound, and shows the words as they are', () => {
    fc.assert(
      fc.property(mail, (notice) => {
        const drawn = noticeCard(notice);
        const excerpt =
          notice.withheld || notice.announced === true ? [] : plainLines(notice.excerpt, 2000, 30);
        expect(unsound(drawn, JSON.stringify(notice))).toEqual([]);
        expect(missing(drawn, 'TextRun.text', [plain(notice.subject, 300), ...excerpt])).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('stands only where nothing is read as markup', () => {
    const MARK = 'M4RK';
    const marked = { id: MARK, name: MARK, mail: MARK };
    const owning = { ...CHANNEL, name: MARK, teamName: MARK };
    const asked: Request = {
      ...PENDING,
      accountName: MARK,
      purpose: MARK,
      asker: marked,
      state: 'denied',
      settled: { by: marked, at: PENDING.createdAt, comment: MARK },
    };
    const notice: MailNotice = {
      ...INVOICE,
      subject: MARK,
      sender: MARK,
      verifiedDomain: MARK,
      summary: MARK,
      excerpt: MARK,
      triageReason: MARK,
      addresses: [MARK],
      alias: { ...ALIAS, accountName: MARK, address: MARK, owner: { id: MARK, name: MARK, mail: MARK } },
    };
    const form = {
      accountName: MARK,
      purpose: MARK,
      environment: '',
      channelId: '',
      expectedAccountId: MARK,
    };
    const problem = { message: MARK, remedy: MARK };
    const drawn = [
      ...(['request', 'receipt', 'asker-told', 'channel-told', 'pool-empty'] as const).map((kind) =>
        noticeCard({ kind, request: asked, channel: owning }),
      ),
      noticeCard({
        kind: 'asker-told',
        request: { ...asked, state: 'approved', aliasAddress: MARK },
        channel: owning,
      }),
      channelLinkedCard(owning),
      noticeCard(notice),
      noticeCard({ ...notice, alias: undefined }),
      requestCard({ request: asked, channel: owning }, { problem, comment: MARK, commentFault: MARK }),
      receiptCard({ request: asked, channel: owning }, problem),
      requestFormCard({
        requestId: PENDING.id,
        channels: [owning],
        form,
        faults: { purpose: MARK },
        problem,
      }),
      problemCard(problem, MARK),
    ];
    const found = drawn.flatMap(({ card, summary }) => [
      ...stringsOf(card),
      { at: 'summary', text: summary },
    ]);
    const places = new Set(found.filter(({ text }) => text.includes(MARK)).map(({ at }) => at));
    expect([...places].filter((place) => !SAFE_PLACES.has(place))).toEqual([]);
    expect(places.has('TextRun.text')).toBe(true);
  });
});

describe('a mail', () => {
  it('that is withheld says what it is, and shows no excerpt even when it is handed one', () => {
    const text = JSON.stringify(noticeCard({ ...RESET, excerpt: 'your code is 123456' }).card);
    expect(text).not.toContain('your code');
    expect(text).toContain('Text withheld');
    expect(text).toContain(RESET.summary);
  });

  it('that is announced shows no excerpt either, and its owner can have the text shown', () => {
    const announced = { ...INVOICE, announced: true, canReveal: true, excerpt: 'kXbTq7' };
    const drawn = noticeCard(announced);
    expect(JSON.stringify(drawn.card)).not.toContain('kXbTq7');
    expect(textsIn(drawn, 'Action.Execute.title')).toEqual(['Show the text', 'Acknowledge']);
    expect(textsIn(noticeCard({ ...announced, canReveal: false }), 'Action.Execute.title')).toEqual([
      'Acknowledge',
    ]);
  });

  it('links to Outlook in triage alone, and never to anything but https', () => {
    const links = (notice: MailNotice): readonly string[] =>
      textsIn(noticeCard(notice), 'Action.OpenUrl.url');
    const inTriage = { ...INVOICE, triageReason: 'No team owns the address.' };
    expect(links(INVOICE)).toEqual([]);
    expect(links(inTriage)).toEqual([INVOICE.webLink]);
    expect(links({ ...inTriage, webLink: 'javascript:alert(1)' })).toEqual([]);
    expect(links({ ...inTriage, webLink: undefined })).toEqual([]);
  });

  it('says who it is from: AWS, perhaps AWS, or somebody else', () => {
    const text = (genuine: MailNotice['genuine']): string =>
      JSON.stringify(noticeCard({ ...INVOICE, genuine }).card);
    expect(text('yes')).toContain('Verified: sent by AWS');
    expect(text('suspicious')).toContain('It may not be from AWS');
    expect(text('no')).toContain('AWS did not send this');
    expect(text('no')).not.toContain('Verified');
  });

  it('that may stand there already says so', () => {
    const card = JSON.stringify(noticeCard({ ...INVOICE, mayBeRepeat: true }).card);
    expect(card).toContain('May be a repeat');
  });
});

describe('the alias of an approved request', () => {
  it('stands alone in its text, so that copying it copies nothing else', () => {
    const drawn = SAMPLES['asker: approved']?.();
    expect(drawn === undefined ? [] : textsIn(drawn, 'TextRun.text')).toContain(ALIAS.address);
  });
});
