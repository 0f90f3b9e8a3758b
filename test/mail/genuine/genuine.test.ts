import { assert, asyncProperty, constantFrom, record, subarray } from '../../fast-check.ts';
import { describe, expect, test } from 'vitest';
import { isKeyLink } from '../../../src/mail/secrets/key-links.ts';
import { leadsIn } from '../../../src/mail/genuine/leads.ts';
import { linksIn } from '../../../src/mail/parse/links.ts';
import { MAIL_RULES } from '../../../src/mail/rules.ts';
import { mailFromEml } from '../../../src/mail/parse/take-apart.ts';
import { analyze } from '../../../src/mail/analyze.ts';
import type { Genuine, Mail } from '../../../src/mail/analysis.ts';
import { DRESSINGS, OPAQUE, redressed, UNANSWERED, WRAPPERS } from '../collections/dressings.ts';
import { AUTH, makeMail, type MailPlan } from '../collections/mail-maker.ts';
import { readPlan, REGISTER, sampleBytes, samples } from '../collections/reading.ts';

const SAMPLES = await Promise.all(
  ['', 'varied/', 'hard/', 'mixed/'].flatMap((folder) =>
    samples(folder).map(async ({ file, genuine }) => ({
      file,
      genuine,
      mail: await mailFromEml(sampleBytes(file)),
    })),
  ),
);
const OF_AWS = SAMPLES.filter(({ genuine }) => genuine === 'yes');
const OF_OTHERS = SAMPLES.filter(({ genuine }) => genuine === 'no');

const dressings = subarray(Object.keys(DRESSINGS), { maxLength: 3 });
const anyDress = record({
  above: dressings,
  below: dressings,
  wrap: constantFrom(undefined, ...Object.values(WRAPPERS), ...Object.values(OPAQUE)),
});
const anyUnanswered = constantFrom(...Object.values(UNANSWERED));

/** Some samples reach no alias, from which the company's domain would be known. */
const RULES = { ...MAIL_RULES, companyHosts: ['company.com'] };

async function verdict(mail: Mail): Promise<Genuine> {
  return (await analyze(mail, REGISTER, RULES)).genuine;
}

describe('a topic without a link to unsubscribe', () => {
  const OURS = 'arn:aws:sns:eu-central-1:567890123456:high';
  const sns = (text: string): MailPlan => ({
    from: 'AWS Notifications <no-reply@sns.amazonaws.com>',
    to: 'aws_9b2f6c1e-0d3a-4b75-8e64-1f7a2c5d9e08@company.com',
    subject: 'AWS Notification Message',
    text,
  });

  test.each([
    ['yes', `GuardDuty finding.\n\n--\nYou receive this because ${OURS} is subscribed.\n`],
    ['suspicious', `Finding in ${OURS}.\n\n--\nTo unsubscribe: https://links.example/s/8fK2mQ7xTz\n`],
    ['suspicious', `Finding in ${OURS}.\n`],
  ])('is %s by what AWS writes below its text', async (genuine, text) => {
    expect((await readPlan(sns(text))).genuine).toBe(genuine);
  });
});

describe('cases that went wrong', () => {
  const cases = samples('../cases/');

  test('are all there', () => {
    expect(cases.length).toBe(48);
  });

  test.each(cases)('$file: who wrote it is right', async ({ file, genuine }) => {
    expect(await verdict(await mailFromEml(sampleBytes(file)))).toBe(genuine);
  });

  test.each(cases.filter(({ file }) => /\/(?:b\d|c\d|d\d|f1|s\d)/.test(file)))(
    '$file: and with it all else',
    async ({ file, category, secret, severity, aliases, accountId }) => {
      const mail = await mailFromEml(sampleBytes(file));
      expect(await analyze(mail, REGISTER, RULES)).toMatchObject({
        category,
        secret,
        severity,
        aliases,
        accountId,
      });
    },
  );
});

describe('AWS’s mail', () => {
  test('is never called a forgery because nobody answered, or for what gateways and companies add', async () => {
    await assert(
      asyncProperty(constantFrom(...OF_AWS), anyUnanswered, anyDress, async ({ mail }, stamp, dress) => {
        expect(await verdict(redressed(mail, { ...dress, stamp }))).toBe('suspicious');
      }),
      { numRuns: 600 },
    );
  });

  test('nor because a gateway broke its signature', async () => {
    await assert(
      asyncProperty(constantFrom(...OF_AWS), anyDress, async ({ mail }, dress) => {
        expect(await verdict(redressed(mail, { ...dress, stamp: AUTH.gateway }))).toBe('suspicious');
      }),
      { numRuns: 300 },
    );
  });

  test('stays genuine whatever is added', async () => {
    await assert(
      asyncProperty(constantFrom(...OF_AWS), anyDress, async ({ mail }, { above, below }) => {
        expect(await verdict(redressed(mail, { above, below, keepStamp: true }))).toBe('yes');
      }),
      { numRuns: 200 },
    );
  });
});

describe('a forgery', () => {
  test('is not made AWS’s by anything that is added', async () => {
    await assert(
      asyncProperty(constantFrom(...OF_OTHERS), anyDress, async ({ mail }, dress) => {
        expect(await verdict(redressed(mail, { ...dress, keepStamp: true }))).toBe('no');
      }),
      { numRuns: 400 },
    );
  });

  test('nor by an answer that says nothing', async () => {
    await assert(
      asyncProperty(constantFrom(...OF_OTHERS), anyUnanswered, anyDress, async ({ mail }, stamp, dress) => {
        expect(await verdict(redressed(mail, { ...dress, stamp }))).not.toBe('yes');
      }),
      { numRuns: 400 },
    );
  });

  const lure = 'https://portal-check.example/case?id=1';
  const forged: MailPlan = {
    from: 'Amazon Web Services <no-reply@amazonaws.com>',
    subject: 'Your AWS account will be suspended',
    html: `<p>Dear AWS customer,</p><p>see <a href="https://docs.aws.amazon.com/x">the guide</a>.</p><p><a href="${lure}">Continue</a></p><p>410 Terry Ave. North, Seattle</p>`,
  };

  test.each(['fail', 'gateway', 'temperror', 'none', 'missing'] as const)(
    'that leads elsewhere is none of AWS’s when dmarc is %s, however its link is rewritten and dressed',
    async (auth) => {
      const mail = await mailFromEml(makeMail({ ...forged, auth }));
      await assert(
        asyncProperty(
          record({
            above: dressings,
            below: dressings,
            wrap: constantFrom(undefined, ...Object.values(WRAPPERS)),
          }),
          async (dress) => {
            expect(await verdict(redressed(mail, { ...dress, keepStamp: true }))).toBe('no');
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});

describe('where a link leads', () => {
  const leads = async (html: string, companyHosts: readonly string[] = []) =>
    leadsIn(await mailFromEml(makeMail({ from: 'a@b.example', subject: 'x', html })), companyHosts).map(
      ({ role, host }) => `${role} ${host}`,
    );
  const LINK = 'https://signin.aws.amazon.com/resetpassword?type=RootUser&token=AbCd1234EfGh5678IjKl';

  test.each(Object.entries(WRAPPERS))('is read through %s', async (_, wrap) => {
    for (const [link, expected] of [
      [LINK, 'aws signin.aws.amazon.com'],
      ['https://evil.example/signin', 'elsewhere evil.example'],
    ] as const) {
      const html = `<a href="${wrap(link).replaceAll('&', '&amp;')}">x</a>`;
      expect(await leads(html, ['company.com'])).toEqual([expected]);
    }
  });

  test.each(Object.entries(WRAPPERS))('and a link that works by itself is found through %s', (_, wrap) => {
    const found = linksIn(wrap(LINK)).some(isKeyLink);
    // They tell no more than the host.
    expect(found || wrap(LINK).includes('inky.com')).toBe(true);
  });

  test.each(Object.entries(OPAQUE))('is unknown through %s', async (_, wrap) => {
    expect(await leads(`<a href="${wrap(LINK).replaceAll('&', '&amp;')}">x</a>`)).toEqual([
      expect.stringMatching(/^unknown /),
    ]);
  });

  test.each(Object.entries(DRESSINGS))('%s leads nowhere else', async (_, { html }) => {
    const found = await leads(html, ['company.com']);
    expect(found.filter((lead) => lead.startsWith('elsewhere'))).toEqual([]);
  });

  test.each([
    [
      'a host that ends like a gateway’s',
      'https://linkprotect.cudasvc.com.evil.example/url?a=https%3A%2F%2Faws.amazon.com',
    ],
    ['a host that begins like one', 'https://safelinks.evil.example/?url=https%3A%2F%2Faws.amazon.com'],
    ['AWS’s link as a parameter', 'https://evil.example/?url=https://signin.aws.amazon.com/'],
    [
      'another parameter of a gateway',
      'https://linkprotect.cudasvc.com/url?x=https://aws.amazon.com&a=https://evil.example',
    ],
    ['a user name', 'https://signin.aws.amazon.com@evil.example/'],
    ['a user name with a port', 'https://signin.aws.amazon.com:443@evil.example/'],
    ['backslashes', 'https:\\\\evil.example\\signin.aws.amazon.com'],
    ['no scheme', '//evil.example/x'],
    ['blanks in the scheme', 'ht\ntps://evil.example/'],
    ['characters as numbers', '&#104;ttps&#58;//evil.example/'],
    ['a bucket', 'https://aws-signin.s3.amazonaws.com/index.html'],
    ['a bucket of a region', 'https://s3.eu-west-1.amazonaws.com/signin/index.html'],
    ['a function', 'https://abc123.lambda-url.eu-west-1.on.aws/'],
    ['a machine', 'https://ec2-3-120-10-20.eu-central-1.compute.amazonaws.com/'],
    ['a distribution', 'https://d111111abcdef8.cloudfront.net/'],
    ['a load balancer', 'https://x-123.eu-west-1.elb.amazonaws.com/'],
    ['a profile that leads on', 'https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fevil.example'],
    ['an open redirect', 'https://www.google.com/url?q=https://evil.example'],
    ['a page of its own', 'data:text/html;base64,PGgxPg=='],
    ['a script', 'javascript:location=1'],
    ['a look-alike', 'https://signin.aws.amazon.com.session.example/'],
    ['letters of another script', 'https://signin.аws.amazon.com.example/'],
    ['a dot of another script', 'https://signin.aws.amazon.com。evil.example/'],
    ['punycode', 'https://xn--mazon-3ve.com/'],
  ])('is elsewhere with %s', async (_, link) => {
    for (const html of [
      `<a href="${link.replaceAll('"', '')}">AWS</a>`,
      `<a\thref = '${link}' class=x>AWS`,
      `<form action="${link}"><input></form>`,
      `<!--[if mso]><v:roundrect href="${link}"><center>AWS</center></v:roundrect><![endif]-->`,
      `<map><area href="${link}"></map>`,
      `<iframe src="${link}"></iframe>`,
    ])
      expect(await leads(html)).toEqual([expect.stringMatching(/^elsewhere /)]);
  });
});

describe('a link that is hidden from a reader of HTML', () => {
  const leads = async (html: string) =>
    leadsIn(await mailFromEml(makeMail({ from: 'a@b.example', subject: 'x', html })), []).map(
      ({ role }) => role,
    );

  test.each([
    ['behind a second address', '<a href="https://evil.example/" href="https://aws.amazon.com/">AWS</a>'],
    ['behind an empty comment', '<!--><a href="https://evil.example/">AWS</a><!-- -->'],
    ['behind a style in capitals', '<style></STYLE><a href="https://evil.example/">AWS</a>'],
    ['behind a slash', '<a/href="https://evil.example/">AWS</a>'],
    ['below a base', '<base href="https://evil.example/"><a href="signin">AWS</a>'],
    ['in a reload', '<meta http-equiv="refresh" content="0; url=https://evil.example/">'],
    ['in a drawing', '<svg><a xlink:href="https://evil.example/"><text>AWS</text></a></svg>'],
    ['in a button', '<form><button formaction="https://evil.example/">AWS</button></form>'],
  ])('is found %s', async (_, html) => {
    expect(await leads(html)).toContain('elsewhere');
  });

  test.each([
    ['a style', '<style>a{background:url(https://evil.example/)}</style>'],
    ['a comment', '<!-- <a href="https://evil.example/">x</a> -->'],
    ['a script', '<script>location="https://evil.example/"</script>'],
    ['a picture', '<img src="https://evil.example/x.png" srcset="https://evil.example/y.png">'],
    ['an anchor within the mail', '<a href="#top">top</a>'],
    ['an address', '<a href="mailto:x@evil.example">x@evil.example</a>'],
    ['a telephone number', '<a href="tel:+1555">+1 555</a>'],
  ])('nobody follows what is in %s', async (_, html) => {
    expect(await leads(html)).toEqual([]);
  });

  test('a page that is attached and runs is somewhere else', async () => {
    const content = '<html><script>document.write(atob("PGE+"))</script></html>';
    const plan: MailPlan = {
      from: 'Amazon Web Services <no-reply@amazonaws.com>',
      subject: 'Your AWS invoice',
      text: 'Hello, your AWS invoice is attached.\n',
      auth: 'temperror',
    };
    expect((await readPlan(plan)).genuine).toBe('suspicious');
    const attachments = [{ type: 'text/html', name: 'invoice.html', content }];
    expect((await readPlan({ ...plan, attachments })).genuine).toBe('no');
  });
});

describe('mail that nobody vouches for', () => {
  const plan = (text: string, from = 'AWS Health <health@aws.com>'): MailPlan => ({
    from,
    subject: 'Notice about your AWS account 246802468024',
    text: `Hello,\n\n${text}\n`,
    auth: 'temperror',
  });
  const AWS_LINK = 'https://console.aws.amazon.com/health';

  test('may mention other places openly, beside a way to AWS', async () => {
    const mention = plan(`See https://dashboards.shop.example/d/1 and ${AWS_LINK}`);
    expect((await readPlan(mention)).genuine).toBe('suspicious');
    expect((await readPlan({ ...mention, auth: 'gateway' })).genuine).toBe('no');
    expect((await readPlan(plan('See https://dashboards.shop.example/d/1'))).genuine).toBe('no');
  });

  test('leads to AWS also in a sentence that goes on without a blank', async () => {
    for (const sentence of [
      '詳しくは https://aws.amazon.com。ご覧ください',
      '詳細はhttps://aws.amazon.comをご覧ください',
      '请访问 https://console.aws.amazon.com/health，谢谢',
      '(https://aws.amazon.com)',
      'https://aws.amazon.com.',
    ])
      expect((await readPlan(plan(sentence))).genuine).toBe('suspicious');
  });

  test('does not ask for a login there, nor pass for AWS', async () => {
    expect((await readPlan(plan(`https://shop.example/login ${AWS_LINK}`))).genuine).toBe('no');
    expect((await readPlan(plan(`https://my-aws.example/x ${AWS_LINK}`))).genuine).toBe('no');
  });

  test('quotes what its senders quote', async () => {
    const abuse = `Reported: http://203.0.113.58/paypal/login.php\nhttps://aws.amazon.com/aup/`;
    expect((await readPlan(plan(abuse, 'ec2-abuse@amazon.com'))).genuine).toBe('suspicious');
  });

  test('of Amazon’s shop is the shop’s', async () => {
    const shop = plan('Your One Time Password (OTP) is: 773214.', '"amazon.com" <account-update@amazon.com>');
    expect((await readPlan({ ...shop, subject: 'amazon.com: Sign-in attempt' })).genuine).toBe('no');
  });

  test.each(['signin.aws', 'amazonses.com', 'amazon.com'])(
    'is taken for the work of a gateway where the signature that broke is of %s',
    async (signed) => {
      const value = AUTH.gateway('verify.signin.aws').replace(
        'header.d=verify.signin.aws',
        `header.d=${signed}`,
      );
      const reset = plan('Somebody asked to change your password.', 'AWS <no-reply@verify.signin.aws>');
      const senderHeaders = [`Authentication-Results: ${value}`];
      expect((await readPlan({ ...reset, auth: 'missing', senderHeaders })).genuine).toBe('suspicious');
    },
  );
});

describe('hosts of the company', () => {
  const plan: MailPlan = {
    from: 'AWS Health <health@aws.com>',
    subject: 'Amazon RDS maintenance announced [AWS Account: 246802468024]',
    html: '<p>Hello, <a href="https://portal.group.example/banner">[EXTERNAL]</a></p><p>One of your instances in account 246802468024 is updated.</p>',
    auth: 'temperror',
  };

  test('are those of the aliases and those that are set', async () => {
    expect((await readPlan(plan)).genuine).toBe('no');
    const mail = await mailFromEml(makeMail(plan));
    const rules = { ...MAIL_RULES, companyHosts: ['group.example'] };
    expect((await analyze(mail, REGISTER, rules)).genuine).toBe('suspicious');
  });
});
