import { drawing, type Drawn } from './draw.ts';
import { runsOf } from './runs.ts';
import template from './templates/ask.json' with { type: 'json' };
import { exactly, plain, typed } from './text.ts';
import type { Texts } from './texts/languages.ts';

/** What a command lacks: one field, and the button that writes the command with what is in it. */
export interface Ask {
  readonly command: keyof Asked;
  /** What the command has already: the address of an alias. */
  readonly about?: string;
  /** What is there now. */
  readonly value?: string;
}

type Asked = Pick<Texts['ask'], 'find' | 'bind' | 'transfer'>;

const ADDRESS_MOST = 100;
/** As long as anything that a command takes there. */
const TYPED_MOST = 200;

const draw = drawing(template);

/** Asks for what a command lacks. */
export function askCard(texts: Texts, { command, about = '', value = '' }: Ask): Drawn {
  const { title, lead, label, example, button } = texts.ask[command];
  const alias = plain(about, ADDRESS_MOST);
  const card = draw(texts, {
    title,
    sentence: runsOf(lead),
    isAboutAlias: alias !== '',
    alias,
    label,
    example,
    value: typed(value, TYPED_MOST),
    button,
    command: exactly(command),
    about: exactly(about, ADDRESS_MOST),
  });
  return { card, summary: title };
}
