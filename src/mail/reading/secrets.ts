import { isAwsHost, parametersOf, pathOf, type Link } from './links.ts';

/** Parameters that let a link work by itself, and how long their value must at least be. */
const TOKEN_PARAMETERS: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:[a-z]*token|x-amz-signature|x-amz-security-token|signature|sig|ticket|challenge|otp|passcode|secret)$/,
    6,
  ],
  [
    /^(?:confirmation|activation|verification|auth|invite|invitation|access|one[_-]?time)[_-]?(?:code|id|key)$/,
    4,
  ],
  [/^(?:code|approvalcode|verify)$/, 4],
  [/^key$/, 12],
];
/** Paths of links that work by themselves; a token may have been cut off by a line break. */
const KEY_PATHS =
  /\/(?:resetpassword|reset-password|passwordreset|nomfa|mfarecovery|resyncmfa|confirmation\.html|approvals|confirm(?:ation)?|verify(?:email|-email)?|activate|accept(?:-invitation|invitation)?)(?:\/|$)/;
/** Where AWS asks for a login first, or only counts clicks: no parameter makes such a link a key. */
const DULL_HOSTS =
  /^(?:pages|email|info|go)\.awscloud\.com$|^aws\.amazon\.com$|(?:^|\.)docs\.aws\.amazon\.com$|^repost\.aws$|^(?:www\.)?aws\.training$|^(?:www\.)?amazon\.com$|^skillbuilder\.aws$/;
const OPAQUE = /\/[\w~.-]{32,}(?:\/|$)/;

/**
 * Known links that open something without any other login, and the kind of mail (kinds.ts) they come in. Sources: the guides
 * of IAM, SES, SNS and ACM, and mail seen.
 */
const KEY_LINKS: readonly { readonly host: RegExp; readonly path: RegExp; readonly kind: string }[] = [
  { host: /(?:^|\.)amazon\.com$|\.aws$/, path: /\/resetpassword(?:\/|$)/, kind: 'password-reset-link' },
  { host: /(?:^|\.)amazon\.com$|\.aws$/, path: /\/nomfa(?:\/|$)/, kind: 'mfa-recovery' },
  { host: /(?:^|\.)amazon\.com$|\.aws$/, path: /\/resyncmfa(?:\/|$)|\/mfa\/resync/, kind: 'mfa-resync-link' },
  { host: /^email-verification\./, path: /^/, kind: 'ses-verification' },
  { host: /^sns\./, path: /\/confirmation\.html$/, kind: 'sns-subscription' },
  {
    host: /(?:^|\.)(?:acm-certificates|certificates)\.amazon\.com$/,
    path: /^\/approvals/,
    kind: 'acm-validation',
  },
];

/** The kind of mail that a known link gives away. */
export function kindOfLink(link: Link): string | undefined {
  if (!isAwsHost(link.host)) return undefined;
  const path = pathOf(link);
  return KEY_LINKS.find((known) => known.host.test(link.host) && known.path.test(path))?.kind;
}

/** A link that opens something without any other login, for which only AWS can have made it. */
export function isKeyLink(link: Link): boolean {
  if (!isAwsHost(link.host)) return false;
  if (kindOfLink(link) !== undefined) return true;
  if (DULL_HOSTS.test(link.host)) return false;
  return hasToken(link) || (KEY_PATHS.test(pathOf(link)) && OPAQUE.test(link.rest));
}

/** Pages that are public or ask for a login. */
const PAGES = /(?:^|\.)(?:console|health|support)\.aws\.amazon\.com$|^w{3}\.w3\.org$/;

/** A link of a shape that nobody knows: it may open something, or it may not. */
export function isOddLink({ host }: Link): boolean {
  return host !== '' && !DULL_HOSTS.test(host) && !PAGES.test(host);
}

/** Whether a parameter of the link looks like a token. */
function hasToken(link: Link): boolean {
  return parametersOf(link).some(([name, value]) =>
    TOKEN_PARAMETERS.some(
      ([pattern, length]) => pattern.test(name) && value.length >= length && !/\s/.test(value),
    ),
  );
}

/** Words that give a code away, folded. Each is followed or preceded by the code within a few words. */
const STRONG_WORDS =
  /(?:verification|security|sign-?in|sign in|log-?in|one-time|one time|single-use|authentication|confirmation|access|activation|authorization|approval|recovery|reset|temporary)[ -](?:pass)?codes?\b|\bone-time (?:password|pin)\b|\bpasscodes?\b|\botp\b|\bpin\b|(?:bestatigungs|verifizierungs|sicherheits|anmelde|einmal|prufungs?|zugangs|aktivierungs|freischalt|authentifizierungs)-?codes?|einmal(?:kenn|pass)wort|code(?:s)? de (?:verification|securite|connexion|confirmation|validation|acces)|code a usage unique|codigo(?:s)? de (?:verificacion|seguridad|inicio|confirmacion|acceso|un solo uso|verificacao|seguranca|acesso|confirmacao)|codice di (?:verifica|sicurezza|accesso|conferma)|(?:認証|確認|検証|セキュリティ|サインイン|ログイン|ワンタイム|アクセス)\s?(?:コード|パスワード|番号)|次のコード|このコード|コードを入力|コード[:：]|验证码|驗證碼|校验码|安全码|动态码|(?:인증|확인|보안|일회용)\s?(?:코드|번호|비밀번호)/g;
/** Words for any code: the token must stand very close. */
const WEAK_WORDS =
  /\b(?:your|the|this|following|aws) (?:\w{1,20} )?codes?\b|codes?(?: is|:| =| below| to|$)|(?:code|codigo|codice|pin|コード|码|碼|코드)(?=[\s:=(["'*#–-]{0,4}\d)|\bcode (?:lautet|ein)|\b(?:votre|ce|le) code\b|\b(?:su|este|el|seu|o) codigo\b|\b(?:il tuo|questo|seguente) codice\b|\bcode\b/g;
/** Words before "code" that make it another kind of code. */
const OTHER_CODES =
  /(?:promo(?:tion(?:al)?)?|credit|discount|coupon|voucher|gutschein|aktions|rabatt|error|fehler|erreur|status|http|response|exit|reason|return|result|country|area|region|zip|postal|swift|bic|tax|source|qr|bar|reference|referral|product|currency|promocional|promotionnel|descuento|プロモーション|クーポン|エラー|ステータス)[ -]?$/;
/** Words before a number that make it no code. */
const OTHER_NUMBERS =
  /(?:case|ticket|invoice|order|account|konto|compte|cuenta|アカウント|rechnung|facture|factura|id|error|fehler|status|report|reference|ref|phone|tel|fax|ending in|ends in|endet auf|terminee? (?:par|en)|terminada en|末尾|zip|wa|usd|eur|gbp|jpy|\$|€|£|¥|amount|total|port|version|build|(?:order|invoice|customer|client|phone|account|case|tracking|serial|document) (?:no|nr|number)|(?:kunden|rechnungs|auftrags|bestell|vorgangs|telefon)nummer|n\.?[ºo°]?(?:mero)? de (?:pedido|factura|cliente|cuenta|commande|facture|client|compte)|plz|po|of|[a-z]{2,4}-|(?:郵便|電話|請求書|注文|お客様)番号|event|instance|since|until|year|january|february|march|april|may|june|july|august|september|october|november|december|promo(?:tional)? code|error code|coupon|credit|bis|vom|am|le|el|du|au|al)[\s.:#([-]*$/;
/** What follows a number that is no code. */
const UNITS =
  /^\s?(?:%|usd|eur|gbp|jpy|円|ドル|€|\$|gb|tb|mb|kb|ms|s\b|sec|min|hours?|days?|minuten?|stunden?|tagen?|minutes?|heures?|jours?|horas?|dias?|requests?|calls?|instances?|times|年|月|日|時|分|件|回)/;
/** Digits, together or apart by single separators; 4 to 8 in all. */
const DIGITS =
  /(?<![\w$€£¥+&?%@/])(?<!\d[.,:/-])(?<![$€£¥] |\d\) |\*\*)\d(?:[ \t\u00a0\n|·.–-]{0,3}\d){3,9}(?![\w@:/%=]|[.,-]\d)/g;
/** Letters and digits mixed, in one or more groups. */
const MIXED =
  /(?<![\w./@:=&?%-])(?=[a-z0-9-]{0,11}\d)(?=[a-z0-9-]{0,11}[a-z])[a-z0-9]{3,10}(?:-[a-z0-9]{3,6}){0,3}(?![\w@/.-])/gi;
/** Letters in two groups, as device codes are. */
const LETTER_GROUPS = /(?<![\w-])[A-Z]{4}-[A-Z]{4}(?![\w-])/g;
/** Single letters and digits, each on its own. */
const SPACED = /(?<!\S)[a-z0-9](?:\s[a-z0-9]){3,9}(?!\S)/gi;
/** Digits as words or as Chinese characters. */
const SPELLED =
  /(?<!\p{L})(?:zero|one|two|three|four|five|six|seven|eight|nine|null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zéro|un|deux|trois|quatre|cinq|sept|huit|neuf|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)(?:[\s,-]{1,3}(?:zero|one|two|three|four|five|six|seven|eight|nine|null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zéro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)){3,9}(?!\p{L})|[〇零一二三四五六七八九]{4,8}/giu;
/** Letters alone count only directly behind the words that give them away. */
const LETTERS =
  /^(?:\s*(?:is|lautet|est|es|e|は))?\s*[:：=-]?\s*([A-Z]{4,12}(?:-[A-Z]{3,6}){0,3})\b(?![a-z])/;

/** Most code words that are followed up in one mail. */
const MAX_WORDS = 400;

/** A piece of every word for a code, lower case: where none of them stands nothing else has to be searched. */
const STEMS = [
  'code',
  'codi',
  'códi',
  'pin',
  'otp',
  'passw',
  'kennw',
  'コード',
  'パスワード',
  '番号',
  '码',
  '碼',
  '코드',
  '번호',
  '비밀',
];
/** How far around a stem is read; cells and blocks leave a lot of white space between the digits of one code. */
const WINDOW_BEFORE = 1_500;
const WINDOW_AFTER = 4_000;

/**
 * Whether the text gives a code away: a code-like token close to words that announce one.
 *
 * @param text looked-through text (look-through.ts)
 */
export function hasCode(text: string): boolean {
  return stretches(text).some(givesCode);
}

/**
 * Whether something that could be a code stands anywhere near the word "code": enough of a sign in mail of a sender
 * whose trade is codes.
 */
export function mayHaveCode(text: string): boolean {
  return stretches(text).some((stretch) => tokensIn(stretch).length > 0);
}

function stretches(text: string): readonly string[] {
  return windows(text.toLowerCase()).map(([start, end]) =>
    text.slice(start, end).replace(/\s+/g, (space) => (space.includes('\n') ? '\n' : ' ')),
  );
}

/** Stretches of text around the stems, those that touch joined. */
function windows(lower: string): readonly (readonly [number, number])[] {
  const places: number[] = [];
  for (const stem of STEMS) {
    for (let at = lower.indexOf(stem); at >= 0; at = lower.indexOf(stem, at + WINDOW_BEFORE)) places.push(at);
  }
  const joined: [number, number][] = [];
  for (const at of places.toSorted((one, other) => one - other)) {
    const last = joined.at(-1);
    const start = Math.max(0, at - WINDOW_BEFORE);
    const end = at + WINDOW_BEFORE + WINDOW_AFTER;
    if (last !== undefined && last[1] >= start) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

function givesCode(text: string): boolean {
  const lower = foldKeepingLength(text);
  return (
    announces(text, lower, STRONG_WORDS, STRONG_REACH) ||
    announces(text, lower, WEAK_WORDS, WEAK_REACH) ||
    givesPassword(text, lower)
  );
}

const PASSWORD_WORDS =
  /(?:temporary|initial|one-time|single-use|first) (?:\w{1,12} )?password|(?:passwort|kennwort) lautet|(?:temporares|vorlaufiges) (?:passwort|kennwort)|mot de passe (?:temporaire|provisoire)|contrasena (?:temporal|provisional)|(?:仮|初期|一時)\s?パスワード/g;
/** A password: letters and digits or marks, no word of a language. */
const PASSWORD = /^\S*(?=\S*\d)(?=\S*[A-Za-z])\S{8,64}$/;

/** Whether a password that works once is written behind words for it. */
function givesPassword(text: string, lower: string): boolean {
  return [...lower.matchAll(PASSWORD_WORDS)].slice(0, MAX_WORDS).some(({ index, 0: words }) =>
    text
      .slice(index + words.length, index + words.length + 80)
      .split(/\s/, 8)
      .some((word) => word.length <= 64 && !word.includes('://') && PASSWORD.test(word)),
  );
}

/** How far from the words a token in running text may stand, and one that has a line of its own. */
interface Reach {
  readonly before: number;
  readonly after: number;
  readonly lineBefore: number;
  readonly lineAfter: number;
}
const STRONG_REACH: Reach = { before: 45, after: 70, lineBefore: 140, lineAfter: 260 };
const WEAK_REACH: Reach = { before: 45, after: 32, lineBefore: 60, lineAfter: 160 };
/** Warnings about codes: what stands outside of such a sentence is not the code it warns of, unless on a line of its own. */
const WARNS =
  /never (?:ask|share|send|request|tell|give)|not (?:ask|share|send you|tell|give|forward|request|recogni)|n't (?:ask|share|send|tell|request)|without asking|\bnie\b|niemals|nicht (?:weiter|nach|mit)|jamais|ne (?:partagez|communiquez|transmettez)|nunca|no (?:comparta|facilite|comunique|solicit)|mai\b|non (?:condivid|comunic)|共有し(?:ない|ません)|教えない|お尋ねする|お伺いする|求めること|ことはありません|不会|请勿|요청하지|공유하지/;

function announces(text: string, lower: string, pattern: RegExp, reach: Reach): boolean {
  let words = 0;
  for (const match of lower.matchAll(pattern)) {
    if (++words > MAX_WORDS) return true;
    if (OTHER_CODES.test(lower.slice(Math.max(0, match.index - 24), match.index))) continue;
    if (isOtherCode(match[0])) continue;
    const end = match.index + match[0].length;
    if (pattern === STRONG_WORDS && LETTERS.test(text.slice(end, end + 40))) return true;
    const [sentenceStart, sentenceEnd] = sentenceAround(lower, match.index, end);
    const warns = WARNS.test(lower.slice(sentenceStart, sentenceEnd));
    const from = Math.max(0, match.index - reach.lineBefore);
    const near = tokensIn(text.slice(from, end + reach.lineAfter)).some((token) => {
      const tokenStart = from + token.start;
      const tokenEnd = tokenStart + token.text.length;
      if (tokenStart >= sentenceStart && tokenEnd <= sentenceEnd) return true;
      if (isAlone(text, tokenStart, tokenEnd)) return true;
      if (warns || token.text.length === 5) return false;
      // Running text: before the words only in their paragraph, behind weak words too.
      const between = tokenStart >= end ? text.slice(end, tokenStart) : text.slice(tokenEnd, match.index);
      const apart =
        between.includes('\n') && (tokenStart < end || pattern === WEAK_WORDS) && !/[:：]\s*$/.test(between);
      return !apart && between.length <= (tokenStart >= end ? reach.after : reach.before);
    });
    if (near) return true;
  }
  return false;
}

/** From the end of the sentence before to the end of this one, at most 200 characters each way. */
function sentenceAround(text: string, start: number, end: number): readonly [number, number] {
  const before = text.slice(Math.max(0, start - 200), start);
  const after = text.slice(end, end + 200);
  const opened = Math.max(
    ...['. ', '! ', '? ', '\n', '。', '！', '？'].map((mark) => before.lastIndexOf(mark)),
  );
  const closed = /[.!?](?:\s|$)|[\n。！？]/.exec(after);
  return [start - before.length + opened + 1, end + (closed === null ? after.length : closed.index)];
}

/** Nothing but marks beside it on its line: written to be copied. */
function isAlone(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const beside = text.slice(lineStart, start) + text.slice(end, lineEnd < 0 ? text.length : lineEnd);
  return !/[\p{L}\p{N}]/u.test(beside);
}

function isOtherCode(words: string): boolean {
  return /(?:your|the|this|aws) (?:promo|promotional|error|status|source|discount|coupon|credit|postal|zip|country|region|product|lambda|function|application|sample|infrastructure)\b/.test(
    words,
  );
}

interface Token {
  readonly text: string;
  readonly start: number;
}

/** Code-like tokens of a stretch of text. */
function tokensIn(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const collect = (pattern: RegExp, isCode: (text: string, at: number, token: string) => boolean): void => {
    for (const match of text.matchAll(pattern)) {
      if (isCode(text, match.index, match[0])) tokens.push({ text: match[0], start: match.index });
    }
  };
  collect(DIGITS, isCodeNumber);
  collect(MIXED, isCodeWord);
  collect(SPELLED, () => true);
  collect(LETTER_GROUPS, () => true);
  collect(SPACED, (_, __, token) => /\d/.test(token));
  return tokens;
}

function isCodeNumber(text: string, at: number, token: string): boolean {
  const digits = token.replace(/\D/g, '');
  if (digits.length < 4 || digits.length > 8) return false;
  if (/^(?:19|20)\d\d$/.test(token)) return false;
  if (/^(?:\d{4}[-.]\d{1,2}[-.]\d{1,2}|\d{1,2}[-.]\d{1,2}[-.]\d{2,4})$/.test(token)) return false;
  if (digits === '98109' || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(token)) return false;
  const before = text.slice(Math.max(0, at - 28), at).toLowerCase();
  if (OTHER_NUMBERS.test(before)) return false;
  return !UNITS.test(text.slice(at + token.length, at + token.length + 12).toLowerCase());
}

function isCodeWord(text: string, at: number, token: string): boolean {
  const bare = token.replaceAll('-', '');
  if (bare.length < 5 || bare.length > 16) return false;
  if (!/\d/.test(bare) || (bare.match(/\d/g)?.length ?? 0) < 2) return false;
  if (
    /^(?:sha|aes|utf|rfc|ec|cve|iso|http|tls|ssl|node|python|us-|eu-|ap-|akia|asia|i-|vol-|o-)/i.test(token)
  )
    return false;
  if (/^[a-z]+\d+$/.test(token) && bare.length < 6) return false;
  return !OTHER_NUMBERS.test(text.slice(Math.max(0, at - 28), at).toLowerCase());
}

/** Folding may change the length of the text; here positions must stay. */
function foldKeepingLength(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return text.toLowerCase();
  const folded = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
  return folded.length === text.length ? folded : text.toLowerCase();
}
