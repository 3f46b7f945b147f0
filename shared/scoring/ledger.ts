import { type Points, showPoints } from '../values/points.ts';
import type { ScoreReport } from './types.ts';
import { zeroes } from './total.ts';

/** One line of how the total comes about; the lines before 总分 add up to it. */
export interface LedgerLine {
  readonly kind: 'section' | 'conversion' | 'bonus' | 'penalty' | 'floor' | 'veto' | 'total';
  readonly title: string;
  /** Signed hundredths. */
  readonly points: Points;
}

/** Below the sections: what is added bears its sign. */
export function ledgerPoints({ kind, points }: LedgerLine): string {
  const isAdded = kind !== 'total' && kind !== 'section' && points > 0;
  return `${isAdded ? '＋' : ''}${showPoints(points)}`.replace('-', '−');
}

/**
 * The total as a sum that anybody can add up: top-level sections, 折算 (合理缺项, weights), bonus, penalty, what is made
 * of less than 0 and of a veto, and the total. Lines of 0 points are left out, except sections.
 */
export function ledgerOf(report: ScoreReport): LedgerLine[] {
  const { sections, conversion, base, bonus, penalty, vetoes, total } = report;
  const sum = base + (bonus?.score ?? 0) - (penalty?.score ?? 0);
  const isVetoed = vetoes.some(zeroes);
  const lines: LedgerLine[] = [
    ...sections.map(({ code, title, score }): LedgerLine => ({
      kind: 'section',
      title: `${code} ${title}`,
      points: score,
    })),
    { kind: 'conversion', title: '折算', points: conversion },
    { kind: 'bonus', title: bonus?.title ?? '', points: bonus?.score ?? 0 },
    { kind: 'penalty', title: penalty?.title ?? '', points: -(penalty?.score ?? 0) },
    { kind: 'veto', title: '否决，总分计零', points: isVetoed ? -sum : 0 },
    { kind: 'floor', title: '低于0分按0分计', points: isVetoed ? 0 : total - sum },
  ];
  return [
    ...lines.filter(({ kind, points }) => kind === 'section' || points !== 0),
    { kind: 'total', title: '总分', points: total },
  ];
}
