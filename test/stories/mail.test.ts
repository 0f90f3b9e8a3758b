import { describe, expect, it } from 'vitest';
import { ALEX, PAYMENTS, SAM, SEARCH, TRIAGE } from './company.ts';
import { openWorld, type World } from './world.ts';
import { FIND, mail, NOBODYS, PAY, UNKNOWN } from './mail.ts';

/** Alex has an alias in Payments, Sam one in Search. */
async function openOffice(options?: Parameters<typeof openWorld>[0]): Promise<World> {
  const world = await openWorld(options);
  await world.owns(ALEX, PAYMENTS, PAY);
  await world.owns(SAM, SEARCH, FIND);
  return world;
}

const BILL = 'your bill is $42.17';
const STATEMENT = 'Amazon Web Services Billing Statement Available';
const billsIn = (world: World, channel: typeof PAYMENTS): number =>
  world.channel(channel).filter(({ text }) => text.includes(BILL)).length;

describe('a mail from AWS', () => {
  it('to an alias is in the owning channel, and nowhere else', async () => {
    await using world = await openOffice();
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    const card = await world.sees(PAYMENTS, BILL);
    expect(card.text).toContain('Verified: sent by AWS');
    expect(card.text).toContain('account of Alex Wilber');
    expect(card.text).toContain(PAY);
    expect(card.text).not.toContain('repeat');
    expect(JSON.stringify(world.teams.calls.filter(({ path }) => path.includes('chat-of')))).not.toContain(
      BILL,
    );
    expect([billsIn(world, SEARCH), billsIn(world, TRIAGE)]).toEqual([0, 0]);
  });

  it('is posted once, however often it is swept', async () => {
    await using world = await openOffice();
    await world.mailArrives(mail({ to: PAY }));
    await world.sweeps();
    const [id = ''] = world.graph.hands.list('inbox');
    await world.graph.hands.markRead(id);
    await world.sweeps();
    await world.graph.hands.move(id, 'junkemail');
    await world.sweeps();
    await world.graph.expireCursors();
    await world.sweeps();
    expect(billsIn(world, PAYMENTS)).toBe(1);
  });

  it('in Junk counts as well', async () => {
    await using world = await openOffice();
    await world.graph.deliver(Buffer.from(mail({ to: PAY })), [PAY], { folder: 'junkemail' });
    await world.sweeps();
    expect(billsIn(world, PAYMENTS)).toBe(1);
  });

  it('to two aliases goes to both owners, each with their own account', async () => {
    await using world = await openOffice();
    await world.mailArrives(mail({ to: `${PAY}, ${FIND}` }));
    await world.sweeps();
    expect((await world.sees(PAYMENTS, BILL)).text).toContain('account of Alex Wilber');
    const other = await world.sees(SEARCH, BILL);
    expect(other.text).toContain('account of Sam Search');
    expect(other.text).not.toContain('Alex');
    expect([billsIn(world, PAYMENTS), billsIn(world, SEARCH), billsIn(world, TRIAGE)]).toEqual([1, 1, 0]);
  });

  it.each([
    ['in Cc', { to: 'billing@company.com', cc: PAY }],
    [
      'only in the trace of the forwarding',
      {
        to: 'undisclosed-recipients:;',
        headers: { 'X-MS-Exchange-ForwardingLoop': `${PAY};11111111-2222-4333-8444-555555555555` },
      },
    ],
    ['only in the trace of a delivery', { to: 'aws@company.com', headers: { 'Delivered-To': PAY } }],
    ['in capitals', { to: PAY.toUpperCase() }],
  ])('with the alias %s finds its owner', async (_name, fields) => {
    await using world = await openOffice();
    await world.mailArrives(mail(fields));
    await world.sweeps();
    expect((await world.sees(PAYMENTS, BILL)).text).toContain(PAY);
  });

  it('to an owned alias and one that nobody has goes to the owner and to triage', async () => {
    await using world = await openOffice();
    await world.mailArrives(mail({ to: `${PAY}, ${UNKNOWN}` }));
    await world.sweeps();
    await world.sees(PAYMENTS, BILL);
    expect((await world.sees(TRIAGE, BILL)).text).toContain(`Nobody has ${UNKNOWN}`);
  });

  it('without any alias goes to the owner of the account that it names, and says so', async () => {
    await using world = await openWorld();
    await world.owns(ALEX, PAYMENTS, PAY, '481216253649');
    const subject = 'Amazon Web Services: your bill [AWS Account: 481216253649]';
    await world.mailArrives(mail({ to: 'aws@company.com', subject }));
    await world.sweeps();
    expect((await world.sees(PAYMENTS, BILL)).text).toContain('by the account that it names');
    expect(billsIn(world, TRIAGE)).toBe(0);
  });
});

describe('what has no owner goes to triage', () => {
  it.each([
    ['an address that is in no pool', UNKNOWN, `Nobody has ${UNKNOWN}`],
    ['an alias that is still free', NOBODYS, `Nobody has ${NOBODYS}`],
    ['no alias at all', 'aws@company.com', 'No alias was found'],
  ])('%s', async (_name, to, reason) => {
    await using world = await openOffice();
    await world.mailArrives(mail({ to }));
    await world.sweeps();
    const card = await world.sees(TRIAGE, reason);
    expect(card.text).toContain('Why it is here');
    expect(JSON.stringify(card.card)).toContain('Action.OpenUrl');
    expect([billsIn(world, PAYMENTS), billsIn(world, SEARCH)]).toEqual([0, 0]);
  });

  it('a mail that AWS did not write, whatever it claims', async () => {
    await using world = await openOffice();
    const from = 'AWS Billing <billing@aws-account-support.example>';
    await world.mailArrives(mail({ to: PAY, from, text: 'Enter your password at https://evil.example/' }));
    await world.sweeps();
    const card = await world.sees(TRIAGE, 'AWS did not send this');
    expect(card.text).not.toContain('Why it is here');
    expect(card.text).not.toContain('Verified');
    expect(world.channel(PAYMENTS).some(({ text }) => text.includes('aws-account-support'))).toBe(false);
  });

  it('bytes that are no mail', async () => {
    await using world = await openOffice();
    await world.graph.deliver(Buffer.from([0x00, 0xff, 0xfe, 0x0a, 0x80, 0x81]), ['aws@company.com']);
    await world.sweeps();
    expect((await world.sees(TRIAGE, 'AWS did not send this mail')).text).toContain('(no subject)');
  });

  it('a mail that is divided too far to be searched, with subject and sender', async () => {
    await using world = await openOffice();
    const headers = { 'Content-Type': 'multipart/mixed; boundary=x' };
    const part = '--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\na\r\n';
    const text = `${part.repeat(3_000)}--x--`;
    await world.mailArrives(mail({ to: PAY, subject: 'Your AWS account', headers, text }));
    await world.sweeps();
    const card = await world.sees(TRIAGE, 'Your AWS account');
    expect(card.text).toContain('The mail could not be read');
    expect(card.text).toContain('Amazon Web Services <no-reply-aws@amazon.com>');
    expect(card.text).toMatch(/Received\n\{\{DATE\(/);
    expect(JSON.stringify(card.card)).toContain('Action.OpenUrl');
  });
});

describe('a mail with a secret', () => {
  const RESET = mail({
    to: PAY,
    from: 'Amazon Web Services <password-reset-no-reply@verify.signin.aws>',
    subject: 'Amazon Web Services Password Assistance',
    text: [
      'Hello,',
      'use this link: https://signin.aws.amazon.com/resetpassword?type=RootUser&token=TOKENTOKEN42&key=KEYKEYKEY42',
      'Sincerely, words of the secret mail',
    ].join('\r\n\r\n'),
  });
  const CODE = mail({
    to: PAY,
    from: 'Amazon Web Services <no-reply@signin.aws>',
    subject: 'Verify your identity',
    text: 'Your verification code is:\r\n\r\n  731 942\r\n\r\nwords of the secret mail',
  });

  it.each([
    ['a reset link', RESET, [/TOKENTOKEN42/, /KEYKEYKEY42/, /resetpassword/]],
    ['a sign-in code', CODE, [/731\s?942/]],
  ])(
    '(%s) is announced; neither it nor the text is posted, stored or logged',
    async (_name, text, secrets) => {
      await using world = await openOffice();
      await world.mailArrives(text);
      await world.sweeps();
      const card = await world.sees(PAYMENTS, 'Text withheld');
      expect(card.text).toContain('account of Alex Wilber');
      // Once more from the mailbox, after a restart, and into a fallback.
      await world.restarts();
      await world.sweeps();
      const everything = await world.everything();
      for (const secret of [...secrets, /words of the secret mail/]) expect(everything).not.toMatch(secret);
    },
  );

  it.each([
    ['name', '"Your verification code is 731 942" <no-reply@signin.aws>', 'no-reply@signin.aws'],
    ['name and address', '"AWS 731942" <code-731942@signin.aws>', 'signin.aws'],
  ])('shows it in the sender’s %s neither', async (_, from, shown) => {
    await using world = await openOffice();
    const text = 'Your verification code is: 731942';
    await world.mailArrives(mail({ to: PAY, from, subject: 'Verify your identity', text }));
    await world.sweeps();
    const card = await world.sees(PAYMENTS, 'Text withheld');
    expect(card.text).toContain(`From\n${shown}\n`);
    expect(await world.everything()).not.toMatch(/731\s?942/);
  });

  it('stays withheld in triage and in the owner’s chat, when the channel is gone', async () => {
    await using world = await openOffice();
    await world.says(ALEX, 'help');
    world.teams.answerBy(({ body }) =>
      JSON.stringify(body).includes(PAYMENTS.id) ? { status: 404 } : undefined,
    );
    await world.mailArrives(RESET);
    await world.sweeps();
    await world.sees(TRIAGE, 'Text withheld');
    await world.sees(ALEX, 'Text withheld');
    expect(await world.everything()).not.toMatch(/TOKENTOKEN42|KEYKEYKEY42|words of the secret mail/);
  });
});

describe('the text of a mail', () => {
  const NASTY =
    '**bold** [click](https://evil.example) <at>Everyone</at> <b>html</b> ${subject} {{DATE(2026-01-01T00:00:00Z)}}';

  it('with markdown, mentions, HTML and templates is shown as it is, and as text only', async () => {
    await using world = await openOffice();
    await world.mailArrives(mail({ to: PAY, subject: `${STATEMENT} ${NASTY}`, text: `Greetings ${NASTY}` }));
    await world.sweeps();
    const card = await world.sees(PAYMENTS, '**bold**');
    for (const part of ['**bold**', '<at>Everyone</at>', '${subject}']) expect(card.text).toContain(part);
    expect(blocksWith(card.card, '**bold**')).toEqual(new Set(['TextRun']));
    expect(JSON.stringify(world.teams.calls)).not.toContain('"mention"');
  });

  it('in the sender’s name neither, and it forges no line of the card', async () => {
    await using world = await openOffice();
    const from = '"**AWS** <at>all</at> ${x}\u202E" <no-reply-aws@amazon.com>';
    await world.mailArrives(mail({ to: PAY, from }));
    await world.sweeps();
    const card = await world.sees(PAYMENTS, '**AWS** <at>all</at> ${x}');
    expect(blocksWith(card.card, '**AWS**')).toEqual(new Set(['TextRun']));
    expect(card.text).not.toContain('\u202E');
  });

  it('of any length makes a card that Teams takes', async () => {
    await using world = await openOffice();
    await world.mailArrives(
      mail({ to: PAY, subject: `${STATEMENT} ${'S'.repeat(5_000)}`, text: 'W '.repeat(200_000) }),
    );
    await world.sweeps();
    const card = await world.sees(PAYMENTS, 'SSSS');
    expect(JSON.stringify(card.card).length).toBeLessThan(28_000);
  });
});

/** Types of the elements whose text holds the words. */
function blocksWith(part: unknown, words: string): ReadonlySet<unknown> {
  if (typeof part !== 'object' || part === null) return new Set();
  const own = 'text' in part && typeof part.text === 'string' && part.text.includes(words);
  const type = 'type' in part ? part.type : undefined;
  return new Set([
    ...(own ? [type] : []),
    ...Object.values(part).flatMap((each: unknown) => [...blocksWith(each, words)]),
  ]);
}
