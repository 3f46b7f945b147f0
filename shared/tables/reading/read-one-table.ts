import type { Points } from '../../values/points.ts';
import { parsePoints } from '../../values/points.ts';
import type { Building } from './builder.ts';
import { building } from './builder.ts';
import {
  categoriesOf,
  joinLines,
  listOf,
  methodsOf,
  settleEntry,
  titleFrom,
  type Warn,
  weightOf,
} from './entries.ts';
import { gridOf } from '../cells/grid.ts';
import { headingRank } from './outline.ts';
import { squeeze } from '../rule-text/compact.ts';
import { scoreAtEnd, scoreInName } from '../cells/score-text.ts';
import { type Side, sideOf, vetoEffectOf } from '../cells/sides.ts';
import { isNote, readRow, repeatsHeader, type RowFacts, scoreColumns, sumLabel } from './table-rows.ts';
import type { RowFate } from '../standard-draft.ts';
import type { ColumnMap } from '../column-map.ts';
import type { SourceTable } from '../source-table.ts';

/** What became of a row; `node` names the node whose code it gets once codes are known. */
export interface RowOutcome {
  readonly row: number;
  readonly fate: RowFate;
  readonly text: string;
  readonly reason: string;
  readonly node?: Building;
}

export interface TableReading {
  readonly roots: readonly Building[];
  readonly rows: readonly RowOutcome[];
  readonly sums: readonly { row: number; label: string; points: Points; section: Building | undefined }[];
  readonly notes: readonly { row: number; text: string }[];
}

/** Reads one table. Rows are indexed from 0 here; every row gets exactly one outcome. */
export function readOneTable(
  table: SourceTable,
  map: ColumnMap,
  appliesTo: readonly string[],
  warn: Warn,
): TableReading {
  return new TableReader(table, map, appliesTo, warn).read();
}

class TableReader {
  private readonly grid;
  private readonly scores;
  private readonly roots: Building[] = [];
  private readonly outcomes = new Map<number, RowOutcome>();
  private readonly sums: { row: number; label: string; points: Points; section: Building | undefined }[] = [];
  private readonly notes: { row: number; text: string }[] = [];
  /** Open outline headings, outermost first. */
  private outline: Building[] = [];
  /** Open level sections below the outline, by depth. */
  private levels: (Building | undefined)[] = [];
  private item: Building | undefined;
  /** True where a first-level cell stands for several rows: such cells are sections, never titles. */
  private groupsRows = false;
  /** Items that have taken the name of their level cell. */
  private readonly titled = new Set<Building>();
  /** What items turned into, for the rows that were read as them. */
  private readonly settled = new Map<Building, { first: Building; reason: string }>();
  private readonly vetoCells = new Map<Building, string>();
  private readonly items: { node: Building; parent: Building | undefined }[] = [];

  private readonly table: SourceTable;
  private readonly map: ColumnMap;
  private readonly appliesTo: readonly string[];
  private readonly warn: Warn;

  constructor(table: SourceTable, map: ColumnMap, appliesTo: readonly string[], warn: Warn) {
    this.table = table;
    this.map = map;
    this.appliesTo = appliesTo;
    this.warn = warn;
    this.grid = gridOf(table);
    this.scores = scoreColumns(this.grid, map);
  }

  read(): TableReading {
    this.readHead();
    const body: RowFacts[] = [];
    const all = new Map<number, RowFacts>();
    for (let row = this.map.headerTo; row < this.grid.rows; row += 1) {
      const facts = readRow(this.grid, this.map, this.scores, row);
      all.set(row, facts);
      if (facts.text === '') this.settle(facts, 'empty', '空行');
      else if (repeatsHeader(this.grid, this.map, row)) this.settle(facts, 'header', '重复的表头');
      else body.push(facts);
    }
    const tail = tailOf(body);
    const data = body.filter((facts, i) => sumLabel(facts) === undefined && !isNote(facts) && !tail.has(i));
    let at = 0;
    body.forEach((facts, i) => {
      const label = sumLabel(facts);
      if (label !== undefined) this.readSum(facts, label);
      else if (isNote(facts) || tail.has(i)) this.readNote(facts);
      else {
        this.readData(facts, headingRank(data, at));
        at += 1;
      }
    });
    this.finish();
    const rows = Array.from({ length: this.grid.rows }, (_, row) =>
      this.settledOutcome(this.outcomes.get(row) ?? this.lost(row, all.get(row))),
    );
    return { roots: this.roots, rows, sums: this.sums, notes: this.notes };
  }

  /** Unreachable by construction; a row that slips through is shown as a note, never dropped. */
  private lost(row: number, facts: RowFacts | undefined): RowOutcome {
    const text = facts?.text ?? '';
    this.notes.push({ row, text });
    return { row, fate: 'note', text, reason: '没有归入任何一项，作为说明保留' };
  }

  private settledOutcome(outcome: RowOutcome): RowOutcome {
    const found = outcome.node && this.settled.get(outcome.node);
    if (!found) return outcome;
    return { ...outcome, node: found.first, reason: outcome.fate === 'item' ? found.reason : outcome.reason };
  }

  private settle(facts: { row: number; text: string }, fate: RowFate, reason: string, node?: Building): void {
    this.outcomes.set(facts.row, {
      row: facts.row,
      fate,
      text: facts.text,
      reason,
      ...(node ? { node } : {}),
    });
    if (node) node.sourceRows.push(this.source(facts.row));
  }

  private source(row: number): { table: string; row: number } {
    return { table: this.table.id, row: row + 1 };
  }

  private readHead(): void {
    let titled = false;
    for (let row = 0; row < this.map.headerTo; row += 1) {
      const text = this.grid
        .cellsIn(row)
        .map((cell) => cell.text.trim())
        .join(' | ');
      if (text === '') this.settle({ row, text }, 'empty', '空行');
      else if (row >= this.map.headerFrom) this.settle({ row, text }, 'header', '表头');
      else if (!titled && !/^(?:注|说明|备注|单位)/.test(text)) {
        titled = true;
        this.settle({ row, text }, 'title', '表格标题');
      } else this.readNote({ row, text });
    }
  }

  private readNote(facts: { row: number; text: string }): void {
    this.notes.push({ row: facts.row, text: facts.text });
    this.settle(facts, 'note', '说明文字，保留为标准的说明');
  }

  private readSum(facts: RowFacts, label: string): void {
    const inText = /(\d+(?:\.\d+)?)/.exec(label)?.[1];
    const cell = facts.score.kind === 'points' ? facts.score.points : undefined;
    const points = cell ?? (inText === undefined ? this.anyNumber(facts) : parsePoints(inText));
    this.settle(facts, 'sum', points === undefined ? '合计行，没有填数' : '合计行，用来核对，不作为评分项');
    if (points === undefined) return;
    const isPart = /小计/.test(label);
    const section = isPart
      ? (this.outline[0] ?? this.levels.find((level) => level !== undefined))
      : undefined;
    this.sums.push({
      row: facts.row,
      label,
      points,
      section: isPart ? this.innermostFor(facts, section) : undefined,
    });
  }

  private anyNumber(facts: RowFacts): Points | undefined {
    const numbers = facts.text.split(' | ').map((text) => parsePoints(squeeze(text).replace(/分$/, '')));
    return numbers.find((points) => points !== undefined);
  }

  /** 小计 under a level column: the section of the level before the cell that says 小计. */
  private innermostFor(facts: RowFacts, fallback: Building | undefined): Building | undefined {
    const depth = facts.levels.find(({ text }) => /小计/.test(squeeze(text)))?.depth;
    if (depth !== undefined && depth > 1)
      return this.levels.slice(0, depth).findLast((level) => level !== undefined) ?? fallback;
    return fallback;
  }

  private readData(facts: RowFacts, rank: number | undefined): void {
    const heading = this.outline.at(-1);
    const isVeto = facts.alone?.leads && vetoEffectOf(facts.alone.text) !== undefined;
    if (isVeto && !(rank !== undefined && isVetoHeading(facts.text)))
      return this.readVetoRow(facts, undefined);
    const isCase = heading && isVetoHeading(heading.title) && facts.score.kind === 'blank';
    if (isCase && (rank === undefined || rank > heading.rank)) return this.readVetoRow(facts, heading);
    if (rank !== undefined) return this.openHeading(facts, rank);
    if (facts.alone && !facts.alone.leads && this.item) return this.continueItem(facts);
    if (this.continues(facts)) return this.continueItem(facts);
    this.readItem(facts);
  }

  private readVetoRow(facts: RowFacts, heading: Building | undefined): void {
    const text =
      facts.alone?.text ?? (facts.criterion || facts.content || facts.levels[0]?.text || facts.text);
    const node = building('veto', titleFrom(text));
    node.criterion = text;
    node.vetoEffect = vetoEffectOf(text) ?? vetoEffectOf(heading?.title ?? '') ?? 'notEligible';
    (heading?.children ?? this.roots).push(node);
    this.settle(facts, 'item', '一票否决', node);
  }

  private openHeading(facts: RowFacts, rank: number): void {
    const [level] = facts.levels;
    const numbering = facts.numbering ?? level?.numbering;
    const raw = facts.alone
      ? numbering?.rest || facts.alone.text
      : (level?.text ?? (facts.content || facts.criterion || facts.text));
    const scored = scoreInName(raw);
    const node = building('section', (scored?.rest ?? raw).trim() || facts.text);
    node.fullScore = facts.score.kind === 'points' ? facts.score.points : scored?.points;
    node.number = numbering?.number ?? '';
    node.rank = rank;
    node.weight = weightOf(facts.weight) ?? weightOf(/权重[^\d]{0,3}[\d.]+%?/.exec(raw)?.[0] ?? '');
    const texts = facts.alone || !level ? [] : [facts.content, facts.criterion];
    node.criterion = texts.filter((text) => text !== '').join('\n\n');
    node.department = joinLines(facts.department);
    this.outline = this.outline.filter((open) => open.rank < rank);
    const parent = this.outline.at(-1);
    (parent?.children ?? this.roots).push(node);
    this.outline.push(node);
    this.levels = [];
    this.item = undefined;
    this.settle(facts, 'section', '下面各行的上级指标', node);
  }

  /** More text for the item above: its score cell is merged down, or nothing new begins in this row. */
  private continues(facts: RowFacts): boolean {
    if (!this.item || facts.score.kind === 'points') return false;
    if (facts.levels.length > 0 && !facts.scoreFromAbove) return false;
    if (facts.numbering && facts.numbersRow && !facts.scoreFromAbove) return false;
    if (facts.scoreFromAbove) return true;
    return this.ownScore(facts) === undefined && !facts.veto;
  }

  private ownScore(facts: RowFacts): Points | undefined {
    const named = [...facts.levels].reverse().map(({ text }) => scoreInName(text)?.points);
    return (
      named.find((points) => points !== undefined) ??
      scoreAtEnd(facts.content) ??
      scoreAtEnd(facts.criterion) ??
      scoreInName(titleLine(facts.content))?.points
    );
  }

  private continueItem(facts: RowFacts): void {
    const item = this.item;
    if (!item) return this.readItem(facts);
    const text = [...facts.levels.map((level) => level.text), facts.content, facts.criterion]
      .filter((part) => part !== '')
      .join('\n');
    item.criterion = joined(item.criterion, text || (hasDetails(facts) ? '' : facts.text));
    if (facts.evidence !== '') item.evidence = [...new Set([...item.evidence, ...listOf(facts.evidence)])];
    if (facts.methods !== '') item.methods = [...new Set([...item.methods, ...methodsOf(facts.methods)])];
    if (facts.department !== '') item.department = joinLines(joined(item.department, facts.department));
    item.note = joined(item.note, facts.note);
    this.settle(facts, 'continued', '接上一行', item);
  }

  private readItem(facts: RowFacts): void {
    this.closeHeadings(facts);
    this.openLevels(facts);
    const parent = this.levels.findLast((level) => level !== undefined) ?? this.outline.at(-1);
    const node = building('item', '');
    const texts = facts.alone ? [facts.alone.text] : [facts.content, facts.criterion];
    node.criterion = texts.filter((text) => text !== '').join('\n\n');
    node.title = node.criterion === '' ? '' : titleFrom(node.criterion);
    node.number = facts.numbersRow ? (facts.numbering?.number ?? '') : '';
    node.fullScore = this.itemScore(facts);
    node.evidence = listOf(facts.evidence);
    node.methods = methodsOf(facts.methods);
    node.department = joinLines(facts.department);
    node.deadline = joinLines(facts.deadline);
    node.note = facts.note;
    node.appliesTo = [...new Set([...this.appliesTo, ...categoriesOf(facts.appliesTo)])];
    this.vetoCells.set(node, facts.veto);
    (parent?.children ?? this.roots).push(node);
    this.items.push({ node, parent });
    this.item = node;
    this.settle(facts, 'item', '评分项', node);
  }

  /** An item numbered like an open heading stands beside it, not below it (五、 after the rows of 四、). */
  private closeHeadings({ numbering, numbersRow }: RowFacts): void {
    if (!numbering || !numbersRow) return;
    const beside = this.outline.findIndex(({ rank }) => rank === numbering.rank);
    if (beside < 0) return;
    this.outline = this.outline.slice(0, beside);
    this.levels = [];
  }

  private itemScore(facts: RowFacts): Points | undefined {
    if (facts.score.kind === 'points') return facts.score.points;
    if (facts.score.kind === 'unread') {
      this.warn(
        'scoreUnread',
        facts.row + 1,
        `第${facts.row + 1}行的分值“${this.grid.textAt(facts.row, this.scores.item)}”不是一个数，请填写`,
      );
    }
    return this.ownScore(facts);
  }

  /** Opens a section for every level cell that begins in this row; blank ones go on from the row above. */
  private openLevels(facts: RowFacts): void {
    for (const level of facts.levels) {
      const index = level.depth - 1;
      const scored = scoreInName(level.text);
      const title = (scored?.rest ?? level.text).trim();
      const open = this.levels[index];
      const repeated = open && open.title === title && this.isRepeated(facts, level.depth);
      if (repeated) continue;
      const parent =
        this.levels.slice(0, index).findLast((above) => above !== undefined) ?? this.outline.at(-1);
      const node = building('section', title);
      node.depth = level.depth;
      node.number = level.numbering?.number ?? '';
      const declared = facts.levelScores.get(level.depth);
      node.fullScore = declared?.kind === 'points' ? declared.points : scored?.points;
      if (level.depth === 1) node.weight = weightOf(facts.weight);
      (parent?.children ?? this.roots).push(node);
      this.levels = [...Array.from({ length: index }, (_, above) => this.levels[above]), node];
    }
  }

  /** The same level name written again on every row, not a new section of the same name. */
  private isRepeated(facts: RowFacts, depth: number): boolean {
    return (
      facts.levels.some((level) => level.depth > depth) || facts.content !== '' || facts.criterion !== ''
    );
  }

  private finish(): void {
    this.groupsRows = this.items.some(({ parent }) => parent?.depth === 1 && parent.children.length > 1);
    this.collapseTitles(this.roots);
    this.settleEntries(this.roots, undefined);
  }

  /** A deepest level cell with a single row under it is that row's title, where all beside it are such. */
  private collapseTitles(siblings: Building[]): void {
    for (const node of siblings) if (node.kind === 'section') this.collapseTitles(node.children);
    const fromLevels = new Set(siblings.filter((node) => node.kind === 'section' && node.depth > 0));
    const single = ({ children }: Building) =>
      children.length === 1 && children[0]?.kind === 'item' && !this.titled.has(children[0]);
    if (fromLevels.size === 0 || ![...fromLevels].every(single)) return;
    // One level column alone groups the rows of the whole table, unless it names each of them.
    if ([...fromLevels].some(({ depth }) => depth === 1) && this.groupsRows) return;
    siblings.forEach((node, i) => {
      if (!fromLevels.has(node)) return;
      const [item] = node.children;
      if (!item) return;
      item.title = node.title;
      this.titled.add(item);
      item.number ||= node.number;
      item.fullScore ??= node.fullScore;
      siblings[i] = item;
    });
  }

  /** Items become bonus, penalty or veto entries where their section, title or texts say so. */
  private settleEntries(siblings: Building[], side: Side): void {
    const settled = siblings.flatMap((node): Building[] => {
      const own = sideOf(node.title) ?? side;
      if (node.kind === 'section') {
        this.settleEntries(node.children, own);
        return [node];
      }
      if (node.kind !== 'item') return [node];
      if (node.title === '') node.title = '未命名';
      const row = (node.sourceRows[0]?.row ?? 1) - 1;
      const entries = settleEntry(node, own ?? this.signOf(row), this.vetoCells.get(node) ?? '', this.warn);
      this.remap(node, entries);
      return entries;
    });
    siblings.length = 0;
    for (const node of settled) siblings.push(node);
  }

  private signOf(row: number): Side {
    const score = readRow(this.grid, this.map, this.scores, row).score;
    if (score.kind !== 'points') return undefined;
    return { '': undefined, '+': 'bonus', '-': 'penalty', '±': 'both' }[score.sign] as Side;
  }

  private remap(node: Building, entries: readonly Building[]): void {
    const [first] = entries;
    if (!first) return;
    const kinds: Record<Building['kind'], string> = {
      section: '上级指标',
      item: '评分项',
      bonus: '加分项',
      penalty: '扣分项',
      veto: '一票否决',
    };
    const reason = entries.map(({ kind }) => kinds[kind]).join('和');
    this.settled.set(node, { first, reason });
  }
}

/** Indexes of the rows below the last scored one that are remarks: not vetoes, cases of one, or 加分：…. */
function tailOf(body: readonly RowFacts[]): Set<number> {
  const tail = new Set<number>();
  const last = body.findLastIndex((facts) => !facts.alone && sumLabel(facts) === undefined && !isNote(facts));
  let heading: RowFacts | undefined;
  let afterNote = false;
  for (let i = last + 1; i < body.length; i += 1) {
    const facts = body[i];
    if (!facts || sumLabel(facts) !== undefined) continue;
    if (isNote(facts)) {
      afterNote = true;
      continue;
    }
    if (!facts.alone?.leads && !afterNote) continue;
    const { text } = facts;
    const isCase =
      facts.numbering !== undefined &&
      heading !== undefined &&
      facts.numbering.rank !== heading.numbering?.rank;
    const isEntry =
      vetoEffectOf(text) !== undefined || /^(?:加分|扣分|奖励|附加分)[^:：]{0,6}[:：]/.test(text) || isCase;
    if (afterNote || !isEntry) tail.add(i);
    if (isVetoHeading(text)) heading = facts;
    else if (!isCase) heading = undefined;
  }
  return tail;
}

/** "有下列情形之一的，一票否决：" with its cases below. */
function isVetoHeading(text: string): boolean {
  return (
    vetoEffectOf(text) !== undefined &&
    (/下列|以下|[:：]$/.test(text) || /否决(?:项|指标|事项|情形|内容)?$/.test(text))
  );
}

/** Two texts on lines of their own; one of them may be empty. */
function joined(first: string, second: string): string {
  if (first === '' || second === '') return first + second;
  return `${first}\n${second}`;
}

function titleLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

function hasDetails({ evidence, methods, department, deadline, note }: RowFacts): boolean {
  return [evidence, methods, department, deadline, note].some((text) => text !== '');
}
