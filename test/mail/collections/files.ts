import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Attached } from './mail-maker.ts';

const CODE = '482913';
const SENTENCE = `Your verification code: ${CODE}`;
const LINK =
  'https://signin.aws.amazon.com/resetpassword?type=RootUser&token=Zk3vQ9xT7bLmN2pRs8WcYd4H&key=abc';
const PAGE = `<html><body><p>Hello</p><a href="${LINK.replaceAll('&', '&amp;')}">open</a></body></html>`;
const MESSAGE = `From: a@b.example\r\nSubject: x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(PAGE).toString('base64')}\r\n`;
const WEB_ARCHIVE = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary*=us-ascii''q%31\r\n\r\n--q1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(PAGE).toString('base64')}\r\n--q1--`;

/** Files that are text, and hold the code 482913 in ways that a search for it does not see. */
export const FILES_WITH_CODE: readonly (readonly [name: string, file: Attached])[] = [
  ['a table', file('a.csv', `kind;value\nverification code;${CODE}\n`, 'text/csv')],
  [
    'a table with a digit a cell',
    file('a.csv', `verification code,${Array.from(CODE).join()}\n`, 'text/csv'),
  ],
  [
    'a card',
    file('a.vcf', 'BEGIN:VCARD\r\nNOTE:Verification code\\: 48\r\n 2913\r\nEND:VCARD\r\n', 'text/vcard'),
  ],
];

/** Files that are text, and hold a password reset link in ways that a search for it does not see. */
export const FILES_WITH_LINK: readonly (readonly [name: string, file: Attached])[] = [
  ['a calendar entry', file('a.ics', calendar(`Open ${LINK} today`), 'text/calendar')],
];

/** Files that are no text, or unknown: nobody looks into them, so that they hold whatever they please. */
export const CLOSED_FILES: readonly (readonly [name: string, file: Attached])[] = [
  ['a ZIP archive', file('a.zip', zipped([['a.txt', SENTENCE]]))],
  ['an archive in an archive of no type', file('a', zipped([['b.zip', zipped([['a.txt', SENTENCE]])]]))],
  ['a gzip file', file('a.txt.gz', gzipSync(SENTENCE))],
  [
    'a text document',
    file(
      'a.docx',
      document(
        '<w:p><w:r><w:t>Your verification code:</w:t></w:r></w:p><w:p><w:r><w:t>482</w:t></w:r><w:r><w:t>913</w:t></w:r></w:p>',
      ),
    ),
  ],
  [
    'a spreadsheet',
    file(
      'a.xlsx',
      zipped([
        [
          'xl/sharedStrings.xml',
          `<?xml version="1.0"?><sst><si><t>Code</t></si><si><t>${CODE}</t></si></sst>`,
        ],
      ]),
    ),
  ],
  [
    'rich text',
    file('a.rtf', `{\\rtf1\\ansi Your verification code:\\par \\'34\\'38{\\b 2}9\\u49?3\\par}`, 'text/rtf'),
  ],
  [
    'Outlook’s own format',
    file(
      'winmail.dat',
      Buffer.concat([Buffer.from([0x78, 0x9f, 0x3e, 0x22, 0, 1]), Buffer.from(SENTENCE, 'utf16le')]),
      'application/ms-tnef',
    ),
  ],
  ['XML', file('a.xml', `<?xml version="1.0"?><m><![CDATA[${SENTENCE}]]></m>`, 'application/xml')],
  ['an attribute of XML', file('a.xml', `<?xml version="1.0"?><m verification-code="${CODE}"/>`)],
  ['JSON', file('a.json', `{"verificationCode":"${escaped(CODE)}"}`, 'application/json')],
  [
    'a card in quoted-printable',
    file(
      'a.vcf',
      'BEGIN:VCARD\r\nNOTE;ENCODING=QUOTED-PRINTABLE:Verification code =34=38=32=39=31=33\r\nEND:VCARD\r\n',
    ),
  ],
  ['its own name', file(`verification-code-${CODE}.png`, Buffer.from([0x89, 0x50, 0, 0]), 'image/png')],
  ['a page in an archive', file('a.zip', zipped([['a.html', PAGE]]))],
  ['a message in an archive', file('a.zip', zipped([['a.eml', MESSAGE]]))],
  [
    'a document',
    file('a.docx', document(`<w:p><w:r><w:t>${LINK.replaceAll('&', '&amp;')}</w:t></w:r></w:p>`)),
  ],
  ['a packed PDF', file('a.pdf', pdf(`<</A<</URI(${LINK})>>>>`), 'application/pdf')],
  ['a plain PDF', file('a.pdf', `%PDF-1.4 /URI (${LINK})`, 'application/pdf')],
  ['rich text', file('a.rtf', `{\\rtf1 {\\field{\\*\\fldinst HYPERLINK "${LINK}"}}}`)],
  ['JSON', file('a.json', JSON.stringify({ url: LINK }).replaceAll('/', '\\/'), 'application/json')],
  ['a message of no type', file('m', MESSAGE)],
  ['a saved page', file('m.mht', WEB_ARCHIVE)],
];

function file(name: string, content: string | Uint8Array, type = 'application/octet-stream'): Attached {
  return { type, name, content };
}

function escaped(text: string): string {
  return Array.from(text, (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join(
    '',
  );
}

function calendar(description: string): string {
  const folded = `DESCRIPTION:${description}`.replace(/.{60}/g, '$&\r\n ');
  return `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${folded}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
}

function pdf(stream: string): Uint8Array {
  const head = '%PDF-1.7\n1 0 obj<</Filter/FlateDecode>>stream\n';
  return Buffer.concat([Buffer.from(head), deflateSync(stream), Buffer.from('\nendstream endobj\n%%EOF')]);
}

function document(body: string): Uint8Array {
  const xml = `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`;
  return zipped([['word/document.xml', xml]]);
}

/** A ZIP archive; an encrypted one is only marked as such. */
export function zipped(
  files: readonly (readonly [name: string, content: string | Uint8Array])[],
  { encrypted = false } = {},
): Uint8Array {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const entry = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed]);
    entries.push(entry);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, place, Buffer.from(name)]),
    );
    offset += entry.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...entries, ...directory, Buffer.from('PK\u0005\u0006'), end]);
}
