import { parametersOf, type Link } from './links.ts';
import type { Sight } from './sight.ts';

export interface IdSources extends Pick<Sight, 'subject' | 'text' | 'links'> {
  /** Values of `X-NOTIFICATIONS-*` headers: ARNs of the account concerned. */
  readonly notificationArns: readonly string[];
}

const READ = 300_000;

/** 12 digits, together or as the console writes them (`1234-5678-9012`); part of no longer number, of no GUID and no address. */
const ID =
  /(?<!\d[ .,-])(?<![\w+$€£¥])(?<![0-9a-f]{4}-)(\d{12}|\d{4}([- \u00a0])\d{4}\2\d{4}(?!-\w))(?!\w|[.,-]\d|@)/gi;
const ARN =
  /arn(?::|%3a)aws[a-z-]{0,20}(?::|%3a)[a-z0-9-]{0,60}(?::|%3a)[a-z0-9-]{0,30}(?::|%3a)(\d{12})(?!\d)/gi;

/** An account, in the languages of the mails. */
const ACCOUNT =
  'account|aws[ -]?id|konto|kont[au]|compte|cuenta|conta|conto|akun|rekening|hesa[bp]\\p{L}*|аккаунт\\p{L}*|уч[её]тн\\p{L}* запис\\p{L}*|обліков\\p{L}* запис\\p{L}*|účet|účt\\p{L}*|fiók\\p{L}*|アカウント|账户|账号|帐户|帐号|帳戶|帳號|계정|บัญชี|tài khoản|חשבון\\p{L}*|حساب\\p{L}*';
/** Words just before a number that say it is the account. */
const NAMED = new RegExp(String.raw`(?:${ACCOUNT}|konto(?:nummer|-id)|アカウント\s?id)[^\d\n]{0,40}$`, 'iu');
/** Words just before a number that say it is the account that manages the others of an organization, or pays for them. */
const MANAGING =
  /(?:management account|payer|paying account|master account|delegated administrator|verwaltungskonto|verwaltungskontos|masterkonto|zahlerkonto|zahlungskonto|delegierte[rn]? administrator|compte de gestion|compte (?:ma[iî]tre|payeur|principal)|administrateur d[eé]l[eé]gu[eé]|cuenta (?:de (?:administraci[oó]n|gesti[oó]n)|maestra|pagadora)|administrador delegado|conta (?:de (?:gerenciamento|gest[aã]o)|mestre|pagadora)|account di gestione|管理アカウント|マスターアカウント|支払い?(?:者)?アカウント|委任管理者|管理账户|付款账户|관리 계정)[^\d\n]{0,25}$/i;
/** Words just before a number that say it is somebody else's account, or only an example. */
const FOREIGN =
  /(?:inviting|invited by|sender account|log archive|example|e\.g\.|for instance|z\. ?b\.|beispiel|par exemple|por ejemplo|por exemplo|ad esempio|例えば|たとえば|招待元|einladende[ns]?|compte invitant|cuenta que invita|conta que convid\w{1,5})[^\d\n]{0,25}$/i;
/** Words just behind a number that say it is only an example, or the account that invites. */
const STANDS_FOR =
  /^.{0,12}(?:stands for|steht für|is (?:only )?an example|ist ein beispiel|replace|は例|représente|invite[sd]? you|has invited|lädt|vous (?:a )?invite|(?:le|lo|la|te) (?:ha )?invita|convid(?:a|ou)|ti (?:ha )?invita|の組織に(?:参加|招待)|から招待)/i;
/** Words just before a number that say it is no account at all, unless it is labelled as one behind them. */
const OTHER_NUMBER =
  /(?:case|fall|caso|ケース|invoice|rechnung|facture|factura|請求書|order|phone|tel|fax|call|ticket|tracking|report|reference|ref|statement|document|receipt|number|nummer|vat|ust)[^\d\n]{0,25}$/i;
/** The label right before the number: `[Account: `, `AWS ID `, `Konto-ID: `. */
const LABEL = new RegExp(
  String.raw`(?:${ACCOUNT})[ -]?(?:id|number|no\.?|nummer|nr\.?|番号)?\s?[:：#(=]?\s?$`,
  'iu',
);
const SURELY_NAMED = /account(?:\s(?:id|number|no))?\s*[:#(=]?\s*$/i;

/**
 * The AWS account a mail is about: the alias's own where it is named, else the one that AWS names as concerned.
 *
 * A mail that reached no alias and names the organization's managing account only is about that one.
 *
 * @param own account ids of the aliases, where the register knows them
 * @param aliases the addresses it was sent to
 */
export function concernedAccount(
  found: readonly Candidate[],
  own: readonly string[],
  aliases: readonly string[],
): string | undefined {
  const mine = found.find(({ id }) => own.includes(id));
  if (mine !== undefined) return mine.id;
  const [surest] = found.filter(({ rank }) => rank > 0).toSorted((one, other) => other.rank - one.rank);
  if (surest !== undefined || aliases.length > 0) return surest?.id;
  return found.find(({ managing }) => managing === true)?.id;
}

export interface Candidate {
  readonly id: string;
  /** The higher, the surer; 0: not the account concerned. */
  readonly rank: number;
  /** It is named as the account that manages the organization. */
  readonly managing?: boolean;
}

/** Every account id in a mail, whoever's it is; the text is read to READ characters. */
export function accountIdsIn(sources: IdSources): readonly Candidate[] {
  const text = sources.text.slice(0, READ);
  return [
    ...inText(sources.subject, 6),
    ...inText(text, 3),
    ...sources.notificationArns.flatMap((value) => inArns(value, 2)),
    ...inArns(text, 2),
    ...sources.links.flatMap(inLink),
  ];
}

function inText(text: string, weight: number): readonly Candidate[] {
  return [...text.matchAll(ID)].slice(0, 500).map((match) => {
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const id = (match[1] ?? '').replace(/\D/g, '');
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
    const surely = SURELY_NAMED.test(lastWords(before));
    const managing = !surely && MANAGING.test(before);
    const foreign = (!surely && FOREIGN.test(before)) || STANDS_FOR.test(after);
    const other = foreign || managing || (OTHER_NUMBER.test(before) && !LABEL.test(before));
    return { id, rank: other ? 0 : NAMED.test(before) ? weight : weight / 6, managing: managing && !foreign };
  });
}

/** "Management account:" names somebody else's account, "your account" behind it does not. */
function lastWords(before: string): string {
  return /(?:your|ihr|votre|su|お客様の)[^\d\n]{0,30}$/i.test(before) ? before : '';
}

function inArns(text: string, rank: number): readonly Candidate[] {
  return [...text.matchAll(ARN)].slice(0, 100).map((match) => ({ id: match[1] ?? '', rank }));
}

/** `https://<id>.signin.aws.amazon.com/`, `Context=<id>` of SES, ARNs in parameters. */
function inLink(link: Link): readonly Candidate[] {
  const host = /^(\d{12})\.signin\.aws\.amazon\.com$/.exec(link.host)?.[1];
  const context = (/\d{12}/.test(link.rest) ? parametersOf(link) : [])
    .filter(([name, value]) => /^(?:context|accountid|account)$/.test(name) && /^\d{12}$/.test(value))
    .map(([, id]) => ({ id, rank: 2 }));
  return [
    ...(host === undefined ? [] : [{ id: host, rank: 1.5 }]),
    ...context,
    ...(link.rest.includes('arn') ? inArns(link.rest, 1) : []),
  ];
}
