/**
 * An error that a person may read: what happened, what it means for them, and what to do.
 *
 * `code` is stable and meant for programs (API clients, tests, alerts); `message` and `remedy` are sentences for people,
 * the same in chat, API and command line, and never hold secrets or mail text.
 */
export class RootdeskError<Code extends string = string> extends Error {
  readonly code: Code;
  readonly remedy: string;

  constructor(code: Code, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RootdeskError';
    this.code = code;
    this.remedy = remedy;
  }
}
