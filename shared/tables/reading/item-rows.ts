import type { Points } from '../../values/points.ts';
import { categoriesOf, joinLines, listOf, methodsOf, titleFrom } from '../cells/cell-texts.ts';
import { scoreAtEnd, scoreInName } from '../cells/score-text.ts';
import { growingNode } from './growing-node.ts';
import { closeHeadings, openLevels } from './headings.ts';
import type { RowFacts } from './row-facts.ts';
import { innermost, record, type TableState } from './table-state.ts';

/** A row that begins an item. */
export function readItem(state: TableState, facts: RowFacts): void {
  closeHeadings(state, facts);
  openLevels(state, facts);
  const parent = innermost(state);
  const node = growingNode('item', '');
  const texts = facts.alone ? [facts.alone.text] : [facts.content, facts.criterion];
  node.criterion = texts.filter((text) => text !== '').join('\n\n');
  node.title = node.criterion === '' ? '' : titleFrom(node.criterion);
  node.number = facts.numbersRow ? (facts.numbering?.number ?? '') : '';
  node.fullScore = itemScore(state, facts);
  node.evidence = listOf(facts.evidence);
  node.methods = methodsOf(facts.methods);
  node.department = joinLines(facts.department);
  node.deadline = joinLines(facts.deadline);
  node.note = facts.note;
  node.appliesTo = [...new Set([...state.appliesTo, ...categoriesOf(facts.appliesTo)])];
  state.vetoCells.set(node, facts.veto);
  (parent?.children ?? state.roots).push(node);
  state.items.push({ node, parent });
  state.item = node;
  record(state, facts, 'item', '评分项', node);
}

/** More text for the item above. */
export function continueItem(state: TableState, facts: RowFacts): void {
  const item = state.item;
  if (!item) return readItem(state, facts);
  const text = [...facts.levels.map((level) => level.text), facts.content, facts.criterion]
    .filter((part) => part !== '')
    .join('\n');
  item.criterion = joined(item.criterion, text || (hasDetails(facts) ? '' : facts.text));
  if (facts.evidence !== '') item.evidence = [...new Set([...item.evidence, ...listOf(facts.evidence)])];
  if (facts.methods !== '') item.methods = [...new Set([...item.methods, ...methodsOf(facts.methods)])];
  if (facts.department !== '') item.department = joinLines(joined(item.department, facts.department));
  item.note = joined(item.note, facts.note);
  record(state, facts, 'continued', '接上一行', item);
}

function itemScore(state: TableState, facts: RowFacts): Points | undefined {
  if (facts.score.kind === 'points') return facts.score.points;
  if (facts.score.kind === 'unread') {
    state.warn(
      'scoreUnread',
      facts.row + 1,
      `第${facts.row + 1}行的分值“${state.grid.textAt(facts.row, state.scores.item)}”不是一个数，请填写`,
    );
  }
  return ownScore(facts);
}

/** The score that the texts of a row state. */
export function ownScore(facts: RowFacts): Points | undefined {
  const named = [...facts.levels].reverse().map(({ text }) => scoreInName(text)?.points);
  return (
    named.find((points) => points !== undefined) ??
    scoreAtEnd(facts.content) ??
    scoreAtEnd(facts.criterion) ??
    scoreInName(titleLine(facts.content))?.points
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
