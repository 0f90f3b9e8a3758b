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
});
