import { type Points, showPoints } from '../../shared/values/points.ts';
import { type Body, nextNumber, writeRowOf, writeSum } from './body.ts';
import { scoreText } from './cells.ts';
import { across, type Cell } from './sheet.ts';
import type { EntryTruth, Truth } from './truth.ts';
import { BONUSES, PENALTIES, PROOFS, VETOES } from './words.ts';

interface Entry {
  readonly title: string;
  /** In the score column. */
  readonly score: string;
  /** The same where no column is the scores' own. */
  readonly inWords: string;
  readonly proof: string;
  readonly points: Points;
}

type Blocks = Pick<Truth, 'bonus' | 'penalty' | 'vetoes' | 'bonusCap' | 'isAsked'>;

/** The blocks outside the full score, each as one more section. `vetoes`: those that stand elsewhere. */
export function writeBlocks(body: Body, place: number, vetoes: readonly string[]): Blocks {
  const { plan, random } = body;
  const bonus = plan.bonus === 'none' ? [] : bonusOf(body);
  const penalty = plan.penalty === 'none' ? [] : penaltyOf(body);
  const cap = plan.bonusCap && bonus.length > 1 ? Math.max(...bonus.map(({ points }) => points)) : undefined;
  let next = place;
  if (plan.oneBlock) {
    const title = random.pick(['加减分项', '加分与扣分', '奖惩情况']);
    writeBlock(body, { title, number: nextNumber(body, next), entries: [...bonus, ...penalty] });
    next += 1;
  } else {
    if (bonus.length > 0) {
      const title = random.pick(['加分项', '加分项目', '奖励加分']) + statedOf(body, bonus, cap);
      writeBlock(body, { title, number: nextNumber(body, next), entries: bonus });
      if (plan.bonusSum) writeSum(body, '小计', sumOf(bonus), []);
      next += 1;
    }
    if (penalty.length > 0) {
      const title = random.pick(['扣分项', '扣分项目', '倒扣分项']);
      writeBlock(body, { title, number: nextNumber(body, next), entries: penalty });
      next += 1;
    }
  }
  return {
    bonus: bonus.map(truthOf),
    penalty: penalty.map(truthOf),
    isAsked: [...bonus, ...penalty].some(({ inWords }) => inWords.includes('—')),
    vetoes: plan.vetoes === 'criterion' ? vetoes : writeVetoes(body, nextNumber(body, next)),
    ...(cap !== undefined && !plan.oneBlock && { bonusCap: cap }),
  };
}

const truthOf = ({ title, proof, points }: Entry): EntryTruth => ({
  title,
  points: [points],
  words: [title, proof].filter((text) => text !== ''),
});

const sumOf = (entries: readonly { readonly points: Points }[]): Points =>
  entries.reduce((sum, { points }) => sum + points, 0);

/** What a block's name says of its points: its cap, their sum, or nothing. */
function statedOf(
  { plan, random, bracket }: Body,
  entries: readonly Entry[],
  cap: Points | undefined,
): string {
  if (cap !== undefined)
    return random.pick([`（最多加${showPoints(cap)}分）`, `（加分总和不超过${showPoints(cap)}分）`]);
  return plan.bonus !== 'range' && random.chance(0.3) ? bracket(sumOf(entries)) : '';
}

/** Where a proof is asked for: in the first of these columns that there is. Without one the sheet does not say it. */
const proofColumn = (columns: Body['columns']) =>
  PROOF_COLUMNS.find((role) => columns.some((column) => column.role === role));
const PROOF_COLUMNS = ['criterion', 'requirement', 'case', 'remark'] as const;

function proofOf({ random, columns }: Body): string {
  const proof = random.chance(0.5) ? random.pick(PROOFS) : '';
  return proofColumn(columns) === undefined ? '' : proof;
}

function bonusOf(body: Body): Entry[] {
  const { plan, random } = body;
  return random.some(BONUSES, random.int(1, 4)).map((title): Entry => {
    const points = random.pick([100, 200, 300, 500]);
    const shown = showPoints(points);
    const range = points > 100 ? `加1—${shown}分` : `加${shown}分`;
    const score = {
      none: '',
      number: numberText(plan, points),
      plus: `+${shown}`,
      words: `加${shown}分`,
      range,
    };
    const inWords = plan.bonus === 'range' ? range : `加${shown}分`;
    return { title, score: score[plan.bonus], inWords, proof: proofOf(body), points };
  });
}

function penaltyOf(body: Body): Entry[] {
  const { plan, random } = body;
  return random.some(PENALTIES, random.int(1, 3)).map((title): Entry => {
    const points = random.pick([100, 200, 500, 1000]);
    const shown = showPoints(points);
    const range = points > 100 ? `扣1—${shown}分` : `扣${shown}分`;
    const score = {
      none: '',
      number: numberText(plan, points),
      minus: `-${shown}`,
      words: `扣${shown}分`,
      range,
    };
    const inWords = plan.penalty === 'range' ? range : `扣${shown}分`;
    return { title, score: score[plan.penalty], inWords, proof: proofOf(body), points };
  });
}

/** A share of the whole is no bonus. */
const numberText = (plan: Body['plan'], points: Points): string =>
  plan.scoreForm === '10%' ? showPoints(points) : scoreText(plan, points);

interface Block {
  readonly title: string;
  readonly number: string;
  readonly entries: readonly Entry[];
}

function writeBlock(body: Body, { title, number, entries }: Block): void {
  const span = leading(body);
  if (span === 0) writeRowOf(body, { number, title, score: '', level: 0 });
  for (const entry of entries) {
    const label = span > 0 ? labelCell(body, number + title, span) : undefined;
    body.rows.push(rowOf(body, label, entry));
  }
}

/** A block's name beside its rows, shown as the levels are. */
function labelCell({ plan: { style } }: Body, text: string, span: number): Cell {
  const below = style === 'blank' || style === 'again' ? style : 'merged';
  return { text, key: `block:${text}`, below, span };
}

/** Columns of the levels, to the left of everything else. */
function leading({ columns, plan }: Body): number {
  if (plan.style === 'heading' || plan.style === 'headingThenMerged' || plan.style === 'tree') return 0;
  const isLeading =
    plan.itemNumbers === 'section' ? ['number', 'level', 'levelScore'] : ['level', 'levelScore'];
  return columns.findIndex(({ role }) => !isLeading.includes(role));
}

function rowOf({ columns }: Body, label: Cell | undefined, entry: Entry): Cell[] {
  const has = (role: string) => columns.some((column) => column.role === role);
  const proofAt = proofColumn(columns);
  // Points in the criterion column where no column is the scores' own.
  const scoreAt = has('score') ? 'score' : has('criterion') ? 'criterion' : 'title';
  const text = (role: string): string => {
    const own = role === 'title' ? entry.title : role === proofAt ? entry.proof : '';
    if (role !== scoreAt) return own;
    return has('score') ? entry.score : [own, entry.inWords].filter((part) => part !== '').join('，');
  };
  const free = columns.slice(label?.span ?? 0).map(({ role }): Cell => ({ text: text(role) }));
  return label ? [label, ...free] : free;
}

function writeVetoes(body: Body, number: string): string[] {
  const { columns, plan, random } = body;
  if (plan.vetoes === 'none') return [];
  const titles = random.some(VETOES, plan.vetoes === 'single' ? 1 : random.int(2, 4));
  if (plan.vetoes === 'list' || plan.vetoes === 'after') {
    const list = titles.map((title, index) => `${index + 1}.${title}的`).join('；');
    const text = `有下列情形之一的，一票否决：${list}。`;
    if (plan.vetoes === 'after') body.after.push(text);
    else body.rows.push(across(text, columns.length));
    return titles;
  }
  const hasScore = columns.some(({ role }) => role === 'score');
  const span = leading(body);
  if (span === 0 && plan.vetoes === 'rows')
    writeRowOf(body, { number, title: '一票否决', score: '', level: 0 });
  for (const title of titles) {
    const cell = span > 0 ? labelCell(body, `${number}一票否决`, span) : undefined;
    const text = hasScore ? `${title}的` : `${title}的，一票否决`;
    const entry = { title: text, score: hasScore ? '否决' : '', inWords: '', proof: '', points: 0 };
    body.rows.push(rowOf(body, cell, entry));
  }
  return titles;
}
