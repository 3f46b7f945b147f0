import type { Workbook } from '@cj-tech-master/excelts';
import type { Plan } from '../../../shared/registers/plan.ts';
import { doubtfulUnits } from '../../../shared/registers/rollup/doubts.ts';
import { dayOfTask } from '../../../shared/registers/rollup/standing.ts';
import {
  categoriesIn,
  DOUBT_MARK,
  type Grid,
  gridOf,
  type GridRow,
  hasDoubts,
  type LateTask,
  lateTasks,
  markedWords,
  MARKS_LEGEND,
  othersWords,
} from '../../../shared/registers/rollup/grid.ts';
import { bearsPoints } from '../../../shared/registers/rollup/points.ts';
import type { PointEntry, Rollup, RollupUnit } from '../../../shared/registers/rollup/schema.ts';
import {
  categoryName,
  categoryNames,
  lateWords,
  receivedWords,
} from '../../../shared/registers/rollup/words.ts';
import { countedWords, uncountedWords } from '../../../shared/registers/rollup/uncounted.ts';
import { localDay } from '../base/clock.ts';
import { newWorkbook, toBytes } from '../sheets/deterministic.ts';
import type { Page, StyledValue } from '../sheets/sheet.ts';
import { STYLES } from '../sheets/styles.ts';
import { numbered, Table, type TableColumn, titled } from '../sheets/table.ts';
import { addReferencePage } from './reference-page.ts';

interface Making {
  readonly rollup: Rollup;
  readonly workbook: Workbook;
  readonly today: string;
  readonly plans: readonly Plan[];
  /** Of the categories. */
  readonly names: Readonly<Record<string, string>>;
}

/** A roll-up as .xlsx: who is late with what, what is to be looked at, a table for each category, 督查、通报、加扣分. `today`: ISO 8601. */
export function buildRollup(rollup: Rollup, plans: readonly Plan[], today: string): Promise<Uint8Array> {
  const workbook = newWorkbook(today);
  const making = { rollup, workbook, today, plans, names: categoryNames(plans) };
  addLate(making);
  addDoubts(making);
  for (const category of categoriesIn(rollup, Object.keys(making.names))) addGrid(making, category);
  if (rollup.points.length > 0) addPoints(making);
  return toBytes(workbook, today);
}

const dayOf = (at: string): string => localDay(new Date(at));

function addLate(making: Making): void {
  const { rollup, names } = making;
  const late = lateTasks(rollup, making);
  const columns: TableColumn<LateTask>[] = [
    numbered(6),
    { title: '单位', width: 22, cell: ({ unit }) => [unit.name, STYLES.text] },
    { title: '类别', width: 16, cell: ({ unit }) => [categoryName(names, unit.category), STYLES.centre] },
    { title: '事项', width: 18, cell: ({ task }) => [task.matter, STYLES.text] },
    { title: '材料', width: 32, cell: ({ task }) => [task.material, STYLES.text] },
    { title: '完成时限（原文）', width: 16, cell: ({ task }) => [task.limit, STYLES.centre] },
    { title: '按此日计', width: 11, cell: ({ task }) => [dayOfTask(task), STYLES.centre] },
    { title: '过期天数', width: 8, cell: ({ at }) => [-(at.days ?? 0), STYLES.count] },
    { title: '进度', width: 18, cell: (line) => [lateWords(line), STYLES.text] },
    { title: '报送', width: 14, cell: ({ unit }) => [receivedWords(unit, dayOf), STYLES.centre] },
  ];
  const units = new Set(late.map(({ unit }) => unit.id)).size;
  const line = `${about(making)}　　${rollup.units.length} 个单位中 ${units} 个有过期任务，共 ${late.length} 项${besides(rollup)}`;
  const table = new Table<LateTask>(
    { name: '过期清单', columns, above: titled(`${rollup.year}年度任务过期清单`, line) },
    pageOf(making),
  );
  table.put(late);
  if (late.length === 0) table.say('没有过期的任务。', STYLES.subtitle);
  const doubtful = doubtfulUnits(rollup, making).length;
  if (doubtful > 0) table.say(`另有 ${doubtful} 个单位的时限、不适用等只是自报，见“待核实”表。`, STYLES.note);
  table.say(counted(rollup), STYLES.note);
  table.end();
}

interface DoubtLine {
  readonly unit: RollupUnit;
  readonly words: string;
  readonly names: readonly string[];
}

/** What the units say in their own favour, and nobody else; none where there is nothing of that. */
function addDoubts(making: Making): void {
  const { rollup, names } = making;
  const units = doubtfulUnits(rollup, making);
  if (units.length === 0) return;
  const lines = units.flatMap(({ unit, lines: own }) => own.map((line): DoubtLine => ({ unit, ...line })));
  const table = new Table<DoubtLine>(
    {
      name: '待核实',
      columns: [
        numbered(6),
        { title: '单位', width: 24, cell: ({ unit }) => [unit.name, STYLES.text] },
        { title: '类别', width: 18, cell: ({ unit }) => [categoryName(names, unit.category), STYLES.centre] },
        { title: '待核实', width: 40, cell: ({ words }) => [words, STYLES.text] },
        { title: '哪几项', width: 60, cell: (line) => [line.names.join('、'), STYLES.text] },
      ],
      above: titled(`${rollup.year}年度任务待核实`, `${about(making)}　　${units.length} 个单位`),
    },
    pageOf(making),
  );
  table.put(lines);
  table.say('说明：这些只是单位自报，没有改动；办公室写明理由更正后不再列出。', STYLES.note);
  table.end();
}

/** How what is not known is counted. */
const counted = (rollup: Rollup): string => `说明：${countedWords(rollup)}；办公室更正过的，按更正计。`;

/** Beside a total: who is not in it. */
function besides(rollup: Rollup): string {
  const words = uncountedWords(rollup);
  return words && `；另有 ${words}`;
}

function addGrid(making: Making, category: string): void {
  const { rollup, today, plans, names } = making;
  const grid = gridOf(rollup, category, { today, plans });
  const name = categoryName(names, category);
  const columns: TableColumn<GridRow>[] = [
    numbered(5),
    { title: '单位', width: 20, cell: (row) => [nameOf(row), STYLES.text] },
    { title: '完成', width: 7, cell: ({ counts }) => [`${counts.done}/${counts.all}`, STYLES.centre] },
    { title: '过期', width: 6, cell: ({ counts }) => [counts.late, numberStyle(counts.late)] },
    ...grid.columns.map((column, index): TableColumn<GridRow> => ({
      title: headOf(column),
      width: Math.max(9, Math.floor(110 / grid.columns.length)),
      cell: ({ cells }) => cellOf(cells[index]),
    })),
    ...othersColumn(grid),
  ];
  const line = `${about(making)}　　${grid.rows.length} 个单位，过期 ${lateIn(grid)} 项${besides(rollup)}`;
  const table = new Table<GridRow>(
    // A sheet's name has at most 31 characters, and no / or \ or ?.
    {
      name: name.replace(/[/\\?*[\]:]/gu, '').slice(0, 31),
      columns,
      above: titled(`${rollup.year}年度任务进度：${name}`, line),
    },
    pageOf(making),
  );
  table.put(grid.rows);
  table.say(`说明：${MARKS_LEGEND}${hasDoubts(grid) ? '，见“待核实”表' : ''}。`, STYLES.note);
  table.say(`各任务完成：${grid.columns.map(taskCount).join('；')}`, STYLES.note);
  table.say(counted(rollup), STYLES.note);
  table.end();
}

const nameOf = ({ unit: { name, received }, missing }: GridRow): string =>
  [
    name,
    received ? '' : '（未报送）',
    missing.length > 0 ? `\n少报 ${missing.length} 项${DOUBT_MARK}` : '',
  ].join('');

const headOf = ({ matter, material }: { matter: string; material: string }): string =>
  `${matter}\n${material.length > 30 ? `${material.slice(0, 29)}…` : material}`;

const taskCount = ({ matter, counts }: Grid['columns'][number], index: number): string =>
  `${index + 1}.${matter} ${counts.done}/${counts.all}${counts.late > 0 ? `（过期${counts.late}）` : ''}`;

const lateIn = ({ rows }: Grid): number => rows.reduce((sum, { counts }) => sum + counts.late, 0);

const numberStyle = (late: number) => (late > 0 ? STYLES.alert : STYLES.count);

function cellOf(cell: GridRow['cells'][number]): StyledValue {
  if (!cell) return ['—', STYLES.centre];
  const { at } = cell;
  // That it has handed in nothing stands at the unit's name.
  const words = at.isUnreported ? at.short : at.words;
  return [markedWords(cell, words), at.standing === 'late' ? STYLES.alert : STYLES.centre];
}

/** Tasks that only one unit has, counted together. */
function othersColumn({ rows }: Grid): TableColumn<GridRow>[] {
  if (rows.every(({ others }) => others.length === 0)) return [];
  return [
    {
      title: '其他任务',
      width: 12,
      cell: ({ others }) => {
        const isLoud = others.some(({ at }) => at.standing === 'late');
        return [othersWords(others) || '—', isLoud ? STYLES.alert : STYLES.centre];
      },
    },
  ];
}

function addPoints(making: Making): void {
  const { rollup } = making;
  const table = new Table<PointEntry>(
    {
      name: '督查、通报、加扣分',
      columns: [
        numbered(6),
        { title: '单位', width: 22, cell: ({ unit }) => [unit, STYLES.text] },
        { title: '日期', width: 11, cell: ({ day }) => [day, STYLES.centre] },
        { title: '类型', width: 12, cell: ({ kind }) => [kind, STYLES.centre] },
        { title: '分值', width: 9, cell: pointCell },
        { title: '依据', width: 30, cell: ({ basis }) => [basis, STYLES.text] },
        { title: '事由', width: 34, cell: ({ reason }) => [reason, STYLES.text] },
        { title: '备注', width: 18, cell: ({ note }) => [note, STYLES.text] },
      ],
      above: titled(
        `${rollup.year}年度督查、通报、加扣分`,
        `${about(making)}　　共 ${rollup.points.length} 条`,
      ),
    },
    pageOf(making),
  );
  table.put([...rollup.points].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)));
  table.say('说明：分值由办公室填写，软件不提供分值。', STYLES.note);
  table.end();
}

function pointCell({ kind, points }: PointEntry): StyledValue {
  if (!bearsPoints(kind) || points === undefined) return ['', STYLES.centre];
  return [(kind === '考核扣分' ? -points : points) / 100, STYLES.points];
}

function about({ rollup, today }: Making): string {
  return `${rollup.office === '' ? '' : `${rollup.office}　　`}制表日期：${today}`;
}

function pageOf({ workbook, rollup, today }: Making) {
  return (page: Page) => addReferencePage(workbook, page, { about: `年度任务汇总 ${rollup.title}`, today });
}
