import { describe, expect, test } from 'vitest';
import { isAwsDomain, AWS_SENDERS } from '../../../src/mail/rules.ts';
import { AUTH, type MailPlan } from '../collections/mail-maker.ts';
import { readPlan } from '../collections/reading.ts';

const READY: MailPlan = {
  from: 'Amazon Web Services <no-reply@amazonaws.com>',
  subject: 'Your AWS account is ready',
  text: 'Hello,\n\nyour AWS account can be used now.\n',
};
const AUTH_SOURCE =
  'X-MS-Exchange-Organization-AuthSource: AM8EUR04FT075.eop-EUR05.prod.protection.outlook.com';

async function genuine(changes: Partial<MailPlan>): Promise<string> {
  return (await readPlan({ ...READY, ...changes })).genuine;
}

describe('AWS’s sender domains', () => {
  test.each([
    'signin.aws',
    'verify.signin.aws',
    'signup.aws',
    'marketplace.aws',
    'newservice.aws',
    'registrar.amazon',
    'registrar.amazon.com',
    'amazon.com',
    'aws.amazon.com',
    'email.amazon.com',
    'certificates.amazon.com',
    'amazonaws.com',
    'sns.amazonaws.com',
    'costalerts.amazonaws.com',
    'aws.com',
    'support.aws.com',
    'login.awsapps.com',
    'AMAZON.com',
  ])('%s is one', (domain) => {
    expect(isAwsDomain(domain, AWS_SENDERS)).toBe(true);
  });

  test.each([
    'ec2-3-120-10-20.eu-central-1.compute.amazonaws.com',
    'anything.amazonaws.com',
    'company.awsapps.com',
    'awsapps.com',
    'evil.aws.com',
    'evil.amazon.com',
    'amazonses.com',
    'aws',
    'x.lambda-url.eu-west-1.on.aws',
    'on.aws',
    'signin.aws.example',
    'signin-aws.com',
    'amazon.com.',
    'amazon.co',
    'xn--mazon-3ve.com',
    'аmazon.com',
    'domainnameverification.net',
    'emailverification.info',
    'verificationemail.com',
  ])('%s is none', (domain) => {
    expect(isAwsDomain(domain, AWS_SENDERS)).toBe(false);
  });
});

describe('who wrote a mail', () => {
  test('a listed sender whose DMARC passed is AWS', async () => {
    expect(await genuine({})).toBe('yes');
  });

  test('upper case makes no difference', async () => {
    expect(await genuine({ from: 'AWS <No-Reply@AmazonAWS.com>' })).toBe('yes');
  });

  test.each(['temperror', 'bestguess', 'none', 'missing', 'gateway'] as const)(
    'with dmarc %s it cannot be verified',
    async (auth) => {
      expect(await genuine({ auth })).toBe('suspicious');
    },
  );

  test('an exact forgery is not AWS', async () => {
    expect(await genuine({ auth: 'fail' })).toBe('no');
  });

  test('compauth alone proves nothing', async () => {
    const senderHeaders = [
      'Authentication-Results: spf=none smtp.mailfrom=x.example; dkim=none header.d=none;dmarc=none action=none header.from=amazonaws.com;compauth=pass reason=111',
    ];
    expect(await genuine({ auth: 'missing', senderHeaders })).toBe('suspicious');
  });

  test('a header with an authserv-id never counts', async () => {
    const senderHeaders = [`Authentication-Results: mx.google.com; ${AUTH.pass('amazonaws.com')}`];
    expect(await genuine({ auth: 'missing', senderHeaders })).toBe('suspicious');
    expect(await genuine({ senderHeaders })).toBe('yes');
  });

  test('two headers that look like Exchange’s are worth nothing', async () => {
    const senderHeaders = [`Authentication-Results: ${AUTH.pass('amazonaws.com')}`];
    expect(await genuine({ senderHeaders })).toBe('suspicious');
    expect(await genuine({ auth: 'fail', senderHeaders })).toBe('no');
  });

  test('ARC and renamed headers are not asked', async () => {
    const value = AUTH.pass('amazonaws.com');
    const senderHeaders = [
      `ARC-Authentication-Results: i=1; mx.microsoft.com 1; ${value}`,
      `Authentication-Results-Original: ${value}`,
    ];
    expect(await genuine({ auth: 'missing', senderHeaders })).toBe('suspicious');
  });

  test('a pass that the sender wrote into the envelope address is none', async () => {
    const senderHeaders = [
      'Authentication-Results: spf=pass (sender IP is 1.2.3.4) smtp.mailfrom=x;dmarc=pass header.from=amazonaws.com; dkim=none header.d=none;dmarc=fail action=none header.from=amazonaws.com',
    ];
    expect(await genuine({ auth: 'missing', senderHeaders })).toBe('no');
    const inComment = [
      'Authentication-Results: spf=pass (sender IP is (dmarc=pass header.from=amazonaws.com;) 1.2.3.4) smtp.mailfrom=x;dmarc=none action=none header.from=amazonaws.com',
    ];
    expect(await genuine({ auth: 'missing', senderHeaders: inComment })).not.toBe('yes');
  });

  test('DMARC must have passed for the From domain itself', async () => {
    const senderHeaders = [`Authentication-Results: ${AUTH.pass('aws.com')}`];
    expect(await genuine({ auth: 'missing', senderHeaders })).toBe('no');
  });

  test('without the organization headers of the own Exchange nothing counts', async () => {
    expect(await genuine({ headers: [] })).toBe('suspicious');
    expect(await genuine({ headers: ['X-MS-Exchange-Organization-AuthSource: mail.evil.example'] })).toBe(
      'suspicious',
    );
    // Another cloud's Exchange Online is not the company's.
    const other = 'X-MS-Exchange-Organization-AuthSource: BN1.prod.protection.office365.us';
    expect(await genuine({ headers: [other] })).toBe('suspicious');
    expect(await genuine({ headers: [AUTH_SOURCE, AUTH_SOURCE] })).toBe('suspicious');
  });

  test('internal mail is not AWS', async () => {
    const internal = [AUTH_SOURCE, 'X-MS-Exchange-Organization-AuthAs: Internal'];
    expect(await genuine({ headers: internal })).not.toBe('yes');
  });

  test.each([
    ['two addresses', 'no-reply@amazonaws.com, evil@evil.example'],
    ['an address in the display name', '"no-reply@amazonaws.com" <evil@evil.example>'],
    ['an encoded display name', '=?utf-8?q?AWS_=3Cno-reply=40amazonaws=2Ecom=3E?= <evil@evil.example>'],
    ['a comment', 'evil@evil.example (no-reply@amazonaws.com)'],
    ['a subdomain trick', 'AWS <no-reply@amazonaws.com.evil.example>'],
    ['AWS as local part', 'AWS <no-reply.amazonaws.com@evil.example>'],
  ])('%s in From does not help', async (_, from) => {
    expect(await genuine({ from })).toBe('no');
  });

  test('a second From line does not help', async () => {
    expect(await genuine({ senderHeaders: ['From: evil@evil.example'] })).not.toBe('yes');
  });

  test('what the shop sends from amazon.com is not AWS', async () => {
    const shop = {
      from: '"amazon.com" <account-update@amazon.com>',
      subject: 'amazon.com: Sign-in attempt',
      text: 'Your One Time Password (OTP) is: 773214. Do not share it.\n',
    };
    const mail = await readPlan({ ...READY, ...shop });
    expect(mail.genuine).toBe('no');
    expect(mail.category).toBe('non-aws');
    expect(mail.shown).not.toContain('773214');
  });
});

describe('what others pass on', () => {
  const group: MailPlan = {
    from: "'Amazon Web Services' via Root mail <root-mail@company.com>",
    subject: 'Your AWS account has been closed',
    text: 'Account 246802468024 was closed.\n',
    internal: true,
  };

  test('a group that wrote itself into From cannot be verified', async () => {
    const mail = await readPlan({
      ...group,
      senderHeaders: ['X-Original-From: Amazon Web Services <no-reply@amazonaws.com>'],
    });
    expect(mail).toMatchObject({ genuine: 'suspicious', category: 'account-closure' });
  });

  test('a colleague who only writes about AWS is a colleague', async () => {
    expect((await readPlan({ ...group, from: 'Max Muster <max.muster@company.com>' })).genuine).toBe('no');
  });

  test('a bounce that brings a live link back is withheld', async () => {
    const mail = await readPlan({
      from: 'Microsoft Outlook <postmaster@company.com>',
      subject: 'Undeliverable: FW: Amazon Web Services Password Assistance',
      text: 'Delivery has failed.\n',
      internal: true,
      senderHeaders: ['Auto-Submitted: auto-replied'],
      attachments: [
        {
          type: 'message/rfc822',
          content:
            'From: Amazon Web Services <password-reset-no-reply@verify.signin.aws>\r\nSubject: x\r\n\r\nhttps://signin.aws.amazon.com/resetpassword?type=RootUser&token=Zk3vQ9xT7bLmN2pRs8Wc\r\n',
        },
      ],
    });
    expect(mail).toMatchObject({ genuine: 'no', category: 'non-aws', secret: true });
  });
});

describe('words of strangers that AWS carries', () => {
  const topic = (id: string, text = 'Call us!'): MailPlan => ({
    from: 'AWS Security <no-reply@sns.amazonaws.com>',
    subject: 'Your account is at risk',
    text: `${text}\n\n--\nhttps://sns.us-east-1.amazonaws.com/unsubscribe.html?SubscriptionArn=arn:aws:sns:us-east-1:${id}:topic:aa&Endpoint=x\n`,
  });

  test('a topic of an account of ours is AWS’s mail', async () => {
    expect((await readPlan(topic('246802468024'))).genuine).toBe('yes');
  });

  test('a topic of somebody else’s is suspicious, also when its text names our account', async () => {
    expect((await readPlan(topic('999900001111'))).genuine).toBe('suspicious');
    expect((await readPlan(topic('999900001111', 'About account 246802468024'))).genuine).toBe('suspicious');
    const faked =
      'https://sns.us-east-1.amazonaws.com/unsubscribe.html?SubscriptionArn=arn:aws:sns:us-east-1:246802468024:ours:aa';
    expect((await readPlan(topic('999900001111', faked))).genuine).toBe('suspicious');
  });

  test('such a mail shows no words of theirs', async () => {
    const mail = await readPlan(topic('999900001111', 'Call +1 888 555 0199'));
    expect(mail.excerpt).toBe('');
    expect(mail.shown).not.toContain('555 0199');
  });

  test('an invitation is ours when the inviting account is', async () => {
    const invitation = (manager: string): MailPlan => ({
      from: 'Amazon Web Services <no-reply@amazonaws.com>',
      subject: 'Invitation to join an AWS organization',
      text: `Account 246802468024 is invited.\nManagement account: ${manager}\n`,
    });
    expect((await readPlan(invitation('901234567890'))).genuine).toBe('yes');
    expect((await readPlan(invitation('777788889999'))).genuine).toBe('suspicious');
  });
});
