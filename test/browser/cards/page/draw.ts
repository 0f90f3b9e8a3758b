/**
 * Runs in the browser: draws cards below each other with Microsoft's own renderer, and says what is wrong with how they look.
 * It has a tsconfig of its own, because it knows a document; `../card-sheet.ts` brings it into the page.
 */
import type * as AdaptiveCardsModule from 'adaptivecards';

declare const AdaptiveCards: typeof AdaptiveCardsModule;
declare const markdownit: (options: { html: boolean }) => { render(text: string): string };

interface NamedCard {
  readonly name: string;
  readonly card: object;
}

interface Host {
  readonly config: object;
  /** What Teams draws around the card and in fields and buttons, which is no part of the host configuration. */
  readonly page: string;
}

const markdown = markdownit({ html: false });
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  // Teams puts the name of whoever is mentioned in place of the tags.
  result.outputHtml = markdown.render(text.replaceAll(/<at>(.*?)<\/at>/g, '**$1**'));
  result.didProcess = true;
};

/**
 * Teams lays a container out in a grid where its card is wide enough (`Layout.AreaGrid` with a target width); the renderer does not
 * know that. As much of it as our rows use: a first column with a fixed width.
 */
class ContainerWithGrid extends AdaptiveCards.Container {
  private firstColumn = '';

  protected override internalParse(
    source: Record<string, unknown>,
    context: AdaptiveCardsModule.SerializationContext,
  ): void {
    super.internalParse(source, context);
    const [layout] = Array.isArray(source['layouts']) ? source['layouts'] : [];
    if (layout?.type === 'Layout.AreaGrid') this.firstColumn = String(layout.columns[0]);
  }

  protected override internalRender(): HTMLElement | undefined {
    const element = super.internalRender();
    if (this.firstColumn !== '') {
      element?.classList.add('grid');
      element?.style.setProperty('--first-column', this.firstColumn);
    }
    return element;
  }
}
AdaptiveCards.GlobalRegistry.elements.register('Container', ContainerWithGrid);

/** Draws the cards into the page, in place of those that were there. */
function drawCards(cards: readonly NamedCard[], { config, page }: Host, titled: boolean): void {
  document.body.style.cssText = page;
  document.body.replaceChildren(
    ...cards.map(({ name, card }) => {
      const frame = document.createElement('section');
      frame.className = 'frame';
      frame.dataset['name'] = name;
      const drawn = new AdaptiveCards.AdaptiveCard();
      drawn.hostConfig = new AdaptiveCards.HostConfig(config);
      drawn.parse(card);
      const element = drawn.render();
      if (element === undefined) throw new TypeError(`"${name}" is not rendered`);
      if (titled) frame.append(Object.assign(document.createElement('h1'), { textContent: name }));
      frame.append(element);
      return frame;
    }),
  );
}

/** Gives every card this width, as Teams does with a window or a phone. Above 350 px a card is of "standard" width. */
function setWidth(width: number, columns: number): void {
  document.body.style.setProperty('--columns', String(columns));
  document.body.style.setProperty('--card-width', `${width}px`);
  document.body.classList.toggle('standard', width > 350);
}

const CONTRAST_LEAST = 4.5;
/** Teams draws these itself, in colors of its own. */
const OF_TEAMS = '.ac-pushButton, option, h1';
/** Behind the label of a field that must be filled. */
const REQUIRED = '*';

/** What is wrong with each card as it is drawn now. */
function faultsOfCards(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>('.frame')].flatMap((frame) =>
    [
      ...overflows(frame),
      ...cutTexts(frame),
      ...palePlaces(frame),
      ...unlabelled(frame),
      ...longAddresses(frame),
    ].map((fault) => `${frame.dataset['name']}: ${fault}`),
  );
}

function shownIn(frame: HTMLElement): readonly HTMLElement[] {
  return [...frame.querySelectorAll<HTMLElement>('*')].filter((each) => each.getClientRects().length > 0);
}

function nameOf(element: HTMLElement): string {
  return `"${(element.innerText || element.tagName).slice(0, 40)}"`;
}

function overflows(frame: HTMLElement): readonly string[] {
  const { left, right } = frame.getBoundingClientRect();
  return shownIn(frame)
    .filter((each) => {
      const box = each.getBoundingClientRect();
      return box.right > right + 1 || box.left < left - 1;
    })
    .map((each) => `${nameOf(each)} is beside the card`)
    .slice(0, 1);
}

function cutTexts(frame: HTMLElement): readonly string[] {
  const cut = shownIn(frame).filter((each) => {
    // What is typed can be scrolled, and a choice opens.
    if (each.matches('input, textarea, select, option')) return false;
    const { overflowX, overflowY } = getComputedStyle(each);
    return (
      each.innerText.trim() !== '' &&
      ((overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1) ||
        (overflowY !== 'visible' && each.scrollHeight > each.clientHeight + 1))
    );
  });
  const hints = [...frame.querySelectorAll<HTMLInputElement>('input')].filter(
    (field) => widthOf(field, field.placeholder) > field.clientWidth - FIELD_PADDING,
  );
  return [
    ...cut.map((each) => `${nameOf(each)} is cut`),
    ...hints.map((field) => `the placeholder "${field.placeholder}" is cut`),
  ];
}

const FIELD_PADDING = 16;
const canvas = document.createElement('canvas').getContext('2d');

function widthOf(field: HTMLElement, text: string): number {
  if (canvas === null) throw new TypeError('a browser has a canvas');
  canvas.font = getComputedStyle(field).font;
  return canvas.measureText(text).width;
}

type Color = readonly [red: number, green: number, blue: number, alpha: number];

function colorOf(css: string): Color {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}

function over([r, g, b, a]: Color, [red, green, blue]: Color): Color {
  const mix = (front: number, back: number): number => front * a + back * (1 - a);
  return [mix(r, red), mix(g, green), mix(b, blue), 1];
}

/** What is behind an element: all backgrounds up to the page's. */
function behind(element: Element | null): Color {
  if (element === null) return [255, 255, 255, 1];
  const own = colorOf(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, behind(element.parentElement));
}

/** https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
function luminance([red, green, blue]: Color): number {
  const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(one: Color, other: Color): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function textNodes(frame: HTMLElement): readonly { readonly node: Node; readonly holder: HTMLElement }[] {
  const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
  const found: { node: Node; holder: HTMLElement }[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (holder !== null && (node.textContent ?? '').trim() !== '' && holder.getClientRects().length > 0)
      found.push({ node, holder });
  }
  return found;
}

function palePlaces(frame: HTMLElement): readonly string[] {
  const ratios = new Map<string, number>();
  for (const { holder } of textNodes(frame)) {
    if (holder.closest(OF_TEAMS) !== null || holder.innerText.trim() === REQUIRED) continue;
    const back = behind(holder);
    const ratio = contrast(over(colorOf(getComputedStyle(holder).color), back), back);
    if (ratio < CONTRAST_LEAST) ratios.set(nameOf(holder), ratio);
  }
  return [...ratios].map(([name, ratio]) => `${name} has a contrast of ${ratio.toFixed(2)}`);
}

function unlabelled(frame: HTMLElement): readonly string[] {
  return [...frame.querySelectorAll<HTMLInputElement>('input, textarea, select')]
    .filter((field) => {
      // The library labels the list that it searches, and not the field in it.
      const labelled = field.closest('.ac-choiceSetInput-filtered-container') ?? field;
      const ids = (labelled.getAttribute('aria-labelledby') ?? '').split(' ');
      const labels = ids.map((id) =>
        id === '' ? '' : (document.querySelector(`[id="${id}"]`)?.textContent ?? ''),
      );
      return labels.join('').trim() === '';
    })
    .map((field) => `a field without a label: ${field.outerHTML.slice(0, 80)}`);
}

const ADDRESS = /^aws_[\da-f-]{36}@[\w.-]+$/;
const ADDRESS_LINES_MOST = 2;

function longAddresses(frame: HTMLElement): readonly string[] {
  return textNodes(frame).flatMap(({ node, holder }) => {
    // Within a sentence it begins wherever the sentence brings it.
    const block = holder.closest<HTMLElement>('.ac-richTextBlock, .ac-textBlock') ?? holder;
    if (!ADDRESS.test(block.innerText.trim())) return [];
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    return lines > ADDRESS_LINES_MOST ? [`an address of ${lines} lines`] : [];
  });
}

Object.assign(globalThis, { drawCards, setWidth, faultsOfCards });
