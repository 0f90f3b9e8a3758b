import type { Kind } from './kind.ts';

/** What a mail can be about: one row a kind, dangerous kinds first; where two fit equally well the first wins. */
export const KINDS: readonly Kind[] = [
  // The root password
  {
    name: 'password-reset-link',
    title: 'Link to reset the root password',
    category: 'password-reset',
    severity: 'urgent',
    carriesToken: 'link',
    evidence: `
      3 password reset; 2 password reset link; 1 password link; 1 password new; -2 password reset required;
      4 from:password-reset; 5 link
    `,
  },
  {
    name: 'password-reset-required',
    title: 'A password must be reset',
    category: 'password-reset',
    severity: 'urgent',
    carriesToken: 'never',
    evidence: `
      3.5 password reset required; 3 password changed required; 2 password expire; 2 password new signIn;
      2 password withdrawn
    `,
  },
  {
    name: 'password-updated',
    title: 'The root password was changed',
    category: 'password-reset',
    severity: 'urgent',
    carriesToken: 'never',
    evidence: '3 password changed; 2 password new; 1 password root; -2 password changed required',
  },
  // The root e-mail address
  {
    name: 'root-email-change-code',
    title: 'Code or link to set a new root e-mail address',
    category: 'email-change',
    severity: 'urgent',
    carriesToken: 'code',
    evidence: `
      3 email new verify; 3 email root code; 2 email root verify; 3 email changed code;
      2.5 email changed typeIn; 2.5 email changed verify; 3 characters typeIn;
      2.5 from:no-reply@verify.signin.aws; 1 code
    `,
  },
  {
    name: 'root-email-changed',
    title: 'The root e-mail address was changed',
    category: 'email-change',
    severity: 'urgent',
    carriesToken: 'never',
    evidence: `
      2.5 email changed; 2 email root changed; 2 email new root; 1.5 email new account; 0.8 root email;
      -1.5 contact; -1 invoice
    `,
  },
  // Proof that somebody controls an address or a domain
  {
    name: 'sign-up-code',
    title: 'Code to create an AWS account',
    category: 'email-change',
    severity: 'action',
    carriesToken: 'code',
    evidence: '5 from:@signup.aws; 3 signUp code; 3 signUp verify; 2.5 signUp typeIn; 1 code',
  },
  {
    name: 'ses-verification',
    title: 'Amazon SES asks to verify an address',
    category: 'email-change',
    severity: 'action',
    carriesToken: 'link',
    carriesWords: true,
    evidence:
      '3 ses verify; -2 ses withdrawn; 1.5 ses email verify; 1 email verify; 2 email verify region; 5 link',
  },
  {
    name: 'sns-subscription',
    title: 'Amazon SNS asks to confirm a subscription',
    category: 'email-change',
    severity: 'action',
    carriesToken: 'link',
    carriesWords: true,
    evidence: '3 subscription verify; 0.8 from:@sns.amazonaws.com; 5 link',
  },
  {
    name: 'acm-validation',
    title: 'AWS Certificate Manager asks to approve a certificate',
    category: 'email-change',
    severity: 'action',
    carriesToken: 'link',
    evidence: '3 certificate verify; 1 certificate link; 3 from:@certificates.amazon.com; 5 link',
  },
  {
    name: 'registrar-verification',
    title: 'The domain registrar asks to verify a contact',
    category: 'email-change',
    severity: 'action',
    carriesToken: 'link',
    evidence: `
      2.5 domain verify; 1.5 domain contact; 1.5 domain email verify; 2.5 domain transfer verify;
      2 contact verify; 1 email verify; 1.5 from:@registrar.amazon; 3 from:domainnameverification.net;
      3 from:emailverification.info; 2.5 form:key-link
    `,
  },
  {
    name: 'organizations-verification',
    title: 'AWS Organizations asks to verify the address',
    category: 'email-change',
    severity: 'action',
    carriesToken: 'link',
    evidence: '3.5 organization email verify; 2 organization verify',
  },
  {
    name: 'address-verification',
    title: 'Code or link to prove control of the address',
    category: 'email-change',
    severity: 'action',
    carriesToken: 'code',
    evidence: '2 email verify; 1.5 email code',
  },
  {
    name: 'address-verified',
    title: 'An address or subscription was confirmed',
    category: 'email-change',
    severity: 'info',
    carriesToken: 'never',
    settles: true,
    evidence: `
      3.5 email verified; 4.5 ses verified; 3 subscription verified; 3 domain verified;
      3 certificate verified
    `,
  },
  // MFA
  {
    name: 'mfa-recovery',
    title: 'Link to sign in without the MFA device',
    category: 'mfa-change',
    severity: 'urgent',
    carriesToken: 'link',
    evidence: '3 mfa lost; 1 root email verify account; 5 from:recover-mfa; 5 link',
  },
  {
    name: 'mfa-resync-link',
    title: 'Link to resynchronise the MFA device',
    category: 'mfa-change',
    severity: 'urgent',
    carriesToken: 'link',
    evidence: '3 mfa resync; 2 mfa resync link; 5 link',
  },
  {
    name: 'mfa-resynced',
    title: 'The MFA device was resynchronised',
    category: 'mfa-change',
    severity: 'notice',
    carriesToken: 'never',
    settles: true,
    evidence: '4.5 mfa resynced',
  },
  {
    name: 'mfa-removed',
    title: 'MFA was removed',
    category: 'mfa-change',
    severity: 'urgent',
    carriesToken: 'never',
    evidence: '3 mfa removed; 2 mfa not; 3.5 credential root removed; 0.5 mfa',
  },
  {
    name: 'mfa-added',
    title: 'MFA was added',
    category: 'mfa-change',
    severity: 'notice',
    carriesToken: 'never',
    evidence: '3 mfa added; 3.5 credential root added; 0.4 mfa; -1.5 mfa removed',
  },
  // The end of the account
  {
    name: 'closure-confirmation-link',
    title: 'Link that confirms closing or reopening the account',
    category: 'account-closure',
    severity: 'urgent',
    carriesToken: 'link',
    evidence: `
      4 account close verify; 4 account reopen verify; 1.5 account reopen; 2 close verify link;
      1.5 reopen link; -4 case close; -4 case reopen; 1.5 form:key-link
    `,
  },
  {
    name: 'account-reinstated',
    title: 'The account works again',
    category: 'account-closure',
    severity: 'notice',
    carriesToken: 'never',
    settles: true,
    evidence: '4 account reinstated; 1 account suspend reinstated; 2 account suspend not; -3 reopen verify',
  },
  {
    name: 'account-suspended',
    title: 'The account is suspended, or will be',
    category: 'account-closure',
    severity: 'urgent',
    carriesToken: 'never',
    evidence: `
      3 account suspend; -2 account suspend may; 8 suspend date; -2 account reinstated; -2 mfa;
      1.5 from:aws-account-notifications@
    `,
  },
  {
    name: 'account-closed',
    title: 'The account is closed, or will be',
    category: 'account-closure',
    severity: 'urgent',
    carriesToken: 'never',
    evidence: '3 account close; 1 account close date; -2 case close',
  },
  {
    name: 'free-plan-ended',
    title: 'The free plan ends, and the account with it',
    category: 'account-closure',
    severity: 'urgent',
    carriesToken: 'never',
    evidence: '4 freePlan end; 2 freePlan',
  },
  // Somebody else in the account
  {
    name: 'security-resolved',
    title: 'A security or abuse case is closed',
    category: 'security-alert',
    severity: 'info',
    carriesToken: 'never',
    settles: true,
    evidence:
      '4 abuse resolved; 4 abuse close; 4 finding resolved; 3 suspicious resolved; 1 from:trustandsafety@',
  },
  {
    name: 'exposed-key',
    title: 'An access key is exposed',
    category: 'security-alert',
    severity: 'urgent',
    carriesToken: 'never',
    evidence: '4 credential exposed; 3 credential suspicious; 0.6 credential',
  },
  {
    name: 'compromise',
    title: 'The account may be compromised',
    category: 'security-alert',
    severity: 'urgent',
    carriesToken: 'never',
    evidence: '3 account suspicious; 3 credential suspicious; 2.2 suspicious',
  },
  {
    name: 'abuse-report',
    title: 'Abuse is reported from the account',
    category: 'security-alert',
    severity: 'urgent',
    carriesToken: 'never',
    evidence: '2 abuse resource; 2.2 abuse; -4 abuse resolved; 3 from:trustandsafety@; 3 from:abuse@',
  },
  {
    name: 'access-withdrawn',
    title: 'AWS withdrew access, or will, because of abuse',
    category: 'security-alert',
    severity: 'urgent',
    carriesToken: 'never',
    evidence: `
      3.5 ses withdrawn; 3 resource withdrawn; 2.5 access withdrawn; 3 abuse withdrawn;
      2 account withdrawn abuse; 2.5 ses abuse
    `,
  },
  {
    name: 'root-sign-in',
    title: 'Somebody signed in as root',
    category: 'security-alert',
    severity: 'notice',
    carriesToken: 'never',
    evidence:
      '3 root signIn; 2.5 signIn new; -1.5 signIn code; -1 signIn typeIn; -1 password; -1.5 from:@signin.aws',
  },
  {
    name: 'minor-finding',
    title: 'Security findings of low severity',
    category: 'security-alert',
    severity: 'notice',
    carriesToken: 'never',
    settles: true,
    evidence: '5 finding low',
  },
  {
    name: 'guardduty',
    title: 'A security finding',
    category: 'security-alert',
    severity: 'urgent',
    carriesToken: 'never',
    evidence: '2.5 finding; 1 finding resource',
  },
  // Signing in
  {
    name: 'sign-in-code',
    title: 'Code to sign in',
    category: 'sign-in-verification',
    severity: 'urgent',
    carriesToken: 'code',
    evidence: `
      3 signIn code; 2.5 signIn typeIn; 3 signIn verify; 3 identity verify; 0.6 code typeIn;
      1.5 from:@signin.aws; 1 from:@login.awsapps.com; 1.5 code
    `,
  },
  // Accounts and organizations
  {
    name: 'identity-center-invitation',
    title: 'Invitation to IAM Identity Center',
    category: 'account-admin',
    severity: 'action',
    carriesToken: 'link',
    evidence: '4 access invite; 3 access accept; 1.5 accept; 1.5 form:key-link; 1 from:@login.awsapps.com',
  },
  {
    name: 'organization-invitation',
    title: 'Invitation to an AWS organization',
    category: 'account-admin',
    severity: 'action',
    carriesToken: 'never',
    carriesWords: true,
    evidence: '3.5 organization invite; -2 email verify',
  },
  {
    name: 'organization-left',
    title: 'The account left its organization',
    category: 'account-admin',
    severity: 'action',
    carriesToken: 'never',
    evidence: '3.5 organization left; 3 organization removed; 1.5 account left; 1 organization close',
  },
  {
    name: 'organization-joined',
    title: 'The account joined an organization',
    category: 'account-admin',
    severity: 'notice',
    carriesToken: 'never',
    evidence: '3.6 organization joined; -2 organization left',
  },
  {
    name: 'contact-changed',
    title: 'Contacts or the name of the account were changed',
    category: 'account-admin',
    severity: 'notice',
    carriesToken: 'never',
    evidence: '3.5 contact changed; 3 contact added; 3 contact removed; 1.5 contact',
  },
  {
    name: 'account-created',
    title: 'The account is ready',
    category: 'account-admin',
    severity: 'info',
    carriesToken: 'never',
    evidence: '3 account ready; 1.6 ready',
  },
  {
    name: 'request-validated',
    title: 'A request about the account was granted',
    category: 'account-admin',
    severity: 'info',
    carriesToken: 'never',
    evidence: '2.5 granted; 2 region granted; 3 from:aws-verification@',
  },
  {
    name: 'plan-changed',
    title: 'The plan of the account was changed',
    category: 'account-admin',
    severity: 'info',
    carriesToken: 'never',
    evidence: '3.5 plan changed; 3.5 plan upgraded; 2.5 plan; -2 freePlan',
  },
  // Services and resources
  {
    name: 'health-resolved',
    title: 'A disturbance or a plan of maintenance is over',
    category: 'service-health',
    severity: 'info',
    carriesToken: 'never',
    settles: true,
    evidence: `
      4 incident resolved; 4 maintenance resolved; 4 retire resolved; 5 alarm resolved; -3 news;
      3 health resolved; 4 quota verified; 1 resolved; 0.6 from:health@aws.com; -3 case
    `,
  },
  {
    name: 'retirement',
    title: 'Something of the account will be switched off',
    category: 'service-health',
    severity: 'action',
    carriesToken: 'never',
    evidence: `
      3.5 resource retire; 2.5 retire; 3 certificate expire; 3.5 certificate renew failed; -3 maintenance retire;
      0.8 from:health@aws.com
    `,
  },
  {
    name: 'deprecation',
    title: 'Something will be switched off one day',
    category: 'service-health',
    severity: 'notice',
    carriesToken: 'never',
    evidence: '3 deprecate; 1 from:health@aws.com',
  },
  {
    name: 'maintenance',
    title: 'Planned maintenance',
    category: 'service-health',
    severity: 'notice',
    carriesToken: 'never',
    evidence: '3 maintenance; 1 maintenance health; 1 from:health@aws.com',
  },
  {
    name: 'operational-issue',
    title: 'Something does not work at AWS',
    category: 'service-health',
    severity: 'notice',
    carriesToken: 'never',
    evidence: '2.5 incident; 1 incident region; 1 from:health@aws.com',
  },
  {
    name: 'health-action',
    title: 'AWS Health asks to do something',
    category: 'service-health',
    severity: 'action',
    carriesToken: 'never',
    evidence: '2 upgrade required; 1 resource required; 0.8 from:health@aws.com',
  },
  {
    name: 'alarm',
    title: 'An alarm or notification of the own resources',
    category: 'service-health',
    severity: 'notice',
    carriesToken: 'never',
    evidence: '2.2 alarm; -2 alarm resolved; 0.5 health; 1.2 from:@sns.amazonaws.com; 0.6 from:@aws.com',
  },
  {
    name: 'quota',
    title: 'A quota is nearly used up',
    category: 'service-health',
    severity: 'notice',
    carriesToken: 'never',
    evidence: '2.5 quota; 1 quota threshold',
  },
  {
    name: 'domain-expired',
    title: 'A domain expired, is suspended or will be lost',
    category: 'service-health',
    severity: 'urgent',
    carriesToken: 'never',
    evidence: '3 domain expire; 3 domain suspend',
  },
  {
    name: 'domain-changed',
    title: 'A domain was locked, unlocked or moved',
    category: 'service-health',
    severity: 'notice',
    carriesToken: 'never',
    evidence: '2.4 domain transfer; 3 domain lock; 1.5 domain changed',
  },
  // Money
  {
    name: 'payment-failed',
    title: 'A payment failed or is overdue',
    category: 'billing',
    severity: 'action',
    carriesToken: 'never',
    evidence: `
      3.5 payment failed; 2.5 invoice failed; 3.5 invoice overdue; 3.5 payment overdue; 2 overdue;
      3 payment expire; 2 renew failed; 1 payment changed; -2 payment received; -3 account suspend;
      3 account suspend may; -6 suspend date; 1.5 from:aws-receivables; 1.5 from:invoicing@
    `,
  },
  {
    name: 'budget-alert',
    title: 'A budget is nearly used up or exceeded',
    category: 'billing',
    severity: 'notice',
    carriesToken: 'never',
    evidence: '3.5 budget threshold; 2 budget; 3 from:budgets@',
  },
  {
    name: 'cost-anomaly',
    title: 'Costs are not as usual',
    category: 'billing',
    severity: 'notice',
    carriesToken: 'never',
    evidence: '4 cost anomaly; 2 anomaly; 4 from:anomalydetection@',
  },
  {
    name: 'free-tier',
    title: 'The free tier or credits are nearly used up',
    category: 'billing',
    severity: 'notice',
    carriesToken: 'never',
    evidence: '3 freeTier; 2.5 credit; 4 from:freetier@',
  },
  {
    name: 'reservation-ends',
    title: 'A reservation or savings plan ends',
    category: 'billing',
    severity: 'notice',
    carriesToken: 'never',
    evidence: '3.5 purchase expire; 3.5 purchase end',
  },
  {
    name: 'invoice',
    title: 'Invoice, statement or cost report',
    category: 'billing',
    severity: 'info',
    carriesToken: 'never',
    evidence: `
      3 invoice available; 3.5 payment received; 2 received; 3 report; 2 invoice; 3 domain renew;
      -2.5 payment failed; -2 invoice failed; -2.5 overdue; -3 account suspend; -5 suspend date; -3 plan;
      -1.5 account reinstated; 1 purchase received; 1.5 from:invoicing@; 4 from:bcm-dashboards@;
      1.5 from:aws-receivables; 1.5 from:billing@
    `,
  },
  {
    name: 'marketplace',
    title: 'About an AWS Marketplace purchase',
    category: 'billing',
    severity: 'info',
    carriesToken: 'never',
    evidence: '2.5 purchase; 3 from:@marketplace.aws; 3 from:marketplace@aws.com',
  },
  // Support
  {
    name: 'case-survey',
    title: 'A survey about a support case',
    category: 'support-case',
    severity: 'info',
    carriesToken: 'never',
    yields: true,
    evidence: '3.5 case survey; 1.5 survey; 2 form:case',
  },
  {
    name: 'case-resolved',
    title: 'A support case is resolved',
    category: 'support-case',
    severity: 'info',
    carriesToken: 'never',
    settles: true,
    yields: true,
    evidence: '3.5 case resolved; 2.5 case close; 2.8 form:case; -1 case waiting',
  },
  {
    name: 'case-waiting',
    title: 'A support case waits for an answer',
    category: 'support-case',
    severity: 'action',
    carriesToken: 'never',
    yields: true,
    evidence: '3 case waiting; 2.2 waiting; 2.5 waiting not if; -3 survey; 2.8 form:case',
  },
  {
    name: 'case',
    title: 'About a support case',
    category: 'support-case',
    severity: 'notice',
    carriesToken: 'never',
    yields: true,
    evidence: '3 case answered; 0.5 case; 3 form:case',
  },
  // Advertising
  {
    name: 'marketing',
    title: 'News, an event or training',
    category: 'marketing',
    severity: 'info',
    carriesToken: 'never',
    evidence: `
      2.5 event; 2.5 news; 1 unsubscribe; 1 form:mass-mail; 4 from:marketing; 3 from:awscloud;
      4 from:newsletter; 3 from:events; -2 from:@aws.com; -3 form:case
    `,
  },
];
