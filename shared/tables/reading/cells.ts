import { groupBy } from '../../values/pair.ts';
import { readScoreText, saysPointsAlone, scoreInName } from '../cells/score-text.ts';
import { CONTINUED, namesEverybody, PART } from '../cells/cell-texts.ts';
import { squeeze } from '../rule-text/compact.ts';
import { readNumbering } from '../cells/numbering.ts';
import { unitPoints } from '../cells/unit-columns.ts';
import { headingsOf } from '../cells/columns.ts';
import { gridOf, isBlank } from '../cells/grid.ts';
import { flat } from '../draft/totals.ts';
import { scoreColumns } from './row-facts.ts';
import type { ColumnMap, ColumnRole } from '../column-map.ts';
import type { SourceCell, SourceTable } from '../source-table.ts';
import type {
  CellField,
  CellReport,
  DraftNode,
  ImportWarning,
  RowReport,
  StandardDraft,
} from '../standard-draft.ts';
import type { MappedTable } from '../mapped-table.ts';

/** A node that a row became, with the sections above it, innermost first. */
type Place = readonly DraftNode[];

/**
 * What became of each filled cell: the field of the node that holds its words or its points. It is looked for there, so
 * that a cell whose content is nowhere is told: field `none`.
 */
export function accountCells(
  tables: readonly MappedTable[],
  draft: Pick<StandardDraft, 'nodes' | 'rows' | 'notes' | 'bonusCap' | 'penaltyCap'>,
): CellReport[] {
  const places = placesOf(draft.nodes);
  const remarks = groupBy(draft.notes, ({ table, row }) => `${table}:${row}`);
  const fates = new Map(draft.rows.map((row) => [`${row.table}:${row.row}`, row]));
  return tables.flatMap(({ table, map }) => {
    const holdersOf = scoreHolders(table, map);
    return table.cells
      .filter(({ text }) => !isBlank(text))
      .map((cell): CellReport => {
        const at = { table: table.id, row: cell.row + 1, column: cell.column + 1 };
        const fate = fates.get(`${table.id}:${cell.row + 1}`);
        const found = fieldOf(
          cell,
          { role: map.roles[cell.column] ?? 'ignore', holders: holdersOf(cell) },
          fate,
          (row) => places.get(`${table.id}:${row}`) ?? [],
        );
        if (found.field !== 'none') return { ...at, ...found };
        if (isBlockCap(cell, map.roles[cell.column], draft)) return { ...at, field: 'score', code: '' };
        // Several cases of one cell, what leads to them kept as a remark.
        const rows = Array.from({ length: cell.rowSpan }, (_, i) => `${table.id}:${cell.row + 1 + i}`);
        const nodes = rows.flatMap((key) => (places.get(key) ?? []).flat());
        const whole = [
          ...nodes.map(allTexts),
          ...rows.flatMap((key) => (remarks.get(key) ?? []).map((note) => note.text)),
        ].join('\n');
        const isThere = nodes.filter(({ kind }) => kind === 'veto').length > 1 && holds(whole, cell.text);
        return { ...at, field: isThere ? 'criterion' : 'none', code: isThere ? (nodes[0]?.code ?? '') : '' };
      });
  });
}

/** The most of all entries, merged over their rows. */
function isBlockCap(
  { text, rowSpan }: SourceCell,
  role: ColumnRole | undefined,
  { bonusCap, penaltyCap }: Pick<StandardDraft, 'bonusCap' | 'penaltyCap'>,
): boolean {
  const score = readScoreText(text);
  const isPoints = role === 'fullScore' && rowSpan > 1 && score.kind === 'points';
  return isPoints && [bonusCap, penaltyCap].includes(score.points);
}

/** Which of the nodes of its row can have the points of a cell in a column of scores. */
type Holders = { readonly unit: string } | 'any' | 'sections' | 'none';

/** What stands in a column of vetoes and says nothing but that the row is one, or none. */
const VETO_SIGN = /^(?:[是否有无√✓✔☑×○●★/\-—YyNn\d]|(?:是|为)?(?:一票)?否决(?:项|指标|事项|性指标)?)$/u;

/** What is read of each column of scores: a number of one that is not is nobody's, though another column has the same. */
function scoreHolders(table: SourceTable, map: ColumnMap): (cell: SourceCell) => Holders {
  const grid = gridOf(table);
  const { item, levels, staggered, units } = scoreColumns(grid, map, headingsOf(grid, map));
  const isScored = (row: number) => readScoreText(grid.textAt(row, item)).kind === 'points';
  return ({ row, column }) => {
    const unit = units.find((each) => each.column === column)?.unit;
    if (unit !== undefined) return { unit };
    if (map.roles[column] !== 'fullScore' || column === item || staggered.includes(column)) return 'any';
    if (![...levels.values()].includes(column)) return 'none';
    // A level that is scored beside its items is a section.
    return isScored(row) ? 'sections' : 'any';
  };
}

const APART: Partial<Record<RowReport['fate'], CellField>> = {
  ...{ title: 'title', header: 'header', sum: 'sum', note: 'remark', empty: 'none' },
};

type Found = Pick<CellReport, 'field' | 'code'>;

interface Column {
  readonly role: ColumnRole;
  readonly holders: Holders;
}

function fieldOf(
  cell: SourceCell,
  column: Column,
  fate: RowReport | undefined,
  placesIn: (row: number) => readonly Place[],
): Found {
  const apart = fate && APART[fate.fate];
  if (!fate || apart) return { field: apart ?? 'none', code: '' };
  for (let row = cell.row + 1; row <= cell.row + cell.rowSpan; row += 1) {
    for (const place of placesIn(row)) {
      const found = fieldIn(cell.text.trim(), column, place);
      if (found) return found;
    }
  }
  // 0, /: the row is not for that kind of unit.
  const [[other] = []] = placesIn(cell.row + 1);
  const isLeftOut = typeof column.holders === 'object' && unitPoints(cell) === 0;
  return isLeftOut && other ? { field: 'appliesTo', code: other.code } : { field: 'none', code: '' };
}

/** The field of the node, or of a section above it, that holds what a cell says. */
function fieldIn(text: string, { role, holders }: Column, place: Place): Found | undefined {
  const [node] = place;
  if (!node) return undefined;
  if (role === 'selfScore' || role === 'reviewScore') return undefined;
  // A number tells the order, which the tree keeps; a code of its own is kept as such.
  if (role === 'number') return { field: 'number', code: node.code };
  const isElsewhere = node.kind === 'section' && saysPointsAlone(text);
  const points = role === 'fullScore' || role === 'weight' || role === 'grade' || isElsewhere;
  if (typeof holders === 'object' && !isFor(node, holders.unit)) return undefined;
  if (points && place.some((each) => canHold(each, holders) && holdsPoints(each, text)))
    return { field: 'score', code: node.code };
  // A sign says what the row is; words are what bars, and have to be there.
  if (role === 'veto' && VETO_SIGN.test(squeeze(text))) return { field: 'veto', code: node.code };
  if (role === 'appliesTo' && node.appliesTo.length === 0 && namesEverybody(text))
    return { field: 'appliesTo', code: node.code };
  // A bare number that is nobody's points is in no text either, though some text has the same digits.
  const isNobodys = role === 'ignore' || holders !== 'any' || points;
  if (isNobodys && /^[\d.]+分?$/.test(squeeze(text))) return undefined;
  const section = nameIn(text, role, place);
  if (section) return { field: 'name', code: section.code };
  for (const each of place) {
    const field = FIELDS.find(([, textsOf]) => holds(textsOf(each), text))?.[0];
    if (field) return { field, code: each.code };
  }
  return undefined;
}

function canHold(node: DraftNode, holders: Holders): boolean {
  if (typeof holders === 'object') return isFor(node, holders.unit);
  return holders === 'any' || (holders === 'sections' && node.kind === 'section');
}

/** Whether a node is in the list of a kind of unit; what stands outside the full score is in all. */
function isFor(node: DraftNode, unit: string): boolean {
  const items = flat([node]).filter(({ kind }) => kind === 'item');
  return items.length === 0 || items.some(({ appliesTo }) => appliesTo.includes(unit));
}

/**
 * The node of which a cell in a column of levels is the name, though the item's text may say the same words: the one so
 * many levels down, where levels have the same name, else the innermost.
 */
function nameIn(text: string, role: ColumnRole, place: Place): DraftNode | undefined {
  const level = /^level(\d)$/.exec(role)?.[1];
  if (level === undefined) return undefined;
  return [...place.slice(-Number(level)).slice(0, 1), ...place].find(({ title }) => holds(title, text));
}

const FIELDS: readonly (readonly [CellField, (node: DraftNode) => string])[] = [
  ['criterion', ({ criterion }) => criterion],
  ['name', ({ title }) => title],
  ['evidence', ({ evidence }) => evidence.join('')],
  ['methods', ({ methods }) => methods.join('')],
  ['department', ({ department }) => department],
  ['deadline', ({ deadline }) => deadline],
  ['appliesTo', ({ appliesTo }) => appliesTo.join('')],
  ['note', ({ note }) => note],
  ['score', ({ adjustment }) => (adjustment?.options ?? []).map(({ label }) => label).join('')],
];

function allTexts(node: DraftNode): string {
  return FIELDS.map(([, textsOf]) => textsOf(node)).join('\n');
}

/** Signs that part a list, or that stand for nothing. */
const PARTS = /[\n；;、，,。.：:|]+/;

/** Whether a text is all there: as it is, without its number and score, or part by part. */
function holds(whole: string, text: string): boolean {
  const here = squeeze(whole);
  const has = (part: string) => here.includes(squeeze(part));
  if (has(text)) return true;
  const unnumbered = (readNumbering(text)?.rest ?? text).replace(PART, '').replace(CONTINUED, '');
  const bare = scoreInName(unnumbered)?.rest ?? unnumbered;
  if (bare.trim() === '' || has(bare)) return true;
  const parts = bare.split(PARTS).map((part) => readNumbering(part)?.rest ?? part);
  return (
    here !== '' && parts.every((part) => part.trim() === '' || /^[-/无]+$/.test(squeeze(part)) || has(part))
  );
}

function holdsPoints(
  { fullScore, weight, adjustment, vetoEffect, proposal }: DraftNode,
  text: string,
): boolean {
  const score = readScoreText(text);
  if (score.kind === 'blank') return true;
  if (score.kind === 'veto') return vetoEffect !== undefined;
  if (score.kind === 'side') return adjustment !== undefined;
  if (score.kind !== 'points') return false;
  // 0 beside a veto: it is not scored.
  if (vetoEffect !== undefined && score.points === 0) return true;
  const rule = proposal?.rule;
  // A weight of 0.3 is 30 of 100.
  if (/^0?\.\d+$/.test(squeeze(text)) && fullScore === score.points * 100) return true;
  return [
    fullScore,
    weight,
    adjustment?.cap,
    ...(adjustment?.options ?? []).map(({ points }) => points),
    ...(rule?.kind === 'tiers' ? rule.options.map(({ points }) => points) : []),
  ].includes(score.points);
}

function placesOf(nodes: readonly DraftNode[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  const walk = (node: DraftNode, above: Place) => {
    // Nothing of a section with nothing below it is in the standard.
    if (flat([node]).every(({ kind }) => kind === 'section')) return;
    const place = [node, ...above];
    for (const { table, row } of node.sourceRows) {
      const key = `${table}:${row}`;
      const known = places.get(key);
      if (known) known.push(place);
      else places.set(key, [place]);
    }
    for (const child of node.children) walk(child, place);
  };
  for (const node of nodes) walk(node, []);
  return places;
}

/** How many cells were filled, became part of the standard, are remarks, and are nowhere. */
export function countCells(cells: readonly CellReport[]): {
  total: number;
  used: number;
  notes: number;
  unaccounted: number;
} {
  const count = (field: CellField) => cells.filter((cell) => cell.field === field).length;
  const [notes, unaccounted] = [count('remark'), count('none')];
  return { total: cells.length, used: cells.length - notes - unaccounted, notes, unaccounted };
}

/** One warning for each column with cells that are nowhere. */
export function unreadCells(
  cells: readonly CellReport[],
  heading: (table: string, column: number) => string,
): ImportWarning[] {
  const columns = new Map<string, CellReport[]>();
  for (const cell of cells) {
    if (cell.field !== 'none') continue;
    const key = `${cell.table}:${cell.column}`;
    columns.set(key, [...(columns.get(key) ?? []), cell]);
  }
  return [...columns.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const rows = [first, ...more].map(({ row }) => row);
    const name = heading(first.table, first.column);
    const shown = `${rows.slice(0, 10).join('、')}${rows.length > 10 ? '等' : ''}`;
    const message = `第${first.column}栏${name === '' ? '' : `“${name}”`}有${rows.length}格没有写入标准（第${shown}行），请核对这一栏的用途`;
    return [{ code: 'unaccounted', table: first.table, row: first.row, column: first.column, message }];
  });
}
