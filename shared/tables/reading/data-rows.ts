import { titleFrom } from '../cells/cell-texts.ts';
import {
  isVetoHeading,
  isVetoName,
  namesBlock,
  saysEntryAfterName,
  sideOf,
  type VetoCase,
  vetoCasesOf,
  vetoEffectOf,
} from '../cells/sides.ts';
import { type Numbering, readNumbering } from '../cells/numbering.ts';
import { remarkLines } from '../rule-text/no-case.ts';
import { scoreInName } from '../cells/score-text.ts';
import { type GrowingNode, growingNode } from './growing-node.ts';
import { entryAlone } from './block-rows.ts';
import { isCaseBeside } from './cases-beside.ts';
import { bare, openHeading, openLevelRow } from './headings.ts';
import { continueItem, onlyPart, ownScore, readItem } from './item-rows.ts';
import { headingRank, opensLevel } from './outline.ts';
import { spokenSideOf } from './outside-entries.ts';
import { ACTION } from './row-kinds.ts';
import type { RowFacts } from './row-facts.ts';
import { innermost, record, type TableState } from './table-state.ts';

/** The row at a place of the data: a heading, an item, more of one, or a veto. */
export function readData(state: TableState, rows: readonly RowFacts[], at: number): void {
  const facts = rows[at];
  if (!facts) return;
  const heading = state.outline.at(-1);
  const isLevel = opensLevel(rows, at);
  const opens = isLevel ? undefined : headingRank(rows, at);
  const isVeto = facts.alone?.leads && vetoEffectOf(facts.alone.text) !== undefined;
  if (isVeto && !((opens || isLevel) && isVetoHeading(facts.text)))
    return readVetoRow(state, facts, vetoSection(state));
  const isCase = heading && isVetoHeading(heading.title) && facts.score.kind === 'blank';
  if (isCase && (!opens || opens.rank > heading.rank))
    return facts.alone ? readVetoRow(state, facts, heading) : readCase(state, facts, heading);
  if (isLevel) return openLevelRow(state, facts);
  if (opens) return openHeading(state, facts, opens);
  const entry = entryAlone(state, facts);
  if (entry === 'veto') return readVetoRow(state, facts, vetoSection(state));
  if (entry === 'points') return readItem(state, facts);
  if (leadsOver(rows, at)) return readLead(state, facts);
  const isMore = facts.alone && !facts.alone.leads && !isScoredName(state, facts);
  if (isMore && state.item) return continueItem(state, facts);
  if (isRestOfItem(state, facts)) return readRest(state, facts);
  if (continues(state, facts)) {
    tellUnscored(state, facts);
    return continueItem(state, facts);
  }
  readItem(state, facts);
}

/**
 * What a page break parts from its item: right below it words without a name and a score, or the number and the name of
 * the item once more (乙（续）).
 */
function isRestOfItem(state: TableState, { row, numbering, levels, texts, score }: RowFacts): boolean {
  const { item, map, outcomes } = state;
  if (!item || !numbering || score.kind !== 'blank' || texts.criterion === '') return false;
  const name = levels.at(-1)?.written ?? texts.content;
  if (name === '') return row > map.headerTo && outcomes.get(row - 1)?.fate === 'header';
  const known = [item.title, item.written, state.levels.at(-1)?.title];
  return numbering.number === item.number && known.includes(bare(name));
}

function readRest(state: TableState, facts: RowFacts): void {
  if (facts.levels.length === 0 && facts.texts.content === '') {
    const message = `第${facts.row + 1}行没有名称和分值，像是上一页那一项的其余部分，已并入；如果是单独的一项，请填写分值`;
    state.warn('rowWithoutScore', facts.row + 1, message);
  }
  continueItem(state, { ...facts, levels: [], texts: { ...facts.texts, content: '' } });
}

/** A case of vetoes with more in its row: what follows from it, who tells of it. */
function readCase(state: TableState, facts: RowFacts, { title }: GrowingNode): void {
  readItem(state, facts);
  if (!state.item) return;
  state.item.vetoEffect = vetoEffectOf(title);
  state.vetoCells.set(state.item, facts.veto || '是');
}

/** The open section of vetoes, if there is one. */
function vetoSection(state: TableState): GrowingNode | undefined {
  const section = innermost(state);
  return section && isVetoName(section.title) ? section : undefined;
}

/** A veto, or several of one row: 有下列情形之一的，一票否决：1.…；2.…. Words that stand around the cases stay in each. */
function readVetoRow(state: TableState, facts: RowFacts, heading: GrowingNode | undefined): void {
  const { content, criterion } = facts.texts;
  const text = facts.alone?.text ?? (criterion || content || facts.levels[0]?.text || facts.text);
  const whole = content !== '' && criterion !== '' ? `${content}\n\n${criterion}` : text;
  const cases = vetoCasesOf(text);
  const siblings = heading?.children ?? state.roots;
  const [first, ...others] = cases.length > 1 ? cases : [{ text: content || text, effect: cases[0]?.effect }];
  const make = (words: string, effect: VetoCase['effect']) => {
    const node = growingNode('veto', titleFrom(words));
    node.criterion = cases.length > 1 ? words : whole;
    node.vetoEffect = effect ?? vetoEffectOf(text) ?? vetoEffectOf(heading?.title ?? '') ?? 'notEligible';
    siblings.push(node);
    return node;
  };
  if (!first) return;
  record(state, facts, 'item', '一票否决', make(first.text, first.effect));
  const source = { table: state.table.id, row: facts.row + 1 };
  for (const each of others) make(each.text, each.effect).sourceRows.push(source);
  if (cases.length > 1) readLeadOfCases(state, facts, text, first.text);
}

/** 2.程序合法： over （1）未立案扣10分: its words begin those of the rows below. */
function leadsOver(rows: readonly RowFacts[], at: number): boolean {
  const [facts, next] = [rows[at], rows[at + 1]];
  const own = facts && leadIn(facts);
  const below =
    next?.score.kind === 'points' ? readNumbering(next.texts.criterion || next.texts.content) : undefined;
  return own !== undefined && below !== undefined && below.rank > own.rank;
}

function leadIn({ text, texts, score, scoreFromAbove }: RowFacts): Numbering | undefined {
  const isAlone = text !== '' && text === (texts.criterion || texts.content);
  if (!isAlone || scoreFromAbove || score.kind !== 'blank') return undefined;
  return /[:：]\s*$/.test(text) ? readNumbering(text) : undefined;
}

function readLead(state: TableState, facts: RowFacts): void {
  state.lead = { facts, rank: leadIn(facts)?.rank ?? 0 };
  state.item = undefined;
}

/** What stands before the first case says what follows from all: kept as a note. */
function readLeadOfCases(state: TableState, facts: RowFacts, text: string, first: string): void {
  const lead = text.slice(0, Math.max(0, text.indexOf(first))).replace(/\d+[.、]\s*$|[（(]\d+[）)]\s*$/, '');
  for (const said of [lead.trim(), ...remarkLines(text)])
    if (said !== '') state.notes.push({ row: facts.row, text: said });
}

/** More text for the item above: its score cell is merged down, or nothing new begins in this row. */
function continues(state: TableState, facts: RowFacts): boolean {
  if (!state.item || ['points', 'veto', 'side'].includes(facts.score.kind)) return false;
  if (facts.levels.length > 0 && !facts.scoreFromAbove && !saysAgain(state, facts)) return false;
  if (facts.numbering && facts.numbersRow && !facts.scoreFromAbove) return false;
  if (facts.grades.length > 0 || namesBlock(facts.itemKind) || saysEntryAfterName(facts.alone?.text ?? ''))
    return false;
  if (isCaseBeside(state, facts)) return false;
  const { title, content, criterion } = facts.texts;
  // Below 加分项 and 一票否决 each row with a text is an entry; without a 分值 column each row with a name and a criterion an item.
  const above = innermost(state)?.title ?? '';
  const isOutside =
    title !== '' && criterion !== '' && !facts.scoreFromAbove && standsOutside(title, criterion, state.item);
  if (isOutside) return false;
  if (content !== '' && (sideOf(above) !== undefined || isVetoName(above))) return false;
  if (state.reader.scores.item < 0 && title !== '' && criterion !== '') return false;
  if (facts.scoreFromAbove) return true;
  return ownScore(facts, state.reader.scores.item >= 0) === undefined && !facts.veto;
}

/** 加分 | 发现线索的加5分, below items that only lose points. */
function standsOutside(title: string, criterion: string, above: GrowingNode): boolean {
  if (sideOf(title) !== undefined) return true;
  return spokenSideOf(criterion) === 'bonus' && spokenSideOf(above.scorings) === 'penalty';
}

/** A row with a name and a criterion of its own that has become part of the item above. */
function tellUnscored({ warn }: TableState, { row, levels, score, scoreFromAbove, texts }: RowFacts): void {
  if (scoreFromAbove || score.kind !== 'blank' || levels.length > 0) return;
  if (texts.title === '' || !ACTION.test(texts.criterion)) return;
  const message = `第${row + 1}行有自己的内容和评分标准，没有分值，已并入上一项；如果是单独的一项，请填写分值`;
  warn('rowWithoutScore', row + 1, message);
}

/** A name with its score where scores have no column: 窗口记录（4分）, its criterion merged from above. */
function isScoredName({ reader, item }: TableState, { levels, score, alone, texts }: RowFacts): boolean {
  if (score.kind === 'points') return true;
  // 无流动摊点（25分） below 无出店经营（15分）, an export has left the name before it blank.
  const isAnother =
    reader.scores.item < 0 && item?.fullScore !== undefined && texts.criterion === alone?.text;
  if (isAnother && onlyPart(texts.criterion) !== undefined) return true;
  // 2)巡查流程(2分): its number and its score make it an item, not a part of the one above.
  const text = texts.title === '' ? '' : (alone?.text ?? '');
  if (reader.scores.item < 0 && readNumbering(text) && scoreInName(text)?.sign === '') return true;
  return reader.scores.item < 0 && levels.some(({ text }) => scoreInName(text) !== undefined);
}

/** Levels that are written again on every row, without a name or a score of the row's own, or with no deeper level that is open. */
function saysAgain({ levels }: TableState, facts: RowFacts): boolean {
  const open = new Set(levels.map((level) => level?.written));
  const { title, criterion } = facts.texts;
  const isBelowOpen = levels.length > (facts.levels.at(-1)?.depth ?? 0);
  return (
    facts.score.kind === 'blank' &&
    (title === '' ? criterion !== '' : isBelowOpen) &&
    facts.levels.every(({ written }) => open.has(written))
  );
}
