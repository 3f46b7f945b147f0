import type { Candidate } from '../../../shared/review/candidate.ts';
import { openConditions } from '../../../shared/review/candidate-columns.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { compareWords } from '../compare-words.ts';

/** A package whose unit left its name blank is called by its file. */
export function nameOf({ unit, fileName }: Pick<Candidate, 'unit' | 'fileName'>): string {
  return unit || fileName;
}

/** Told apart from other packages of the same unit. */
export function titleOf(candidate: Candidate): string {
  return `${nameOf(candidate)}（第 ${candidate.revision} 版）`;
}

/** What bag-info.txt claims is not what the data gives. */
export function isClaimWrong({ claimedScore, selfScore }: Candidate): boolean {
  return claimedScore !== selfScore;
}

/** 150 -> "+1.5", -50 -> "−0.5" */
export function showDelta(delta: number): string {
  if (delta === 0) return '0';
  return `${delta > 0 ? '+' : '−'}${showPoints(Math.abs(delta))}`;
}

/** 2 项不符, 3 项待认定, 1 项提醒事项; empty where there is nothing. */
export function findingWords(
  candidate: Pick<Candidate, 'findings' | 'basis' | 'office' | 'uncounted'>,
): string[] {
  const { findings } = candidate;
  const open = openConditions(candidate).length;
  const blocks = findings.filter(({ severity }) => severity === 'block').length;
  const warns = findings.length - blocks;
  return [
    ...(blocks > 0 ? [`${blocks} 项不符`] : []),
    ...(open > 0 ? [`${open} 项待认定`] : []),
    ...(warns > 0 ? [`${warns} 项提醒事项`] : []),
  ];
}

/** "靠加分达到", "自评靠四舍五入达到": without what the score would not reach the line; '' where it would anyway. */
export function onlyByLine({ onlyBy, verifiedScore }: Pick<Candidate, 'onlyBy' | 'verifiedScore'>): string {
  const ways = onlyBy.map((sentence) => sentence.replace(/：.*$/u, ''));
  const words = ways.length > 1 ? '靠加分、四舍五入' : (ways[0] ?? '');
  return words !== '' && verifiedScore === undefined ? `自评${words}` : words;
}

/** A missing number counts as lower than any other. */
export function byNumber(field: (row: Candidate) => number | undefined) {
  const value = (row: Candidate) => field(row) ?? Number.MIN_SAFE_INTEGER;
  return (a: Candidate, b: Candidate): number => value(a) - value(b);
}

export function byText(field: (row: Candidate) => string) {
  return (a: Candidate, b: Candidate): number => compareWords(field(a), field(b));
}
