import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkCase } from '../../../../../shared/registers/cases/check.ts';
import { repository } from '../../../../repository.ts';

/** Invented cases of 1,498 to 1,500 字 in which nothing is wrong. */
export const CLEAN = ['餐饮油烟', '预付卡', '超限运输'] as const;

export const sampleFile = (name: (typeof CLEAN)[number]): string =>
  resolve(repository, `tests/fixtures/cases/${name}.txt`);
export const sample = (name: (typeof CLEAN)[number]): string => readFileSync(sampleFile(name), 'utf8');

/** With one thing in place of another that is there once. */
export function changed(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`not once: ${from}`);
  return text.replace(from, () => to);
}

/** The findings of a severity, as "code: what is meant". */
export function found(text: string, severity: 'error' | 'advice', pace?: number): string[] {
  return checkCase(text, { pace })
    .findings.filter((finding) => finding.severity === severity)
    .map(({ code, at }) => `${code}: ${text.slice(at.from, at.to)}`);
}
