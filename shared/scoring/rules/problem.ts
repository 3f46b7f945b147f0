import type { RuleResult } from '../types.ts';

/** Input that cannot be scored: 0 points, and the sentence tells what to do. */
export function problem(sentence: string): RuleResult {
  return { score: 0, explanation: `${sentence}（暂计0分）`, problem: sentence };
}

/** The first of these codes that the standard does not list. */
export function unknownOption(
  codes: readonly string[],
  listed: readonly { code: string }[],
): string | undefined {
  return codes.find((code) => !listed.some((option) => option.code === code));
}
