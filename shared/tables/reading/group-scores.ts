import type { Points } from '../../values/points.ts';
import { mostGiven, scoreInName } from '../cells/score-text.ts';
import { ownScore } from './item-rows.ts';
import type { RowFacts } from './row-facts.ts';

/** A score that is merged over rows which each have points of their own in words: the sum of a group. */
export interface GroupScore {
  readonly points: Points;
  readonly from: number;
  readonly to: number;
}

/** The rows with their groups' scores taken out, each row keeping the points that its own words give. */
export function splitGroupScores(rows: readonly RowFacts[]): { rows: RowFacts[]; groups: GroupScore[] } {
  const groups: GroupScore[] = [];
  const split = [...rows];
  rows.forEach((first, at) => {
    if (first.score.kind !== 'points' || first.scoreSpan < 2) return;
    const covered = rows.slice(at).filter(({ row }) => row < first.row + first.scoreSpan);
    if (covered.length < 2) return;
    const own = covered.map(ownPoints);
    const given = covered.map(({ texts }) => mostGiven(texts.criterion));
    const { points } = first.score;
    const isOwn = own.every((each) => each !== undefined);
    const isGiven = given.every((each) => each !== undefined) && sum(given) === points;
    if (!isOwn && !isGiven) return;
    groups.push({ points, from: first.row, to: first.row + first.scoreSpan - 1 });
    covered.forEach((facts, i) => {
      const found = (isOwn ? own : given)[i] ?? 0;
      split[at + i] = {
        ...facts,
        score: { kind: 'points', points: found, sign: '', percent: false, isMost: false },
        scoreSpan: 1,
        scoreFromAbove: false,
      };
    });
  });
  return { rows: split, groups };
}

function ownPoints(facts: RowFacts): Points | undefined {
  const level = facts.levels.findLast(({ rowSpan }) => rowSpan === 1);
  return (level && scoreInName(level.text)?.points) ?? ownScore(facts);
}

function sum(points: readonly (Points | undefined)[]): Points {
  return points.reduce<Points>((total, each) => total + (each ?? 0), 0);
}
