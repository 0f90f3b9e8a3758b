import { ACCOUNT_ADMIN } from './account-admin.ts';
import { ACCOUNT_CLOSURE } from './account-closure.ts';
import { BILLING } from './billing.ts';
import type { Kind } from './kind.ts';
import { MARKETING } from './marketing.ts';
import { MFA_CHANGE } from './mfa-change.ts';
import { PASSWORD_RESET } from './password-reset.ts';
import { PROOF_OF_CONTROL } from './proof-of-control.ts';
import { ROOT_EMAIL } from './root-email.ts';
import { SECURITY_ALERT } from './security-alert.ts';
import { SERVICE_HEALTH } from './service-health.ts';
import { SIGN_IN_VERIFICATION } from './sign-in-verification.ts';
import { SUPPORT_CASE } from './support-case.ts';

/** What a mail can be about: one row a kind, dangerous kinds first; where two fit equally well the first wins. */
export const KINDS: readonly Kind[] = [
  ...PASSWORD_RESET,
  ...ROOT_EMAIL,
  ...PROOF_OF_CONTROL,
  ...MFA_CHANGE,
  ...ACCOUNT_CLOSURE,
  ...SECURITY_ALERT,
  ...SIGN_IN_VERIFICATION,
  ...ACCOUNT_ADMIN,
  ...SERVICE_HEALTH,
  ...BILLING,
  ...SUPPORT_CASE,
  ...MARKETING,
];
