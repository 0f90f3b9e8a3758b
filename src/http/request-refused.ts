/** A request that is answered with a status below 500 and a sentence, in the form of restify's own errors. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly statusCode: number;
  readonly code: string;

  constructor(statusCode: number, code: string, message: string) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
  }

  toJSON(): Record<string, string> {
    return { code: this.code, message: this.message };
  }
}
