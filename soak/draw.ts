import type { Judged } from './judge.ts';
import { METRICS } from './windows.ts';

const COLUMNS = 3;
const PANEL = { width: 400, height: 220 } as const;
const PLOT = { left: 56, right: 16, top: 52, bottom: 30 } as const;
const HEAD = 64;
const TICKS = 4;
const COLOURS = {
  flat: '#1a7f37',
  falls: '#0550ae',
  rises: '#b42318',
  unknown: '#b42318',
  plain: '#57606a',
} as const;

/** One panel for each metric: what was measured, and the line through it with its verdict. Values begin at nought. */
export function drawSoak(judged: readonly Judged[], title: string, subtitle: string): string {
  const width = COLUMNS * PANEL.width;
  const height = HEAD + Math.ceil(judged.length / COLUMNS) * PANEL.height;
  const panels = judged.map((each, index) => {
    const x = (index % COLUMNS) * PANEL.width;
    const y = HEAD + Math.floor(index / COLUMNS) * PANEL.height;
    return `<g transform="translate(${x} ${y})">${panel(each)}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, 'DejaVu Sans', sans-serif" font-size="12" fill="#24292f">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="16" y="28" font-size="18" font-weight="600">${escaped(title)}</text>`,
    `<text x="16" y="48" fill="${COLOURS.plain}">${escaped(subtitle)}</text>`,
    ...panels,
    '</svg>',
    '',
  ].join('\n');
}

function panel({ metric, points, judgedFrom, trend, verdict }: Judged): string {
  const { title, unit, isJudged } = METRICS[metric];
  const colour = isJudged ? COLOURS[verdict] : COLOURS.plain;
  const said = isJudged ? `${verdict}${changeOf(trend, unit)}` : `not judged${changeOf(trend, unit)}`;
  const lastAt = Math.max(...points.map(({ at }) => at), 1e-9);
  const most = niceAbove(Math.max(...points.map(({ value }) => value), 1e-9));
  const x = (at: number): number => PLOT.left + (at / lastAt) * (PANEL.width - PLOT.left - PLOT.right);
  const y = (value: number): number =>
    PANEL.height - PLOT.bottom - (value / most) * (PANEL.height - PLOT.top - PLOT.bottom);
  const ticks = Array.from({ length: TICKS + 1 }, (_, index) => (most * index) / TICKS);
  const dots = points.map(
    ({ at, value }) =>
      `<circle cx="${round(x(at))}" cy="${round(y(value))}" r="2.5" fill="${at < judgedFrom ? '#c8ccd1' : colour}"/>`,
  );
  const ends = [judgedFrom, lastAt].map((at) => ({ at, value: trend && trend.intercept + trend.slope * at }));
  const line = ends.map(({ at, value = 0 }) => `${round(x(at))},${round(y(value))}`).join(' ');
  return [
    `<text x="16" y="20" font-weight="600">${escaped(title)}${unit === '' ? '' : `, ${unit}`}</text>`,
    `<text x="16" y="38" fill="${colour}">${escaped(said)}</text>`,
    ...ticks.map(
      (value) =>
        `<line x1="${PLOT.left}" x2="${PANEL.width - PLOT.right}" y1="${round(y(value))}" y2="${round(y(value))}" stroke="#e4e7eb"/>` +
        `<text x="${PLOT.left - 6}" y="${round(y(value) + 4)}" text-anchor="end" fill="${COLOURS.plain}">${round(value)}</text>`,
    ),
    `<text x="${PLOT.left}" y="${PANEL.height - 10}" fill="${COLOURS.plain}">0</text>`,
    `<text x="${PANEL.width - PLOT.right}" y="${PANEL.height - 10}" text-anchor="end" fill="${COLOURS.plain}">${round(lastAt)} min</text>`,
    ...dots,
    trend === undefined
      ? ''
      : `<polyline points="${line}" fill="none" stroke="${colour}" stroke-width="1.5"/>`,
  ].join('');
}

function changeOf(trend: Judged['trend'], unit: string): string {
  if (trend === undefined) return '';
  const { growth, noise } = trend;
  return `: ${growth < 0 ? '−' : '+'}${round(Math.abs(growth))} over the run, moves by ${round(noise)}${unit === '' ? '' : ` ${unit}`} by itself`;
}

/** The next of 1, 2, 2.5, 5 and 10 times a power of ten. */
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 2.5, 5, 10].find((step) => step * power >= value) ?? 10);
}

/** Three digits that count. */
function round(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
