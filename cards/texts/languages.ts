import { en } from './en.ts';
import { compile, type Compiled } from './message.ts';

/** Every word that people read, in one language. */
export type Texts = Compiled<typeof en>;

/** What is said where nobody knows the reader's language: logs, API and command line too. */
export const english: Texts = compile<typeof en>(en, 'en-US');
