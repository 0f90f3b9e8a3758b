import { assert, constantFrom, property, string } from '../../fast-check.ts';
import { describe, expect, test } from 'vitest';
import { parseAddresses } from '../../../src/mail/parse/addresses.ts';
import { MAIL_RULES } from '../../../src/mail/rules.ts';
import { mailFromEml, mailFromStored } from '../../../src/mail/parse/take-apart.ts';
import { analyze } from '../../../src/mail/analyze.ts';
import type { StoredMessage } from '../../../src/mail/mailbox.ts';
import { AUTH, makeMail, type MailPlan } from '../collections/mail-maker.ts';
import { readPlan, REGISTER } from '../collections/reading.ts';

const AWS = 'no-reply@signin.aws';
const EVIL = 'billing@aws-notify.example';

/** Whatever has a meaning in an address list. */
const NOISE = ['a', '@', '.', ',', ';', ':', '<', '>', '(', ')', '"', '\\', ' ', '\t', '=', '?'] as const;

/** What a From line names, whatever a mail client makes of it. */
const LINES: readonly (readonly [string, string, readonly string[]])[] = [
  ['one address', AWS, [AWS]],
  ['a name', `AWS <${AWS}>`, [AWS]],
  ['a quoted name with a comma', `"Amazon Web Services, Inc." <${AWS}>`, [AWS]],
  ['an unquoted comma', `Amazon Web Services, Inc. <${AWS}>`, [AWS]],
  ['two unquoted commas', `Amazon, Web Services, Inc. <${AWS}>`, [AWS]],
  ['a second angle address', `AWS <${AWS}> <${EVIL}>`, [AWS, EVIL]],
  ['a second angle address without a space', `AWS <${AWS}><${EVIL}>`, [AWS, EVIL]],
  ['an address behind the angle brackets', `AWS <${AWS}> ${EVIL}`, [AWS, EVIL]],
  ['words behind the angle brackets', `AWS <${AWS}> on behalf of us`, [AWS]],
  ['a list', `${AWS}, ${EVIL}`, [AWS, EVIL]],
  ['a list with semicolons', `${AWS}; ${EVIL}`, [AWS, EVIL]],
  ['a list with an empty entry', `, ${AWS}, ,`, [AWS]],
  ['an empty angle address', `Nobody <>, AWS <${AWS}>`, [AWS]],
  ['a group', `AWS: ${AWS}, Billing <${EVIL}>;`, [AWS, EVIL]],
  ['a group of nobody', 'undisclosed-recipients:;', []],
  ['an address as a name', `${AWS} <${EVIL}>`, [EVIL]],
  ['an address as a quoted name', `"${AWS}" <${EVIL}>`, [EVIL]],
  ['an angle address within a quoted name', `"AWS <${AWS}>" <${EVIL}>`, [EVIL]],
  ['an encoded address as a name', `=?utf-8?q?no-reply=40signin.aws?= <${EVIL}>`, [EVIL]],
  ['an encoded angle address as a name', `=?utf-8?q?AWS_=3Cno-reply=40signin.aws=3E?= <${EVIL}>`, [EVIL]],
  ['an encoded comma', `=?utf-8?q?Amazon=2C_Inc.?= <${AWS}>`, [AWS]],
  ['a comment', `${EVIL} (${AWS})`, [EVIL]],
  ['a comment before', `(${AWS}) ${EVIL}`, [EVIL]],
  ['a comment within a comment', `${EVIL} (a (${AWS}) b)`, [EVIL]],
  ['an angle address within a comment', `AWS (<${AWS}>) <${EVIL}>`, [EVIL]],
  ['a quoted local part', `"${AWS}"@evil.example`, [`"${AWS}"@evil.example`]],
  ['a quoted local part in angle brackets', `AWS <"${AWS}"@evil.example>`, [`"${AWS}"@evil.example`]],
  ['a quoted local part that needs no quotation marks', `AWS <"no-reply"@signin.aws>`, [AWS]],
  ['a quotation mark that is left open', `"AWS <${AWS}>, <${EVIL}>`, [AWS, EVIL]],
  ['an angle bracket that is left open', `AWS <${AWS}`, [AWS]],
  ['an angle bracket in another', `<${AWS}<${EVIL}>`, [AWS, EVIL]],
  ['a bracket that is left open', `AWS (x <${AWS}>`, [AWS]],
  ['an escaped quotation mark', String.raw`"A \" W" <${AWS}>`, [AWS]],
  ['a name alone', 'Amazon Web Services', []],
  ['nothing', '', []],
];

describe('an address list', () => {
  test.each(LINES)('%s', (_, line, addresses) => {
    expect(parseAddresses(line).map(({ address }) => address)).toEqual(addresses);
  });

  test('names are decoded, quotation marks and escapes taken off', () => {
    expect(parseAddresses(String.raw`"Amazon \"Web\" Services, Inc." <${AWS}>`)[0]?.name).toBe(
      'Amazon "Web" Services, Inc.',
    );
    expect(parseAddresses(`=?utf-8?b?${Buffer.from('Größe').toString('base64')}?= <${AWS}>`)[0]?.name).toBe(
      'Größe',
    );
    expect(parseAddresses(`${AWS} (AWS)`)[0]?.name).toBe('AWS');
    expect(parseAddresses(`Amazon Web Services, Inc. <${AWS}>`)[0]?.name).toBe('Amazon Web Services, Inc.');
    expect(parseAddresses(`, AWS <${AWS}>`)[0]?.name).toBe('AWS');
  });

  test('whatever is written, the address in the last angle brackets is not lost, and it takes linear time', () => {
    assert(
      property(string({ unit: constantFrom(...NOISE), maxLength: 60 }), (noise) => {
        const found = parseAddresses(`${noise.replaceAll(/["()\\]/g, '')}<${EVIL}>`);
        // What is written like an address behind other brackets counts as well, and comes last.
        expect(found.map(({ address }) => address)).toContain(EVIL);
        parseAddresses(noise.repeat(200));
      }),
      { examples: [['<@>@']] },
    );
    // Quadratic time would be hours.
    for (const part of ['(', '(a(', '"', '<', '<a@b', 'a@b,', '\\"(', '\\" ', '"(', ')('])
      parseAddresses(part.repeat(100_000));
  });
});

const MAIL: MailPlan = {
  from: `AWS <${AWS}>`,
  subject: 'Your account needs attention',
  text: 'Please call us about account 246802468024.\n',
};

/** A stamp of Exchange's for a domain, as the sender of a forgery gets it for their own. */
const stamped = (domain: string): readonly string[] => [`Authentication-Results: ${AUTH.pass(domain)}`];

/** The same header block as Graph hands it out. */
async function throughGraph(plan: MailPlan, shown: string | undefined) {
  const bytes = Buffer.from(makeMail(plan)).toString('latin1');
  const stored: StoredMessage = {
    id: 'AAkALg',
    subject: plan.subject,
    from: shown === undefined ? undefined : { name: 'AWS', address: shown },
    to: [],
    cc: [],
    bcc: [],
    receivedAt: new Date('2026-11-10T11:07:15Z'),
    internetHeaders: [],
    transportHeaders: bytes.slice(0, bytes.indexOf('\r\n\r\n')),
    body: { type: 'text', content: plan.text ?? '' },
    hasAttachments: false,
    webLink: undefined,
  };
  return analyze(await mailFromStored(stored), REGISTER, MAIL_RULES);
}

describe('whose mail it is', () => {
  const verdict = (from: string, domain: string): MailPlan => ({
    ...MAIL,
    from,
    auth: 'missing',
    senderHeaders: stamped(domain),
  });

  test.each(LINES)(
    '%s: AWS’s only where AWS is all that it names; a file and Graph agree',
    async (_, line, addresses) => {
      for (const domain of ['signin.aws', 'aws-notify.example']) {
        const plan = verdict(line, domain);
        const file = await readPlan(plan);
        const isAws = addresses.length === 1 && addresses[0] === AWS && domain === 'signin.aws';
        expect(file.genuine).toBe(isAws ? 'yes' : 'no');
        const graph = await throughGraph(plan, addresses[0]);
        expect(graph.genuine).toBe(file.genuine);
        expect(graph.verifiedDomain).toBe(file.verifiedDomain);
      }
    },
  );

  test('the card shows the domain that was verified where the mail shows another', async () => {
    const mail = await readPlan(verdict(`AWS <${AWS}> <${EVIL}>`, 'aws-notify.example'));
    expect(mail).toMatchObject({ genuine: 'no', category: 'non-aws', secret: false, severity: 'notice' });
    expect(mail.shown).toContain('Verified domain: aws-notify.example');
    expect((await readPlan(verdict(`AWS <${AWS}>`, 'aws-notify.example'))).shown).toContain(
      'Verified domain: aws-notify.example',
    );
    expect((await readPlan(verdict(`AWS <${AWS}>`, 'signin.aws'))).shown).not.toContain('Verified domain');
  });

  test('a stamp for another domain is not AWS’s, whatever it says', async () => {
    for (const value of [AUTH.temperror, AUTH.none, AUTH.gateway, AUTH.pass]) {
      const senderHeaders = [`Authentication-Results: ${value('aws-notify.example')}`];
      expect((await readPlan({ ...MAIL, auth: 'missing', senderHeaders })).genuine).toBe('no');
    }
  });

  test('a stamp that names no domain proves nothing', async () => {
    const senderHeaders = [
      'Authentication-Results: spf=pass smtp.mailfrom=x; dmarc=pass action=none;compauth=pass reason=100',
    ];
    expect((await readPlan({ ...MAIL, auth: 'missing', senderHeaders })).genuine).toBe('suspicious');
  });

  test.each([
    ['NUL', 'AWS <no-reply@signin.aws\u0000.evil.example>'],
    ['punycode', 'AWS <no-reply@xn--signn-7va.aws>'],
    ['a letter of another script', 'AWS <no-reply@sıgnin.aws>'],
    ['a route', 'AWS <@evil.example:no-reply@signin.aws>'],
    ['two at-signs', 'AWS <billing@evil.example@signin.aws>'],
    ['a final dot', 'AWS <no-reply@signin.aws.>'],
    ['an address literal', 'AWS <no-reply@[54.240.9.15]>'],
  ])('%s in the address is not AWS’s', async (_, from) => {
    expect((await readPlan(verdict(from, 'signin.aws'))).genuine).toBe('no');
  });

  test('a folded line in capitals is AWS’s', async () => {
    expect(
      (await readPlan(verdict(`Amazon Web Services,\r\n Inc.\r\n <${AWS.toUpperCase()}>`, 'signin.aws')))
        .genuine,
    ).toBe('yes');
  });

  test('without From nobody wrote it, whatever Sender says', async () => {
    const bytes = Buffer.from(makeMail({ ...verdict(AWS, 'signin.aws') })).toString('latin1');
    const mail = await mailFromEml(Buffer.from(bytes.replace(/^From:/m, 'Sender:'), 'latin1'));
    expect((await analyze(mail, REGISTER, MAIL_RULES)).genuine).toBe('no');
  });

  test('where Graph shows another sender than the header block, it is not AWS’s', async () => {
    expect((await throughGraph(verdict(AWS, 'signin.aws'), EVIL)).genuine).toBe('no');
    expect((await throughGraph(verdict(AWS, 'signin.aws'), AWS.toUpperCase())).genuine).toBe('yes');
    expect((await throughGraph(verdict(AWS, 'signin.aws'), undefined)).genuine).toBe('yes');
  });
});
