import { joinLines, weightOf } from '../cells/cell-texts.ts';
import { scoreInName } from '../cells/score-text.ts';
import { growingNode } from './growing-node.ts';
import type { RowFacts } from './row-facts.ts';
import { record, type TableState } from './table-state.ts';

/** Opens an outline heading: it ends those that stand no higher. */
export function openHeading(state: TableState, facts: RowFacts, rank: number): void {
  const [level] = facts.levels;
  const numbering = facts.numbering ?? level?.numbering;
  const raw = facts.alone
    ? numbering?.rest || facts.alone.text
    : (level?.text ?? (facts.content || facts.criterion || facts.text));
  const scored = scoreInName(raw);
  const node = growingNode('section', (scored?.rest ?? raw).trim() || facts.text);
  node.fullScore = facts.score.kind === 'points' ? facts.score.points : scored?.points;
  node.number = numbering?.number ?? '';
  node.rank = rank;
  node.weight = weightOf(facts.weight) ?? weightOf(/权重[^\d]{0,3}[\d.]+%?/.exec(raw)?.[0] ?? '');
  const texts = facts.alone || !level ? [] : [facts.content, facts.criterion];
  node.criterion = texts.filter((text) => text !== '').join('\n\n');
  node.department = joinLines(facts.department);
  state.outline = state.outline.filter((open) => open.rank < rank);
  const parent = state.outline.at(-1);
  (parent?.children ?? state.roots).push(node);
  state.outline.push(node);
  state.levels = [];
  state.item = undefined;
  record(state, facts, 'section', '下面各行的上级指标', node);
}

/** An item numbered like an open heading stands beside it, not below it (五、 after the rows of 四、). */
export function closeHeadings(state: TableState, { numbering, numbersRow }: RowFacts): void {
  if (!numbering || !numbersRow) return;
  const beside = state.outline.findIndex(({ rank }) => rank === numbering.rank);
  if (beside < 0) return;
  state.outline = state.outline.slice(0, beside);
  state.levels = [];
}

/** Opens a section for every level cell that begins in this row; blank ones go on from the row above. */
export function openLevels(state: TableState, facts: RowFacts): void {
  for (const level of facts.levels) {
    const index = level.depth - 1;
    const scored = scoreInName(level.text);
    const title = (scored?.rest ?? level.text).trim();
    const open = state.levels[index];
    const repeated = open && open.title === title && isRepeated(facts, level.depth);
    if (repeated) continue;
    const parent =
      state.levels.slice(0, index).findLast((above) => above !== undefined) ?? state.outline.at(-1);
    const node = growingNode('section', title);
    node.depth = level.depth;
    node.number = level.numbering?.number ?? '';
    const declared = facts.levelScores.get(level.depth);
    node.fullScore = declared?.kind === 'points' ? declared.points : scored?.points;
    if (level.depth === 1) node.weight = weightOf(facts.weight);
    (parent?.children ?? state.roots).push(node);
    state.levels = [...Array.from({ length: index }, (_, above) => state.levels[above]), node];
  }
}

/** The same level name written again on every row, not a new section of the same name. */
function isRepeated(facts: RowFacts, depth: number): boolean {
  return facts.levels.some((level) => level.depth > depth) || facts.content !== '' || facts.criterion !== '';
}
