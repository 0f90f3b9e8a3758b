import { valuesIn, type Spoken, type SpokenCode } from '../../cards/texts/coded.ts';
import { SpokenError } from '../shared/spoken-error.ts';

/** What the register refuses; `refusals` in `cards/texts` has the sentences, which are the same in chat, API and command line. */
export type RefusalCode = Exclude<SpokenCode, 'no-right' | 'directory-unavailable' | 'card-unknown'>;

/** Nothing is changed when one of these is thrown. */
export class Refusal extends SpokenError<RefusalCode> {
  constructor(...[code, ...given]: Spoken[RefusalCode]) {
    super(code, valuesIn(given));
    this.name = 'Refusal';
  }
}
