import { type Points, showPoints } from '../../shared/values/points.ts';
import { type Body, writeHeader, writeSum, writeTree } from './body.ts';
import { writeBlocks } from './blocks.ts';
import { entriesOnly } from './entries-only.ts';
import { columnsOf } from './columns.ts';
import { writeFoot } from './foot.ts';
import { planOf } from './choose.ts';
import { classesOf } from './classes.ts';
import type { Plan } from './plan.ts';
import { gradePoints } from './ladders.ts';
import { otherTable } from './others.ts';
import { type Random, randomOf } from './random.ts';
import { across, placed, type Sheet } from './sheet.ts';
import { type ItemNode, makeTree, type SectionNode, type Tree, withVeto, withWrongSum } from './tree.ts';
import { type ItemTruth, NO_STANDARD, type SectionTruth, type Truth } from './truth.ts';
import { VETOES, wordsOf } from './words.ts';
import type { Format } from './write.ts';

export interface Generated {
  readonly seed: number;
  readonly classes: readonly string[];
  readonly sheet: Sheet;
  /**
   * What a clerk knows who sees the sheet in this form. A .csv keeps a merged cell's text in its first row alone:
   * there a blank below a level is the same level, but a blank criterion, method or department is unknown, and what
   * stands in no row of an item is not asked for.
   */
  readonly truth: (format: Format) => Truth;
}

/** The table of a seed: always the same. */
export function generate(seed: number): Generated {
  const random = randomOf(seed);
  if (random.chance(0.05)) {
    const { name, sheet } = otherTable(random);
    return { seed, classes: [`no standard: ${name}`], sheet, truth: () => NO_STANDARD };
  }
  if (random.chance(0.02)) {
    const { sheet, truth } = entriesOnly(random);
    return { seed, classes: ['bonus and penalty alone'], sheet, truth: () => truth };
  }
  const plan = planOf(random);
  const words = wordsOf(random);
  const plain = withWrongSum(makeTree(plan, random, words), plan, random);
  const veto = random.pick(VETOES);
  const tree = plan.vetoes === 'criterion' ? withVeto(plain, veto) : plain;
  const full = [...tree.sections, ...tree.items].reduce((sum, { points }) => sum + points, 0);
  const body = bodyOf({ ...plan, full: full / 100 }, random);
  const head = writeHead(body);
  writeHeader(body);
  // No bonus has half points: no reading of the sum with a bonus makes it right.
  const total = full + (plan.wrong === 'total' ? random.pick([150, 350]) : 0);
  if (plan.total === 'above') writeSum(body, '总分', total, []);
  writeTree(body, tree);
  if (plan.total === '合计' || plan.total === '总计') writeSum(body, plan.total, total, []);
  if (plan.total === 'across') body.rows.push(across(`合计：${showPoints(total)}分`, body.columns.length));
  const blocks = writeBlocks(body, tree.sections.length + 1, tree === plain ? [] : [veto]);
  if (plan.total === 'withBonus') {
    const bonus = blocks.bonus.reduce((sum, { points }) => sum + (points[0] ?? 0), 0);
    writeSum(body, '总计', total + bonus, []);
  }
  writeFoot(body);
  const sheet: Sheet = {
    name: '评分表',
    columns: body.columns.length,
    rows: body.rows,
    before: head.before,
    after: body.after,
    parts: body.parts,
    isOldText: random.chance(0.3),
    numbers: new Set(
      body.columns.flatMap(({ role }, index) =>
        ['number', 'score', 'levelScore', 'grade'].includes(role) ? [index] : [],
      ),
    ),
  };
  const truth = (format: Format): Truth => ({
    refused: false,
    ...head.truth,
    fullScore: full,
    ...truthOf(tree, { plan, shown: shownIn(body, sheet, format) }),
    ...blocks,
    sums: plan.wrong === 'none' ? 'right' : 'wrong',
    isAsked: blocks.isAsked,
    outside: body.outside,
  });
  return { seed, classes: classesOf(plan), sheet, truth };
}

function bodyOf(plan: Plan, random: Random): Body {
  const form = random.int(0, 5);
  const bracket = (points: Points) => {
    const shown = showPoints(points);
    return (
      [`（${shown}分）`, `(${shown}分)`, `（${shown}）`, `（共${shown}分）`, `，共${shown}分`][form] ??
      `（${shown}分）`
    );
  };
  return {
    plan,
    columns: columnsOf(plan, random),
    random,
    rows: [],
    parts: [],
    after: [],
    rowsOf: new Map(),
    outside: [],
    bracket,
    headers: 0,
  };
}

const TITLES = [
  '综合考核评分表',
  '工作考核评分标准',
  '示范单位评价指标表',
  '年度目标考核细则',
  '检查评分表',
] as const;

function writeHead({ plan, columns, random, rows, outside }: Body) {
  const title = `${random.pick(['', '2023年度', '2024年'])}${random.pick(['窗口服务', '网格管理', '村居环境', '物业管理', '文化站'])}${random.pick(TITLES)}`;
  const pass = plan.passScore ? Math.round(plan.full * 0.8) : undefined;
  const documentNumber = plan.documentNumber ? `考办〔2023〕${random.int(1, 60)}号` : undefined;
  const lines = [
    ...(plan.attachment ? ['附件1'] : []),
    ...(plan.title === 'none' ? [] : [title]),
    ...(documentNumber === undefined ? [] : [documentNumber]),
    ...(pass === undefined ? [] : [`说明：总分${plan.full}分，得分在${pass}分以上的方可申报。`]),
  ];
  if (plan.formLine) {
    lines.push('被考核单位：              填表日期：');
    outside.push('被考核单位：', '填表日期');
  }
  const before = plan.title === 'row' ? [] : lines;
  if (plan.title === 'row') rows.push(...lines.map((text) => across(text, columns.length)));
  return {
    before,
    truth: {
      ...(plan.title !== 'none' && { title }),
      ...(pass !== undefined && { passScore: pass * 100 }),
      ...(documentNumber !== undefined && { documentNumber }),
    },
  };
}

interface Shown {
  readonly plan: Plan;
  /** Whether a text can be seen in one of the item's own rows. */
  readonly shown: (item: ItemNode, text: string) => boolean;
}

function shownIn({ rowsOf }: Body, sheet: Sheet, format: Format): Shown['shown'] {
  if (format !== 'csv') return () => true;
  const byRow = new Map<number, string>();
  for (const { row, text } of placed(sheet)) byRow.set(row, `${byRow.get(row) ?? ''}\n${text}`);
  return ({ id }, text) => (rowsOf.get(id) ?? []).some((row) => byRow.get(row)?.includes(text) ?? false);
}

function truthOf(tree: Tree, shown: Shown): Pick<Truth, 'sections' | 'items'> {
  const numbers = numbersOf(tree);
  const areCodes = numbers.every((number) => number !== '') && new Set(numbers).size === numbers.length;
  const item = (node: ItemNode) => itemTruth(node, areCodes, shown);
  const section = (node: SectionNode): SectionTruth => ({
    title: node.title,
    ...(node.stated !== undefined && { declared: node.stated }),
    ...(node.subtotal !== node.points && { mayDeclare: node.subtotal }),
    sections: node.sections.map(section),
    items: node.items.map(item),
  });
  return { sections: tree.sections.map(section), items: tree.items.map(item) };
}

const numbersOf = ({ sections, items }: Tree): string[] => [
  ...sections.flatMap(numbersOf),
  ...items.map(({ own }) => own),
];

/** Sentences that stand in the item whatever becomes of numbers and points before and behind them. */
function clauses(text: string): string[] {
  return text
    .split(/[；。\n]/)
    .map((part) => part.replace(/^\d+\./, '').trim())
    .filter((part) => part !== '');
}

function itemTruth(node: ItemNode, areCodes: boolean, { plan, shown }: Shown): ItemTruth {
  const { title, own, points, lines, criterion, ladder, extras } = node;
  const criterionText = criterion?.text ?? '';
  // A line of its own, or several materials and methods, may be kept apart.
  const words = [
    ...lines,
    ...clauses(criterionText),
    ...(ladder?.cases ?? []),
    ...plan.extras.flatMap((extra) => (extras[extra] ?? '').split('、')),
  ].filter((text) => text !== '' && shown(node, text));
  const isWhole = (node.criterionLines ?? [criterionText]).every((text) => shown(node, text));
  const rules = criterion && isWhole ? criterion.rules : undefined;
  return {
    title,
    ...(areCodes && { code: own }),
    points,
    words,
    ...(rules && { rules }),
    ...(ladder && { rules: [{ kind: 'tiers', points: ladder.points }] }),
    ...(plan.score === 'grades' && { rules: [{ kind: 'tiers', points: gradePoints(points, 4) }] }),
  };
}
