import { titleFrom } from '../cells/cell-texts.ts';
import { isBlank } from '../cells/grid.ts';
import { headerMeaning } from '../cells/header-names.ts';
import { namesVetoes } from '../cells/labels.ts';
import { columnNumbering } from '../cells/numbering.ts';
import { readScoreText } from '../cells/score-text.ts';
import { isVetoHeading, isVetoName, namesEvil, sideOf, vetoEffectOf, vetoesIn } from '../cells/sides.ts';
import type { ColumnRole } from '../column-map.ts';
import { isNoCase, remarkLines } from '../rule-text/no-case.ts';
import { squeeze } from '../rule-text/compact.ts';
import type { SourceCell } from '../source-table.ts';
import { captionOf, listsVetoes } from './captions.ts';
import { growingNode, type GrowingNode } from './growing-node.ts';
import { strayWords } from './remarks.ts';
import type { RowFacts } from './row-facts.ts';
import { record, type TableState } from './table-state.ts';

/** What is typed in by whoever checks, or what nobody reads. */
const UNREAD: readonly ColumnRole[] = ['ignore', 'selfScore', 'reviewScore'];
/** What says more of a case, and is never the case itself. */
const BESIDE: readonly ColumnRole[] = [
  ...(['note', 'evidence', 'method', 'department', 'deadline', 'appliesTo', 'fact'] as const),
  ...(['fullScore', 'weight', 'grade'] as const),
];
const BESIDE_HEADING = /依据|出处|来源|部门|单位|科室|时限|期限|材料|方式|方法|备注|说明|后果|处理|结果/;

/** Says what came about: 弄虚作假的, 发生败诉. */
const CASE = /[的者][。；;，,、]?\s*$|[未无没不违拒虚瞒伪假被]|发生|出现|存在|造成|受到/;

/**
 * Whether a table is a list of vetoes and nothing else: by what stands over it, by its headings, by the name in its first row
 * or in all rows of a column; and nothing in it scores.
 */
export function isVetoList(state: TableState, body: readonly RowFacts[]): boolean {
  const { table, map, reader } = state;
  const { grid, headings } = reader;
  const cells = table.cells.filter(({ row, text }) => row >= map.headerTo && !isBlank(text));
  const above = Array.from({ length: map.headerTo }, (_, row) => grid.cellsIn(row)).flatMap(
    ([only, ...others]) => (only && others.length === 0 ? [only.text] : []),
  );
  const isNamed = listsVetoes(table, map, headings) || above.some(namesVetoes);
  const [first] = body;
  const heads = first?.alone !== undefined && isHead(first.alone.text) && body.length > 1;
  if (!isNamed && !heads && !namedInRows(state, body)) return false;
  const scores = cells.filter(
    ({ column, columnSpan }) =>
      columnSpan === 1 && ['fullScore', 'weight', 'grade'].includes(map.roles[column] ?? ''),
  );
  // 1, 2, 3 below a heading without columns: numbers that were guessed to be points.
  const areNumbers = scores.every(({ text }, at) => squeeze(text) === String(at + 1));
  const isScored =
    !areNumbers &&
    scores.some(({ text }) => {
      const score = readScoreText(text);
      return score.kind === 'points' && score.points !== 0 && !(score.sign === '-' && isNamed);
    });
  return !isScored && !body.some(({ alone }) => alone && sideOf(alone.text) !== undefined);
}

/** 一票否决事项（凡有下列情形之一的，不得推荐）, 否决情形： over the cases. */
function isHead(text: string): boolean {
  return isVetoName(text) || (isVetoHeading(text) && vetoesIn(text).length < 2);
}

/** 一票否决 in each row of one column, beside a text. */
function namedInRows({ reader: { grid } }: TableState, body: readonly RowFacts[]): boolean {
  if (grid.columns < 2 || body.length === 0) return false;
  return Array.from({ length: grid.columns }, (_, column) => column).some((column) => {
    // An export has left the cells below the first one blank.
    const [first = '', ...more] = body.map(({ row }) => grid.textAt(row, column));
    return isVetoName(first) && more.every((text) => text === '' || isVetoName(text));
  });
}

/** Reads it: every row is a veto, but remarks, the heading over all and the names of groups. */
export function readVetoList(state: TableState, rows: readonly RowFacts[]): void {
  const { roots, notes } = state;
  const head = headRow(state, rows);
  const list = { ...state, headings: headingsOver(state, head) };
  const columns = columnsOfCases(list, head ? rows.slice(1) : rows);
  const areNumbered = rows.some(({ numbering }) => numbering !== undefined);
  const note = (facts: RowFacts, reason: string): void => {
    notes.push({ row: facts.row, text: facts.text });
    record(state, facts, 'note', reason);
  };
  let effect = vetoEffectOf(captionOf(state.table));
  let group: string[] = [];
  let above: { readonly veto: GrowingNode; readonly text: string } | undefined;
  rows.forEach((facts, at) => {
    const { alone, numbering, text } = facts;
    if (alone && isHead(alone.text)) {
      effect = vetoEffectOf(text) ?? effect;
      return isVetoName(text)
        ? record(state, facts, 'header', '表头')
        : note(facts, '说明文字，保留为标准的说明');
    }
    if (facts === head) return record(state, facts, 'header', '表头');
    if (isGroup(facts, rows[at + 1])) {
      group = [text];
      return note(facts, '一票否决的分类，写在下面各项里');
    }
    const cells = cellsOf(state, facts.row);
    if (cells.length === 0) return record(state, facts, 'empty', '空行');
    if (above && alone && areNumbered && !numbering && !/[的者。；;！]$/.test(squeeze(above.text))) {
      above.veto.criterion += alone.text;
      above.veto.title = titleFrom(above.text + alone.text);
      return record(state, facts, 'continued', '并入上一项', above.veto);
    }
    const inColumns = cells.filter((cell) => columns.includes(cell.column));
    const said = inColumns.length > 0 ? inColumns : cells.slice(0, 1);
    const named = cells.filter((cell) => !isBeside(list, cell.column));
    if (named.some((cell) => isNoCase(cell.text)) && !named.some((cell) => saysCase(cell.text))) {
      state.warn('vetoesUnread', facts.row + 1, strayWords(`第${facts.row + 1}行的`, text));
      return note(facts, '不像否决的情形，保留为标准的说明');
    }
    const vetoes = said.flatMap((own) =>
      vetoesIn(own.text.trim()).map((each) => {
        const veto = growingNode('veto', titleFrom(each));
        const beside = cells.filter((cell) => !said.includes(cell));
        veto.criterion = [...group, ...textsAround(list, beside, each), ...remarkLines(own.text)].join(
          '\n\n',
        );
        veto.vetoEffect = vetoEffectOf(text) ?? effect ?? 'notEligible';
        return veto;
      }),
    );
    const [first, ...more] = vetoes;
    if (!first) return;
    roots.push(...vetoes);
    record(state, facts, 'item', '一票否决', first);
    for (const lead of said.map(({ text: words }) => leadOf(words)))
      if (lead !== '') notes.push({ row: facts.row, text: lead });
    for (const veto of more) veto.sourceRows.push(...first.sourceRows);
    above = more.length === 0 ? { veto: first, text: said[0]?.text ?? '' } : undefined;
  });
}

/** 有下列情形之一的，一票否决： in the cell of its cases: kept as a remark. */
function leadOf(text: string): string {
  const [first = '', ...more] = vetoesIn(text.trim());
  const lead = more.length === 0 ? '' : text.slice(0, Math.max(0, text.indexOf(first)));
  return lead.replace(/(?:\d+[.、]|[（(][\d一二三四五六七八九十]+[）)]|[①-⑳])\s*$/, '').trim();
}

/** A table that is read, with the words over its columns. */
interface List extends TableState {
  readonly headings: readonly string[];
}

/** 情形 | 处理, or 情形 alone: short words over cases, which nothing else tells as a header. */
function headRow(state: TableState, rows: readonly RowFacts[]): RowFacts | undefined {
  const [first, next] = rows;
  if (!first || !next || state.map.headerTo > state.map.headerFrom) return undefined;
  const cells = cellsOf(state, first.row);
  const isShort = cells.every(({ text }) => text.trim().length <= 8 && !saysCase(text));
  const isNamed = cells.length > 1 || headerMeaning(first.text) !== undefined;
  const isOverCases = cellsOf(state, next.row).some(({ text }) => saysCase(text));
  return isShort && isNamed && isOverCases && !isHead(first.text) && !first.numbering ? first : undefined;
}

function headingsOver(
  { reader: { grid, headings } }: TableState,
  head: RowFacts | undefined,
): readonly string[] {
  return head ? headings.map((_, column) => grid.textAt(head.row, column)) : headings;
}

function saysCase(text: string): boolean {
  return CASE.test(text) || namesEvil(text);
}

/** 一、执法类 over 1.…: numbered above the next row, and no case. */
function isGroup({ alone, numbering, text }: RowFacts, next: RowFacts | undefined): boolean {
  if (!alone || !numbering || !next?.numbering || CASE.test(text)) return false;
  return numbering.rank < next.numbering.rank || !next.alone;
}

/** The cells over a row that say something of the standard, those that are merged down into it too. */
function cellsOf({ map, reader: { grid } }: TableState, row: number): SourceCell[] {
  const columns = Array.from({ length: grid.columns }, (_, column) => column);
  const cells = columns.flatMap((column) => {
    const cell = grid.cellAt(row, column);
    const role = map.roles[column] ?? 'ignore';
    if (!cell || isBlank(cell.text) || role === 'number' || UNREAD.includes(role)) return [];
    return columnNumbering(cell.text)?.rest === '' ? [] : [cell];
  });
  return [...new Set(cells)];
}

/**
 * Where the cases stand: the column that says most of what came about, of like ones the last; side by side without headings in
 * all that say nothing else.
 */
function columnsOfCases(state: List, rows: readonly RowFacts[]): number[] {
  const found = new Map<number, { cases: number; others: number }>();
  for (const { row } of rows)
    for (const { column, text } of cellsOf(state, row)) {
      if (isBeside(state, column)) continue;
      const { cases, others } = found.get(column) ?? { cases: 0, others: 0 };
      const says = saysCase(text);
      found.set(column, { cases: cases + (says ? 1 : 0), others: others + (says ? 0 : 1) });
    }
  const columns = [...found].sort(([a, most], [b, other]) => other.cases - most.cases || b - a);
  const areHeaded = state.headings.some((heading) => heading !== '');
  const alike = areHeaded ? [] : columns.filter(([, { others }]) => others === 0);
  return (alike.length > 1 ? alike : columns.slice(0, 1)).map(([column]) => column);
}

function isBeside({ map, headings }: List, column: number): boolean {
  const heading = headings[column] ?? '';
  return BESIDE.includes(map.roles[column] ?? 'ignore') || BESIDE_HEADING.test(heading);
}

/** The texts of a row with the case among them: the names before it, and what is said beside it under its heading. */
function textsAround(state: List, cells: readonly SourceCell[], words: string): string[] {
  const others = cells.filter((cell) => !words.includes(cell.text.trim()));
  const names = others.filter(({ column, text }) => !isBeside(state, column) && !isVetoName(text));
  const beside = others.filter((cell) => !names.includes(cell));
  const headed = ({ column, text }: SourceCell) =>
    [state.headings[column] ?? '', text.trim()].filter((part) => part !== '').join('：');
  return [...names.map(({ text }) => text.trim()), words, ...beside.map(headed)];
}
