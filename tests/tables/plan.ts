import type { Random } from './random.ts';

/** Where an item's points stand. */
const SCORE_PLACES = [
  'column',
  'weight',
  'title',
  'requirement',
  'criterion',
  'grades',
  'tierRows',
  'group',
] as const;
type ScorePlace = (typeof SCORE_PLACES)[number];

const EXTRAS = [
  'method',
  'evidence',
  'department',
  'deadline',
  'unit',
  'remark',
  'target',
  'empty',
] as const;
export type Extra = (typeof EXTRAS)[number];

/** What one table is made of, chosen before a word of it is written. */
export interface Plan {
  /** Levels above the items. */
  readonly depth: number;
  /** How a level shows: a column of merged cells, of cells with blanks below or repeated, or rows across. */
  readonly style: 'merged' | 'blank' | 'again' | 'heading' | 'headingThenMerged';
  readonly sectionNumbers: 'none' | 'chinese' | 'dotted' | 'bare';
  readonly itemNumbers: 'none' | 'restart' | 'dotted' | 'column' | 'codes' | 'bare';
  /** Where a section's own score stands: in its name, in a column beside its level, in its row's score column. */
  readonly sectionScore: 'none' | 'name' | 'column' | 'row';
  readonly score: ScorePlace;
  readonly requirement: 'none' | 'known' | 'unknown';
  readonly unknownLevels: boolean;
  readonly extras: readonly Extra[];
  /** Those of the criterion and the extras whose cells cover several items. */
  readonly shared: readonly (Extra | 'criterion')[];
  readonly continued: boolean;
  readonly headerRows: 1 | 2 | 3;
  readonly headless: 'none' | 'levels' | 'scores';
  readonly decorated: boolean;
  readonly subtotals: 'none' | 'below' | 'inside';
  readonly total: 'none' | '合计' | '总计' | 'withBonus';
  readonly wrong: 'none' | 'section' | 'subtotal' | 'total';
  readonly pageBreaks: number;
  readonly bonus: 'none' | 'number' | 'plus' | 'words' | 'range';
  readonly bonusSum: boolean;
  readonly penalty: 'none' | 'number' | 'minus' | 'words';
  readonly vetoes: 'none' | 'rows' | 'list' | 'single';
  readonly foot: readonly ('grades' | 'signatures' | 'note')[];
  readonly title: 'none' | 'row' | 'paragraph';
  readonly passScore: boolean;
  readonly full: number;
  readonly halves: boolean;
  readonly scoreForm: '5' | '5分' | '5.0' | '10%';
  readonly star: boolean;
}

export function planOf(random: Random): Plan {
  const depth = Number(random.weighted({ 0: 1, 1: 5, 2: 4, 3: 2, 4: 1 }));
  const style =
    depth === 0
      ? 'merged'
      : random.weighted({
          merged: 5,
          blank: 2,
          again: 2,
          heading: depth <= 2 ? 3 : 0,
          headingThenMerged: depth >= 2 ? 2 : 0,
        });
  const columnsOfLevels = style !== 'heading' && depth > 0;
  const score = scorePlace(random, { depth, columnsOfLevels });
  const hasColumn = score === 'column' || score === 'weight' || score === 'tierRows';
  const requirement =
    score === 'requirement'
      ? 'known'
      : random.weighted({ none: 3, known: 2, unknown: score === 'tierRows' ? 0 : 3 });
  const hasCriterion = !['grades', 'tierRows', 'criterion'].includes(score);
  const extras = random.some(EXTRAS, random.int(0, 4));
  const sharing = random.chance(0.45);
  const subtotals =
    hasColumn && depth > 0
      ? random.weighted({
          none: 5,
          below: 2,
          inside: columnsOfLevels && style !== 'headingThenMerged' ? 1.5 : 0,
        })
      : 'none';
  const bonus = random.chance(0.3) ? random.pick(['number', 'plus', 'words', 'range'] as const) : 'none';
  const total = totalOf(random, { hasColumn: hasColumn || score === 'group', bonus });
  const sectionScore = sectionScoreOf(random, { depth, columnsOfLevels, hasColumn, score, style });
  const continued =
    requirement !== 'none' && ['column', 'weight', 'title'].includes(score) && random.chance(0.25);
  const plan: Plan = {
    depth,
    style,
    sectionNumbers: numbersOf(random, style),
    itemNumbers: random.weighted({
      none: 4,
      restart: 2,
      dotted: 2,
      column: 2,
      codes: 1,
      bare: depth === 0 ? 1 : 0,
    }),
    sectionScore,
    score,
    requirement,
    unknownLevels: random.chance(0.2),
    extras,
    shared: sharing
      ? [...(hasCriterion ? (['criterion'] as const) : []), ...extras].filter(
          (each) => each !== 'empty' && each !== 'target' && random.chance(0.6),
        )
      : [],
    continued,
    headerRows: random.pick([1, 1, 1, 2, 2, 3] as const),
    headless: random.weighted({
      none: 8,
      levels: columnsOfLevels ? 1 : 0,
      scores: score === 'column' ? 1 : 0,
    }),
    decorated: random.chance(0.4),
    subtotals,
    total,
    wrong: 'none',
    pageBreaks: random.weighted({ none: 7, some: 2 }) === 'some' ? random.int(1, 2) : 0,
    bonus,
    bonusSum: hasColumn && bonus !== 'none' && bonus !== 'range' && random.chance(0.3),
    penalty: random.chance(0.2) ? random.pick(['number', 'minus', 'words'] as const) : 'none',
    vetoes: random.chance(0.25) ? random.pick(['rows', 'list', 'single'] as const) : 'none',
    foot: random.some(['grades', 'signatures', 'note'] as const, random.pick([0, 0, 0, 1, 1, 2])),
    title: random.weighted({ none: 1, row: 3, paragraph: 2 }),
    passScore: random.chance(0.15),
    full: score === 'weight' ? 100 : random.pick([100, 100, 100, 60, 200, 1000]),
    halves: random.chance(0.3),
    scoreForm: score === 'weight' ? random.pick(['5', '5分', '10%']) : random.pick(['5', '5', '5分', '5.0']),
    star: random.chance(0.1),
  };
  return { ...plan, wrong: wrongOf(random, plan) };
}

function scorePlace(random: Random, { depth, columnsOfLevels }: { depth: number; columnsOfLevels: boolean }) {
  return random.weighted<ScorePlace>({
    column: 9,
    weight: 1.5,
    title: 1.5,
    requirement: 1.5,
    criterion: 1.5,
    grades: 1,
    tierRows: 1,
    group: depth > 0 && columnsOfLevels ? 1.5 : 0,
  });
}

function numbersOf(random: Random, style: Plan['style']): Plan['sectionNumbers'] {
  // A row across is only seen to be a heading, and of which level, by its number.
  if (style === 'heading' || style === 'headingThenMerged')
    return random.pick(['chinese', 'chinese', 'dotted']);
  return random.weighted({ none: 4, chinese: 3, dotted: 2, bare: 1 });
}

function totalOf(random: Random, { hasColumn, bonus }: { hasColumn: boolean; bonus: Plan['bonus'] }) {
  if (!hasColumn || random.chance(0.5)) return 'none';
  const withBonus = bonus !== 'none' && bonus !== 'range' ? 1 : 0;
  return random.weighted({ 合计: 2, 总计: 1, withBonus });
}

interface SectionChoice {
  readonly depth: number;
  readonly columnsOfLevels: boolean;
  readonly hasColumn: boolean;
  readonly score: ScorePlace;
  readonly style: Plan['style'];
}

function sectionScoreOf(random: Random, choice: SectionChoice): Plan['sectionScore'] {
  const { depth, columnsOfLevels, hasColumn, score, style } = choice;
  if (depth === 0) return 'none';
  const plainColumns = columnsOfLevels && style !== 'headingThenMerged';
  return random.weighted({
    none: 4,
    name: 4,
    column: score === 'column' && plainColumns && depth <= 2 ? 1.5 : 0,
    row: hasColumn && style === 'heading' && score !== 'tierRows' ? 3 : 0,
  });
}

/** Which stated sum is wrong; a sheet must state one. */
function wrongOf(random: Random, plan: Plan): Plan['wrong'] {
  if (!random.chance(0.12)) return 'none';
  const ways = [
    ...(plan.sectionScore !== 'none' && plan.score !== 'group' ? (['section'] as const) : []),
    ...(plan.subtotals !== 'none' ? (['subtotal'] as const) : []),
    ...(plan.total !== 'none' ? (['total'] as const) : []),
  ];
  return ways.length > 0 ? random.pick(ways) : 'none';
}

/** Names of what the table shows, for the report. */
export function classesOf(plan: Plan): string[] {
  const { shared, extras, foot } = plan;
  return [
    `levels ${plan.depth}`,
    ...(plan.depth > 0 ? [`levels ${plan.style}`, `section numbers ${plan.sectionNumbers}`] : []),
    ...(plan.sectionScore !== 'none' ? [`section score in ${plan.sectionScore}`] : []),
    `item numbers ${plan.itemNumbers}`,
    `score in ${plan.score}`,
    ...(plan.requirement === 'unknown' ? ['unknown heading'] : []),
    ...(plan.unknownLevels ? ['unknown level headings'] : []),
    ...(shared.length > 0 ? ['merged over items'] : []),
    ...(extras.includes('target') ? ['target value'] : []),
    ...(extras.includes('unit') ? ['kinds of unit'] : []),
    ...(plan.continued ? ['continued items'] : []),
    `header rows ${plan.headerRows}`,
    ...(plan.headless !== 'none' ? [`headless ${plan.headless}`] : []),
    ...(plan.decorated ? ['decorated header'] : []),
    ...(plan.subtotals !== 'none' ? [`subtotals ${plan.subtotals}`] : []),
    ...(plan.total !== 'none' ? [`total ${plan.total}`] : []),
    plan.wrong === 'none' ? 'sums right' : 'sums wrong',
    ...(plan.pageBreaks > 0 ? ['page break'] : []),
    ...(plan.bonus !== 'none' ? [`bonus ${plan.bonus}`] : []),
    ...(plan.bonusSum ? ['bonus sum'] : []),
    ...(plan.penalty !== 'none' ? [`penalty ${plan.penalty}`] : []),
    ...(plan.vetoes !== 'none' ? [`vetoes ${plan.vetoes}`] : []),
    ...foot.map((each) => `foot ${each}`),
    ...(plan.title !== 'none' ? [`title ${plan.title}`] : []),
    ...(plan.passScore ? ['pass score'] : []),
    ...(plan.halves ? ['half points'] : []),
  ];
}
