import type { Points } from '../../shared/values/points.ts';
import { showPoints } from '../../shared/values/points.ts';
import type { Random } from './random.ts';
import type { RuleTruth } from './truth.ts';

/** A criterion and every rule that says the same; none: only a person can decide. */
export interface Criterion {
  readonly text: string;
  readonly rules: readonly RuleTruth[];
}

type Make = (full: Points, random: Random) => Criterion | undefined;

const show = (points: Points) => `${showPoints(points)}分`;
const UNITS = ['处', '次', '份', '项', '人', '个', '起', '天'] as const;

/** A price that leaves room for a second occurrence: 0.5, 1 or 2 points. */
function price(full: Points, random: Random): Points {
  return random.pick([50, 100, 200].filter((each) => each * 2 <= full));
}

/** A smaller score for half of the work, in half points. */
const half = (full: Points): Points => Math.floor(full / 100) * 50;

/** Parts that make up the whole, each at least half a point. */
function parts(full: Points, count: number): Points[] {
  const each = Math.floor(full / count / 50) * 50;
  return Array.from({ length: count }, (_, index) => (index === 0 ? full - each * (count - 1) : each));
}

const faults = (...all: Extract<RuleTruth, { kind: 'deduct' }>['faults'][number][]): RuleTruth => ({
  kind: 'deduct',
  faults: all,
});
const zero = (word?: string) => ({ points: 0, zeroes: true, ...(word !== undefined && { word }) });
const tiers = (...points: Points[]): RuleTruth => ({ kind: 'tiers', points });

/** All or nothing: several rules say it. */
const allOrNothing = (full: Points): RuleTruth[] => [
  tiers(full, 0),
  faults(zero()),
  faults({ points: full }),
  { kind: 'checklist', points: [full] },
];

const DEDUCTIONS: readonly Make[] = [
  (full, random) => {
    const [points, unit] = [price(full, random), random.pick(UNITS)];
    return {
      text: `每缺1${unit}扣${show(points)}，扣完为止。`,
      rules: [faults({ points, unit, word: '缺' })],
    };
  },
  (full, random) => {
    const points = price(full, random);
    return {
      text: `每发现1处不规范的扣${show(points)}`,
      rules: [faults({ points, unit: '处', word: '不规范' })],
    };
  },
  (full, random) => {
    const points = price(full, random);
    const cap = points * 2;
    if (cap >= full) return undefined;
    return {
      text: `未按要求报送的，每次扣${show(points)}，最多扣${show(cap)}。`,
      rules: [faults({ points, unit: '次', cap, word: '报送' })],
    };
  },
  (full, random) => {
    const [missing, blurred] = [price(full, random), 50];
    return {
      text: `缺一份扣${show(missing)}；记录不完整的，每处扣${show(blurred)}。`,
      rules: [
        faults({ points: missing, unit: '份', word: '缺' }, { points: blurred, unit: '处', word: '不完整' }),
      ],
    };
  },
  (full, random) => {
    const points = price(full, random);
    return {
      text: `每少1人扣${show(points)}，扣完为止；弄虚作假的，本项不得分。`,
      rules: [faults({ points, unit: '人', word: '少' }, zero('弄虚作假'))],
    };
  },
  (full, random) => {
    const points = price(full, random);
    return {
      text: `1.命名不规范。一个扣${show(points)}。2.没有注释。一处扣0.5分。`,
      rules: [
        faults({ points, unit: '个', word: '命名不规范' }, { points: 50, unit: '处', word: '没有注释' }),
      ],
    };
  },
  (full, random) => {
    const points = price(full, random);
    return {
      text: `每延期一天扣${show(points)}，扣完为止`,
      rules: [faults({ points, unit: '天', word: '延期' })],
    };
  },
];

/** Words of deductions and additions that stay inside the full score. */
const INSIDE: readonly Make[] = [
  (full, random) => {
    const points = price(full, random);
    return { text: `按条扣分，每条扣${show(points)}，扣完为止。`, rules: [faults({ points, unit: '条' })] };
  },
  (full) => ({
    text: `有承诺的得基本分${show(half(full))}，视承诺情况酌情加分，最多不超过${show(full)}。`,
    rules: [],
  }),
];

const GRANTS: readonly Make[] = [
  (full) =>
    full < 200
      ? undefined
      : {
          text: `制度健全的得${show(full)}，基本健全的得${show(half(full))}，不健全的不得分。`,
          rules: [tiers(full, half(full), 0)],
        },
  (full) =>
    full < 200
      ? undefined
      : {
          text: `全部完成的得${show(full)}；部分完成的得${show(half(full))}；未完成的得0分。`,
          rules: [tiers(full, half(full), 0)],
        },
  (full) => {
    if (full < 200) return undefined;
    const points = parts(full, 2);
    return {
      text: `有工作方案，得${show(points[0] ?? 0)}；有年度总结，得${show(points[1] ?? 0)}。`,
      rules: [{ kind: 'checklist', points }],
    };
  },
  (full) => {
    if (full < 300) return undefined;
    const points = parts(full, 3);
    const [first = 0, second = 0, third = 0] = points;
    return {
      text: `1.明确分管人员，得${show(first)}；2.制定实施方案，得${show(second)}；3.召开专题会议，得${show(third)}。`,
      rules: [{ kind: 'checklist', points }],
    };
  },
  (full) =>
    full % 3 === 0 && (full / 3) % 50 === 0
      ? {
          text: `建立台账、落实专人、按季更新，各${show(full / 3)}。`,
          rules: [{ kind: 'checklist', points: [full / 3, full / 3, full / 3] }],
        }
      : undefined,
];

/** Deductions and rules that no program can be sure of: a person decides, or the whole text is in the rule. */
const DOUBTFUL: readonly Make[] = [
  () => ({ text: '根据工作开展情况酌情给分。', rules: [] }),
  (full) => ({ text: `视完成质量得0—${show(full)}。`, rules: [] }),
  () => ({ text: '按考核组评议结果折算得分。', rules: [] }),
  (full) => ({ text: '未建立的不得分。', rules: allOrNothing(full) }),
  (full) => ({ text: `未落实的扣${show(full)}。`, rules: allOrNothing(full) }),
  (full, random) => {
    const points = price(full, random);
    return {
      text: `未及时上图每处扣${show(points)}；无观测资料者，无分。`,
      rules: [faults({ points, unit: '处', word: '上图' }, zero('观测资料'))],
    };
  },
  (full, random) => {
    const points = price(full, random);
    return {
      text: `缺一种扣${show(points)}；未填写的按缺项论处。`,
      rules: [
        faults({ points, unit: '种', word: '未填写' }),
        faults({ points, unit: '种', word: '缺' }, { points, word: '未填写' }),
      ],
    };
  },
  (full, random) => {
    const points = price(full, random);
    return { text: `80%以上得满分，每少5%减${show(points)}，低于50%不得分。`, rules: [] };
  },
  (full, random) => ({
    text: `没人次缺勤扣${show(price(full, random))}，扣完为止。`,
    rules: [],
  }),
  (full, random) => ({
    text: `发现1份错卷的，该卷不得分；其余每处扣${show(price(full, random))}。`,
    rules: [],
  }),
  () => ({ text: '按实际完成率乘以分值计分。', rules: [{ kind: 'ratio' }] }),
];

/** Says the item's full score by itself, so that a sheet without a score column can be read. */
const STATING: readonly Make[] = [
  (full, random) => {
    const deduction = random.pick(DEDUCTIONS)(full, random);
    return deduction && { ...deduction, text: `满分${show(full)}。${deduction.text}` };
  },
  (full, random) => {
    const points = price(full, random);
    return {
      text: `做到的得${show(full)}，每缺1次扣${show(points)}，扣完为止。`,
      rules: [faults({ points, unit: '次', word: '缺' })],
    };
  },
  ...GRANTS.slice(0, 2),
];

/** Holds whatever the item's score is: for a cell over several items of at least one point. */
const NEUTRAL: readonly Criterion[] = [
  { text: '齐全得满分，不齐全不得分。', rules: [faults(zero())] },
  { text: '每缺1项扣0.5分，扣完为止。', rules: [faults({ points: 50, unit: '项', word: '缺' })] },
  { text: '每发现1处问题扣0.5分，扣完为止。', rules: [faults({ points: 50, unit: '处', word: '问题' })] },
];

export function criterionFor(full: Points, random: Random): Criterion {
  const kind = random.weighted({ deductions: 5, grants: 3, doubtful: 3, inside: 0.7 });
  return first(
    { deductions: DEDUCTIONS, grants: GRANTS, doubtful: DOUBTFUL, inside: INSIDE }[kind],
    full,
    random,
  );
}

export function statingCriterion(full: Points, random: Random): Criterion {
  return first(STATING, full, random);
}

/** A criterion for items of any score: one cell may cover several of them. */
export function neutralCriterion(random: Random): (full: Points) => Criterion {
  const { text, rules } = random.pick(NEUTRAL);
  return (full) => ({ text, rules: text.includes('满分') ? allOrNothing(full) : rules });
}

function first(makes: readonly Make[], full: Points, random: Random): Criterion {
  for (const make of random.some(makes, makes.length)) {
    const made = make(full, random);
    if (made) return made;
  }
  return neutralCriterion(random)(full);
}
