import { squeeze } from '../rule-text/compact.ts';
import type { Grid } from './grid.ts';
import { readScoreText } from './score-text.ts';

const GRADE =
  /^(?:特?优秀?|[较很]好|良好?|中等?|一般|[较很]?差|(?:基本|不)?(?:合格|达标|称职|满意)|[A-Ea-e](?:级|等|类)?|[一二三四五]?(?:等|星|类|档)(?:级|奖)?|[一二三四五六](?:等|星|类|档|级)(?:级|奖)?|[★☆]+)(?:等次?|等级|档次?|单位)?$/;
const TOTALS =
  /(?:[≥≤<>]=?|不?[低高大小]于|不足|不满|达到?|超过)\d{2,4}|\d{2,4}(?:\.\d+)?分?(?:\(?不?含[^)]*\)?)?(?:及?以[上下])|\d{2,4}(?:\.\d+)?分?(?:\([^)]*\))?[-~至到]+\d{2,4}|\d{2,4}≤/;
const TITLE =
  /^(?:评定|考核|评价|考评|综合|年度|评估)?(?:等级|等次|档次|星级|级别|结果)(?:名称|划分|评定|类别)?$/;
const ABOUT = /区间|范围|分数|得分|总分|分值|系数|标准|条件|处理|运用|应用|奖惩|对应|说明/;

/** Rows of a table of grades below the standard's own rows: 等级 | 得分区间 | 处理, and its lines. */
export function gradeRows(grid: Grid, from: number): ReadonlySet<number> {
  const rows = new Set<number>();
  const filled = Array.from({ length: grid.rows }, (_, row) => row).filter(
    (row) => row >= from && grid.cellsIn(row).length > 0,
  );
  filled.forEach((row, index) => {
    const next = filled[index + 1];
    const isHead = isTitle(grid, row) && next !== undefined && namesGrade(grid, next);
    if (isHead || (rows.has(filled[index - 1] ?? -1) && says(grid, row))) rows.add(row);
    else if (namesGrade(grid, row) && !hasPoints(grid, row)) rows.add(row);
  });
  return rows;
}

function texts(grid: Grid, row: number): string[] {
  return grid.cellsIn(row).map(({ text }) => squeeze(text));
}

function isTitle(grid: Grid, row: number): boolean {
  const words = texts(grid, row);
  return (
    words.length > 1 &&
    words.some((word) => TITLE.test(word)) &&
    words.some((word) => ABOUT.test(word) && word.length <= 12)
  );
}

/** A grade and the totals that it stands for. */
function namesGrade(grid: Grid, row: number): boolean {
  const words = texts(grid, row);
  return words.some((word) => GRADE.test(word)) && words.some((word) => isTotals(word));
}

/** A further line of a table of grades: a grade, or totals. */
function says(grid: Grid, row: number): boolean {
  const words = texts(grid, row);
  return (
    words.length > 1 &&
    words.some((word) => GRADE.test(word) || isTotals(word)) &&
    !words.some((word) => word.length > 60)
  );
}

function isTotals(word: string): boolean {
  return word.length <= 24 && TOTALS.test(word);
}

function hasPoints(grid: Grid, row: number): boolean {
  return texts(grid, row).some((word) => {
    const score = readScoreText(word);
    return score.kind === 'points' && !score.isMost && !score.percent;
  });
}
