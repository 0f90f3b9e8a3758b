import type { Category, Severity } from '../../../src/channels/mail-topics.ts';
import type { MailPlan } from './mail-maker.ts';

/** A mail by the key of its sender, subject, text, labels; `mass` for one with List-Unsubscribe. */
export type BlindRow = readonly [
  sender: keyof typeof SENDERS,
  subject: string,
  text: string,
  category: Category,
  severity: Severity,
  mass?: 'mass',
];

const SENDERS = {
  A: 'Amazon Web Services <no-reply@amazonaws.com>',
  S: 'Amazon Web Services <no-reply@signin.aws>',
  V: 'Amazon Web Services <no-reply@verify.signin.aws>',
  P: 'Amazon Web Services <password-reset-no-reply@verify.signin.aws>',
  R: 'Amazon Web Services <recover-mfa-no-reply@verify.signin.aws>',
  O: 'Amazon Web Services <no-reply-aws@amazon.com>',
  N: 'AWS Notifications <no-reply@sns.amazonaws.com>',
  T: 'AWS Trust and Safety <trustandsafety@support.aws.com>',
  I: 'Amazon Web Services <invoicing@aws.com>',
  B: 'AWS Budgets <budgets@costalerts.amazonaws.com>',
  C: 'AWS Cost Anomaly Detection <anomalydetection@costalerts.amazonaws.com>',
  F: 'AWS Free Tier <freetier@costalerts.amazonaws.com>',
  H: 'AWS Health <health@aws.com>',
  E: 'Amazon Certificates <no-reply@certificates.amazon.com>',
  M: 'Amazon Web Services <aws-marketing-email-replies@amazon.com>',
  D: 'Amazon Route 53 <noreply@registrar.amazon>',
  K: 'AWS Marketplace <no-reply@marketplace.aws>',
} as const;

export function blindPlan([sender, subject, text, , , mass]: BlindRow): MailPlan {
  return {
    from: SENDERS[sender],
    subject,
    text,
    senderHeaders: mass === undefined ? [] : ['List-Unsubscribe: <mailto:unsubscribe@amazon.com>'],
  };
}
