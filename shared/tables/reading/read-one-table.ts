import { readNumbering } from '../cells/numbering.ts';
import { repeatedHeaders } from '../cells/column-facts.ts';
import { otherTables } from '../cells/other-headers.ts';
import { isPageBreakRow, isTitleOnceMore } from '../cells/page-breaks.ts';
import { allGrowing, type GrowingNode } from './growing-node.ts';
import { tellForSome } from './for-some-units.ts';
import { restoreNumbers } from './codes.ts';
import { readData } from './data-rows.ts';
import { saysOnlyLimits } from '../rule-text/limits.ts';
import type { JoinedTable } from './joined-tables.ts';
import type { Warn } from './warn.ts';
import { gradeRows } from '../cells/grade-rows.ts';
import { declareGroups, splitGroupScores } from './group-scores.ts';
import { nameItems } from './item-titles.ts';
import { type Became, sortEntries } from './outside-entries.ts';
import { readAround } from './around.ts';
import { readParagraphs } from './paragraphs.ts';
import { missedWords, strayWords } from './remarks.ts';
import { readRow, type RowFacts } from './row-facts.ts';
import { isNote, marksColumns, repeatsHeader, tailOf } from './row-kinds.ts';
import { settleScores } from './settle.ts';
import { type SharedLimit, sharedLimits } from './shared-limits.ts';
import { placeSums, type PlacedSum, readSum, sumLabels } from './sum-rows.ts';
import { joinTierRows, readGradeColumns } from './tier-rows.ts';
import { dropEverybody, readStatedUnits, readUnitBlocks } from './unit-blocks.ts';
import { splitUnits } from './unit-lists.ts';
import { readFractions } from './weights.ts';
import { vetoMarkIn } from '../cells/veto-marks.ts';
import { isVetoList, readVetoList } from './veto-list.ts';
import { vetoMarked } from './veto-marks.ts';
import { nameVetoes } from './veto-names.ts';
import { record, rowRemarks, type RowOutcome, stateOf, type TableState } from './table-state.ts';

export interface TableReading {
  readonly roots: readonly GrowingNode[];
  readonly rows: readonly RowOutcome[];
  readonly sums: readonly PlacedSum[];
  readonly notes: readonly { readonly row: number; readonly text: string }[];
  readonly shared: readonly SharedLimit[];
}

/** The rows of one table as a tree. Rows are indexed from 0 here. */
export function readRows(joined: JoinedTable, appliesTo: readonly string[], warn: Warn): TableState {
  const state = stateOf(joined, appliesTo, warn);
  const aside = { caption: captionAbove(state), headers: tellOtherTables(state) };
  readHead(state, aside);
  readBody(state, aside);
  declareGroups(state.roots, state.groups);
  joinTierRows(state);
  settleScores(state);
  readFractions(state);
  dropEverybody(state.roots);
  readUnitBlocks(allGrowing(state.roots), warn);
  return state;
}

/** What the rows are in the end; every row gets exactly one outcome. `groupsRows`: see {@link nameItems}. */
export function finishTable(state: TableState, groupsRows: boolean): TableReading {
  nameItems(state, groupsRows);
  readGradeColumns(state);
  restoreNumbers(state.roots, state.warn);
  const became = sortEntries(state);
  const paragraphs = readParagraphs(state.table);
  const marks = [...state.marks, ...paragraphs.marks];
  vetoMarked(state, marks);
  readAround(state, paragraphs);
  nameVetoes(state);
  splitUnits(state);
  tellForSome(state, marks);
  const remarks = [...state.outcomes.values()].flatMap(({ fate, text }) => (fate === 'title' ? [text] : []));
  readStatedUnits(state.roots, [...remarks, ...state.notes.map(({ text }) => text)], state.warn);
  const rows = Array.from({ length: state.reader.grid.rows }, (_, row) =>
    inTheEnd(state, state.outcomes.get(row) ?? lost(state, row), became),
  );
  const shared = sharedLimits(state);
  return { roots: state.roots, rows, sums: placeSums(state), notes: state.notes, shared };
}

const BREAK = '翻页处的字样（续表、页码等），不使用';

/** Title, remarks and header: the rows above the data. */
function readHead(state: TableState, { caption }: Aside): void {
  const { map } = state;
  let titled = false;
  for (let row = 0; row < map.headerTo; row += 1) {
    const text = textOf(state, row);
    if (row === caption) continue;
    if (text === '') record(state, { row, text }, 'empty', '空行');
    else if (isPageBreakRow(state.reader.grid, row)) record(state, { row, text }, 'header', BREAK);
    else if (row >= map.headerFrom) readHeader(state, { row, text });
    else if (!titled && !/^(?:注|说明|备注|单位|附[件表录]|被考核|被检查|填表|考核时间|部门)/.test(text)) {
      titled = true;
      record(state, { row, text }, 'title', '表格标题');
    } else readNote(state, { row, text });
  }
}

function readHeader(state: TableState, at: { readonly row: number; readonly text: string }): void {
  record(state, at, 'header', '表头');
  const mark = vetoMarkIn(at.text);
  if (mark) state.marks.push(mark);
}

/** Rows that are read apart from all others: the caption above the header, headers of other tables below it. */
interface Aside {
  readonly caption: number | undefined;
  readonly headers: readonly number[];
}

/** What one map of columns cannot say: another table above, below or beside the one that is read. */
function tellOtherTables(state: TableState): readonly number[] {
  const { reader, map, headers, warn } = state;
  const { rows: found, cause } = otherTables(reader.grid, map);
  const rows = found.filter((row) => !headers.has(row));
  const [first] = rows;
  if (cause === 'beside')
    warn(
      'sideBySide',
      map.headerFrom + 1,
      '表头里各栏重复出现，像是左右并排的两张表，只能按一张表读；请把它们上下排开再导入',
    );
  else if (first !== undefined)
    warn(
      'otherTable',
      first + 1,
      `第${rows.map((row) => row + 1).join('、')}行像是另一张表的表头，各栏与第${map.headerFrom + 1}行的不同，那张表的内容可能读错；请把它分成单独的表再导入`,
    );
  const apart = cause === 'apart' ? rows.filter((row) => row >= map.headerTo) : [];
  state.hasOtherTable = apart.length > 0;
  return apart;
}

/** Every row below the header, from top to bottom: sums, notes, and what the standard is made of. */
function readBody(state: TableState, aside: Aside): void {
  const body = bodyOf(state, aside);
  if (isVetoList(state, body)) return readVetoes(state, body);
  const labels = sumLabels(body);
  const tail = tailOf(body);
  const foot = body.findLastIndex((facts) => !isNote(facts) && !limitsAlone(facts));
  const isRemark = (facts: RowFacts, i: number): boolean =>
    isNote(facts) || tail.has(i) || (limitsAlone(facts) && (i > foot || isSentence(facts)));
  const { rows: data, groups } = splitGroupScores(
    body.filter((facts, i) => labels[i] === undefined && !isRemark(facts, i)),
  );
  for (const { points, from, to } of groups) state.groups.push({ points, from, to });
  let at = 0;
  body.forEach((facts, i) => {
    const label = labels[i];
    if (label !== undefined) readSum(state, facts, label);
    else if (isRemark(facts, i)) readNote(state, facts);
    else {
      state.readRemark = rowRemarks();
      readData(state, data, at);
      at += 1;
    }
  });
}

/** 加分累计最高不超过5分 in a row of its own. */
function limitsAlone({ alone }: RowFacts): boolean {
  return alone !== undefined && saysOnlyLimits(alone.text);
}

/** What a block is called ends in no full stop, and has rows below it. */
function isSentence({ text }: RowFacts): boolean {
  return /[。；;]$/.test(text.trim());
}

/** A list of vetoes and nothing else, with the remarks around it; ★ before a case makes it none. */
function readVetoes(state: TableState, body: readonly RowFacts[]): void {
  const isRemark = (facts: RowFacts): boolean => isNote(facts) && !/^[★※*]/.test(facts.text);
  readVetoList(
    state,
    body.filter((facts) => !isRemark(facts)),
  );
  for (const facts of body) if (isRemark(facts)) readNote(state, facts);
}

/** The rows that say something: neither empty nor a repeated header. */
function bodyOf(state: TableState, { caption, headers }: Aside): RowFacts[] {
  const { map, reader } = state;
  const { grid } = reader;
  const grades = gradeRows(grid, map.headerTo);
  const body: RowFacts[] = caption === undefined ? [] : [readRow(reader, caption)];
  for (let row = map.headerTo; row < grid.rows; row += 1) {
    const facts = readRow(reader, row);
    if (facts.text === '') record(state, facts, 'empty', '空行');
    else if (state.headers.has(row)) record(state, facts, 'header', '重复的表头');
    else if (row === map.headerTo && marksColumns(grid, row)) record(state, facts, 'header', '栏号');
    else if (headers.includes(row)) record(state, facts, 'header', '另一张表的表头');
    else if (isPageBreakRow(grid, row)) record(state, facts, 'header', BREAK);
    else if (isTitleAgain(state, facts.text)) record(state, facts, 'header', '重复的标题');
    else if (grades.has(row)) readNote(state, facts, '等次的划分，保留为标准的说明');
    else if (
      repeatsHeader(grid, map, row, {
        goesOn: state.outcomes.get(row - 1)?.fate === 'header' && row > map.headerTo,
      })
    )
      record(state, facts, 'header', '重复的表头');
    else body.push(facts);
  }
  return body;
}

/** 一、党建工作（30分） right above the header: the section that the first rows below it are of. */
function captionAbove({ reader, map }: TableState): number | undefined {
  const row = map.headerFrom - 1;
  const [only, ...others] = row < 0 ? [] : reader.grid.cellsIn(row);
  if (map.headerTo === map.headerFrom || !only || others.length > 0) return undefined;
  const numbering = readNumbering(only.text);
  const isHeading = numbering && numbering.rank <= 20 && only.text.length <= 40;
  // A table of one such section alone is named by it.
  return isHeading && repeatedHeaders(reader.grid, map.headerFrom, map.headerTo).size > 0 ? row : undefined;
}

/** The title once more, as at the top of the next page. */
function isTitleAgain({ outcomes, table }: TableState, text: string): boolean {
  const titles = [...outcomes.values()].flatMap((outcome) =>
    outcome.fate === 'title' ? [outcome.text] : [],
  );
  return isTitleOnceMore(text, [...titles, ...(table.before ?? [])]);
}

function readNote(
  state: TableState,
  { row, text }: { readonly row: number; readonly text: string },
  reason = '说明文字，保留为标准的说明',
): void {
  const { vetoes, mark, isCase, isOpen, isStray, missed } = state.readRemark(text);
  if (isStray) state.warn('vetoesUnread', row + 1, strayWords(`第${row + 1}行的`, text));
  if (missed) state.warn('vetoesUnread', row + 1, missedWords(`第${row + 1}行的`, missed));
  if (isOpen)
    state.warn(
      'vetoInRemark',
      row + 1,
      `第${row + 1}行的说明写有否决或取消资格的情形，只保留为说明；需要时请加为一票否决`,
    );
  state.roots.push(...vetoes);
  if (mark) state.marks.push(mark);
  if (isCase) return record(state, { row, text }, 'item', '一票否决', vetoes[0]);
  for (const node of vetoes) node.sourceRows.push({ table: state.table.id, row: row + 1 });
  state.notes.push({ row, text });
  record(state, { row, text }, 'note', reason);
}

/** Unreachable by construction; a row that slips through is shown as a note, never dropped. */
function lost(state: TableState, row: number): RowOutcome {
  const text = textOf(state, row);
  state.notes.push({ row, text });
  return { row, fate: 'note', text, reason: '没有归入任何一项，作为说明保留' };
}

/** What a row became when all were read: what it was read as may be part of another item, or an entry. */
function inTheEnd(
  { merged }: TableState,
  outcome: RowOutcome,
  became: ReadonlyMap<GrowingNode, Became>,
): RowOutcome {
  if (!outcome.node) return outcome;
  let node = outcome.node;
  for (let next = merged.get(node); next; next = merged.get(node)) node = next;
  const isPart = node !== outcome.node;
  const found = became.get(node);
  const isItem = node.kind !== 'section';
  const fate = !isItem ? outcome.fate : isPart || outcome.fate === 'continued' ? 'continued' : 'item';
  const reason =
    fate === 'continued' ? '并入评分项' : fate === 'item' && found ? found.reason : outcome.reason;
  return {
    ...outcome,
    fate,
    reason: fate === outcome.fate && !found ? outcome.reason : reason,
    node: found?.first ?? node,
  };
}

function textOf({ reader }: TableState, row: number): string {
  return reader.grid
    .cellsIn(row)
    .map((cell) => cell.text.trim())
    .join(' | ');
}
