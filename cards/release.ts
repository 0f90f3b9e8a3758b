import type { Alias } from '../src/aliases/alias.ts';
import { isUsedAtAws } from '../src/aliases/ownership.ts';
import { aliasRows, aliasText, channelOf, type AliasWithChannel } from './alias.ts';
import { drawing, type Drawn } from './draw.ts';
import { bannerFields, type Problem } from './parts/banner.ts';
import { REASON_MOST } from '../src/store/audit-fact.ts';
import template from './templates/release.json' with { type: 'json' };
import { exactly, plain, typed, type CardText } from './text.ts';
import type { Texts } from './texts/languages.ts';

/** The question before an alias is released. */
export interface ReleaseQuestion extends AliasWithChannel {
  readonly quarantineDays: number;
  /** What was typed so far. */
  readonly reason?: string;
  readonly problem?: Problem | undefined;
}

const draw = drawing(template);

/** Asks whether the alias shall be released, and says what happens then: a release cannot be taken back. */
export function releaseCard(texts: Texts, question: ReleaseQuestion): Drawn {
  const { alias } = question;
  const { title, summary } = texts.questions.release;
  const card = draw(texts, {
    style: 'warning',
    title,
    ...bannerFields(question.problem),
    alias: aliasText(texts, alias),
    rows: aliasRows(texts, question),
    consequences: consequences(texts, question).map((text) => ({ text })),
    reason: typed(question.reason ?? '', REASON_MOST),
    aliasId: exactly(alias.id),
  });
  return { card, summary };
}

/** Why an alias is never handed out again: AWS refuses the address of a closed account for ever. */
export function whyRetired(texts: Texts, { accountId, boundOnce, awsWroteAt }: Alias): CardText {
  const { retired } = texts.questions.release;
  if (accountId !== undefined) return retired.bound({ account: plain(accountId, 40) });
  return awsWroteAt !== undefined && boundOnce !== true ? retired.awsWrote : retired.boundOnce;
}

function consequences(texts: Texts, question: ReleaseQuestion): readonly CardText[] {
  const { alias, quarantineDays } = question;
  const { rests, notIfUsed, changeFirst, mailToTriage, mailTo } = texts.questions.release;
  const mail = alias.channelId === undefined ? mailToTriage : mailTo({ channel: channelOf(texts, question) });
  if (!isUsedAtAws(alias)) return [rests({ days: quarantineDays }), notIfUsed, mail];
  return [whyRetired(texts, alias), changeFirst, mail];
}
