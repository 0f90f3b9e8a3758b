/** A mail for trying things out; plain text, as from the sender named. */
export interface SampleMail {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
}

/** The account id of AWS's own documentation examples. */
const ACCOUNT = '111122223333';

/** What AWS writes every month. */
export function billingMail(): SampleMail {
  const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(),
  );
  return {
    from: 'Amazon Web Services <no-reply-aws@amazon.com>',
    subject: `Amazon Web Services Billing Statement Available [Account: ${ACCOUNT}]`,
    text: [
      'Greetings from Amazon Web Services,',
      '',
      `This e-mail confirms that your latest billing statement (${month}) for the account ending in 3333 is available.`,
      'Your account will be charged the following:',
      '',
      'Total: $42.17',
      '',
      'You can see a complete break down of all charges on the Billing & Cost Management page:',
      '',
      'https://console.aws.amazon.com/billing/home#/bills',
      '',
      'Thank you for using Amazon Web Services.',
      '',
      'Sincerely,',
      'The Amazon Web Services Team',
    ].join('\n'),
  };
}

/** What somebody sends who wants the account: a link that opens it. Its text must never reach a channel. */
export function passwordResetMail(): SampleMail {
  return {
    from: 'Amazon Web Services <password-reset-no-reply@verify.signin.aws>',
    subject: 'Amazon Web Services Password Assistance',
    text: [
      'Hello,',
      '',
      'We received a request to reset the password of the root user of your AWS account. Use this link within 20 minutes:',
      '',
      'https://signin.aws.amazon.com/resetpassword?type=RootUser&token=local-stand-example-token&key=local-stand-example-key',
      '',
      'If you did not ask for this, you can ignore this message.',
      '',
      'Sincerely,',
      'The Amazon Web Services Team',
    ].join('\n'),
  };
}

/** What no rule knows: it is announced, and its text is for the owner of the alias alone. */
export function unclearMail(): SampleMail {
  return {
    from: 'Amazon Web Services <no-reply@amazonaws.com>',
    subject: `Your visit [Account: ${ACCOUNT}]`,
    text: [
      'Hello,',
      '',
      'your visit to our office is arranged. Please bring your badge to the desk in the lobby.',
      '',
      'Sincerely,',
      'The Amazon Web Services Team',
    ].join('\n'),
  };
}

/** A forgery from a domain that only looks like AWS. */
export function phishingMail(): SampleMail {
  return {
    from: 'AWS Billing <billing@aws-account-support.example>',
    subject: 'URGENT: your AWS account will be suspended today',
    text: [
      'Dear customer,',
      '',
      'Your payment was declined. Confirm your root password within 2 hours or all resources are deleted:',
      '',
      'https://aws-account-support.example/login',
    ].join('\n'),
  };
}

/** What administrators send from outside after the set-up: whether every root mailbox forwards, and keeps the alias. */
export function forwardingTestMail(): SampleMail {
  return {
    from: 'Cloud Platform <cloud-platform@example.org>',
    subject: 'Test of the forwarding, to one alias of each root mailbox',
    text: 'If this arrives in triage, every root mailbox forwards its mail. The command doctor tells where the aliases were found.',
  };
}

/** What a new stand is shown with. */
export function sampleMails(): readonly SampleMail[] {
  return [billingMail(), passwordResetMail(), unclearMail(), phishingMail()];
}
