import type { Points } from '../../values/points.ts';
import { mostGiven, scoreInName } from '../cells/score-text.ts';
import { allGrowing, type GrowingNode } from './growing-node.ts';
import { ownScore } from './item-rows.ts';
import type { RowFacts } from './row-facts.ts';
import type { GroupScore } from './table-state.ts';

/** The rows with their groups' scores taken out, each row keeping the points that its own words give. */
export function splitGroupScores(rows: readonly RowFacts[]): { rows: RowFacts[]; groups: GroupScore[] } {
  const groups: GroupScore[] = [];
  const deepest = rows.reduce((depth, { levels }) => Math.max(depth, levels.at(-1)?.depth ?? 0), 0);
  const split = [...rows];
  const part = (at: number, points: Points) => {
    const facts = split[at];
    if (!facts) return;
    const score = { kind: 'points', points, sign: '', percent: false, isMost: false } as const;
    split[at] = { ...facts, score, scoreSpan: 1, scoreFromAbove: false, most: undefined };
  };
  rows.forEach((first, at) => {
    if (first.score.kind !== 'points') return;
    const covered = first.scoreSpan > 1 ? mergedWith(rows, at) : blankBelow(rows, at, deepest);
    if (covered.length < 2) return;
    const own = covered.map((facts) => ownPoints(facts, deepest));
    const given = covered.map(({ texts }) => mostGiven(texts.criterion));
    const { points } = first.score;
    const isOwn = own.every((each) => each !== undefined);
    // Parts of one item's text are no items: each row has a name of its own.
    const isNamed = covered.every(
      ({ texts, levels }) => texts.title !== '' || levels.some(({ depth }) => depth === deepest),
    );
    const isGiven = isNamed && given.every((each) => each !== undefined) && sum(given) === points;
    if (!isOwn && !isGiven) return;
    groups.push({ points, from: first.row, to: covered.at(-1)?.row ?? first.row });
    covered.forEach((_, i) => part(at + i, (isOwn ? own : given)[i] ?? 0));
  });
  if (groups.length === 0 && !isCut(rows, deepest)) return { rows: split, groups };
  // A group of one row, or one that a page break has cut: its score is the group's as well.
  rows.forEach((facts, at) => {
    const own = ownPoints(facts, deepest);
    if (facts.score.kind !== 'points' || facts.scoreSpan > 1 || own === undefined) return;
    if (own === facts.score.points && facts.levels.every(({ rowSpan }) => rowSpan > 1)) return;
    groups.push({ points: facts.score.points, from: facts.row, to: facts.row });
    part(at, own);
  });
  return { rows: split, groups };
}

/** Gives each group's score to the section that its rows are, or that it begins. */
export function declareGroups(roots: readonly GrowingNode[], groups: readonly GroupScore[]): void {
  const sections = allGrowing(roots).filter(
    ({ kind, children }) => kind === 'section' && children.length > 0,
  );
  for (const { points, from, to } of groups) {
    const fitting = sections.filter((node) => {
      const below = allGrowing(node.children);
      const rows = below.flatMap(({ sourceRows }) => sourceRows.map(({ row }) => row - 1));
      // One row of fewer points is what a page break has left of its group.
      const isCut = from === to && !below.some(({ fullScore }) => fullScore === points);
      return Math.min(...rows) === from && Math.max(...rows) >= (isCut ? to + 1 : to);
    });
    const section = fitting.at(-1);
    if (section) section.fullScore ??= points;
  }
}

/** Two rows of one section that both have its score beside less of their own: a page break has cut a group in two. */
function isCut(rows: readonly RowFacts[], deepest: number): boolean {
  const seen = new Set<string>();
  return rows.some((facts) => {
    const { score, levels, texts } = facts;
    const own = ownPoints(facts, deepest);
    if (score.kind !== 'points' || own === undefined || own >= score.points) return false;
    const section = levels.find(({ text }) => scoreInName(text)?.points === score.points)?.written;
    if (section === undefined || scoreInName(texts.title)?.points !== own) return false;
    const isAgain = seen.has(section);
    seen.add(section);
    return isAgain;
  });
}

function mergedWith(rows: readonly RowFacts[], at: number): readonly RowFacts[] {
  const [first] = rows.slice(at, at + 1);
  return first ? rows.slice(at).filter(({ row }) => row < first.row + first.scoreSpan) : [];
}

/** An export that has lost the merged cell: rows without a score below, all of whose own points make up the first one's. */
function blankBelow(rows: readonly RowFacts[], at: number, deepest: number): readonly RowFacts[] {
  const [first] = rows.slice(at, at + 1);
  if (first?.score.kind !== 'points') return [];
  const own = ownPoints(first, deepest);
  if (own === undefined || own === first.score.points) return [];
  const more = rows.slice(at + 1, at + 200);
  const end = more.findIndex((row) => row.score.kind !== 'blank' || ownPoints(row, deepest) === undefined);
  const covered = [first, ...more.slice(0, end < 0 ? more.length : end)];
  return sum(covered.map((row) => ownPoints(row, deepest))) === first.score.points ? covered : [];
}

function ownPoints(facts: RowFacts, deepest: number): Points | undefined {
  const own = ownScore(facts, true);
  if (own !== undefined || facts.texts.content !== '') return own;
  const level = facts.levels.find(({ depth, rowSpan }) => depth === deepest && rowSpan === 1);
  return level && scoreInName(level.text)?.points;
}

function sum(points: readonly (Points | undefined)[]): Points {
  return points.reduce<Points>((total, each) => total + (each ?? 0), 0);
}
