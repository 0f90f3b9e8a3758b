import type { Clock } from '../../shared/clock.ts';
import type { Log } from '../../shared/log.ts';
import { retryOnConflict } from '../../store/retry-on-conflict.ts';
import { RegisterUnavailable } from '../../store/unavailable.ts';
import { headerValues } from '../parse/headers.ts';
import { domainOf } from '../parse/addresses.ts';
import type { MessageRead } from '../read-message.ts';
import { claimIn, isSameHash, sha256, type ProbeClaim } from './probe-mail.ts';
import { LIFETIME_MS, withOutcome, type ProbeStore, type SentProbe, type StoredProbes } from './probes.ts';

export interface RecogniseDeps {
  readonly store: Pick<ProbeStore, 'load' | 'save'>;
  /** Addresses of the central mailboxes, in lower case: who sends probes. */
  readonly senders: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
  /** Called with what came of a probe. */
  readonly count: (outcome: 'answered' | 'bounced') => void;
}

/** Whether a mail is a probe of Rootdesk's, which is noted and posted to nobody. */
export type RecogniseProbe = (read: MessageRead) => Promise<boolean>;

/**
 * Knows probes again. Everything else is mail like any other, forged and altered ones too: a mail is a probe only if it carries the
 * secret of one that was sent to this very alias in the last days and has not come yet, comes from the central mailbox, names no other
 * alias, has nothing attached, and AWS has not written it. Each secret is good for one mail; the same mail stored twice is still that one.
 *
 * @throws {RegisterUnavailable}
 */
export function createRecogniseProbe(deps: RecogniseDeps): RecogniseProbe {
  return async (read) => {
    const claim = claimIn(read.stored.subject);
    if (claim === undefined || read.analysis.genuine === 'yes') return false;
    const kind = claim.isWhole ? 'answered' : 'bounced';
    if (!(kind === 'answered' ? isFromUs(deps, read) : isFromExchange(deps, read))) return false;
    const busy = (): Error => new RegisterUnavailable('noting a probe that others note as well');
    const known = await retryOnConflict<StoredProbes | undefined, boolean>(
      busy,
      () => deps.store.load(claim.aliasId),
      (stored) => note(deps, stored, claim, read),
    );
    if (!known)
      deps.log.warn(
        { messageId: read.stored.id },
        'a mail that looks like a probe is none; it is treated like any other',
      );
    return known;
  };
}

/** True when it is noted, false when it is no probe, undefined when somebody else was faster. */
async function note(
  deps: RecogniseDeps,
  stored: StoredProbes | undefined,
  claim: ProbeClaim,
  read: MessageRead,
): Promise<boolean | undefined> {
  const probe = stored?.sent.find((each) => isSameHash(each.secretSha256, claim.secretSha256));
  if (stored === undefined || probe === undefined) return false;
  const isExpired = deps.clock().getTime() - probe.sentAt.getTime() > LIFETIME_MS;
  if (isExpired || !namesOnly(stored.address, read)) return false;
  const messageIdSha256 = messageIdOf(read);
  if (probe.cameAs !== undefined) return isSameMail(probe, read.stored.id, messageIdSha256);
  const came = { cameAs: read.stored.id, messageIdSha256 };
  const change = claim.isWhole
    ? ({ ...came, outcome: 'answered' } as const)
    : ({ ...came, outcome: 'unanswered' } as const);
  if ((await deps.store.save(withOutcome(stored, probe, change), stored)) === undefined) return undefined;
  deps.count(claim.isWhole ? 'answered' : 'bounced');
  return true;
}

function isFromUs({ senders }: RecogniseDeps, { mail, stored, analysis }: MessageRead): boolean {
  const [from, ...others] = mail.senders.map(({ address }) => address.toLowerCase());
  return (
    from !== undefined &&
    others.length === 0 &&
    senders.includes(from) &&
    !stored.hasAttachments &&
    analysis.genuine === 'no'
  );
}

/** What Exchange writes of a mail that it could not deliver comes from itself; the secret in it proves that it is about ours. */
function isFromExchange({ senders }: RecogniseDeps, { mail }: MessageRead): boolean {
  const from = mail.from?.address.toLowerCase() ?? '';
  const isOurs = senders.some((sender) => domainOf(sender) === domainOf(from));
  return /^(?:postmaster|microsoftexchange[0-9a-f]+)@/.test(from) && isOurs;
}

/** Where forwarding lost the alias, nothing else is named either. */
function namesOnly(address: string, { analysis }: MessageRead): boolean {
  return analysis.aliases.every((each) => each === address);
}

function isSameMail(probe: SentProbe, messageId: string, messageIdSha256: string | undefined): boolean {
  if (probe.cameAs === messageId) return true;
  return messageIdSha256 !== undefined && probe.messageIdSha256 === messageIdSha256;
}

function messageIdOf({ mail }: MessageRead): string | undefined {
  const [id] = [
    ...headerValues(mail.transportHeaders, 'Message-ID'),
    ...headerValues(mail.internetHeaders, 'Message-ID'),
  ];
  return id === undefined || id === '' ? undefined : sha256(id);
}
