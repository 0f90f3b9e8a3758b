import { classify } from '../classify/classify.ts';
import type { Listed } from '../mailbox.ts';
import { isAwsDomain, type AwsSenders } from '../rules.ts';

/**
 * Whether a mail that was only listed should be read before others: by its subject, and only with AWS as its sender. Nothing else follows
 * from it, so that whoever forges both has their mail read sooner.
 */
export function looksUrgent(
  { subject, senderDomain, receivedAt }: Partial<Listed>,
  senders: AwsSenders,
): boolean {
  if (subject === undefined || senderDomain === undefined || !isAwsDomain(senderDomain, senders))
    return false;
  const { severity } = classify({
    subject,
    text: '',
    from: '',
    massMail: false,
    receivedAt,
    carries: { code: false, link: false },
    leadsNowhere: true,
    linkKinds: new Set(),
  });
  return severity === 'urgent';
}
