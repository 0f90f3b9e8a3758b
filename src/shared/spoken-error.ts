import { inPlainText } from '../../cards/runs.ts';
import { refusalWords, type SpokenCode, type SpokenRefusal } from '../../cards/texts/coded.ts';
import { english } from '../../cards/texts/languages.ts';
import { RootdeskError } from './rootdesk-error.ts';

/**
 * An error that says no to a person, and all there is to say: a code, and what the sentence under that code has to name. A card says
 * it in the reader's language; log, API and command line in English.
 */
export class SpokenError<Code extends SpokenCode = SpokenCode> extends RootdeskError<Code> {
  readonly values: SpokenRefusal['values'];

  constructor(code: Code, values: SpokenRefusal['values'] = {}, options?: ErrorOptions) {
    const { message, remedy } = refusalWords(english, { code, values });
    super(code, inPlainText(message), inPlainText(remedy), options);
    this.values = values;
  }
}
