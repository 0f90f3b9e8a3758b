import { ACCOUNT_NAME_MOST } from '../src/aliases/aws-limits.ts';
import type { Person } from '../src/people/person.ts';
import { accountIdRow, aliasText, channelOf, ownerName, type AliasWithChannel } from './alias.ts';
import { drawing, type Drawn } from './draw.ts';
import { bannerFields, type Problem } from './parts/banner.ts';
import { REASON_MOST } from '../src/store/audit-fact.ts';
import { codeRow, row, rowsOf, type Row } from './parts/row.ts';
import { nameAndMail } from './parts/words.ts';
import template from './templates/confirm.json' with { type: 'json' };
import { exactly, plain, say, typed, type CardText, type Words } from './text.ts';
import type { Texts } from './texts/languages.ts';

interface Question extends AliasWithChannel {
  /** Of the alias as it is shown: what is confirmed is that, and nothing that came later. */
  readonly version: string;
  readonly problem?: Problem | undefined;
}

/** The question before an alias goes to somebody else. */
export interface TransferQuestion extends Question {
  readonly owner: Person;
  readonly reason: string;
}

/** The question before another account id takes the place of one. */
export interface BindQuestion extends Question {
  readonly accountId: string;
  readonly accountName: string;
}

interface Asked {
  readonly title: Words;
  readonly confirm: Words;
  readonly verb: CardText;
  readonly rows: readonly Row[];
  readonly consequences: readonly CardText[];
  /** What the button carries beside the alias: an id that is looked up again. */
  readonly to: string;
  /** Undefined: an account's name is asked for instead. */
  readonly reason?: string;
  readonly accountName?: string;
}

const draw = drawing(template);

/** Asks whether the alias shall go to another owner; names the old one and the new. */
export function transferCard(texts: Texts, question: TransferQuestion): Drawn {
  const { alias, owner } = question;
  const { labels, names } = texts;
  const { title, confirm, codes, before, told } = texts.questions.transfer;
  return confirmCard(texts, question, {
    title,
    confirm,
    verb: say`confirm-transfer`,
    to: owner.id,
    rows: rowsOf(
      row(labels.ownerNow, ownerName(texts, alias) || names.nobodyKnown),
      row(labels.newOwner, nameAndMail(texts, owner), 200),
      row(labels.mailGoesTo, channelOf(texts, question), 200),
      accountIdRow(texts, alias),
    ),
    consequences: [codes, before, told],
    reason: question.reason,
  });
}

/** Asks whether another account id shall take the place of the one that is bound; names both. */
export function rebindCard(texts: Texts, question: BindQuestion): Drawn {
  const { alias, accountId } = question;
  const { labels, names } = texts;
  const { title, confirm, mail, once } = texts.questions.rebind;
  return confirmCard(texts, question, {
    title,
    confirm,
    verb: say`confirm-bind`,
    to: accountId,
    rows: rowsOf(
      codeRow(labels.accountNow, alias.accountId),
      codeRow(labels.newAccount, accountId),
      row(labels.owner, ownerName(texts, alias) || names.nobodyKnown),
      row(labels.mailGoesTo, channelOf(texts, question), 200),
    ),
    consequences: [mail, once],
    accountName: question.accountName,
  });
}

function confirmCard(texts: Texts, question: Question, asked: Asked): Drawn {
  const { alias, version } = question;
  const card = draw(texts, {
    style: 'warning',
    title: asked.title,
    ...bannerFields(question.problem),
    alias: aliasText(texts, alias),
    rows: asked.rows,
    consequences: asked.consequences.map((text) => ({ text })),
    hasReason: asked.reason !== undefined,
    reason: typed(asked.reason ?? '', REASON_MOST),
    accountName: plain(asked.accountName ?? '', ACCOUNT_NAME_MOST),
    accountNameRule: texts.formFaults['account-name-refused']({ most: ACCOUNT_NAME_MOST }),
    confirm: asked.confirm,
    verb: asked.verb,
    aliasId: exactly(alias.id),
    to: exactly(asked.to),
    version: exactly(version),
  });
  return { card, summary: asked.title };
}
