import { english } from '../../../cards/texts/languages.ts';
import { KINDS } from './kinds/kinds.ts';
import { clean } from '../parse/look-through.ts';
import { WORDS as CONCEPT_WORDS } from './words/words.ts';
import { fold } from './fold.ts';

/**
 * A subject or name of which nothing may be a secret, in the words that are known.
 *
 * AWS documents codes of six letters and digits (`[a-zA-Z0-9]{6}`): `qwertz` can be one, so that no list of shapes tells what a
 * code is. What is certainly none is a word that the table of kinds has, or one of those below.
 */
export interface KnownWords {
  readonly text: string;
  readonly missing: number;
  readonly kept: number;
}

const GAP = '[…]';

/** Takes every word out that is not known, and every number but years and the account ids named. */
export function knownWords(text: string, accountIds: readonly string[] = []): KnownWords {
  let missing = 0;
  let kept = 0;
  const shown = clean(text)
    .replace(/[^\p{L}\p{M}\p{N}\p{P}\s+|]/gu, ' ')
    .replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
      if (isKnown(word) || accountIds.includes(word)) {
        kept += 1;
        return word;
      }
      missing += 1;
      return GAP;
    })
    .replace(/(?:\[…\][^\p{L}\p{N}[]{0,3})+\[…\]/gu, GAP);
  return { text: shown.replace(/\s+/g, ' ').trim(), missing, kept };
}

/** Whether all of it is known words, so that nothing in it can be a code, link or token. */
export function isKnownWords(text: string): boolean {
  return knownWords(text).missing === 0;
}

/** So long at least are the words of the table that others may begin with: it has stems, and languages have endings. */
const STEM = 6;
const YEAR = /^(?:19|20)\d\d$/;
/** Scripts in which no code is written; what counts in them is left to the search for codes. */
const OTHER_SCRIPT =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}\p{M}ー々]+$/u;
const COUNTS = /[〇零一二三四五六七八九壱壹弐贰貳参叁參肆伍陸陆柒漆捌玖]{3}/;

function isKnown(word: string): boolean {
  if (YEAR.test(word)) return true;
  if (OTHER_SCRIPT.test(word)) return !COUNTS.test(word);
  // East Asian scripts put no blanks around Latin words.
  const pieces = word.split(
    /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])(?=[\p{Script=Latin}\p{N}])|(?<=[\p{Script=Latin}\p{N}])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/u,
  );
  if (pieces.length > 1) return pieces.every(isKnown);
  // A word is written in small letters, capitals, or with a capital first; names of services are in the list as they are.
  if (NAMES.has(word)) return true;
  if (!/^(?:\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+)$/u.test(word)) return false;
  const folded = fold(word);
  if (WORDS.has(folded)) return true;
  for (let end = folded.length - 1; end >= STEM; end -= 1) if (WORDS.has(folded.slice(0, end))) return true;
  return false;
}

/** Words between those that say something, in the languages of the table. */
const SMALL_WORDS = `
  a an the this that these those your you yours our we us it its is are was were be been has have had will can may must not no
  and or but if of in on at to for from by with without about after before until since within into as new one more all any
  der die das den dem des ein eine einen einem einer ihr ihre ihrer ihrem ihren sie wir uns ist sind war wurde wurden wird werden hat
  haben kann muss nicht kein keine und oder wenn von im in am an zu zum zur fur mit ohne uber nach vor bis seit aus auf als bei neue neuer
  le la les l un une des du de d votre vos nous est sont a ete sera ont peut doit pas et ou si dans en sur au aux pour par avec sans
  apres avant depuis nouveau nouvelle
  el los las lo una unos unas del su sus se es son fue ha han sera puede debe y o en al por para con sin sobre despues antes desde nuevo
  nueva
  o os as um uma do da dos das no na nos nas seu sua seus suas foi e ou em ao por com sem sobre apos antes novo nova
  il gli i lo uno una di del della dei delle al alla nel nella tuo tua suo sua e stato stata per con senza dopo prima nuovo nuova
  re aw fw fwd wg antw
`;

/** Words of the trade in subjects of AWS mail of every kind, those left out that the table of concepts has. */
const TRADE_WORDS = `
  services cloud cuentas id ids regions users customers team console messages requests noreply events updates important reminder
  urgent management changes database cluster functions certificates limits alerts medium eu ap ca mx north south east west
  central northeast southeast southwest northwest global europe asia america
`;

/** What something is said to be: of a code these are no letters of it. */
const STATES = `
  empty missing invalid valid wrong incorrect null undefined leer falsch ungultig fehlerhaft invalide vide incorrecto invalido vacio
  incorreto vazio errato vuoto leeg ongeldig
`;

/** Names that are not written as words are. */
const NAMES = new Set(
  `EC2 S3 VPC IAM RDS SES SNS SQS EKS ECS ECR EBS EFS KMS ACM MFA SSO API APIs CDN CLI SDK DNS SSL TLS IP IPs VPN FSx EMR MSK DMS WAF
  CloudFront CloudTrail CloudWatch CloudFormation DynamoDB GuardDuty OpenSearch ElastiCache QuickSight SageMaker CodeBuild
  CodePipeline CodeCommit CodeDeploy AppStream AppSync AppFlow WorkSpaces WorkMail PostgreSQL MySQL MariaDB DocumentDB MemoryDB
  IPv4 IPv6 OAuth OAuth2 IoT FinOps eMail iOS CHF EUR USD GBP JPY`.split(/\s+/),
);

const WORDS: ReadonlySet<string> = new Set(
  [
    ...KINDS.map(({ name }) => english.kinds[name]),
    ...CONCEPT_WORDS.map(({ word }) => word),
    SMALL_WORDS,
    TRADE_WORDS,
    STATES,
  ]
    .flatMap((text) => fold(text).split(/[^\p{L}]+/u))
    .filter((word) => word !== ''),
);
