import { showPoints } from '../../values/points.ts';
import { titleFrom } from '../cells/cell-texts.ts';
import { sideOf } from '../cells/sides.ts';
import { scoreInName } from '../cells/score-text.ts';
import { takesHighest } from '../rule-text/adjustment.ts';
import { isTier } from '../rule-text/compose-give.ts';
import { sensibleStep } from '../rule-text/propose.ts';
import type { RuleProposal } from '../standard-draft.ts';
import { type GrowingNode, growingNode } from './growing-node.ts';
import type { TableState } from './table-state.ts';

/** What a heading calls the column of tiers: 情形, 等级, 评分档次. */
const TIER_HEADING = /情形|等级|等次|档次|分档|程度|区间|级别|情况/;

/** 优：方案完整合理. */
const GRADE = /^(?:优秀?|良好?|中等?|一般|[较很]?差|(?:不|基本)?合格|[A-E]级?|[一二三四]档)[:：]/;

/** One row a tier under a merged name: 注册资本 | 1000万元以上 | 60 and the rows below it are one item. */
export function joinTierRows(state: TableState): void {
  const named = state.map.roles.some(
    (role, column) =>
      (role === 'content' || role === 'criterion') && TIER_HEADING.test(state.reader.headings[column] ?? ''),
  );
  const groups = sectionsOf(state.roots).filter(({ children }) => children.length > 1);
  // Where some section holds several such items, one of a single item holds it as well.
  const isNested = groups.some((node) => !isTiered(node, named) && runsOf(node, named).length > 0);
  for (const node of groups) {
    // Beside columns of grades each row has its tiers already.
    if (node.children.some((child) => state.grades.has(child))) continue;
    if (isNested) joinRuns(state, node, named);
    else if (isTiered(node, named)) join(state, node);
  }
}

/** Rows of a section that are the tiers of one text: it stands beside the first of them, or beside each. */
function runsOf({ children }: GrowingNode, named: boolean): GrowingNode[][] {
  const runs: GrowingNode[][] = [];
  for (const child of children) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    const goesOn = first !== undefined && ['', besideLabel(first)].includes(besideLabel(child));
    if (run && goesOn) run.push(child);
    else runs.push([child]);
  }
  return runs.filter((run) => {
    const [first] = run;
    return run.length > 1 && first && besideLabel(first) !== '' && areTiers(run, named);
  });
}

function besideLabel({ criterion, label }: GrowingNode): string {
  return criterion.replace(label, '').trim();
}

function joinRuns(state: TableState, node: GrowingNode, named: boolean): void {
  for (const run of runsOf(node, named)) {
    const [first] = run;
    if (!first) continue;
    const item = growingNode('item', titleFrom(besideLabel(first)));
    item.children = run;
    node.children.splice(node.children.indexOf(first), run.length, item);
    join(state, item);
  }
}

function sectionsOf(nodes: readonly GrowingNode[]): GrowingNode[] {
  return nodes.flatMap((node) => (node.kind === 'section' ? [node, ...sectionsOf(node.children)] : []));
}

function isTiered(node: GrowingNode, named: boolean): boolean {
  const { children } = node;
  if (isBestOf(node)) return true;
  // Below 加分项 each row is an entry of its own, whatever its points.
  if (sideOf(node.title) !== undefined || node.depth === 0 || !areTiers(children, named)) return false;
  const points = children.map(({ fullScore = 0 }) => fullScore);
  // Scores that add up to the declared sum are scores of their own.
  const sum = points.reduce((total, each) => total + each, 0);
  const most = Math.max(...points);
  return node.fullScore === undefined || (node.fullScore !== sum && node.fullScore === most);
}

/** 创建成果（20分，以下取最高）: of the rows below it one alone counts, whatever they are called. */
function isBestOf({ title, criterion, fullScore, children }: GrowingNode): boolean {
  if (sideOf(title) !== undefined || !takesHighest(`${title}\n${criterion}`) || !areScored(children))
    return false;
  const most = Math.max(...children.map((child) => child.fullScore ?? 0));
  return children.every(({ label }) => label !== '') && (fullScore ?? most) === most;
}

/** Scored rows whose points fall or rise, each with the name of a tier. */
function areTiers(rows: readonly GrowingNode[], named: boolean): boolean {
  if (!areScored(rows)) return false;
  const points = rows.map(({ fullScore = 0 }) => fullScore);
  const [first = 0, last = 0] = [points[0], points.at(-1)];
  const falls = first > last && points.every((each, i) => i === 0 || each <= (points[i - 1] ?? 0));
  const rises = first < last && points.every((each, i) => i === 0 || each >= (points[i - 1] ?? 0));
  if (!falls && !rises) return false;
  const isTold = (label: string) => /[扣加减]|得分/.test(label) || (label.match(/\d\s*分/g) ?? []).length > 1;
  if (rows.some(({ label }) => label === '' || label.length > 60 || isTold(label))) return false;
  // A score of nothing is the lowest of the scores above it, whatever its words.
  const endsInNothing = last === 0 && points.every((each, i) => i === 0 || each < (points[i - 1] ?? 0));
  return named || endsInNothing || rows.every(({ label }) => isTier(label) || GRADE.test(label));
}

function areScored(rows: readonly GrowingNode[]): boolean {
  return rows.every(({ kind, fullScore, sign }) => kind === 'item' && fullScore !== undefined && sign === '');
}

function join(state: TableState, node: GrowingNode): void {
  const options = node.children.map(({ label, fullScore = 0 }, i) => ({
    code: String(i + 1),
    label: (scoreInName(label)?.rest ?? label).replaceAll('\n', ' '),
    points: fullScore,
  }));
  // Of achievements one may have none; grades leave no case open.
  if (isBestOf(node) && options.every(({ points }) => points > 0))
    options.push({ code: String(options.length + 1), label: '以上情形都不符合', points: 0 });
  const lines = node.children.map(
    ({ label, fullScore = 0, range }) => `${label}：${range || `${showPoints(fullScore)}分`}`,
  );
  // What the rows say besides, each once.
  const texts = node.children.flatMap(({ criterion, label }) => criterion.replace(label, '').split('\n'));
  lines.unshift(...new Set(texts.map((text) => text.trim()).filter((text) => text !== '')));
  node.number ||= node.children[0]?.number ?? '';
  node.kind = 'item';
  node.fullScore = Math.max(...options.map(({ points }) => points));
  node.criterion = [node.criterion, ...lines].filter((text) => text !== '').join('\n');
  for (const child of node.children) {
    node.evidence = [...new Set([...node.evidence, ...child.evidence])];
    node.methods = [...new Set([...node.methods, ...child.methods])];
    node.appliesTo = [...new Set([...node.appliesTo, ...child.appliesTo])];
    for (const field of ['department', 'deadline', 'note'] as const) node[field] ||= child[field];
    node.sourceRows.push(...child.sourceRows);
    state.merged.set(child, node);
  }
  node.proposal = node.children.some(({ range }) => range !== '')
    ? byHand(node)
    : tiersOf(options, '每行一档，按各行的分值读作');
  node.children = [];
  state.items.push({ node, parent: undefined });
}

/** Items whose grades have columns of their own: 优10 | 良8 | 中6 | 差2. */
export function readGradeColumns(state: TableState): void {
  for (const [node, grades] of state.grades) {
    const options = grades.flatMap(({ label, score }, i) =>
      score.kind === 'points' && !score.isMost ? [{ code: String(i + 1), label, points: score.points }] : [],
    );
    if (options.length === grades.length && options.length > 1)
      node.proposal = tiersOf(options, '每栏一档，按各栏的分值读作');
    // A range in a grade is for the evaluator to decide.
    else node.proposal = byHand(node);
  }
}

function byHand({ fullScore }: GrowingNode): RuleProposal {
  const rule = { kind: 'award', step: sensibleStep(fullScore) } as const;
  return { confidence: 'hand', rule, spans: [], explanation: '各档是一段分数，按情况给分' };
}

function tiersOf(
  options: readonly { readonly code: string; readonly label: string; readonly points: number }[],
  why: string,
): RuleProposal {
  return {
    confidence: 'sure',
    rule: { kind: 'tiers', options: [...options] },
    spans: [],
    explanation: `${why}“分档”`,
  };
}
