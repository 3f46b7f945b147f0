/** A text whose slips of the pen in numbers are mended, character for character, and what was mended. */
export interface Repaired {
  readonly text: string;
  /** Chinese, one for each mended number. */
  readonly doubts: readonly string[];
}

/** 扣05分, O.5分, 扣0，5分, 扣2。5分: a point lost, or a letter or a comma where the number has a 0 or a point. */
const SLIPS = [
  /(?<=[扣减加得计记给])0(?=\d分)/g,
  /(?<![A-Za-z\d])[OoＯ](?=[.．]\d)/g,
  /(?<=[扣减加得计记给][\d０-９])[，,。](?=[\d０-９]{1,2}\s*分(?!钟))/g,
] as const;

export function repaired(original: string): Repaired {
  const doubts: string[] = [];
  const mend = (text: string, slip: RegExp, by: string): string =>
    text.replace(slip, (sign, at: number) => {
      doubts.push(`“${text.slice(Math.max(0, at - 2), at + 4).trim()}”像是笔误，请核对`);
      return sign === by ? sign : by;
    });
  const text = mend(mend(mend(original, SLIPS[0], '.'), SLIPS[1], '0'), SLIPS[2], '.');
  // compact reads 2。5分 as 2.5分.
  for (const [words] of original.matchAll(/[\d０-９]。[\d０-９]{1,2}\s*分(?!钟)/g))
    doubts.push(`“${words}”像是笔误，请核对`);
  return { text, doubts };
}
