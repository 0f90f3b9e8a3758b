import { describe, expect, test } from 'vitest';
import { MAIL_RULES } from '../../../src/mail/rules.ts';
import { hasAliasShape } from '../../../src/mail/parse/resolve.ts';
import { mailFromStored } from '../../../src/mail/parse/take-apart.ts';
import { analyze } from '../../../src/mail/analyze.ts';
import type { StoredMessage } from '../../../src/mail/mailbox.ts';
import { AUTH, type MailPlan } from '../collections/mail-maker.ts';
import { readPlan, REGISTER } from '../collections/reading.ts';

const FINOPS = 'aws+finops@company.com';
const PAYMENTS = 'aws_3f2504e0-4f89-41d3-9a0c-0305e82c3301@company.com';
const UNKNOWN = 'aws_00000000-0000-4000-8000-000000000000@company.com';
const WELCOME: MailPlan = {
  from: 'Amazon Web Services <no-reply@amazonaws.com>',
  subject: 'Welcome to Amazon Web Services',
  text: 'Thank you for signing up.\n',
  to: 'undisclosed-recipients:;',
};

async function aliases(changes: Partial<MailPlan>): Promise<readonly string[]> {
  return (await readPlan({ ...WELCOME, ...changes })).aliases;
}

describe('which alias a mail was sent to', () => {
  test.each([
    ['To', { to: FINOPS }],
    ['To with a display name', { to: `"AWS root" <${FINOPS}>` }],
    ['To in upper case', { to: 'AWS+FinOps@Company.com' }],
    ['Cc', { to: 'somebody@company.com', senderHeaders: [`Cc: ${FINOPS}`] }],
    ['a group in To', { to: `Root mail: a@company.com, ${FINOPS};` }],
    [
      'the forwarding trace',
      { senderHeaders: [`X-MS-Exchange-ForwardingLoop: ${FINOPS};6d1f0c3a-52b8-4c7e`] },
    ],
    ['the inbox rule’s trace', { senderHeaders: [`X-MS-Exchange-Inbox-Rules-Loop: ${FINOPS}`] }],
    ['X-Original-To', { senderHeaders: [`X-Original-To: ${FINOPS}`] }],
    ['Delivered-To', { senderHeaders: [`Delivered-To: ${FINOPS}`] }],
    ['Resent-To', { senderHeaders: [`Resent-To: <${FINOPS}>`] }],
    [
      'Received … for',
      {
        senderHeaders: [
          `Received: from a by b with SMTP id 1 for <${FINOPS}>; Tue, 10 Nov 2026 11:07:12 +0000`,
        ],
      },
    ],
  ] satisfies readonly (readonly [string, Partial<MailPlan>])[])('%s names it', async (_, changes) => {
    expect(await aliases(changes)).toEqual([FINOPS]);
  });

  test('a mail to two aliases goes to both owners', async () => {
    expect(await aliases({ to: `${FINOPS}, ${PAYMENTS}` })).toEqual([FINOPS, PAYMENTS]);
    expect(await aliases({ to: FINOPS, senderHeaders: [`Cc: ${PAYMENTS}`] })).toEqual([FINOPS, PAYMENTS]);
  });

  test('To comes before the traces, which a sender can write', async () => {
    expect(await aliases({ to: FINOPS, senderHeaders: [`X-Original-To: ${PAYMENTS}`] })).toEqual([FINOPS]);
  });

  test('an alias that nobody registered stands for itself', async () => {
    expect(await aliases({ to: UNKNOWN })).toEqual([UNKNOWN]);
    expect((await readPlan({ ...WELCOME, to: UNKNOWN })).known).toEqual([]);
  });

  test('display names, the body and longer addresses name none', async () => {
    expect(await aliases({ to: `"${FINOPS}" <somebody@company.com>` })).toEqual([]);
    expect(await aliases({ text: `Sent to ${FINOPS}\n` })).toEqual([]);
    expect(await aliases({ to: 'my-aws+finops@company.com' })).toEqual([]);
  });

  test('aws+pay is not aws+payments', async () => {
    const mail = await readPlan({ ...WELCOME, to: 'aws+payments-stag@company.com' });
    expect(mail.known).toEqual([]);
  });

  test('ten thousand recipients are read', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `user${at}@company.com`).join(',\r\n ');
    expect(await aliases({ to: `${many}, ${FINOPS}` })).toEqual([FINOPS]);
  });

  test('the shape of an alias can be bound to the domains of the pool', () => {
    expect(hasAliasShape('aws_x@elsewhere.example', MAIL_RULES)).toBe(true);
    expect(hasAliasShape('aws_x@elsewhere.example', { ...MAIL_RULES, domains: ['company.com'] })).toBe(false);
    expect(hasAliasShape('aws_@company.com', MAIL_RULES)).toBe(false);
  });
});

describe('when no header has an alias', () => {
  const closed = {
    subject: 'Your AWS account 246802468024 has been closed',
    text: 'Account 246802468024 was closed.\n',
  };

  test('a verified mail goes to the owner of the account it names, and says so', async () => {
    const mail = await readPlan({ ...WELCOME, ...closed });
    expect(mail.aliases).toEqual([]);
    expect(mail.aliasSource).toBe('account-id');
    expect(mail.ownerByAccount?.address).toBe(FINOPS);
    expect(mail.shown).toContain('by the account id');
  });

  test('any other mail stays without an owner', async () => {
    for (const auth of ['fail', 'temperror', 'missing'] as const) {
      const mail = await readPlan({ ...WELCOME, ...closed, auth });
      expect(mail.ownerByAccount).toBeUndefined();
      expect(mail.aliasSource).toBe('none');
    }
  });
});

describe('a mail from Graph', () => {
  const stored: StoredMessage = {
    id: 'AAkALg',
    subject: 'Your AWS account has been suspended',
    from: { name: 'Amazon Web Services', address: 'no-reply@amazonaws.com' },
    to: [{ name: 'root-03', address: 'root-03@company.com' }],
    cc: [],
    bcc: [],
    receivedAt: new Date('2026-11-10T11:07:15Z'),
    internetHeaders: [],
    transportHeaders: [
      `Authentication-Results: ${AUTH.pass('amazonaws.com')}`,
      'From: Amazon Web Services <no-reply@amazonaws.com>',
      `To: ${FINOPS}`,
      'X-MS-Exchange-Organization-AuthSource: AM8.eop-EUR05.prod.protection.outlook.com',
      'X-MS-Exchange-Organization-AuthAs: Anonymous',
    ].join('\r\n'),
    body: {
      type: 'text',
      content: 'Because invoices have not been paid, account 246802468024 is now suspended.',
    },
    hasAttachments: false,
    webLink: undefined,
  };

  test('has its alias in the header block, not in the recipients', async () => {
    const read = await analyze(await mailFromStored(stored), REGISTER, MAIL_RULES);
    expect(read).toMatchObject({
      aliases: [FINOPS],
      aliasSource: 'to',
      genuine: 'yes',
      category: 'account-closure',
      severity: 'urgent',
      accountId: '246802468024',
    });
  });

  test('without a header block is unverified, and its recipients are all there is', async () => {
    const bare: StoredMessage = {
      ...stored,
      transportHeaders: undefined,
      to: [{ name: '', address: FINOPS }],
    };
    const read = await analyze(await mailFromStored(bare), REGISTER, MAIL_RULES);
    expect(read).toMatchObject({ aliases: [FINOPS], aliasSource: 'recipients', genuine: 'suspicious' });
  });

  test('with attachments that nobody could look into is withheld', async () => {
    const read = await analyze(
      await mailFromStored({ ...stored, hasAttachments: true }),
      REGISTER,
      MAIL_RULES,
    );
    expect(read.secret).toBe(true);
    expect(read.excerpt).toBe('');
  });
});
