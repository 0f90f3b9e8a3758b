import { describe, expect, test } from 'vitest';
import type { MailPlan } from './mail-maker.ts';
import { readPlan } from './reading.ts';

const COLLEAGUE = { from: 'Jana Körner <jana.koerner@company.com>', internal: true } as const;
const CODE = 'Please enter the following verification code to finish signing in to AWS: 097117';

/** How mail programs write what they forward. */
const PROGRAMS: readonly (readonly [string, Omit<MailPlan, 'from'>])[] = [
  [
    'Outlook',
    {
      subject: 'FW: Verify your identity',
      text: `FYI\n\n-----Original Message-----\nFrom: no-reply <no-reply@signin.aws>\nSent: Tuesday, October 6, 2026 9:14 AM\nSubject: Verify your identity\n\n${CODE}\n`,
    },
  ],
  [
    'Outlook in German',
    {
      subject: 'WG: Verify your identity',
      text: `Zur Info\n\nVon: no-reply <no-reply@signin.aws>\nGesendet: Dienstag, 6. Oktober 2026 09:14\nBetreff: Verify your identity\n\n${CODE}\n`,
    },
  ],
  [
    'Outlook in French',
    {
      subject: 'TR: Verify your identity',
      text: `Pour info\n\nDe : no-reply <no-reply@signin.aws>\nEnvoyé : mardi 6 octobre 2026 09:14\nObjet : Verify your identity\n\n${CODE}\n`,
    },
  ],
  [
    'Outlook in Japanese',
    {
      subject: 'FW: Verify your identity',
      text: `参考まで\n\n差出人: no-reply <no-reply@signin.aws>\n送信日時: 2026年10月6日 9:14\n件名: Verify your identity\n\n${CODE}\n`,
    },
  ],
  [
    'Outlook as HTML',
    {
      subject: 'FW: Verify your identity',
      html: `<p>FYI</p><div style="border:none"><p><b>From:</b> no-reply &lt;<a href="mailto:no-reply@signin.aws">no-reply@signin.aws</a>&gt;<br><b>Sent:</b> Tuesday</p></div><p>${CODE}</p>`,
    },
  ],
  [
    'Gmail',
    {
      subject: 'Fwd: Verify your identity',
      text: `---------- Forwarded message ---------\nFrom: no-reply <no-reply@signin.aws>\nDate: Tue, Oct 6, 2026\nSubject: Verify your identity\n\n${CODE}\n`,
    },
  ],
  [
    'a quoting program',
    {
      subject: 'Fwd: Verify your identity',
      text: `> From: "no-reply" <no-reply@signin.aws>\n> Subject: Verify your identity\n>\n> ${CODE}\n`,
    },
  ],
  [
    'an attachment',
    {
      subject: 'Verify your identity',
      text: 'See below.\n',
      attachments: [
        {
          type: 'message/rfc822',
          content: `From: no-reply <no-reply@signin.aws>\r\nSubject: Verify your identity\r\n\r\n${CODE}\r\n`,
        },
      ],
    },
  ],
];

describe('what a colleague forwards', () => {
  test.each(PROGRAMS)('by %s keeps its topic and its secret, and cannot be verified', async (_, plan) => {
    const mail = await readPlan({ ...COLLEAGUE, ...plan });
    expect(mail).toMatchObject({
      genuine: 'suspicious',
      category: 'sign-in-verification',
      severity: 'urgent',
      secret: true,
      aliases: ['aws+finops@company.com'],
    });
    expect(mail.shown).not.toContain('097117');
  });

  test.each(PROGRAMS)('by %s from outside is not AWS’s, and shows no code', async (_, plan) => {
    const mail = await readPlan({ ...plan, from: 'someone@elsewhere.example' });
    expect(mail.genuine).toBe('no');
    expect(mail.shown).not.toContain('097117');
  });

  const passedOn = {
    subject: 'AWS Passwort',
    text: 'Hallo, bitte einmal klicken.',
    attachments: [
      {
        type: 'text/html',
        name: 'Kennworthilfe.html',
        content:
          '<p>Kennwort <a href="https://signin.aws.amazon.com/resetpassword?type=RootUser&amp;token=Zk3vQ9xT7bLmN2pR&amp;key=k">zurücksetzen</a></p>',
      },
    ],
  };

  test('as a saved page is AWS’s all the same', async () => {
    expect(await readPlan({ ...COLLEAGUE, ...passedOn })).toMatchObject({
      genuine: 'suspicious',
      category: 'password-reset',
      secret: true,
    });
  });

  test('as a code in the own words of the colleague is a secret', async () => {
    const mail = await readPlan({
      ...COLLEAGUE,
      subject: 'AWS sign-in',
      text: 'Hi, the sign-in code from AWS is 097117.',
    });
    expect(mail).toMatchObject({ genuine: 'suspicious', category: 'sign-in-verification', secret: true });
  });

  test('without Exchange’s answer on the sender cannot be verified', async () => {
    const quoted =
      '---------- Forwarded message ---------\nFrom: Amazon Web Services <no-reply@amazonaws.com>\nSubject: Your Amazon Web Services Password Has Been Updated\n\nYour password was changed.\n';
    const plan = {
      from: 'katrin@company.com',
      subject: 'Fwd: Your Amazon Web Services Password Has Been Updated',
      text: quoted,
    };
    expect(await readPlan({ ...plan, auth: 'missing' })).toMatchObject({
      genuine: 'suspicious',
      category: 'password-reset',
    });
    expect(await readPlan({ ...plan, auth: 'fail' })).toMatchObject({ genuine: 'no' });
    const lure = `${quoted}\nhttps://signin-aws.example/x\n`;
    expect(await readPlan({ ...plan, text: lure, auth: 'missing' })).toMatchObject({ genuine: 'no' });
  });
});
