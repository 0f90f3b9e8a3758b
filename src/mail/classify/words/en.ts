/**
 * What mails of AWS talk about, one row for each concept, with the English words for it: things first, then what happens to them,
 * advertising, and how it is said. Every other language has a file like this one, with the same rows. What is `usual` says nothing of
 * the topic: it is known, so that it may be shown in a subject.
 *
 * A word is compared folded (fold.ts), by its beginning: `suspen` finds "suspended" and "suspension". `|` behind it asks for the end of the
 * word, `*` before it allows any place in a word. Words of scripts without blanks are found anywhere.
 */
export const EN = `
  account: account|, accounts|
  root: root
  password: password
  email: email, mail address, mailbox
  mfa: mfa|, multi-factor, multifactor, two-factor, 2fa|, authenticator, authentication device, security key, passkey, fido, hardware token, second factor, totp|, virtual device
  signIn: sign in|, sign-in, signin|, signing in, signed in, log in|, log-in, logged in, logging in, login, your identity, it is you|, it's you|, it was you|, who you are
  code: code|, codes|, verification number, security number, confirmation number, passcode, one-time, otp|, magic link, sign-in link, sign-in number
  characters: character, digits, letters, symbols
  credential: access key, credential, secret key, iam key, api key, akia, keys of, key pair
  resource: instance, ec2|, bucket, resource, workload, server|, function
  ses: ses|, simple email service, your sending, email sending, sending of email, can send, cannot send, send email, sending pause, sending is
  organization: organization, organisation, control tower, account factory, organizational unit, landing zone
  access: access to, iam identity center, identity center, single sign-on, access portal
  contact: alternate contact, billing contact, security contact, operations contact, primary contact, contact information, contact details, phone number, account name, display name, name of your, name change, account settings, account information, password policy, new contact
  plan: paid plan, support plan, account plan
  freePlan: free plan, free account plan
  invoice: invoice, bill|, bills|, billing statement, statement|, receipt, credit note, credit memo, tax|, vat|, cost report, usage report, cost dashboard, scheduled report, cost and usage, weekly report, monthly report, cost overview, spend report, refund
  payment: payment, charge, card|, paid|, pay|, credit card, bank account, direct debit
  purchase: private offer, marketplace offer, marketplace subscription, aws marketplace, purchase, order|, savings plan, reserved instance, reservation
  budget: budget
  anomaly: anomal, more than expected, unexpected cost, unexpected spend, higher than usual
  freeTier: free tier, free-tier, free usage, credit balance, promotional credit, credits|, aws credit
  domain: domain|, domains|, registrar, registrant, whois, icann
  certificate: certificate, ssl/tls
  subscription: subscription, subscribe|, subscribed|, topic
  case: case|, cases|, support ticket, support request, support center
  verify: verif, confirm, validat, prove|, approv, authoriz, authoris, authenticate
  typeIn: enter|, type|, typing, key in, use this, use the following, following code, input|, here is your, here's your, fill in, is your
  verified: has been verified, identity verified, now verified, is verified, been verified, successfully verified, was verified, been confirmed, was confirmed, is confirmed, successfully confirmed, successfully subscribed, has been issued, been approved, was approved, is approved, has been validated, been validated, validation, has been enabled, is now enabled, request was granted, been verified for, request approved, increase approved, request granted, been granted
  reset: reset, forgot, recover, password assistance, set a new password, choose a new, new password for, lost|, stolen device, do not have your, without your, alternative factor, alternative authentication
  new: new|, another, different
  changed: chang, updat, replac, modif, altered, edited, different, has been set, was set, renamed, is now|
  removed: remov, delet, deactivat, disabl, turned off, taken off, switched off, detached, unlinked, disassociat, deregist, unregist, no longer, left|, leav, removed from, removed your account, taken out, no longer part, no longer a member, no longer belong, stand alone, stands alone, standalone, no longer in, not part of, not a part of, not a member of, any longer, stopped sending, stop sending
  added: added, regist, enabled, activated, assigned, set up, attached, turned on, associated, enrolled, new|, created, applied to
  resync: resync, synchroniz, synchronis, in sync
  exposed: expos, publicly, public|, leak, github, repository, internet|, published, found online, disclos
  suspicious: suspicious, used outside aws, used from outside, outside of aws, unusual, irregular, unauthori, compromis, malicious, wrong hands, stolen, misus, fraud, intru, hijack, unrecogni, not look like you, taken over, takeover, malware, mining, crypto, inappropriate, third party, security incident, exfiltrat, attacker, breach, at risk, in danger, without permission, without your permission, without authorization
  finding: guardduty, security hub finding, security hub digest, security hub summary, finding|, findings|, inspector, macie, access analyzer, publicly accessible, unauthorizedaccess:, cryptocurrency:, recon:, backdoor:, trojan:, impact:, rootcredentialusage
  low: digest|, low severity, low-severity, severity: low, severity low, severity is low, of low, weekly summary, weekly digest, no critical, no high, informational, daily summary, daily digest, notifications digest, notification digest
  abuse: abus, spam, port scan, scanned, scanning, probing, phishing, attack, denial of service, complaint, bounce, brute force, brute-force, acceptable use, intrusion attempt, copyright
  withdrawn: restrict, blocked, paus, withdr, under review, probation, limited your, revok, isolated, quarantin, put on hold, placed on hold, is limited, has been limited, suspend
  failed: fail, declin, refus, reject, unsuccessful, unable, could not, couldn't, cannot be, did not go through, not process, was returned, been returned, sent back, bounced, problem with, issue with your payment
  overdue: overdue, past due, past-due, unpaid, outstanding, open balance, not been paid, not received, final notice, second notice, was due, owes, owe|, owing, balance of
  received: thank you for your payment, thanks for your payment, payment received, received your payment, have received, was received, successful, paid in full, has been paid, got your payment, arrived, nothing left to pay, nothing to pay, balance is zero, receipt, refund, payment confirmation, was charged, been charged, succeeded, posted
  usual: available, is ready, attached, is here, issued, is due|, total of, your bill for, statement for, cost|, costs|, spend, usd|, savings plan, reserved instance, region|, threshold, exceed, forecast, of its limit, of your budget, alert, limit|, % of, reached, used, link|, click, button, visit|, follow, open this, good news
  suspend: suspen, deactivated your account, account is locked, account deactivat, terminate
  close: clos, terminated, termination
  reinstated: reinstat, reactivat, restored, reopened, active again, welcome back, lifted, no longer suspended, works again, suspension is over, suspension removed, open again, is back, good standing, been reversed, was reversed, reopen, reopening, stay open, stays open, remains open, remain open, stays active, remains active, will not be closed
  invite: invit, asked to join, like to join, would like, join, wants to add, asks you to, to add your account, accept invitation, your username, accept the invitation, temporary password, enable all features, enabling all features
  joined: joined, now a member, now part, became a member, is a member, now belongs, accepted
  ready: is ready, welcome, all set, thanks for joining, thank you for joining, thank you for signing up, thanks for signing up, thank you for choosing, thanks for choosing, has been set up, happy to have you, can now be used, is active, has been created, was created, get started, getting started, is now open, been activated, activation
  signUp: signing up, sign up for aws, sign-up, signup, create an aws account, creating an aws account, creating your account, create your account, new aws account, registration
  maintenance: maintenance, patch, scheduled change, scheduled upgrade, scheduled update, system update, minor version, endpoint replacement, software update, update the host, host update
  retire: retirement, retired|, retires|, retiring, decommission, failing hardware, degraded hardware, hardware is degrad, hardware failure, underlying hardware, underlying host, will be stopped, scheduled to stop, scheduled to be stopped, reboot, restart, failing host, will be terminated, lost redundancy
  deprecate: deprecat, end of support, end of standard support, end-of-support, standard support, end of life, end-of-life, no longer support, no longer be support, discontinu, sunset, being replaced, will be removed, no longer be available, no longer hold, reaches end, out of support, end support, ends support, will stop support, new field, breaking change
  incident: operational issue, operational event, service event, error rate, elevated, latenc, disruption, outage, degradation, connectivity, service issue, investigating, availability issue, impair, open issue, errors
  resolved: resolved, solved, recovered, cancel, works normally, working normally, operating normally, fixed, back to normal, completed, mitigated, called off, is over|, not affected, ok:, ok state, to ok|, been resync, was resync, been synchron, was synchron, successfully resync, in sync again
  cancelled: take no further, was cancelled, was canceled, been cancelled, been canceled, is cancelled, cancelled your, canceled your, have cancelled, was withdrawn, been withdrawn, called off
  alarm: alarm, cloudwatch, notification message, notifications digest, notification digest, daily digest, daily summary, health event, user notifications, autoscaling, auto scaling, backup, pipeline, stack|, cloudformation, rds event, deployment, build|, job|, summary
  quota: quota, service limit, limit increase, approaching the limit, close to the limit, trusted advisor, utilization
  raised: increased, been raised, was raised, raised to, were raised, now higher, out of the sandbox, out of the amazon ses sandbox, production access, limit is now, quota is now
  health: aws health, service health, affected resource, upcoming, planned, scheduled
  upgrade: upgrade, update, migrate, version, rotate, renew, upgraded, upgrade complete, has changed to, moved to
  expire: expir, lapse, run out, end|, ends|, ended|, ending|, expire, runs out, is over|, comes to an end
  will: will be, will close, will end, will expire, expires|, is going to, are going to, about to, soon
  transfer: transfer, move to another, change of owner, change of registrant, lock|, locked|, unlock
  answered: answered, replied, our answer, our reply, response to your case, new correspondence, correspondence, has been opened, was opened, has been created, opened a case, new case, new support case, contacting aws support, working on
  waiting: waiting for, awaiting, await your, need more information, need to know, need further, need some, more details, hear from you, heard from you, heard back, your answer, your reply, your response, your input, pending customer, tell us, send us, send me, please reply, please answer, could you, question for you, from you, get back to us, respond to, needs you, reply needed, information is missing, provide us, provide the, provide a, please provide, provide more, provide any
  survey: survey, rate your, rate our, rate the, feedback, satisfied, how did we do, how we did, how was your, how would you rate, your opinion, experience with support, tell us how
  news: webinar, register now, register today, sign up today, save your seat, save the date, join us|, join our, seat|, seats|, session, summit, re:invent, re:inforce, workshop, training, certification, skill builder, hands-on, innovate, developer day, meetup, live event, on-demand, virtual event, conference, game day, newsletter, digest|, what's new, what is new, news|, this month in, this week in, this week's, announc, introduc, learn how, read more, discover, blog, ebook, whitepaper, case study, product update, new feature, tips, best practices, deep dive, highlights, top questions, top stories, explore, guide to, how to|, re:post, special offer, launches
  required: action required, required|, requires action, must|, mandatory, needs your attention, action needed, act by
  not: not|, no|, never|, *n't|, without|, cannot|, unable|, nothing
  needless: no action, nothing to do, nothing else to do, nothing has to be done, nothing further, not need to do anything, don't need to do anything, do not have to do anything, for your information, no further action, no response is, no downtime, nothing you need to do, not required to do, need not do anything, does not require any action, nothing is required, no steps are, do not need to take, don't need to take, no need to do, there is no need to, does not require action, no steps to take
  may: may|, might|, could|
  if: if|, in case|, whenever, should you, unless
` as const;

type NameIn<Table, Found = never> = Table extends `${string}\n  ${infer Name}: ${infer Rest}`
  ? NameIn<Rest, Found | Name>
  : Found;

export type Concept = NameIn<typeof EN>;
