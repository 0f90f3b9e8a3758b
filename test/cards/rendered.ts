import { AdaptiveCard } from 'adaptivecards';
import { parseHTML } from 'linkedom';
import MarkdownIt from 'markdown-it';
import type { Card } from '../../cards/draw.ts';

const window = parseHTML('<html><body></body></html>');
// Microsoft's renderer wants a browser's globals; every test file has a process of its own.
for (const name of [
  'document',
  'HTMLElement',
  'HTMLInputElement',
  'HTMLTextAreaElement',
  'HTMLSelectElement',
  'HTMLButtonElement',
] as const) {
  Reflect.set(globalThis, name, window[name]);
}
Reflect.set(globalThis, 'window', window);
// What else sees a window takes this for a browser, in which every page has an address.
Reflect.set(window, 'location', new URL('https://teams.microsoft.com/'));
// linkedom can only read it.
Object.defineProperty(window.HTMLElement.prototype, 'innerText', {
  set(this: Element, text: string) {
    this.textContent = text;
  },
});

/** More than Teams reads: HTML and bare addresses too. */
const markdown = new MarkdownIt({ html: true, linkify: true });
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

/** What a reader sees of a card. */
export interface Rendered {
  /** Text where only text is shown, piece by piece: runs, what is in fields, choices. */
  readonly texts: string;
  /** Text where Markdown is read. */
  readonly blocks: string;
  /** The kinds of elements that the card became. */
  readonly tags: ReadonlySet<string>;
}

/** Draws the card with Microsoft's own renderer. */
export function rendered(card: Card): Rendered {
  const parsed = new AdaptiveCard();
  parsed.parse(card);
  const element = parsed.render();
  if (element === undefined) throw new TypeError('the card is not rendered');
  const all = [...element.querySelectorAll('*')];
  const ofClass = (name: string): string =>
    all
      .filter((each) => each.classList.contains(name))
      .map((each) => each.textContent)
      .join('');
  const fields = [...element.querySelectorAll('input, textarea')].map(valueOf);
  const choices = [...element.querySelectorAll('option')].map((option) => option.textContent);
  return {
    texts: [ofClass('ac-textRun'), ...fields, ...choices].join(''),
    blocks: ofClass('ac-textBlock'),
    tags: new Set(all.map(({ tagName }) => tagName.toLowerCase())),
  };
}

function valueOf(field: Element): string {
  return 'value' in field && typeof field.value === 'string' ? field.value : '';
}
