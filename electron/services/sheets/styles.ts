import type { Alignment, Borders, Fill, Font, Style } from '@cj-tech-master/excelts';

export type CellStyle = Partial<Style>;

// charset 134 (GB2312) lets a machine without 宋体 choose another Chinese serif face by itself.
const FONT: Partial<Font> = { name: '宋体', charset: 134, family: 3 };
/** Size of all table text, in points. */
export const BODY_SIZE = 9;
const RED = { argb: 'FFC00000' };

const LINE = { style: 'thin', color: { argb: 'FF000000' } } as const;
const BORDER: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const HEAD_FILL = fill('FFE7E6E6');
const SUM_FILL = fill('FFF5F5F5');

const align = (horizontal: Alignment['horizontal'], vertical: Alignment['vertical'] = 'middle') => ({
  alignment: { horizontal, vertical, wrapText: true },
});
const padded = { alignment: { horizontal: 'left', vertical: 'middle', wrapText: true, indent: 1 } } as const;
const body = { font: { ...FONT, size: BODY_SIZE }, border: BORDER };
const bold = { font: { ...FONT, size: BODY_SIZE, bold: true }, border: BORDER };

export const POINTS_FORMAT = '0.00';

export const STYLES = {
  title: { font: { ...FONT, size: 18, bold: true }, ...align('center') },
  subtitle: { font: { ...FONT, size: 10 }, ...align('left') },
  note: { font: { ...FONT, size: BODY_SIZE }, ...align('left', 'top') },
  warning: { font: { ...FONT, size: BODY_SIZE, bold: true, color: RED }, ...align('left') },
  caption: { font: { ...FONT, size: 11, bold: true }, ...align('left') },
  head: { ...bold, fill: HEAD_FILL, ...align('center') },
  text: { ...body, ...align('left') },
  textTop: { ...body, ...align('left', 'top') },
  smallTop: { ...body, font: { ...FONT, size: BODY_SIZE - 1 }, ...align('left', 'top') },
  centre: { ...body, ...align('center') },
  alert: { ...body, font: { ...FONT, size: BODY_SIZE, color: RED }, ...align('center') },
  link: {
    ...body,
    font: { ...FONT, size: BODY_SIZE, underline: true, color: { argb: 'FF0563C1' } },
    ...align('center'),
  },
  points: { ...body, ...align('center'), numFmt: POINTS_FORMAT },
  count: { ...body, ...align('center'), numFmt: '#,##0' },
  digest: { ...body, font: { name: 'Courier New', size: 7 }, ...align('center') },
  sumText: { ...bold, fill: SUM_FILL, ...align('right') },
  sumNote: { ...body, fill: SUM_FILL, ...align('left') },
  sum: { ...bold, fill: SUM_FILL, ...align('center'), numFmt: POINTS_FORMAT },
  coverTitle: { font: { ...FONT, size: 28, bold: true }, ...align('center') },
  coverHead: { font: { ...FONT, size: 16, bold: true }, ...align('center') },
  coverMark: { font: { ...FONT, size: 14, bold: true, color: RED }, ...align('right') },
  coverWarning: {
    font: { ...FONT, size: 12, bold: true, color: RED },
    border: {
      top: { style: 'medium', color: RED },
      bottom: { style: 'medium', color: RED },
      left: { style: 'medium', color: RED },
      right: { style: 'medium', color: RED },
    },
    ...align('center'),
  },
  coverLabel: {
    font: { ...FONT, size: 12, bold: true },
    border: BORDER,
    fill: HEAD_FILL,
    ...align('center'),
  },
  coverText: { font: { ...FONT, size: 12 }, border: BORDER, ...padded },
  coverPoints: {
    font: { ...FONT, size: 14, bold: true },
    border: BORDER,
    ...padded,
    numFmt: '0.00"分"',
  },
  coverAlert: { font: { ...FONT, size: 12, bold: true, color: RED }, border: BORDER, ...padded },
  seal: { font: { ...FONT, size: 12 }, ...align('left') },
} satisfies Record<string, CellStyle>;

// One object for each look: the library writes out every style object that it has not met before.

/** The same look for what is text whatever it looks like. */
export const asText = remembered((style) => ({ ...style, numFmt: '@' }));

/** What a cell of a merged block bears of the block's look. */
export function atEdges(style: CellStyle, edges: Readonly<Record<Side, boolean>>): CellStyle {
  if (!style.border) return style;
  const number = SIDES.reduce((sum, side, at) => sum + (edges[side] ? 2 ** at : 0), 0);
  return EDGES[number]?.(style) ?? style;
}

const SIDES = ['top', 'bottom', 'left', 'right'] as const;
type Side = (typeof SIDES)[number];

const EDGES = Array.from({ length: 16 }, (_, number) =>
  remembered(({ border, ...style }) => {
    const sides = SIDES.filter((side, at) => border?.[side] && (number & (2 ** at)) !== 0);
    if (sides.length === 0) return style;
    return { ...style, border: Object.fromEntries(sides.map((side) => [side, border?.[side]])) };
  }),
);

function remembered(make: (style: CellStyle) => CellStyle): (style: CellStyle) => CellStyle {
  const made = new WeakMap<CellStyle, CellStyle>();
  return (style) => {
    const known = made.get(style) ?? make(style);
    made.set(style, known);
    return known;
  };
}
