import { type ThemeConfig, theme as antd } from 'antd';

/**
 * Every colour of the interface, once, by its use. No other file names one (tests/unit/renderer/looks.test.ts).
 * One accent; greys dark enough to read (WCAG AA) on an office monitor. `deep` is for words, `soft` for what lies
 * behind them, `line` for what goes round them.
 */
export const COLOURS = {
  ink: '#1f2328',
  inkSoft: '#4b5563',
  inkFaint: '#5b6470',
  inkPale: '#6b7280',
  /** Behind cards and panes. */
  page: '#f4f6f8',
  /** Where something is dropped, filled in, or begins. */
  well: '#f8fafd',
  /** Heads of tables, what the mouse is on, hairlines. */
  shade: '#eef2f6',
  lineSoft: '#e5e9ee',
  line: '#d8dee6',
  /** Edges of keys; bars of what is still open. */
  lineFirm: '#b9c4d0',
  /** Where a file may be dropped; bars of what a unit gave itself. */
  lineStrong: '#8fa3b8',
  accent: '#1d5a9e',
  accentDeep: '#134476',
  accentSoft: '#e6eef7',
  accentLine: '#c3d3e6',
  infoSoft: '#edf4fb',
  infoLine: '#a9c6e6',
  infoLineFirm: '#8fb5dc',
  good: '#2e7d32',
  goodDeep: '#1e5e22',
  goodSoft: '#eef7ef',
  goodLine: '#a5cfa8',
  warn: '#a85b00',
  warnDeep: '#7c4a03',
  warnSoft: '#fdf5e6',
  warnLine: '#e3c07f',
  warnLineFirm: '#e0b84c',
  /** The edge of a row that waits for a decision. */
  amber: '#d48806',
  /** Behind words that are pointed out in a text. */
  marked: '#fdeec4',
  bad: '#b3261e',
  badDeep: '#9b1c15',
  badSoft: '#fdf0ef',
  badLine: '#e5aaa5',
} as const;

/** antd's theme: our colours, no animation. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: COLOURS.accent,
    colorInfo: COLOURS.accent,
    colorLink: COLOURS.accent,
    colorSuccess: COLOURS.good,
    colorWarning: COLOURS.warn,
    colorError: COLOURS.bad,
    colorSuccessBg: COLOURS.goodSoft,
    colorSuccessBorder: COLOURS.goodLine,
    colorInfoBg: COLOURS.infoSoft,
    colorInfoBorder: COLOURS.infoLine,
    colorWarningBg: COLOURS.warnSoft,
    colorWarningBorder: COLOURS.warnLine,
    colorErrorBg: COLOURS.badSoft,
    colorErrorBorder: COLOURS.badLine,
    colorText: COLOURS.ink,
    colorTextSecondary: COLOURS.inkSoft,
    colorTextTertiary: COLOURS.inkFaint,
    colorTextDescription: COLOURS.inkFaint,
    colorTextPlaceholder: COLOURS.inkPale,
    colorBgLayout: COLOURS.page,
    borderRadius: 4,
    motion: false,
    // System fonts only: nothing is fetched. Names of Windows, 麒麟/统信 and macOS.
    fontFamily:
      '"Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "WenQuanYi Micro Hei", sans-serif',
  },
  components: {
    Table: { cellPaddingBlockSM: 6, headerBg: COLOURS.shade },
    Card: { paddingLG: 16 },
  },
};

/** The custom properties of the style sheets: what antd makes of its theme, then what it has no word for. */
export function looks(): Readonly<Record<string, string>> {
  const made = antd.getDesignToken(theme);
  return {
    '--ink': made.colorText,
    '--ink-soft': made.colorTextSecondary,
    '--ink-faint': made.colorTextDescription,
    '--ink-pale': made.colorTextPlaceholder,
    '--page': made.colorBgLayout,
    '--paper': made.colorBgContainer,
    '--accent': made.colorPrimary,
    '--good': made.colorSuccess,
    '--warn': made.colorWarning,
    '--warn-soft': made.colorWarningBg,
    '--bad': made.colorError,
    '--info-soft': made.colorInfoBg,
    '--radius': `${made.borderRadius}px`,
    // Printed lines and letters, and behind a film.
    '--black': made.colorTextBase,
    '--shadow': faded(made.colorTextBase, 0.2),
    '--well': COLOURS.well,
    '--shade': COLOURS.shade,
    '--line-soft': COLOURS.lineSoft,
    '--line': COLOURS.line,
    '--line-firm': COLOURS.lineFirm,
    '--line-strong': COLOURS.lineStrong,
    '--accent-deep': COLOURS.accentDeep,
    '--accent-soft': COLOURS.accentSoft,
    '--accent-line': COLOURS.accentLine,
    '--info-line-firm': COLOURS.infoLineFirm,
    '--good-deep': COLOURS.goodDeep,
    '--warn-deep': COLOURS.warnDeep,
    '--warn-line-firm': COLOURS.warnLineFirm,
    '--amber': COLOURS.amber,
    '--marked': COLOURS.marked,
    '--bad-deep': COLOURS.badDeep,
    // Codes that are read out and typed: figures and letters of one width.
    '--mono': "Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono', monospace",
  };
}

/** Gives the page its custom properties, once, before anything is drawn: by CSSOM, which the content policy allows. */
export function setLooks(root: HTMLElement): void {
  for (const [name, value] of Object.entries(looks())) root.style.setProperty(name, value);
}

/** A colour (#rgb or #rrggbb) of which only a share (0 to 1) is seen. */
export function faded(colour: string, share: number): string {
  const digits = colour.slice(1);
  const width = digits.length / 3;
  const [red, green, blue] = [0, 1, 2].map((at) =>
    Number.parseInt(digits.slice(at * width, (at + 1) * width).padStart(2, digits[at]), 16),
  );
  return `rgb(${red} ${green} ${blue} / ${share.toFixed(3)})`;
}
