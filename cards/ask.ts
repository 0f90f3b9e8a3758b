import type { CommandName } from '../src/rights/operations.ts';
import { drawing, type Drawn } from './draw.ts';
import { runsOf, type Said } from './runs.ts';
import template from './templates/ask.json' with { type: 'json' };
import { exactly, plain, typed, type CardText, type Words } from './text.ts';
import type { Texts } from './texts/languages.ts';

/** What a command lacks: one field, and the button that writes the command with what is in it. */
export interface Ask {
  readonly command: CommandName;
  /** What the command has already: the address of an alias. */
  readonly about?: string;
  readonly title: Words;
  readonly lead: Said;
  readonly label: Words;
  readonly example: CardText;
  /** What was typed before. */
  readonly value?: string;
  readonly button: Words;
}

const ADDRESS_MOST = 100;
/** As long as anything that a command takes there. */
const TYPED_MOST = 200;

const draw = drawing(template);

/** Asks for what a command lacks. */
export function askCard(texts: Texts, ask: Ask): Drawn {
  const alias = plain(ask.about ?? '', ADDRESS_MOST);
  const card = draw(texts, {
    title: ask.title,
    sentence: runsOf(ask.lead),
    isAboutAlias: alias !== '',
    alias,
    label: ask.label,
    example: ask.example,
    value: typed(ask.value ?? '', TYPED_MOST),
    button: ask.button,
    command: exactly(ask.command),
    about: exactly(ask.about ?? '', ADDRESS_MOST),
  });
  return { card, summary: ask.title };
}
