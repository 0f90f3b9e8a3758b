/**
 * Writes mails as Exchange stores them, from the few things a test cares about.
 */

/** Exchange's answers; the From domain is filled in. */
export const AUTH = {
  pass: (domain: string) =>
    `spf=pass (sender IP is 54.240.9.15) smtp.mailfrom=amazonses.com; dkim=pass (signature was verified) header.d=${domain};dkim=pass (signature was verified) header.d=amazonses.com;dmarc=pass action=none header.from=${domain};compauth=pass reason=100`,
  fail: (domain: string) =>
    `spf=softfail (sender IP is 193.230.131.117) smtp.mailfrom=vps.hosting.example; dkim=none (message not signed) header.d=none;dmarc=fail action=oreject header.from=${domain};compauth=fail reason=000`,
  gateway: (domain: string) =>
    `spf=fail (sender IP is 203.0.113.9) smtp.mailfrom=amazonses.com; dkim=fail (body hash did not verify) header.d=${domain};dmarc=fail action=none header.from=${domain};compauth=none reason=451`,
  temperror: (domain: string) =>
    `spf=temperror (sender IP is 54.240.11.92) smtp.mailfrom=amazonses.com; dkim=timeout (key query timeout) header.d=${domain};dmarc=temperror action=none header.from=${domain};compauth=none reason=405`,
  bestguess: (domain: string) =>
    `spf=pass (sender IP is 54.240.9.15) smtp.mailfrom=amazonses.com; dkim=none (message not signed) header.d=none;dmarc=bestguesspass action=none header.from=${domain};compauth=pass reason=109`,
  none: (domain: string) =>
    `dkim=none (message not signed) header.d=none;dmarc=none action=none header.from=${domain};`,
} as const;

export type Auth = keyof typeof AUTH | 'missing';

export interface MailPlan {
  /** Address, or a whole From value. */
  readonly from: string;
  readonly to?: string;
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
  readonly auth?: Auth;
  /** Between mailboxes of the company. */
  readonly internal?: boolean;
  readonly headers?: readonly string[];
  /** Header lines that stand below the From line, where a sender writes. */
  readonly senderHeaders?: readonly string[];
  readonly encoding?: 'quoted-printable' | 'base64' | '8bit';
  readonly charset?: string;
  /** Bytes of the text in `charset`, where that is not UTF-8. */
  readonly textBytes?: Uint8Array;
  readonly attachments?: readonly Attached[];
}

export interface Attached {
  readonly type: string;
  readonly name?: string;
  readonly content: string | Uint8Array;
  /** For a picture that the text shows. */
  readonly contentId?: string;
}

/** The message as bytes, lines ended as SMTP does. */
export function makeMail(plan: MailPlan): Uint8Array {
  const address = /<([^<>]*)>\s*$/.exec(plan.from)?.[1] ?? plan.from;
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const auth = plan.auth ?? (plan.internal === true ? 'none' : 'pass');
  const lines = [
    'Received: from AM8EUR04FT075.eop-EUR05.prod.protection.outlook.com (2603:10a6:473:74::53) by VI4PR1CA7785.outlook.office365.com (2603:10a6:998:c1::12) with Microsoft SMTP Server id 15.20.9309.13 via Frontend Transport; Tue, 10 Nov 2026 11:07:15 +0000',
    ...(auth === 'missing' ? [] : [`Authentication-Results: ${AUTH[auth](domain)}`]),
    'Date: Tue, 10 Nov 2026 11:07:12 +0000',
    `From: ${encodeHeader(plan.from)}`,
    `To: ${plan.to ?? 'aws+finops@company.com'}`,
    'Message-ID: <0100019bb7db09f5-534b0e49@email.amazonses.com>',
    `Subject: ${encodeHeader(plan.subject)}`,
    ...(plan.senderHeaders ?? []),
    'MIME-Version: 1.0',
    ...(plan.headers ?? [
      'X-MS-Exchange-Organization-AuthSource: AM8EUR04FT075.eop-EUR05.prod.protection.outlook.com',
      `X-MS-Exchange-Organization-AuthAs: ${plan.internal === true ? 'Internal' : 'Anonymous'}`,
    ]),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n`), body(plan)]);
}

function body(plan: MailPlan): Buffer {
  const texts = [
    ...(plan.text === undefined && plan.textBytes === undefined
      ? []
      : [leaf('text/plain', plan.textBytes ?? plan.text ?? '', plan)]),
    ...(plan.html === undefined ? [] : [leaf('text/html', plan.html, plan)]),
  ];
  const readable = texts.length === 1 ? (texts[0] ?? Buffer.alloc(0)) : multipart('alternative', texts);
  if (plan.attachments === undefined) return readable;
  return multipart('mixed', [readable, ...plan.attachments.map(attachment)]);
}

let boundaries = 0;

export function multipart(kind: string, parts: readonly Buffer[]): Buffer {
  const boundary = `----=_Part_${++boundaries}_test`;
  return Buffer.concat([
    Buffer.from(`Content-Type: multipart/${kind};\r\n\tboundary="${boundary}"\r\n\r\n`),
    ...parts.flatMap((part) => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from('\r\n')]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

function leaf(
  type: string,
  content: string | Uint8Array,
  { encoding = 'quoted-printable', charset = 'utf-8' }: MailPlan,
): Buffer {
  const bytes = Buffer.from(content);
  const head = `Content-Type: ${type}; charset="${charset}"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), encode(bytes, encoding)]);
}

function attachment({ type, name, content, contentId }: Attached): Buffer {
  const bytes = Buffer.from(content);
  const named = name === undefined ? '' : `; name="${name}"`;
  const disposition = name === undefined ? '' : `Content-Disposition: attachment; filename="${name}"\r\n`;
  const id = contentId === undefined ? '' : `Content-ID: <${contentId}>\r\n`;
  const encoding = type === 'message/rfc822' ? '8bit' : 'base64';
  return Buffer.concat([
    Buffer.from(
      `Content-Type: ${type}${named}\r\n${disposition}${id}Content-Transfer-Encoding: ${encoding}\r\n\r\n`,
    ),
    encode(bytes, encoding),
  ]);
}

function encode(bytes: Buffer, encoding: 'quoted-printable' | 'base64' | '8bit'): Buffer {
  if (encoding === '8bit') return bytes;
  if (encoding === 'base64') return Buffer.from(bytes.toString('base64').replace(/.{76}/g, '$&\r\n'));
  return Buffer.from(quotedPrintable(bytes));
}

export function quotedPrintable(bytes: Buffer): string {
  const lines: string[] = [];
  let line = '';
  for (const byte of bytes) {
    if (byte === 0x0a) {
      lines.push(line);
      line = '';
      continue;
    }
    const plain = byte === 0x20 || byte === 0x09 || (byte >= 0x21 && byte <= 0x7e && byte !== 0x3d);
    const piece = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line.length + piece.length > 75) {
      lines.push(`${line}=`);
      line = '';
    }
    line += piece;
  }
  lines.push(line);
  return lines.join('\r\n');
}

/** RFC 2047 for what is not ASCII; a header value that is ASCII stays. */
export function encodeHeader(value: string): string {
  if (/^[\t\u0020-\u007e]*$/.test(value)) return value;
  const address = /\s*<[^<>]*>\s*$/.exec(value)?.[0] ?? '';
  const words = value.slice(0, value.length - address.length);
  const chunks = Array.from(words).reduce<string[]>((pieces, char) => {
    const last = pieces.at(-1);
    if (last === undefined || Buffer.byteLength(last + char) > 42) pieces.push(char);
    else pieces[pieces.length - 1] = last + char;
    return pieces;
  }, []);
  return (
    chunks.map((chunk) => `=?utf-8?B?${Buffer.from(chunk).toString('base64')}?=`).join('\r\n ') + address
  );
}
