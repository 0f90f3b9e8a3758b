import type { Alias } from '../src/aliases/alias.ts';
import { ACCOUNT_NAME_MOST } from '../src/aliases/aws-limits.ts';
import type { Person } from '../src/people/person.ts';
import { aliasText, channelOf, ownerName, type AliasWithChannel } from './alias.ts';
import template from './confirm.json' with { type: 'json' };
import { drawing, type Drawn } from './draw.ts';
import { bannerFields, type Problem } from './problem.ts';
import { codeRow, row, rowsOf, type Row } from './row.ts';
import { exactly, plain, say, typed, type CardText, type Words } from './text.ts';
import { nameAndMail } from './words.ts';

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
export function transferCard(question: TransferQuestion): Drawn {
  const { alias, owner } = question;
  return confirmCard(question, {
    title: say`Give this alias to somebody else?`,
    confirm: say`Give it to them`,
    verb: say`confirm-transfer`,
    to: owner.id,
    rows: rowsOf(
      row(say`Owner now`, ownerName(alias) || 'nobody known'),
      row(say`New owner`, nameAndMail(owner), 200),
      row(say`Mail goes to`, channelOf(question), 200),
      accountRow(alias),
    ),
    consequences: [
      say`From then on they alone have its mail shown: codes and links that open the AWS account.`,
      say`Mail that came before is not theirs, and no longer shown to the owner of today.`,
      say`Mail is still posted in the same channel. Both owners and the channel are told.`,
    ],
    reason: question.reason,
  });
}

/** Asks whether another account id shall take the place of the one that is bound; names both. */
export function rebindCard(question: BindQuestion): Drawn {
  const { alias, accountId } = question;
  return confirmCard(question, {
    title: say`Bind another account to this alias?`,
    confirm: say`Bind the new id`,
    verb: say`confirm-bind`,
    to: accountId,
    rows: rowsOf(
      codeRow(say`Account now`, alias.accountId),
      codeRow(say`New account`, accountId),
      row(say`Owner`, ownerName(alias) || 'nobody known'),
      row(say`Mail goes to`, channelOf(question), 200),
    ),
    consequences: [
      say`Mail of this alias names the new account from then on. Its owner and its channel are told.`,
      say`Do it to correct a wrong id. For another account, ask for an alias of its own: AWS takes an address once.`,
    ],
    accountName: question.accountName,
  });
}

function accountRow({ accountId }: Alias): Row | undefined {
  return accountId === undefined
    ? row(say`Account id`, 'not known yet')
    : codeRow(say`Account id`, accountId);
}

function confirmCard(question: Question, asked: Asked): Drawn {
  const { alias, version } = question;
  const card = draw({
    style: 'warning',
    title: asked.title,
    ...bannerFields(question.problem),
    alias: aliasText(alias),
    rows: asked.rows,
    consequences: asked.consequences.map((text) => ({ text })),
    hasReason: asked.reason !== undefined,
    reason: typed(asked.reason ?? '', 500),
    accountName: plain(asked.accountName ?? '', ACCOUNT_NAME_MOST),
    confirm: asked.confirm,
    verb: asked.verb,
    aliasId: exactly(alias.id),
    to: exactly(asked.to),
    version: exactly(version),
  });
  return { card, summary: asked.title };
}
