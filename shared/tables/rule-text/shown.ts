import type { Composition, Reading } from './composition.ts';
import { NUMBER, readNumber } from './numbers.ts';

const SCORE = new RegExp(`(?<![第\\d.])(${NUMBER})分(?![之钟别类布析解工管局包支行子组级层段批期])`, 'g');
/** Points that something is given or costs: no part of a condition, as a threshold is. */
const GIVEN = /[得计记给赋扣加减奖](?:分)?\d[^,。;\n]{0,6}?分(?!以上|以下|以内|及以上|及以下|的)/;

/**
 * Scores of the text that stand neither in a scoring phrase nor in a label of the rule, and those that a label holds
 * though they are given or taken there.
 */
export function unshownScores(reading: Reading, composition: Composition): string[] {
  const words = labelsOf(composition);
  const shown = words.join('\n');
  // What was read and is not in the rule has a doubt of its own.
  const read = new Uint8Array(reading.text.length + 1);
  for (const { action } of reading.statements) {
    if (action.kind !== 'neutral' || !action.inside) read.fill(1, action.from, action.to);
  }
  const unshown = [...reading.text.matchAll(SCORE)]
    // 十分, 部分, 一分为二: a numeral in words counts after a verb only, and there a reader takes it.
    .filter(({ 1: number = '' }) => /\d/.test(number))
    .filter(({ 1: number = '', index }) => read[index] === 0 && readNumber(number) !== reading.fullScore)
    .map(([score]) => score)
    .filter((score) => !shown.includes(score));
  const given = words.flatMap((label) => GIVEN.exec(label)?.[0] ?? []);
  return [...unshown, ...given];
}

function labelsOf({ rule }: Composition): string[] {
  const named =
    rule.kind === 'deduct'
      ? rule.faults
      : rule.kind === 'tiers'
        ? rule.options
        : rule.kind === 'checklist'
          ? rule.points
          : [];
  return named.map(({ label }) => label);
}
