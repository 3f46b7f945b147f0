import type { Points } from '../../values/points.ts';
import { categoriesOf, joinLines, listOf, methodsOf, titleFrom } from '../cells/cell-texts.ts';
import {
  isPrice,
  partsInText,
  scoreAtEnd,
  scoreInName,
  scoreInText,
  scoreSaid,
  type ScoredText,
} from '../cells/score-text.ts';
import { showPoints } from '../../values/points.ts';
import { type GrowingNode, growingNode } from './growing-node.ts';
import { closeHeadings, openLevels } from './headings.ts';
import { isVetoName, saysEntryAfterName, sideOf } from '../cells/sides.ts';
import { readNumbering } from '../cells/numbering.ts';
import { hasOwnText, isPart } from './outline.ts';
import { ACTION } from './row-kinds.ts';
import type { ItemTexts } from './item-texts.ts';
import type { LevelText, RowFacts } from './row-facts.ts';
import { innermost, record, type TableState } from './table-state.ts';

/** A row that begins an item. */
export function readItem(state: TableState, facts: RowFacts): void {
  closeHeadings(state, facts);
  tellPart(state, facts);
  const whole = wholeLevel(facts);
  const name = whole ?? nameOf(state, facts);
  openLevels(state, facts, name ? facts.levels.slice(0, facts.levels.indexOf(name)) : facts.levels);
  if (name) state.levels = state.levels.slice(0, name.depth - 1);
  const parent = innermost(state);
  const node = growingNode('item', '');
  fillItem(state, node, facts);
  if (whole) node.criterion = joined(namesBelow(facts, whole), node.criterion);
  tellOtherScore(state, facts, name?.text ?? facts.texts.title);
  if (facts.score.kind === 'blank' && facts.veto === '' && parent && isVetoName(parent.title))
    state.vetoCells.set(node, '是');
  if (name) {
    const scoreOf = scoreReader(facts);
    const said = scoreOf(name.text);
    const scored = said && (isRule(said, facts) || isPrice(name.text)) ? undefined : said;
    const words = (scored?.rest ?? name.text).trim();
    node.title = titleFrom(words, scoreOf);
    // 经验做法被推广的，加1—5分: the name of an entry is its criterion, which says the range.
    if (!facts.alone && isBelowSide(state) && saysAll(name.text, facts))
      node.criterion = [name.text, node.criterion].filter((text) => text !== '').join('\n\n');
    else if (!facts.alone && (node.title !== words || (node.criterion === '' && ACTION.test(words))))
      node.criterion = [words, node.criterion].filter((text) => text !== '').join('\n\n');
    node.number ||= name.numbering?.number ?? '';
    node.depth = name.depth;
    // 组织领导30分 says it, whatever points its words name.
    if (scored && facts.score.kind !== 'points') node.fullScore = scored.points;
    if (node.sign === '' && said && !isRule(said, facts)) node.sign = said.sign;
  }
  if (name && isVetoName(name.text) && !node.fullScore) state.vetoCells.set(node, '是');
  takeLead(state, node, facts);
  (parent?.children ?? state.roots).push(node);
  state.items.push({ node, parent });
  state.item = node;
  record(state, facts, 'item', '评分项', node);
}

/** 缺一次扣3分 beside a score of 15 tells how it is lost. */
function isRule({ sign, points }: ScoredText, { score }: RowFacts): boolean {
  return sign === '-' && score.kind === 'points' && score.points !== points;
}

/** A level cell of this row alone, with nothing beside it but a score, is the item itself. */
function nameOf(state: TableState, facts: RowFacts): LevelText | undefined {
  const deepest = facts.levels.at(-1);
  const isEntry = deepest !== undefined && sideOf(deepest.text) === undefined && isBelowSide(state);
  return deepest?.rowSpan === 1 && (isEntry || !hasOwnText(facts)) ? deepest : undefined;
}

/** The level whose score, merged over the same rows, is that of all names beside it: 河道保洁 | 40 | 水面, 岸坡. */
function wholeLevel({ levels, score, scoreSpan }: RowFacts): LevelText | undefined {
  const deepest = levels.at(-1);
  if (score.kind !== 'points' || scoreSpan < 2 || !deepest || deepest.rowSpan >= scoreSpan) return undefined;
  return levels.findLast(({ rowSpan }) => rowSpan === scoreSpan);
}

function namesBelow({ levels }: RowFacts, whole: LevelText): string {
  return levels
    .slice(levels.indexOf(whole) + 1)
    .map(({ written }) => written)
    .join('\n');
}

/** The words above （1）, （2） begin the text of each. */
function takeLead(state: TableState, node: GrowingNode, { texts }: RowFacts): void {
  const { lead } = state;
  if (!lead) return;
  const rank = readNumbering(texts.criterion || texts.content)?.rank ?? 0;
  if (rank <= lead.rank) state.lead = undefined;
  else {
    node.criterion = `${lead.facts.text}\n\n${node.criterion}`;
    if (!state.outcomes.has(lead.facts.row)) record(state, lead.facts, 'continued', '并入下面的评分项', node);
  }
}

/** 其中：… that makes up no score above it may be counted twice. */
function tellPart({ outline, warn }: TableState, facts: RowFacts): void {
  if (!isPart(facts) || facts.score.kind !== 'points' || outline.some(({ last }) => last < Infinity)) return;
  const message = `第${facts.row + 1}行写着“其中”，像是上一行的一部分，但加起来不等于那一行的分值；请核对分值有没有重复计算`;
  warn('partsUnclear', facts.row + 1, message);
}

/** 净资产收益率（20分） beside 40. */
function tellOtherScore({ warn }: TableState, { row, score }: RowFacts, name: string): void {
  const named = /[（(][\d.]+\s*分[)）]$/.test(name) ? scoreSaid(name) : undefined;
  if (!named || score.kind !== 'points' || score.sign !== '' || named.points === score.points) return;
  const [one, two] = [showPoints(named.points), showPoints(score.points)];
  warn('scoreDiffers', row + 1, `第${row + 1}行名称里写的是${one}分，分值栏是${two}分：按分值栏写入，请核对`);
}

/** 加分值 and 扣分值 over the only scores of a table. */
function signOf(heading: string): GrowingNode['sign'] {
  if (/^(?:加|奖励?)分(?:分?值)?$/.test(heading)) return '+';
  return /^(?:扣|减)分分?值?$/.test(heading) ? '-' : '';
}

/** Points that are given or taken stand in an entry's name alone. */
function saysAll(name: string, { texts, score }: RowFacts): boolean {
  if (score.kind === 'points' || /\d\s*分/.test(texts.content + texts.criterion)) return false;
  return (scoreInName(name)?.sign ?? '') !== '';
}

/** Beside a score of its own another bare number in brackets is part of a name. */
function scoreReader({ score }: RowFacts): typeof scoreInName {
  if (score.kind !== 'points') return scoreInName;
  return (text) => {
    const scored = scoreInName(text);
    return scored?.points === score.points ? scored : scoreSaid(text);
  };
}

/** Below 加分项 each row is an entry: its name is the entry's, whatever stands beside it. */
export function isBelowSide({ outline, levels }: Pick<TableState, 'outline' | 'levels'>): boolean {
  return [...outline, ...levels].some((node) => node && sideOf(node.title) !== undefined);
}

function fillItem(state: TableState, node: GrowingNode, facts: RowFacts): void {
  const texts = facts.held;
  // A name with its score alone in its row says nothing else.
  const alone = facts.alone?.text ?? '';
  const isName = facts.levels.length > 0 && scoreInName(alone)?.sign === '' && !saysEntryAfterName(alone);
  node.criterion = facts.alone && !isName ? facts.alone.text : criterionOf(texts, facts);
  node.title =
    node.criterion === ''
      ? ''
      : titleFrom(
          (facts.contentNumbering?.rest ?? texts.title) || texts.criterion || node.criterion,
          scoreReader(facts),
        );
  const inColumn = facts.numbersRow ? facts.numbering?.number : undefined;
  node.number = inColumn ?? facts.contentNumbering?.number ?? '';
  if (facts.isDate) {
    const message = `第${facts.row + 1}行的编号被表格软件存成了日期，按${node.number}写入，请核对`;
    state.warn('codeFromDate', facts.row + 1, message);
  }
  node.label = texts.label;
  node.bonus = texts.bonus;
  if (!facts.alone && facts.grades.length === 0) {
    node.scoring = texts.criterion;
    node.scorings = texts.criterion;
    node.isHeld = texts.criterion !== '' && facts.texts.criterion === '';
  }
  node.fullScore = itemScore(state, facts);
  // 扣5分/次 is no score of the row: its words say it.
  if (facts.score.kind === 'points' && facts.score.isEach) {
    node.criterion = joined(
      node.criterion,
      `\n${state.reader.grid.textAt(facts.row, state.reader.scores.item).trim()}`,
    );
    node.fullScore = undefined;
  }
  if (facts.score.kind === 'points' && facts.score.isMost)
    node.range = state.reader.grid.textAt(facts.row, state.reader.scores.item);
  node.most = facts.most;
  node.noteRows = facts.noteRows;
  if (facts.score.kind === 'side') node.sign = facts.score.sign;
  if (facts.score.kind === 'points') node.sign = facts.score.sign || signOf(facts.scoreHeading);
  if (node.sign === '') node.sign = SIGNS[sideOf(facts.itemKind) ?? 'none'];
  node.evidence = listOf(texts.evidence);
  node.methods = methodsOf(texts.methods);
  node.department = joinLines(texts.department);
  node.deadline = joinLines(texts.deadline);
  node.note = texts.note;
  node.appliesTo = [...new Set([...state.appliesTo, ...categoriesOf(texts.appliesTo)])];
  state.vetoCells.set(node, facts.score.kind === 'veto' || isVetoName(facts.itemKind) ? '是' : facts.veto);
  if (facts.grades.length > 0) state.grades.set(node, facts.grades);
}

const SIGNS = { bonus: '+', penalty: '-', both: '±', none: '' } as const;

function criterionOf({ content, criterion, facts: told }: ItemTexts, { grades }: RowFacts): string {
  const points = grades.map(({ label, text, score }) => {
    if (score.kind !== 'points' || score.isMost) return `${label}：${text}`;
    return label.includes('：')
      ? `${label}（${showPoints(score.points)}分）`
      : `${label}${showPoints(score.points)}分`;
  });
  return [content, told, criterion, points.join('；')].filter((text) => text !== '').join('\n\n');
}

/** More text for the item above. */
export function continueItem(state: TableState, facts: RowFacts): void {
  const item = state.item;
  if (!item) return readItem(state, facts);
  const { texts } = facts;
  // A level that is said again in each row is no more of the item.
  const open = new Set(state.levels.map((level) => level?.written));
  const names = facts.levels.map((level) => level.written).filter((written) => !open.has(written));
  const text = [...names, texts.content, texts.facts, texts.criterion]
    .filter((part) => part !== '')
    .join('\n');
  const more = text || (hasDetails(texts) ? '' : facts.text);
  addText(item, more, texts.criterion);
  item.bonus = joined(item.bonus, texts.bonus);
  if (texts.evidence !== '') item.evidence = [...new Set([...item.evidence, ...listOf(texts.evidence)])];
  if (texts.methods !== '') item.methods = [...new Set([...item.methods, ...methodsOf(texts.methods)])];
  if (texts.department !== '') item.department = joinLines(joined(item.department, texts.department));
  if (texts.deadline !== '') item.deadline = joinLines(joined(item.deadline, texts.deadline));
  item.appliesTo = [...new Set([...item.appliesTo, ...categoriesOf(texts.appliesTo)])];
  item.note = joined(item.note, texts.note);
  record(state, facts, 'continued', '接上一行', item);
}

/** More of an item: requirements stand before its criterion, so that the criterion stays one text. */
function addText(item: GrowingNode, more: string, criterion: string): void {
  item.scorings = joined(item.scorings, criterion);
  const at = item.scoring === '' ? -1 : item.criterion.lastIndexOf(item.scoring);
  if (at > 0 && criterion === '') {
    item.criterion = `${joined(item.criterion.slice(0, at).trimEnd(), more)}\n\n${item.scoring}`;
    return;
  }
  // Between two parts of the criterion something else may stand: then all of it is read as one.
  item.scoring = item.scoring !== '' && more === criterion ? joined(item.scoring, more) : '';
  item.criterion = joined(item.criterion, more);
}

function itemScore(state: TableState, facts: RowFacts): Points | undefined {
  const grades = facts.grades.flatMap(({ score }) => (score.kind === 'points' ? [score.points] : []));
  const { score } = facts;
  // 满分 | 优 | 良: the column of the full score says it.
  if (grades.length > 0 && score.kind !== 'points') return Math.max(...grades);
  const column = state.reader.scores.item;
  if (score.kind === 'points') {
    if (score.isMost) {
      const said = state.reader.grid.textAt(facts.row, column);
      state.warn(
        'scoreIsMost',
        facts.row + 1,
        `第${facts.row + 1}行的分值写的是“${said}”，按${showPoints(score.points)}分写入，请核对`,
        column + 1,
      );
    }
    return score.points;
  }
  if (score.kind === 'unread') {
    const said = state.reader.grid.textAt(facts.row, column);
    state.warn(
      'scoreUnread',
      facts.row + 1,
      `第${facts.row + 1}行的分值“${said}”不是一个数，请填写`,
      column + 1,
    );
  }
  return ownScore(facts, state.reader.scores.item >= 0);
}

/** 台账齐全（10分）。缺一份扣2分: the one score in brackets. */
export function onlyPart(text: string): Points | undefined {
  const [only, ...others] = partsInText(text);
  return others.length === 0 ? only : undefined;
}

/** The score that a row's own text states at its end or in brackets, where no column does; `hasColumn`: of scores. */
export function ownScore({ texts }: RowFacts, hasColumn: boolean): Points | undefined {
  const named = isPrice(texts.title) ? undefined : scoreInName(texts.title)?.points;
  return (
    scoreInText(texts.content) ??
    named ??
    scoreAtEnd(texts.criterion) ??
    (hasColumn ? undefined : onlyPart(texts.criterion))
  );
}

/** Two texts on lines of their own; one of them may be empty. */
export function joined(first: string, second: string): string {
  if (first === '' || second === '') return first + second;
  return `${first}\n${second}`;
}

function hasDetails({ evidence, methods, department, deadline, note, appliesTo }: ItemTexts): boolean {
  return [evidence, methods, department, deadline, note, appliesTo].some((text) => text !== '');
}
