import { expect, test } from 'vitest';
import { actionFor } from '../../../src/mail/action.ts';
import { readPlan } from '../collections/reading.ts';

const SENDER = 'Amazon Web Services <no-reply@amazonaws.com>';

test('a withheld mail says what it is, when, which account and for whom, and no more', async () => {
  const { shown, excerpt } = await readPlan({
    from: 'Amazon Web Services <no-reply@verify.signin.aws>',
    subject: 'Verify your new AWS account root user email address',
    text: 'For AWS account 2468-0246-8024.\n\nYour verification code: 452542\n\nDo not tell anybody.\n',
  });
  expect(excerpt).toBe('');
  expect(shown).toContain('Verify your new AWS account root user email address');
  expect(shown).toContain('2026-11-10 11:07 UTC');
  expect(shown).toContain('246802468024');
  expect(shown).toContain('aws+finops@company.com');
  expect(shown).not.toContain('452542');
  expect(shown).not.toContain('Do not tell anybody');
});

test('the subject of a withheld mail is replaced where it could hold the code', async () => {
  const { shown } = await readPlan({
    from: SENDER,
    subject: 'QWXYZK is your sign-in code',
    text: 'See the subject.\n',
  });
  expect(shown).not.toContain('QWXYZK');
  expect(shown).toContain('Code to sign in');
});

test('a code in the sender’s name or address is not shown either', async () => {
  const { shown } = await readPlan({
    from: 'Code 482913 <code-482913@signin.aws>',
    subject: 'Verify your identity',
    text: 'See above.\n',
  });
  expect(shown).not.toContain('482913');
});

test('an ordinary mail shows its words, links left out', async () => {
  const { shown, secret } = await readPlan({
    from: SENDER,
    subject: 'Your AWS account has been closed',
    html: '<style>p{}</style><div style="display:none">preview</div><p>Account 246802468024 was closed.</p><p>Read <a href="https://console.aws.amazon.com/x?session=abc">more</a> at https://aws.amazon.com/support?ref=1</p>',
  });
  expect(secret).toBe(false);
  expect(shown).toContain('Account 246802468024 was closed.');
  expect(shown).toContain('Read more at [link]');
  expect(shown).not.toMatch(/https?:|preview|session=|p\{\}/);
});

test('a mail that AWS did not write shows its subject and sender only', async () => {
  const { shown } = await readPlan({
    from: 'AWS <support@evil.example>',
    subject: 'Act now www.evil.example/x or call',
    text: 'Enter your password at https://evil.example\n',
  });
  expect(shown).not.toMatch(/Enter your password|evil\.example\/x|https?:/);
  expect(shown).toContain('AWS did not write it');
});

test('bidirectional and invisible characters are gone', async () => {
  const { shown } = await readPlan({
    from: SENDER,
    subject: 'Your \u202etnuocca\u200b is\u0007 ready',
    text: 'Hello\u2066 there, all is well with your account.\n',
  });
  expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
});

test('what is done: posted, announced, withheld, or left to triage; never muted by itself', async () => {
  const ready = { from: SENDER, subject: 'Your AWS account is ready', text: 'Hello.\n' };
  const code = { from: 'no-reply@signin.aws', subject: 'Verify your identity', text: 'Code: 482913\n' };
  expect(actionFor(await readPlan(ready))).toBe('post');
  expect(actionFor(await readPlan({ ...ready, auth: 'temperror' }))).toBe('announce');
  expect(actionFor(await readPlan({ ...ready, subject: 'About your matter' }))).toBe('announce');
  expect(actionFor(await readPlan(code))).toBe('withhold');
  expect(actionFor(await readPlan({ ...code, auth: 'temperror' }))).toBe('withhold');
  expect(actionFor(await readPlan({ ...ready, auth: 'fail' }))).toBe('triage');
  expect(actionFor(await readPlan({ ...ready, to: 'aws_nobody@company.com' }))).toBe('triage');
  expect(actionFor(await readPlan({ ...ready, to: 'undisclosed-recipients:;' }))).toBe('triage');
});
