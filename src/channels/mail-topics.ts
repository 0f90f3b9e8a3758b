/** The topic of a root mail; the topic decides, not the sender or the channel it came through. */
export const CATEGORIES = [
  'account-admin',
  'sign-in-verification',
  'password-reset',
  'email-change',
  'mfa-change',
  'security-alert',
  'billing',
  'account-closure',
  'service-health',
  'support-case',
  'marketing',
  'non-aws',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** How soon somebody must look: within hours, not today, be aware, nothing to do. */
export const SEVERITIES = ['urgent', 'action', 'notice', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];
