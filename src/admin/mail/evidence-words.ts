import type { Analysis } from '../../mail/analysis.ts';
import type { AuthorReason, Doubt, SecretReason, SenderFault } from '../../mail/evidence.ts';

const SENDER: Readonly<Record<Exclude<SenderFault, 'dmarc-not-passed'>, string>> = {
  'no-own-auth-source': 'no AuthSource of the company’s own Exchange',
  internal: 'sent inside the company',
  'several-senders': 'several senders',
  'no-plain-from': 'no plain From address',
  'dmarc-of-another-domain': 'dmarc is about another domain',
  'dmarc-names-no-domain': 'dmarc names no domain',
};

const AUTHOR: Readonly<Record<Exclude<AuthorReason, 'lure'>, string>> = {
  'aws-sender': 'a sender of AWS',
  'several-senders': 'it shows AWS as its sender, and somebody else too',
  shop: 'Amazon’s shop wrote it, not AWS',
  'shop-unverified': 'Amazon’s shop would write it, not AWS',
  'words-of-our-account': 'AWS carried the words of an account of ours',
  'words-of-another-account': 'AWS carried it, but its words are of an account that is not ours',
  forged: 'the sender is forged: DMARC failed and there is no signature of AWS',
  unverified: 'it says AWS, which could not be verified',
  'registrar-partner': 'a registrar partner of Route 53 wrote it',
  'own-machine': 'a machine of ours wrote it',
  'forwarded-by-colleague': 'a colleague forwarded what looks like AWS’s mail',
  colleague: 'a colleague wrote it',
  'forwarded-by-outsider': 'somebody outside forwarded what looks like AWS’s mail',
  'not-aws': 'AWS did not write it',
};

const SECRET: Readonly<Record<SecretReason, string>> = {
  code: 'a code',
  'asked-for': 'letters and digits by themselves, to be typed',
  'six-digits': 'six digits by themselves',
  'perhaps-code': 'what may be a code',
  'letters-and-digits': 'letters and digits by themselves',
  link: 'a link that works by itself',
  'kind-carries-one': 'a mail of this kind carries a code or link',
  'speaks-of-a-code': 'it speaks of a code, which may be written so that nothing finds it',
  'not-searched': 'it could not be searched',
};

const DOUBT: Readonly<Record<Doubt, string>> = {
  unverified: 'it could not be verified that AWS wrote it',
  'unclear-kind': 'its kind is not clear',
  'kind-may-carry-one': 'a mail of this kind may carry a code or link',
  sealed: 'a file is attached that nobody can look into',
  'something-may-be-a-code': 'something in it may be a code',
  'a-word-may-be-a-code': 'a word in it may be a code',
  'text-may-hold-a-code': 'something in its text may be a code',
};

/** Why the rules answered as they did, a line for each of their questions. */
export function evidenceWords({ evidence, ownerByAccount, accountId = '' }: Analysis): readonly string[] {
  const { aliasHeader, fromDomain = '', dmarc, senderFaults, nearest, isRecognised } = evidence;
  const { author, lureHost = '', secret, doubt, isReadable } = evidence;
  const others = nearest.others.slice(0, 3).join(', ');
  return [
    ownerByAccount === undefined
      ? `alias: ${aliasHeader}`
      : `alias: none; owner by account ${accountId} named in the text`,
    ...(senderFaults.length === 0
      ? [`sender: dmarc=pass for ${fromDomain}, checked by Exchange`]
      : senderFaults.map(
          (fault) => `sender: ${fault === 'dmarc-not-passed' ? `dmarc is ${dmarc}` : SENDER[fault]}`,
        )),
    `author: ${author === 'lure' ? `a sender that is not verified, and a link to ${lureHost}` : AUTHOR[author]}`,
    `kind: ${isRecognised ? '' : 'not recognised, nearest '}${nearest.kind} (${nearest.score.toFixed(1)})${others === '' ? '' : `, before ${others}`}`,
    ...(secret === undefined ? [] : [`secret: ${SECRET[secret]}`]),
    ...(doubt === undefined ? [] : [`announced: ${DOUBT[doubt]}`]),
    ...(isReadable ? [] : ['the mail could not be taken apart']),
  ];
}
