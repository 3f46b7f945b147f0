import { type Points, showPoints } from '../../values/points.ts';
import { sideOf } from '../cells/sides.ts';
import { titleFrom } from '../cells/cell-texts.ts';
import { mostGiven, partsInText, pointsEach, scoreInText } from '../cells/score-text.ts';
import { allGrowing, type GrowingNode } from './growing-node.ts';
import { joined } from './item-rows.ts';
import type { TableState } from './table-state.ts';

/**
 * What is scored in a finished tree: a scored node without a scored one below it is an item, with the texts below in
 * its own; a scored node over scored ones is a section with a declared sum.
 */
export function settleScores(state: TableState): void {
  // Where the points of one section stand in the words below it, those of all do.
  const inWords = allGrowing(state.roots).some(isMadeInWords);
  for (const node of state.roots) settle(state, node, inWords);
  joinUnscored(state, state.roots);
  if (state.reader.scores.item < 0) takeSpokenPoints(state);
  takeSharedPoints(state);
}

function settle(state: TableState, node: GrowingNode, inWords: boolean): void {
  // Below 加分项（8分） each row is an entry of its own, scored or not.
  if (node.kind !== 'section' || sideOf(node.title) !== undefined) return;
  const below = allGrowing(node.children);
  const isScoredBelow = below.some(
    (each) =>
      each.fullScore !== undefined || each.kind === 'veto' || (state.vetoCells.get(each) ?? '') !== '',
  );
  const given = givenBelow(node.children);
  const isHeadOfGiven =
    state.reader.scores.item < 0 &&
    (given.length > 1 || (given.length === 1 && (inWords || given[0] === node.fullScore)));
  if (node.fullScore !== undefined && !isScoredBelow && !isHeadOfGiven) absorb(state, node, below);
  else for (const child of node.children) settle(state, child, inWords);
}

/** Several texts below, none with a score of its own, that give what the section is worth. */
function isMadeInWords({ kind, fullScore, children }: GrowingNode): boolean {
  if (kind !== 'section' || allGrowing(children).some((each) => each.fullScore !== undefined)) return false;
  const given = givenBelow(children);
  return given.length > 1 && given.reduce((sum, points) => sum + points, 0) === fullScore;
}

/** What each text below gives at most. */
function givenBelow(nodes: readonly GrowingNode[]): Points[] {
  return allGrowing(nodes).flatMap(({ criterion }) => mostGiven(criterion) ?? []);
}

/** The node becomes an item; what stands below it becomes its text. */
function absorb(state: TableState, node: GrowingNode, below: readonly GrowingNode[]): void {
  node.kind = 'item';
  node.criterion = [node.criterion, ...below.map(textOf)].filter((text) => text !== '').join('\n');
  const [only] = below;
  if (below.length === 1 && only) {
    node.number ||= only.number;
    [node.scoring, node.isHeld] = [only.scoring, only.isHeld];
  }
  node.scorings = below.map(({ scorings }) => scorings).join('\n');
  for (const each of below) take(state, node, each);
  node.children = [];
  state.items.push({ node, parent: undefined });
}

function textOf(node: GrowingNode): string {
  if (node.kind === 'section') return joined(node.written === '' ? node.title : node.written, node.criterion);
  return node.criterion || node.title;
}

/** Everything of a node that the other has no word of yet. */
function take(state: TableState, node: GrowingNode, from: GrowingNode): void {
  node.evidence = [...new Set([...node.evidence, ...from.evidence])];
  node.methods = [...new Set([...node.methods, ...from.methods])];
  node.appliesTo = [...new Set([...node.appliesTo, ...from.appliesTo])];
  for (const field of ['department', 'deadline', 'note'] as const) {
    if (from[field] !== '' && !node[field].includes(from[field]))
      node[field] = joined(node[field], from[field]);
  }
  node.sourceRows.push(...from.sourceRows);
  state.merged.set(from, node);
}

/** Unscored rows below a scored one are more of it, unless they are numbered as it is. */
function joinUnscored(state: TableState, siblings: GrowingNode[]): void {
  let before: GrowingNode | undefined;
  for (let at = 0; at < siblings.length; at += 1) {
    const node = siblings[at];
    if (!node) continue;
    if (node.kind === 'section' && sideOf(node.title) === undefined) joinUnscored(state, node.children);
    const isMore =
      node.kind === 'item' &&
      node.fullScore === undefined &&
      node.sign === '' &&
      before?.kind === 'item' &&
      before.fullScore !== undefined &&
      (node.number === '') !== (before.number === '') &&
      (state.vetoCells.get(node) ?? '') === '' &&
      state.reader.scores.item >= 0;
    if (isMore && before) {
      before.criterion = joined(before.criterion, textOf(node));
      before.scoring = '';
      take(state, before, node);
      siblings.splice(at, 1);
      at -= 1;
    } else before = node;
  }
}

/** The parts' points in brackets together; else the most that is given. Of grades in brackets the best counts. */
function spokenPoints(text: string): Points | undefined {
  const parts = partsInText(text);
  const isGraded = /(?:优秀?|良好?|一般|[较很]?[好差]|合格|达标|[国省市县区]级|[A-E]级?)[（(]\d/.test(text);
  if (parts.length > 0) return isGraded ? Math.max(...parts) : scoreInText(text);
  return mostGiven(text);
}

/** Without a 分值 column an item's score is what its criterion gives at most: 有，得10分；没有不得分. */
function takeSpokenPoints(state: TableState): void {
  const parents = new Map(
    allGrowing(state.roots).flatMap((node) => node.children.map((child) => [child, node] as const)),
  );
  for (const [node, parent] of [...state.roots.map((root) => [root, undefined] as const), ...parents]) {
    if (node.kind !== 'item' || node.fullScore !== undefined) continue;
    const points = spokenPoints(node.criterion);
    if (points === undefined) continue;
    node.fullScore = points;
    // Said in its own name as well.
    if (parent?.children.length === 1 && parent.fullScore === points) continue;
    const row = node.sourceRows[0]?.row ?? 0;
    const name = node.title || titleFrom(node.criterion);
    state.warn('scoreFromWords', row, `“${name}”的分值按评分标准里的${showPoints(points)}分写入，请核对`);
  }
}

/** 文明村评选标准（每项10分） over rows without any score. */
function takeSharedPoints({ roots, table, outcomes, warn }: TableState): void {
  const items = allGrowing(roots).filter(({ kind }) => kind === 'item');
  if (items.length === 0 || items.some(({ fullScore }) => fullScore !== undefined)) return;
  const around = [...outcomes.values()].flatMap(({ fate, text }) =>
    fate === 'title' || fate === 'note' ? [text] : [],
  );
  const told = [...around, ...(table.before ?? [])]
    .map((text) => pointsEach(text))
    .find((points) => points !== undefined);
  if (told === undefined) return;
  for (const item of items) item.fullScore = told;
  warn('scoreFromWords', 0, `各项的分值按说明里的“每项${showPoints(told)}分”写入，请核对`);
}
