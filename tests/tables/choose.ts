import { EXTRAS, type Extra, type Plan, type ScorePlace } from './plan.ts';
import type { Random } from './random.ts';

/** Features freely combined, but only so that a clerk can read the table. */
export function planOf(random: Random): Plan {
  const levels = levelsOf(random);
  const { depth, style } = levels;
  const columnsOfLevels = depth > 0 && style !== 'heading' && style !== 'tree';
  const score = scorePlace(random, { ...levels, columnsOfLevels });
  const hasColumn = score === 'column' || score === 'weight' || score === 'tierRows';
  const choice = { depth, columnsOfLevels, hasColumn, score, style };
  const requirement =
    score === 'requirement'
      ? 'known'
      : random.weighted({ none: 3, known: 2, unknown: score === 'tierRows' ? 0 : 3 });
  const itemNumbers = itemNumbersOf(random, choice, levels.sectionNumbers);
  const extras = extrasOf(random);
  const bonus = random.chance(0.35) ? random.pick(['number', 'plus', 'words', 'range'] as const) : 'none';
  const penalty = random.chance(0.25) ? random.pick(['number', 'minus', 'words', 'range'] as const) : 'none';
  const plan: Plan = {
    ...levels,
    sectionNumbers: itemNumbers === 'section' ? 'none' : levels.sectionNumbers,
    itemNumbers,
    numberedHeadings: itemNumbers === 'column' && random.chance(0.5),
    sectionScore: levels.ragged ? random.pick(['none', 'name']) : sectionScoreOf(random, choice),
    score,
    requirement,
    unknownLevels: random.chance(0.2),
    extras,
    shared: sharedOf(random, score, extras),
    continued: ['column', 'weight', 'title'].includes(score) && random.chance(0.25),
    headerRows: random.pick([1, 1, 1, 2, 2, 3] as const),
    headless: random.weighted({
      none: 8,
      levels: columnsOfLevels ? 1 : 0,
      scores: score === 'column' ? 1 : 0,
    }),
    decorated: random.chance(0.4),
    ...sumsOf(random, { ...choice, bonus, itemNumbers }),
    wrong: 'none',
    ...pagesOf(random, depth),
    bonus,
    penalty,
    oneBlock: bonus === 'plus' && penalty === 'minus' && random.chance(0.7),
    vetoes: vetoesOf(random, score),
    ...aroundOf(random),
    full: score === 'weight' ? 100 : random.pick([100, 100, 100, 60, 200, 1000]),
    halves: random.chance(0.3),
    scoreForm:
      score === 'weight'
        ? random.pick(['5', '5分', '10%'])
        : random.pick(['5', '5', '5', '5分', '5分', '5 分', '５', '5.0']),
    star: random.chance(0.1),
  };
  return { ...plan, wrong: wrongOf(random, plan) };
}

function levelsOf(random: Random) {
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
          tree: 1.5,
        });
  return {
    depth,
    style,
    sectionNumbers: numbersOf(random, style),
    ragged: depth === 2 && style === 'merged' && random.chance(0.25),
    longLevels: depth > 0 && (style === 'merged' || style === 'blank') && random.chance(0.15),
  };
}

function scorePlace(
  random: Random,
  {
    depth,
    style,
    columnsOfLevels,
    ragged,
  }: {
    depth: number;
    style: Plan['style'];
    columnsOfLevels: boolean;
    ragged: boolean;
  },
) {
  if (style === 'tree')
    return random.weighted<ScorePlace>({
      column: 4,
      weight: 1,
      title: 0,
      requirement: 0,
      criterion: 0,
      grades: 0,
      tierRows: 0,
      group: 0,
    });
  return random.weighted<ScorePlace>({
    column: 9,
    weight: 1.5,
    title: 1.5,
    requirement: 1.5,
    criterion: 1.5,
    grades: 1,
    tierRows: 1,
    group: depth > 0 && columnsOfLevels && !ragged ? 1.5 : 0,
  });
}

function numbersOf(random: Random, style: Plan['style']): Plan['sectionNumbers'] {
  // A row across is only seen to be a heading, and of which level, by its number.
  if (style === 'heading' || style === 'headingThenMerged')
    return random.pick(['chinese', 'chinese', 'dotted']);
  return random.weighted({ none: 4, chinese: 3, dotted: 2, bare: 1 });
}

function itemNumbersOf(
  random: Random,
  { depth, style }: Choice,
  sectionNumbers: Plan['sectionNumbers'],
): Plan['itemNumbers'] {
  const isAcross = style === 'heading' || style === 'headingThenMerged';
  return random.weighted({
    none: 4,
    // Beside headings 1. and 2. an item 1. would look like one of them.
    restart: isAcross && sectionNumbers === 'dotted' ? 0 : 2,
    dotted: 2,
    column: 2,
    codes: 1,
    bare: depth === 0 ? 1 : 0,
    section: depth > 0 && (style === 'merged' || style === 'blank') ? 1.5 : 0,
  });
}

function extrasOf(random: Random): Extra[] {
  const picked = random.some(EXTRAS.slice(0, -1), random.int(0, 4));
  // A unit of measure says nothing without its target.
  const told = picked.filter((each) => each !== 'measure' || picked.includes('target'));
  return random.chance(0.08) ? [...told, 'blank'] : told;
}

function sharedOf(random: Random, score: ScorePlace, extras: readonly Extra[]): Plan['shared'] {
  if (!random.chance(0.45)) return [];
  const hasCriterion = !['grades', 'tierRows', 'criterion'].includes(score);
  const single: readonly string[] = ['empty', 'blank', 'target', 'measure'];
  return [...(hasCriterion ? (['criterion'] as const) : []), ...extras].filter(
    (each) => !single.includes(each) && random.chance(0.6),
  );
}

interface SumChoice extends Choice {
  readonly bonus: Plan['bonus'];
  readonly itemNumbers: Plan['itemNumbers'];
}

function sumsOf(
  random: Random,
  choice: SumChoice,
): Pick<Plan, 'subtotals' | 'total' | 'bonusSum' | 'bonusCap'> {
  const { depth, style, columnsOfLevels, hasColumn, bonus, itemNumbers, score } = choice;
  const inside = columnsOfLevels && style !== 'headingThenMerged' && itemNumbers !== 'section';
  const isNumber = bonus !== 'none' && bonus !== 'range';
  const hasScores = hasColumn || score === 'group';
  const bonusSum = hasColumn && isNumber && random.chance(0.3);
  const total = random.chance(0.5)
    ? 'none'
    : hasScores
      ? random.weighted({ 合计: 2, 总计: 1, above: 0.6, withBonus: isNumber ? 2 : 0 })
      : random.weighted({ none: 1, across: 1 });
  return {
    subtotals:
      hasColumn && depth > 0 ? random.weighted({ none: 5, below: 2, inside: inside ? 1.5 : 0 }) : 'none',
    total,
    bonusSum,
    // A total of points and bonus would have to say whether it knows of the cap.
    bonusCap: isNumber && !bonusSum && total !== 'withBonus' && random.chance(0.25),
  };
}

function pagesOf(random: Random, depth: number): Pick<Plan, 'pageBreaks' | 'parts' | 'blankRows'> {
  const parts = depth > 0 && random.chance(0.08);
  return {
    parts,
    pageBreaks: !parts && random.chance(0.2) ? random.int(1, 2) : 0,
    blankRows: depth > 0 && random.chance(0.08),
  };
}

function vetoesOf(random: Random, score: ScorePlace): Plan['vetoes'] {
  if (!random.chance(0.3)) return 'none';
  return random.weighted({
    rows: 1,
    list: 1,
    single: 1,
    after: 1,
    criterion: ['column', 'weight', 'title', 'requirement'].includes(score) ? 1 : 0,
  });
}

function aroundOf(
  random: Random,
): Pick<Plan, 'foot' | 'title' | 'passScore' | 'documentNumber' | 'attachment' | 'formLine'> {
  const title = random.weighted({ none: 1, row: 3, paragraph: 2 });
  return {
    foot: random.some(['grades', 'signatures', 'note'] as const, random.pick([0, 0, 0, 1, 1, 2])),
    title,
    passScore: random.chance(0.15),
    documentNumber: title !== 'none' && random.chance(0.12),
    attachment: title !== 'none' && random.chance(0.15),
    formLine: title !== 'none' && random.chance(0.15),
  };
}

interface Choice {
  readonly depth: number;
  readonly columnsOfLevels: boolean;
  readonly hasColumn: boolean;
  readonly score: ScorePlace;
  readonly style: Plan['style'];
}

function sectionScoreOf(random: Random, choice: Choice): Plan['sectionScore'] {
  const { depth, columnsOfLevels, hasColumn, score, style } = choice;
  if (depth === 0) return 'none';
  const rows = hasColumn && (style === 'tree' || (style === 'heading' && score !== 'tierRows')) ? 4 : 0;
  const plainColumns = columnsOfLevels && style !== 'headingThenMerged';
  return random.weighted({
    none: 4,
    name: 4,
    column: score === 'column' && plainColumns && depth <= 2 ? 1.5 : 0,
    row: rows,
    nameAndRow: rows / 2,
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
