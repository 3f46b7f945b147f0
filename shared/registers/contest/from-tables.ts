import type { SourceTable } from '../../tables/source-table.ts';
import { placesOf } from '../import/grid.ts';
import { claimsOf, fullName, type Heading, notOf } from '../import/heading.ts';
import { headingsOf, proposeReading, type TableReading } from '../import/reading.ts';
import { rowsOf, saidAround } from '../import/rows.ts';
import { hiddenIn } from '../import/title.ts';
import { columnsOf } from '../kinds.ts';
import { CHEAT, isNoCheat, isPlainCheat } from './cheat-words.ts';
import { AVERAGED, cheatMark, MARKS } from './headings.ts';
import type { ContestRow } from './rows.ts';
import { nameIn } from './summary-rows.ts';
import { summaryTables, type TeamTable, unreadMarks } from './unread-marks.ts';

/** The rows of a file, and what is to be said of it. `at` of a row: where it stands, in words. */
export interface ContestTables {
  readonly rows: ContestRow[];
  /** What each column was read as. */
  readonly used: string[];
  readonly notes: string[];
  /** What keeps its marks from being read: nobody is ranked by what may be another thing. */
  readonly problems: string[];
}

const COLUMNS = columnsOf('contest').filter(({ code }) => code !== 'day');
const LABELS = new Map(COLUMNS.map(({ code, label }) => [code, label]));

/** Says of a mark what else than it. */
const BESIDE = /情况|平均|均分/u;
const EMPTY = '空行';
const ASK_AROUND = '作弊的请写进他那一行的“作弊”一栏；不是说谁作弊的请删去这句';

/** A text that stands around the rows of a table. */
interface Around {
  readonly at: string;
  readonly text: string;
}

/** Every table that has teams and marks, whatever the order of its columns: one sheet, or one for each of the two parts. */
export function contestRows(tables: readonly SourceTable[]): ContestTables {
  const found: ContestTables = { rows: [], used: [], notes: [], problems: [] };
  const teams: TeamTable[] = [];
  const around = tables.flatMap((table) => {
    const before = found.rows.length;
    const taken = takeTable(table, tables.length > 1 ? `“${table.name}”` : '', found);
    const theory = found.rows.slice(before).filter((row) => row.theory.trim() !== '');
    const persons = theory.filter((row) => nameIn(row) !== '').length;
    if (taken.team) teams.push({ ...taken.team, theory: theory.length, persons });
    return taken.around;
  });
  found.problems.push(...unreadMarks(teams, found.rows), ...summaryTables(teams));
  // Who is named below one table may have his row in another.
  const rows = found.rows.map(({ team, name, theory, simulation, cheat }) => ({
    fields: { team, name, theory, simulation, cheat },
  }));
  const byRow = around.map((each, row) => ({ row, text: each.text }));
  for (const { row, reason } of saidAround(COLUMNS, { around: byRow, rows }))
    found.problems.push(`${around[row]?.at ?? ''}${reason}：${ASK_AROUND}`);
  return found;
}

interface Taken {
  readonly around: readonly Around[];
  readonly team?: Pick<TeamTable, 'table' | 'reading' | 'headings' | 'name'>;
}

function takeTable(table: SourceTable, name: string, found: ContestTables): Taken {
  const { rows, used, notes, problems } = found;
  const reading = proposeReading(table, 'contest', COLUMNS);
  const codes = new Set(Object.values(reading.columns));
  const headings = headingsOf(table, reading);
  const none: Taken = { around: [], ...(codes.has('team') && { team: { table, reading, headings, name } }) };
  const noMarks = codes.has('team') ? noMarksIn(headings, codes) : [];
  if (!codes.has('team') || (noMarks.length === 0 && !MARKS.some((code) => codes.has(code)))) {
    notes.push(`${name || '文件里'}没有“队伍”和“理论成绩”“模拟执法成绩”栏目，没有读取`);
    return none;
  }
  if (table.name.includes('（隐藏的工作表')) {
    notes.push(`${name || '成绩'}是隐藏的工作表，没有读取；要用的请取消隐藏`);
    return { around: [] };
  }
  const isAverage = ({ why }: { why: string }): boolean => why === AVERAGED;
  for (const { full, why } of noMarks.filter(isAverage)) notes.push(`${name}“${full}”${why}，没有读取`);
  const unread = noMarks.filter((each) => !isAverage(each));
  if (unread.length === 0 && !MARKS.some((code) => codes.has(code))) return none;
  problems.push(
    ...unread
      .filter((each) => !each.isPerhaps || unread.filter(({ label }) => label === each.label).length < 2)
      .map(
        ({ full, why, label }) =>
          `${name}“${full}”${why}，请给出原始的${label}；这一栏就是100分制的${label}的，请改叫“${label}”`,
      ),
  );
  const cheats = headings.flatMap((heading, at) =>
    CHEAT.test(heading.text) && reading.columns[at] === undefined
      ? [{ at, full: fullName(heading), mark: cheatMark(heading.text, heading.group) }]
      : [],
  );
  problems.push(
    ...cheats
      .filter(({ mark }) => mark === undefined)
      .map(({ full }) =>
        codes.has('cheat')
          ? `${name}“作弊”以外还有“${full}”：请合成“作弊”一栏，写明是“理论成绩”还是“模拟执法成绩”，不是的请删去`
          : `${name}“${full}”看不出是不是“作弊”：是的请改叫“作弊”，不是的请删去这一栏`,
      ),
  );
  problems.push(...doubtsOf(table, { reading, headings, name }));
  used.push(usedWords({ reading, headings, name }));
  // Its rows would be told of marks that they do have.
  if (unread.length > 0) return { around: [] };
  const at = (row: number): string => `${name}第 ${row} 行`;
  const hidden = hiddenIn(table);
  if (hidden !== '') notes.push(`${name}${hidden}：隐藏的也计入了`);
  for (const { row, column, text } of table.doubts ?? [])
    notes.push(row < 0 ? `${name}${text}` : `${at(row + 1)}第 ${column + 1} 列：${text}`);
  const read = rowsOf(table, { name: 'contest', reading, columns: COLUMNS, year: 0, today: '' });
  for (const { row, reason } of read.left) if (reason !== EMPTY) notes.push(`${at(row)}没有计入：${reason}`);
  const isNameless = !codes.has('name');
  const places = placesOf(table);
  const headless = new Set(
    headings.flatMap((heading, index) =>
      fullName(heading) === '' && reading.columns[index] === undefined ? [index] : [],
    ),
  );
  for (const { row, fields, beside } of read.rows) {
    const field = (code: string): string => fields[code] ?? '';
    const said = cheats.flatMap(({ at, mark }) => {
      const text = (mark && places[row - 1]?.[at]?.text) ?? '';
      return isNoCheat(text) ? [] : [isPlainCheat(text) ? (LABELS.get(mark ?? '') ?? '') : text];
    });
    const cheat = [field('cheat'), ...said].filter((each) => !isNoCheat(each)).join('、');
    const denied = cheats.flatMap(({ at: index }) => places[row - 1]?.[index]?.text ?? '');
    if (cheat === '')
      problems.push(...beside.map(({ words }) => `${at(row)}${words}：作弊的请写进“作弊”一栏`));
    // What is written beside a row, where no heading stands, is a remark.
    const beyond = (places[row - 1] ?? []).flatMap((cell, index) =>
      cell?.column === index && headless.has(index) && /\p{Script=Han}/u.test(cell.text)
        ? [cell.text.trim()]
        : [],
    );
    const note = [field('note'), ...beyond].filter((each) => each.trim() !== '').join('；');
    rows.push({
      ...{ at: at(row), team: field('team'), name: field('name'), note, isNameless },
      ...{ theory: field('theory'), simulation: field('simulation') },
      // 否 answers what the remarks may say.
      cheat: cheat || [field('cheat'), ...denied].find((each) => each.trim() !== '') || '',
    });
  }
  if (codes.has('theory') && isNameless) notes.push(`${name}没有“姓名”一栏，有理论成绩的一行按一人计`);
  if (!codes.has('cheat') && cheats.length === 0) notes.push(`${name}没有“作弊”一栏，按没有作弊计算`);
  return { ...none, around: read.around.map(({ row, text }) => ({ at: at(row), text })) };
}

/** Headings that name a mark which no column is, and what they are of. */
function noMarksIn(headings: readonly Heading[], codes: ReadonlySet<string>) {
  return headings.flatMap((heading) => {
    const not = notOf(heading, COLUMNS);
    if (!not || not.why === '' || codes.has(not.column.code)) return [];
    return [{ full: fullName(heading), why: not.why, isPerhaps: not.isPerhaps, label: not.column.label }];
  });
}

function indexOf({ columns }: TableReading, code: string): number {
  return Number(Object.entries(columns).find(([, each]) => each === code)?.[0] ?? -1);
}

interface Read {
  readonly reading: TableReading;
  readonly headings: readonly Heading[];
  readonly name: string;
}

/** Columns that may be what another one was taken for. */
function doubtsOf(table: SourceTable, { reading, headings, name }: Read): string[] {
  const lines = placesOf(table).slice(reading.header + 1);
  const isFilled = (index: number): boolean => lines.some((line) => /\d/.test(line[index]?.text ?? ''));
  return ['team', ...MARKS].flatMap((code) => {
    const at = indexOf(reading, code);
    const own = headings[at];
    const label = LABELS.get(code) ?? '';
    const isRival = (heading: Heading, index: number): boolean => {
      if (index === at || reading.columns[index] !== undefined) return false;
      const full = fullName(heading);
      if (code === 'team')
        return (
          own !== undefined &&
          full === fullName(own) &&
          lines.some((line) => line[index] !== line[at] && line[index])
        );
      if (BESIDE.test(full)) return false;
      const not = notOf(heading, COLUMNS);
      const claimed = not?.isPerhaps ? not.column.code : claimsOf(heading, COLUMNS)[0]?.code;
      return claimed === code && isFilled(index);
    };
    const rivals = headings.filter(isRival).map(fullName);
    if (rivals.length < (own ? 1 : 2)) return [];
    const all = [...(own ? [fullName(own)] : []), ...rivals].map((each) => `“${each}”`).join('');
    return code === 'team'
      ? [`${name}有几栏都叫“${rivals[0] ?? ''}”，像是左右并排的几张表，请改成上下一张`]
      : [`${name}${all}都像${label}，请只留一栏（几个评委的，先算出平均分）`];
  });
}

/** 读作：队伍“参赛单位”、理论成绩“笔试”；没有用到：序号. */
function usedWords({ reading, headings, name }: Read): string {
  const taken = headings.flatMap((heading, index) => {
    const code = reading.columns[index];
    const full = fullName(heading);
    const label = LABELS.get(code ?? '');
    return label === undefined ? [] : [label === full ? label : `${label}（“${full}”）`];
  });
  const rest = headings
    .map(fullName)
    .filter((full, index) => full !== '' && reading.columns[index] === undefined);
  const left = [...new Set(rest)];
  return `${name}读取的栏目：${taken.join('、')}${left.length > 0 ? `；没有用到：${left.join('、')}` : ''}`;
}
