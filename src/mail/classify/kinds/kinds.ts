import { kindsIn } from './kind.ts';

/** What a mail can be about, dangerous kinds first; where two fit equally well the first wins. */
export const KINDS = kindsIn(`
  = password-reset
  password-reset-link (urgent, link)
    3 password reset; 1 password new; -2 password reset required; -2 password changed; 4 from:password-reset; 5 link
  password-reset-required (urgent, never)
    3.5 password reset required; 3 password changed required; 2 password expire; 2 password new signIn;
    2 password withdrawn
  password-updated (urgent, never)
    3 password changed; 2 password new; 1 password root; -2 password changed required; -2 account suspicious

  = email-change
  root-email-change-code (urgent, code)
    3 email new verify; 3 email root code; 2 email root verify; 3 email changed code; 2.5 email changed typeIn;
    2.5 email changed verify; 3 characters typeIn; 2.5 from:no-reply@verify.signin.aws; 1 code
  root-email-changed (urgent, never)
    2.5 email changed; 2 email root changed; 2 email new root; 1.5 email new account; 0.8 root email;
    -1.5 contact; -1 invoice
  sign-up-code (action, code)
    5 from:@signup.aws; 3 signUp code; 3 signUp verify; 2.5 signUp typeIn; -2 invoice; 1 code
  ses-verification (action, link, carriesWords)
    3 ses verify; -2 ses withdrawn; 1.5 ses email verify; 1 email verify; 5 link
  sns-subscription (action, link, carriesWords)
    3 subscription verify; 0.8 from:@sns.amazonaws.com; 5 link
  acm-validation (action, link)
    3 certificate verify; 3 from:@certificates.amazon.com; 5 link
  registrar-verification (action, link)
    2.5 domain verify; 1.5 domain contact; 1.5 domain email verify; 2.5 domain transfer verify;
    2 contact verify; 1 email verify; 1.5 from:@registrar.amazon; 3 from:domainnameverification.net;
    3 from:emailverification.info; 2.5 form:key-link
  organizations-verification (action, link)
    3.5 organization email verify; 2 organization verify
  address-verification (action, code)
    2 email verify; 1.5 email code
  address-verified (info, never, settles)
    3.5 email verified; 4.5 ses verified; -4 ses raised; 3 subscription verified; 3 domain verified; 3 certificate verified

  = mfa-change
  mfa-recovery (urgent, link)
    3 mfa reset; 1 root email verify account; 5 from:recover-mfa; 5 link
  mfa-resync-link (urgent, link)
    3 mfa resync; 5 link
  mfa-resynced (notice, never, settles)
    4.5 mfa resync resolved
  mfa-removed (urgent, never)
    3 mfa removed; 2 mfa not; 3.5 credential root removed; 0.5 mfa
  mfa-added (notice, never)
    3 mfa added; 3.5 credential root added; 0.4 mfa; -1.5 mfa removed

  = account-closure
  closure-confirmation-link (urgent, link)
    4 account close verify; 4 account reinstated verify; 1.5 account reinstated; 1.5 close verify;
    -4 case close; -4 case reinstated; 1.5 form:key-link; 1.5 code
  account-reinstated (notice, never, settles)
    4 account reinstated; 1 account suspend reinstated; 2.5 account suspend not; 4.5 account close cancelled; 4.5 account suspend cancelled;
    -3 reinstated verify; -3 code; -3 form:key-link
  account-suspended (urgent, never)
    3 account suspend; -2 account suspend may; 3 suspend date; 7 account suspend date; -2 account reinstated; -2 mfa;
    1.5 from:aws-account-notifications@
  account-closed (urgent, never)
    3 account close; 1 account close date; 1.2 account close verify; -2 case close; -4 news
  free-plan-ended (urgent, never)
    4 freePlan expire; 2 freePlan

  = security-alert
  security-resolved (info, never, settles)
    4 abuse resolved; 4 abuse close; 2.5 abuse needless; 6 abuse resolved cancelled; -8 abuse resolved cancelled if;
    4 finding resolved; 3 suspicious resolved; 4.5 withdrawn removed;
    4.5 withdrawn reinstated; -4 suspend; -3 required; -3 finding low; 1 from:trustandsafety@
  exposed-key (urgent, never)
    4 credential exposed; 3 credential suspicious; 0.6 credential
  compromise (urgent, never)
    3 account suspicious; 3 credential suspicious; 2.2 suspicious
  abuse-report (urgent, never)
    2 abuse resource; 2.2 abuse; -4 abuse resolved; -4 abuse close; -3 abuse needless; -8 abuse resolved cancelled;
    8 abuse resolved cancelled if; 3 from:trustandsafety@; 3 from:ec2-abuse@
  access-withdrawn (urgent, never)
    3.5 ses withdrawn; 3 resource withdrawn; 2.5 access withdrawn; 3 abuse withdrawn;
    2 account withdrawn abuse; 2.5 account withdrawn; -2.5 account suspend; 2.5 ses abuse
  root-sign-in (notice, never)
    3 root signIn; 2.5 signIn new; -1.5 signIn code; -1 signIn typeIn; -1 password; -1.5 from:@signin.aws
  credential-advice (notice, never)
    2.2 credential; -3 credential exposed; -3 suspicious; -3 withdrawn; -3 mfa
  minor-finding (notice, never, settles)
    5 finding low
  guardduty (urgent, never)
    2.5 finding; 1 finding resource; -4 form:case

  = sign-in-verification
  sign-in-code (urgent, code)
    3 signIn code; 2.5 signIn typeIn; 3 signIn verify; 0.6 code typeIn; -3 code removed; -2 organization verify;
    -4 alarm signIn; 1.5 from:@signin.aws; 1 from:@login.awsapps.com; 1.5 code

  = account-admin
  identity-center-invitation (action, link)
    4 access invite; 1.5 form:key-link; 1 from:@login.awsapps.com
  organization-invitation (action, never, carriesWords)
    3.5 organization invite; -3 organization joined; -2 email verify
  organization-left (action, never)
    3.5 organization removed; 1 account removed; 1 organization close
  organization-joined (notice, never)
    3.6 organization joined; -2 organization removed
  contact-changed (notice, never)
    3.5 contact changed; 3 contact added; 3 contact removed; 1.5 contact
  account-created (info, never)
    3 account ready; 2 ready; -2 invoice; -3 account reinstated
  request-validated (info, never)
    3 verified; 3 organization received; 3 organization resolved; -3 quota; -3 organization invite; 3 from:aws-verification@
  plan-changed (info, never)
    3.5 plan changed; 3.5 plan upgrade; 3 plan; 2.5 plan freePlan; -3 freePlan expire

  = service-health
  health-resolved (info, never, settles)
    4 incident resolved; 4 maintenance resolved; 4 retire resolved; 5 alarm resolved; -3 form:mass-mail;
    3 health resolved; 4 quota verified; 4 quota raised; 7 quota verified case; 7 quota raised case; 4 ses raised; 1 resolved; 0.8 from:health@aws.com; -3 low; -3 case
  retirement (action, never)
    3.5 resource retire; 2.5 retire; 3 certificate expire; 3.5 certificate upgrade failed; 3.5 certificate upgrade not;
    -3 maintenance retire; -4 retire resolved; 1 from:health@aws.com
  certificate-renewed (info, never)
    3.5 certificate upgrade; -4 certificate upgrade failed; -4 certificate upgrade not; -4 certificate upgrade required;
    -4 certificate upgrade will; -3 certificate expire
  deprecation (notice, never)
    3 deprecate; 2.5 health removed; 0.5 changed; 1.5 upgrade; 1 resource changed; 1.5 news; -2 form:mass-mail; 1.2 from:health@aws.com
  maintenance (notice, never)
    3 maintenance; 1 maintenance health; 1.2 from:health@aws.com
  operational-issue (notice, never)
    2.5 incident; 1.2 from:health@aws.com
  health-action (action, never)
    2.8 upgrade required; 1 resource required; 1 from:health@aws.com
  alarm (notice, never)
    2.2 alarm; -2 alarm resolved; -5 finding; 0.5 health; 1.2 from:@sns.amazonaws.com; 0.6 from:@aws.com
  quota (notice, never)
    2.5 quota; -3 quota verified; -3 quota raised
  domain-expired (urgent, never)
    3 domain expire; 3 domain suspend; -2.5 domain expire date; -2.5 domain expire will
  domain-expiring (action, never)
    4 domain expire date; 4 domain expire will; 2 domain upgrade removed
  domain-changed (notice, never)
    2.6 domain transfer; 1.5 domain changed

  = billing
  payment-failed (action, never)
    3.5 payment failed; 2.5 invoice failed; 3 invoice required; 3.5 invoice overdue; 3.5 payment overdue; 2 overdue;
    3.2 payment expire; 3 domain upgrade failed; 1 payment changed; -2 payment received; -3 account suspend;
    3 account suspend may; -6 suspend date; -4 account close date; 1.5 from:aws-receivables; 1.5 from:invoicing@
  budget-alert (notice, never)
    2.5 budget; 3 from:budgets@
  cost-anomaly (notice, never)
    4 anomaly; 4 from:anomalydetection@
  credit-added (info, never)
    4.5 freeTier added; -4 freeTier expire; -4 from:freetier@
  free-tier (notice, never)
    3 freeTier; 4 from:freetier@
  reservation-ends (notice, never)
    3.5 purchase expire
  invoice (info, never)
    3.5 payment received; 1 received; -3 account close; 2.6 invoice; 3 domain upgrade; -2.5 payment failed;
    -2 invoice failed; -2.5 overdue; -3 account suspend; -5 suspend date; -3 plan; -1.5 account reinstated;
    1 purchase received; 1.5 from:invoicing@; 4 from:bcm-dashboards@; 1.5 from:aws-receivables; 1.5 from:billing@
  marketplace (info, never)
    2.5 purchase; -3 purchase expire; 3 from:@marketplace.aws; 3 from:marketplace@aws.com

  = support-case
  case-survey (info, never, yields)
    3.5 case survey; 1.5 survey; 2 form:case
  case-resolved (info, never, yields, settles)
    3.5 case resolved; 2.5 case close; -3 case close will; -3 case resolved will; -2 case close if; -2 case resolved if;
    2.8 form:case; -1 case waiting
  case-waiting (action, never, yields)
    3 case waiting; 2.2 waiting; 2.5 waiting not if; 3.5 case close will; 3.5 case resolved will; 3 case close if not;
    3 case resolved if not; -3 survey; 2.8 form:case
  case (notice, never, yields)
    3 case answered; 0.5 case; 3 form:case

  = marketing
  marketing (info, never)
    2.5 news; 1 form:mass-mail; 4 from:marketing; 3 from:awscloud; 4 from:newsletter; 3 from:events;
    -2 from:@aws.com; -3 form:case
`);
