import { ContentError } from '../contents.ts';
import { type Attributes, notOurs, walk } from './xml.ts';

/** What a cell looks like: what is looked at, in Chinese -> its value, whatever number it has in the file. */
export type Look = ReadonlyMap<string, string>;

interface RowLook {
  /** Height, hidden, level: all that its row says but its number. */
  readonly about: string;
  /** Column letters -> look. */
  readonly cells: ReadonlyMap<string, Look>;
}

/** Row number -> how it looks. */
export type SheetLooks = ReadonlyMap<number, RowLook>;

/** How the cells of a workbook look, and what else decides it. */
export interface Looks {
  readonly sheets: ReadonlyMap<string, SheetLooks>;
  /** The rest of the styles, theme, how the parts belong together, and whether texts have looks of their own. */
  readonly beside: string;
}

/** In characters; a workbook of ours has a fiftieth of it. */
const MOST_STYLES = 2 ** 20;

/** ECMA-376 part 1, 18.8: every style of a cell, in the order by which cells name it, and what else the part says. */
export interface Styles {
  readonly looks: readonly Look[];
  readonly rest: string;
}

/** Throws a ContentError where the part is not made as ours is. */
export function stylesIn(xml: string): Styles {
  if (xml.length > MOST_STYLES) throw new ContentError('broken');
  const root = treeOf(xml);
  const lists = new Map(root.children.map((each) => [each.name, each]));
  if (lists.size !== root.children.length) throw new ContentError('broken');
  const listOf = (list: string, of: string): readonly Element[] => {
    const children = lists.get(list)?.children ?? [];
    if (children.some(({ name }) => name !== of)) throw new ContentError('broken');
    return children;
  };
  const formats = new Map(
    listOf('numFmts', 'numFmt').map(({ attributes: { numFmtId = '', formatCode = '' } }) => [
      numFmtId,
      formatCode,
    ]),
  );
  if (formats.size !== listOf('numFmts', 'numFmt').length) throw new ContentError('broken');
  const values = {
    fonts: listOf('fonts', 'font').map(written),
    fills: listOf('fills', 'fill').map(written),
    borders: listOf('borders', 'border').map(written),
  };
  const lookOf = ({ attributes, children }: Element): Map<string, string> => {
    const { numFmtId = '0', fontId = '0', fillId = '0', borderId = '0', ...others } = attributes;
    const flags = without(others, 'xfId');
    const aligned = children.filter(({ name }) => name === 'alignment');
    return new Map([
      ['显示格式', formats.get(numFmtId) ?? `built in: ${numFmtId}`],
      ['字体、字号或颜色', values.fonts[Number(fontId)] ?? ''],
      ['底色', values.fills[Number(fillId)] ?? ''],
      ['边框', values.borders[Number(borderId)] ?? ''],
      ['对齐或换行', aligned.map(written).join('')],
      [
        '样式',
        written({
          name: 'xf',
          attributes: flags,
          children: children.filter((each) => !aligned.includes(each)),
        }),
      ],
    ]);
  };
  const bases = listOf('cellStyleXfs', 'xf').map(lookOf);
  const looks = listOf('cellXfs', 'xf').map((xf) => {
    const look = lookOf(xf);
    const base = [...(bases[Number(xf.attributes['xfId'] ?? '0')] ?? [])];
    return look.set('样式', `${look.get('样式')} ${JSON.stringify(base)}`);
  });
  const resolved = new Set(['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs']);
  const rest = root.children.filter(({ name }) => !resolved.has(name)).map(written);
  // The first font and the first style are those of all that names none, and measure the columns.
  const first = [values.fonts[0], JSON.stringify([...(looks[0] ?? [])])];
  return { looks, rest: [written({ ...root, children: [] }), ...rest, ...first].join('\n') };
}

/** The rows of a sheet and their cells, empty ones as well. */
export function looksIn(xml: string, { looks }: Pick<Styles, 'looks'>): SheetLooks {
  const rows = new Map<number, { about: string; cells: Map<string, Look> }>();
  let cells = new Map<string, Look>();
  walk(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        const { r = '', ...about } = without(attributes, 'spans');
        if (!/^[1-9]\d{0,6}$/u.test(r) || rows.has(Number(r))) throw new ContentError('broken');
        cells = new Map();
        rows.set(Number(r), { about: ordered(about), cells });
      } else if (name === 'c') {
        const { r = '', s = '0', ...others } = without(attributes, 't');
        const column = /^[A-Z]{1,3}/u.exec(r)?.[0] ?? '';
        const look = looks[Number(s)];
        if (!look || cells.has(column) || !rows.get(Number(r.slice(column.length))))
          throw new ContentError('broken');
        cells.set(
          column,
          Object.keys(others).length === 0 ? look : new Map([...look, ['样式', ordered(others)]]),
        );
      }
    },
  });
  return rows;
}

/** Text whose parts look each as they like; the program writes none. */
export function hasRuns(xml: string): boolean {
  return /<(?:\w+:)?(?:r|rPr|rPh|phoneticPr)[\s/>]/u.test(xml);
}

interface Element {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly Element[];
}

function treeOf(xml: string): Element {
  const top: Element[] = [];
  const open: Element[][] = [top];
  walk(xml, {
    open: (name, attributes) => {
      const children: Element[] = [];
      open.at(-1)?.push({ name, attributes, children });
      open.push(children);
    },
    close: () => open.pop(),
  });
  return top[0] ?? notOurs(undefined);
}

function written({ name, attributes, children }: Element): string {
  return `<${name} ${ordered(attributes)}>${children.map(written).join('')}</>`;
}

function ordered(attributes: Attributes): string {
  return JSON.stringify(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function without(attributes: Attributes, name: string): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([each]) => each !== name));
}
