import * as z from 'zod';
import { fromLines, toLines } from '../../values/cell-lines.ts';
import { own } from '../../values/own.ts';
import { pointsSchema, showPoints, signedPointsSchema } from '../../values/points.ts';
import { error, warning } from '../finding.ts';
import type { Json, RuleModule } from './kind.ts';
import {
  countedLines,
  countSchema,
  labelSchema,
  MOST,
  onlyOne,
  optionCodeSchema,
  problem,
  renewCounts,
  unknownOption,
} from './parts.ts';
import { pointsFromWords, WordsError } from './table-words.ts';

const faultSchema = z.strictObject({
  code: optionCodeSchema,
  label: labelSchema,
  /** Taken per occurrence; 0 only where `zeroes` is set. */
  points: pointsSchema,
  /** 处, 次, 份, 人, … */
  unit: z.string().trim().min(1).max(4).default('处'),
  /** The most that this fault can take. */
  cap: pointsSchema.optional(),
  /** One occurrence makes the whole item 0. */
  zeroes: z.boolean().default(false),
});
type Fault = z.output<typeof faultSchema>;

const ruleSchema = z.strictObject({
  kind: z.literal('deduct'),
  faults: z.array(faultSchema).min(1).max(MOST),
  /** The lowest score of the item; below 0 only where the standard takes points beyond the item. */
  floor: signedPointsSchema.default(0),
});
const inputSchema = z.object({ kind: z.literal('deduct'), counts: z.record(z.string(), countSchema) });

/** Full score minus unit price × count per fault, each fault up to its cap, not below the floor. */
export const deduct: RuleModule<typeof ruleSchema, typeof inputSchema> = {
  label: '按次扣分',
  rule: ruleSchema,
  input: inputSchema,

  score: ({ faults, floor }, fullScore, { counts }) => {
    const unknown = unknownOption(Object.keys(counts), faults);
    if (unknown !== undefined) return problem(`扣分情形“${unknown}”不在标准内，请重新填写`);

    const found = faults
      .map((fault) => ({ ...fault, count: own(counts, fault.code) ?? 0 }))
      .filter(({ count }) => count > 0);
    const taken = found.reduce(
      (total, { points, count, cap = Infinity }) => total + Math.min(points * count, cap),
      0,
    );
    const left = Math.max(fullScore - taken, floor);
    const full = `满分${showPoints(fullScore)}分`;

    const fatal = found.find(({ zeroes }) => zeroes);
    if (fatal) {
      // Beyond a floor below 0 a zeroing fault must not give points back.
      const score = Math.min(left, 0);
      return { score, explanation: `${full}，出现“${fatal.label}”，本项得${showPoints(score)}分` };
    }
    if (found.length === 0) return { score: left, explanation: `${full}，无扣分，得${showPoints(left)}分` };

    const parts = found.map(({ count, unit, points, cap }) => {
      const capped = cap !== undefined && points * count > cap ? `（最多扣${showPoints(cap)}分）` : '';
      return `${count}${unit}×${showPoints(points)}分${capped}`;
    });
    const stopped = fullScore - taken < floor ? `扣至${showPoints(floor)}分为止，` : '';
    return { score: left, explanation: `${full}，扣${parts.join('、')}，${stopped}得${showPoints(left)}分` };
  },
  least: ({ floor }) => floor,
  check: ({ faults, floor }, { code, fullScore }) => {
    const idle = faults
      .filter(({ points, zeroes }) => points === 0 && !zeroes)
      .map(({ label }) => warning('faultWithoutPoints', code, `“${code}”的扣分情形“${label}”没有写扣几分`));
    if (floor <= fullScore) return idle;
    return [...idle, error('floorAboveFull', code, `“${code}”的最低分高于满分${showPoints(fullScore)}分`)];
  },
  fits: ({ floor }, full) => floor <= full,
  fresh: (_, step) => ({
    kind: 'deduct',
    faults: [{ code: '1', label: '不符合要求', points: step, unit: '处', zeroes: false }],
    floor: 0,
  }),

  words: ({ faults, floor }) =>
    faults.map(faultInWords).join('；') + (floor === 0 ? '；扣完为止' : `；最低 ${showPoints(floor)} 分`),
  stated: ({ counts }, rule) => countedLines(counts, rule?.faults ?? [], '没有发现问题'),
  hint: ({ faults }, input) => {
    const found = faults.filter(({ code }) => (own(input?.counts ?? {}, code) ?? 0) > 0);
    return `需整改：${found.map(({ label }) => label).join('、')}`;
  },

  options: ({ faults }) =>
    faults.map(({ code, label, zeroes, ...fault }) => {
      const worth = `${price(fault)}${zeroes ? '，出现即计0分' : ''}`;
      return { code, label, worth };
    }),
  terms: ({ floor }) => ({ 最低得分: `${showPoints(floor)}分` }),
  renew: (input, renew) => ({ ...input, counts: renewCounts(input.counts, renew) }),
  fromPoints: (rule, full, points) => {
    const { faults, floor } = rule;
    const step = faults.reduce((all, { points: each, cap = 0 }) => gcd(gcd(all, each), cap), 0);
    const taken = full - points;
    const most = faults.reduce((all, { cap = Infinity, zeroes }) => all + (zeroes ? Infinity : cap), 0);
    if (taken > most) return { problem: `本项最多扣${showPoints(most)}分` };
    if (points !== floor && points !== 0 && step > 0 && taken % step !== 0) {
      return { problem: `扣${showPoints(taken)}分不是${showPoints(step)}分的整数倍` };
    }
    const [fault, ...others] = faults;
    const counts = fault && fault.points > 0 ? { [fault.code]: Math.ceil(taken / fault.points) } : {};
    // With several faults a number does not say which one was found.
    const possible = taken === 0 ? [{}] : others.length === 0 ? [counts] : [];
    const inputs = possible
      .map((each) => ({ kind: 'deduct' as const, counts: each }))
      .filter((input) => deduct.score(rule, full, input).score === points);
    return onlyOne(inputs, points);
  },

  table: {
    howTo:
      '一行一种情形，如“每处扣0.5分，最多扣2分：记录不完整”；出现就不得分的写“每处扣0分，出现即零分：弄虚作假”',
    write: ({ faults, floor }) => {
      const lines = faults.map(
        ({ code, label, zeroes, ...fault }) =>
          `[${code}] ${price(fault)}${zeroes ? '，出现即零分' : ''}：${label}`,
      );
      return toLines([...lines, ...(floor === 0 ? [] : [`最低得分：${showPoints(floor)}分`])]);
    },
    read: (words) => deductionFromLines(fromLines(words)),
  },
};

/** "每处扣0.5分，最多扣2分". */
function price({ points, unit, cap }: Pick<Fault, 'points' | 'unit' | 'cap'>): string {
  const most = cap === undefined ? '' : `，最多扣${showPoints(cap)}分`;
  return `每${unit}扣${showPoints(points)}分${most}`;
}

function faultInWords({ label, points, unit, cap, zeroes }: Fault): string {
  if (zeroes) return `${label}的，本项 0 分`;
  const limit = cap === undefined ? '' : `（最多扣 ${showPoints(cap)} 分）`;
  return `${label}，每${unit}扣 ${showPoints(points)} 分${limit}`;
}

const FAULT =
  /^(?:\[(.+?)\]\s*)?每(.{1,4}?)扣([^分：:]+)分(?:[，,]最多扣([^分：:]+)分)?([，,]出现即零分)?\s*[：:]\s*([\s\S]+)$/;
const FLOOR = /^最低得分[：:](.+)分$/;

function deductionFromLines(lines: readonly string[]): Json {
  let floor: string | undefined;
  const faults: Json[] = [];
  for (const line of lines) {
    const lowest = FLOOR.exec(line);
    const fault = FAULT.exec(line);
    if (lowest) floor = pointsFromWords(lowest[1] ?? '', { signed: true });
    else if (fault) {
      const [, code = String(faults.length + 1), unit, price = '', cap, zeroes, label] = fault;
      const most = cap === undefined ? {} : { cap: pointsFromWords(cap) };
      const points = pointsFromWords(price);
      faults.push({ code, unit, points, label, zeroes: zeroes !== undefined, ...most });
    } else throw new WordsError(`“${line}”应写成“每处扣0.5分：情形”，一行一种`);
  }
  if (faults.length === 0) throw new WordsError('没有写规则内容，应写成“每处扣0.5分：情形”，一行一种');
  return { faults, ...(floor === undefined ? {} : { floor }) };
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
