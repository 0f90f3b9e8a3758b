/** A mail taken apart where the header block ends, byte for byte: nothing is decoded. */
export interface RawMail {
  /** Header fields as they stand, folds included, without the last line end. */
  readonly fields: readonly string[];
  readonly body: Buffer;
}

const FIELD = /^[!-9;-~]+[ \t]*:/;

/** Never fails: what does not begin like a header block is all body (a mail that nobody can parse is delivered too). */
export function takeApart(mime: Uint8Array): RawMail {
  // latin1 keeps every byte.
  const text = Buffer.from(mime).toString('latin1');
  if (!FIELD.test(text)) return { fields: [], body: Buffer.from(text, 'latin1') };
  const end = /\r?\n\r?\n/.exec(text);
  const block = end === null ? text : text.slice(0, end.index);
  const body = end === null ? '' : text.slice(end.index + end[0].length);
  return {
    fields: block.split(/\r?\n(?![ \t])/).filter((field) => field !== ''),
    body: Buffer.from(body, 'latin1'),
  };
}

export function putTogether({ fields, body }: RawMail): Buffer {
  const block = fields.map((field) => `${field.replaceAll(/\r?\n/g, '\r\n')}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${block}\r\n`, 'latin1'), body]);
}

/** Name of a header field in lower case; empty for a line that is none. */
export function nameOf(field: string): string {
  return FIELD.test(field) ? field.slice(0, field.indexOf(':')).trim().toLowerCase() : '';
}

/** Value of a header field, unfolded, bytes read as UTF-8. */
export function valueOf(field: string): string {
  const value = field.slice(field.indexOf(':') + 1).replaceAll(/\r?\n(?=[ \t])/g, '');
  return Buffer.from(value, 'latin1').toString('utf8').trim();
}

/** The first value of a header. */
export function firstValue(mail: RawMail, name: string): string | undefined {
  const field = mail.fields.find((candidate) => nameOf(candidate) === name);
  return field === undefined ? undefined : valueOf(field);
}

/** Replaces every To by one, and leaves out Cc, so that the mail names nobody else. */
export function addressTo(mime: Uint8Array, addresses: readonly string[]): Buffer {
  const mail = takeApart(mime);
  const others = mail.fields.filter((field) => !['to', 'cc'].includes(nameOf(field)));
  return putTogether({ fields: [...others, `To: ${addresses.join(',\r\n ')}`], body: mail.body });
}
