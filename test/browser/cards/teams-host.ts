/**
 * How Teams draws cards: as much as its published host configurations say (samples/HostConfig/microsoft-teams-light.json and -dark.json
 * of github.com/microsoft/AdaptiveCards).
 */
interface Shades {
  readonly default: string;
  readonly subtle: string;
}

interface Theme {
  readonly page: string;
  readonly card: string;
  readonly emphasis: string;
  /** Text on the card itself and on gray. */
  readonly text: Shades;
  /** Text on colors, which are the same in both themes. */
  readonly onColor: Shades;
  readonly dark: Shades;
  readonly light: Shades;
  readonly accent: Shades;
  readonly attention: Shades;
}

const THEMES = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    emphasis: '#fff9f8f7',
    text: { default: '#ff252424', subtle: '#bf252424' },
    onColor: { default: '#ff252424', subtle: '#bf252424' },
    dark: { default: '#252424', subtle: '#bf252424' },
    light: { default: '#ffffff', subtle: '#fff3f2f1' },
    accent: { default: '#6264a7', subtle: '#8b8cc7' },
    attention: { default: '#c4314b', subtle: '#e5c4314b' },
  },
  dark: {
    page: '#1f1f1f',
    card: '#ff2d2c2c',
    emphasis: '#ff292828',
    text: { default: '#ffffffff', subtle: '#bfffffff' },
    onColor: { default: '#ff201f1f', subtle: '#ff2d2c2c' },
    dark: { default: '#ff201f1f', subtle: '#ff2d2c2c' },
    light: { default: '#ffffffff', subtle: '#bfffffff' },
    accent: { default: '#ffa6a7dc', subtle: '#ff8b8cc7' },
    attention: { default: '#ffd74654', subtle: '#e5d74654' },
  },
} as const satisfies Record<string, Theme>;
export type ThemeName = keyof typeof THEMES;

const COLORS = { accent: '#C7DEF9', good: '#CCFFCC', attention: '#FFC5B2', warning: '#FFE2B2' } as const;

function containerStyles(theme: Theme): object {
  const style = (backgroundColor: string, text: Shades): object => ({
    backgroundColor,
    foregroundColors: {
      default: text,
      dark: theme.dark,
      light: theme.light,
      accent: theme.accent,
      good: { default: '#92c353', subtle: '#e592c353' },
      warning: { default: '#f8d22a', subtle: '#e5f8d22a' },
      attention: theme.attention,
    },
  });
  const colored = Object.entries(COLORS).map(([name, color]) => [name, style(color, theme.onColor)] as const);
  return {
    default: style(theme.card, theme.text),
    emphasis: style(theme.emphasis, theme.text),
    ...Object.fromEntries(colored),
  };
}

const font = (fontFamily: string): object => ({
  fontFamily,
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
});

/** A theme as the renderer takes it, and what Teams draws around cards. */
export function teamsHost(name: ThemeName): { readonly config: object; readonly page: string } {
  const theme = THEMES[name];
  const config = {
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: name === 'light' ? '#EEEEEE' : '#484644' },
    fontTypes: {
      default: font('Segoe UI, Tahoma, Geneva, Verdana, sans-serif'),
      monospace: font('Courier New, Courier, monospace'),
    },
    containerStyles: containerStyles(theme),
    actions: {
      maxActions: 6,
      spacing: 'Default',
      buttonSpacing: 8,
      showCard: { actionMode: 'Inline', inlineTopMargin: 16, style: 'emphasis' },
      preExpandSingleShowCardAction: false,
      actionsOrientation: 'Horizontal',
      actionAlignment: 'Left',
    },
    adaptiveCard: { allowCustomStyle: false },
  };
  const field = name === 'light' ? '#ffffff' : '#1f1f1f';
  const edge = name === 'light' ? '#d1d1d1' : '#666666';
  const text = name === 'light' ? '#252424' : '#ffffff';
  const link = name === 'light' ? '#4f52b2' : '#9299f7';
  const page = `background:${theme.page};--card:#${theme.card.slice(-6)};--field:${field};--edge:${edge};--text:${text};--link:${link}`;
  return { config, page };
}
