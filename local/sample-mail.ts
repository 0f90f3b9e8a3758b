export interface SampleMail {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
}

/** What AWS writes every month, for trying out the way of a mail. The account id is the one of AWS's own examples. */
export function billingMail(): SampleMail {
  const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(),
  );
  return {
    from: 'Amazon Web Services <no-reply-aws@amazon.com>',
    subject: 'Amazon Web Services Billing Statement Available [Account: 111122223333]',
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
