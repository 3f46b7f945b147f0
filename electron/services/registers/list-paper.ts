import type { Column } from '../../../shared/registers/column.ts';
import { countWords } from '../../../shared/registers/contradictions.ts';
import { type Entry, fieldOf } from '../../../shared/registers/entry.ts';
import { registerOf, type RegisterName } from '../../../shared/registers/kinds.ts';
import { columnsIn, filledIn, hasOwnForm, type YearColumn } from '../../../shared/registers/year/columns.ts';
import { onPaper } from '../../../shared/registers/year/on-paper.ts';
import { registerTitle } from '../../../shared/registers/year/register-title.ts';
import type { Year } from '../../../shared/registers/year/schema.ts';
import { sourceWords } from '../../../shared/standard/source-words.ts';
import { fillTemplate } from '../papers/fill-template.ts';
import type { TemplateParts } from '../papers/read-template.ts';
import { entriesToPrint, notesOf } from './register-workbook.ts';
import { shippedTemplate } from './shipped-template.ts';

const READING = { action: '读取清单的版式', effect: '没有导出；登记的内容没有改动。' };

/** A list of a year as .docx. `personal`: with the columns that are marked so. `today`: ISO 8601. */
export async function listDocument(
  resources: string,
  year: Year,
  { name, personal, today }: { name: RegisterName; personal: boolean; today: string },
): Promise<Buffer> {
  const typed = entriesToPrint(year, name);
  const { entries, notes } = onPaper(year, name, { entries: typed, today });
  const shown = columnsIn(year, name);
  const isListed = registerOf(name).paperColumns === 'listed' || entries.length === 0;
  const columns = shown
    .filter((column) => personal || !column.personal)
    .filter(({ code, listed }) => (isListed ? listed : filledIn(entries, code) > 0));
  const widths = widthsOf(columns, entries);
  const left = shown.filter((column) => !personal && column.personal);
  const parts = await shippedTemplate(resources, 'list.docx', READING);
  return fillTemplate(withColumns(parts, columns, widths), {
    标题: registerTitle(year, name),
    说明: [
      `单位：${year.unit}　　${countWords(name, typed)}　　制表日期：${today}`,
      ...notes,
      ...notesOf(year, name, { left, entries }),
    ].join('　　'),
    依据: basisWords(year, name, columns),
    有: entries.length > 0,
    ...named('栏目', columns, ({ label }) => label),
    行: entries.map((entry, at) => ({
      ...{ 序号: `${at + 1}`, 整: linesOf(entry, columns, widths) <= WHOLE },
      ...named('内容', columns, ({ code }) => fieldOf(entry, code)),
    })),
  });
}

/** Which columns a document asks for, as it calls them and not as the office does, and that the others are nobody's. */
function basisWords(year: Year, name: RegisterName, columns: readonly YearColumn[]): string {
  const stated = columns.filter(({ source }) => source).map(({ usual }) => usual);
  const ours = hasOwnForm(year, name) ? '其余栏目按本单位的格式' : '其余栏目为参考格式';
  return `依据：${sourceWords({ sources: [] }, registerOf(name).sources).join('；')}${stated.length > 0 ? `（${stated.join('、')}）` : ''}。${ours}。`;
}

function named(
  what: string,
  columns: readonly Column[],
  textOf: (column: Column) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map((column, at) => [`${what}${at}`, textOf(column)]));
}

/** Between the margins of an A4 page that lies, without 序号; in twips, 20 to a point. */
const WIDTH = 13_630;
const LEAST: Readonly<Record<Column['kind'], number>> = {
  day: 1220,
  choice: 920,
  count: 780,
  text: 1100,
  long: 700,
};

/** A letter of 9 points, and what a cell keeps free at its sides. */
const LETTER = 180;
const INSET = 170;
const widthOf = (letters: number): number => letters * LETTER + INSET;

/** What is left goes to the columns of running text, or of words where there are none, more to those that say more. */
function widthsOf(columns: readonly Column[], entries: readonly Entry[]): readonly number[] {
  const running = columns.some(({ kind }) => kind === 'long') ? 'long' : 'text';
  const weights = columns.map(({ code, kind }) => {
    if (kind !== running) return 0;
    const length = entries.reduce((sum, entry) => sum + fieldOf(entry, code).length, 0);
    return (1 + length / Math.max(1, entries.length)) ** 0.7;
  });
  const weight = weights.reduce((sum, each) => sum + each, 0);
  const leasts = columns.map(({ kind, label }) => Math.max(LEAST[kind], widthOf(Math.min(4, label.length))));
  const least = leasts.reduce((sum, each) => sum + each, 0);
  const rest = Math.max(0, WIDTH - least);
  const widths = leasts.map(
    (each, at) => each + (weight > 0 ? (rest * (weights[at] ?? 0)) / weight : rest / columns.length),
  );
  const sum = widths.reduce((all, each) => all + each, 0);
  return widths.map((each) => Math.floor((each * WIDTH) / sum));
}

/** A row of more lines, more than half a page, may go on over the page. */
const WHOLE = 20;

function linesOf(entry: Entry, columns: readonly Column[], widths: readonly number[]): number {
  const lines = columns.map(({ code }, at) => {
    const letters = Math.max(1, Math.floor(((widths[at] ?? 0) - INSET) / LETTER));
    const texts = fieldOf(entry, code).split('\n');
    return texts.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / letters)), 0);
  });
  return Math.max(1, ...lines);
}

const DOCUMENT = 'word/document.xml';
const CELL = /<w:tc>(?:(?!<\/w:tc>).)*?【(栏目|内容)】.*?<\/w:tc>/gsu;

/** The template with a column for each of them in the place of its second one. */
function withColumns(
  parts: TemplateParts,
  columns: readonly Column[],
  widths: readonly number[],
): TemplateParts {
  const xml = parts.get(DOCUMENT)?.toString('utf8') ?? '';
  const made = xml
    .replace(`<w:gridCol w:w="${WIDTH}"/>`, widths.map((width) => `<w:gridCol w:w="${width}"/>`).join(''))
    .replace(CELL, (cell, what: string) =>
      columns
        .map(({ kind }, at) => {
          const sized = cell.replace(`w:w="${WIDTH}"`, `w:w="${widths[at] ?? 0}"`);
          const placed = kind === 'long' || kind === 'text' ? sized : sized.replace('"start"', '"center"');
          // What ends with the row ends in its last cell.
          const tags = at === columns.length - 1 ? `【${what}${at}】$1` : `【${what}${at}】`;
          return placed.replace(/【(?:栏目|内容)】((?:【[^】]*】)*)/u, tags);
        })
        .join(''),
    );
  return new Map([...parts, [DOCUMENT, Buffer.from(made)]]);
}
