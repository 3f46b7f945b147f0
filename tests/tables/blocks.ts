import type { Points } from '../../shared/values/points.ts';
import { showPoints } from '../../shared/values/points.ts';
import { type Body, nextNumber, scoreText, writeSum } from './body.ts';
import { type Cell, across } from './sheet.ts';
import type { EntryTruth } from './truth.ts';

const BONUS = [
  '获上级通报表扬的',
  '经验做法被推广的',
  '承办现场观摩会的',
  '稿件被内刊采用的',
  '主动承接试点任务的',
  '收到群众锦旗的',
] as const;
const PENALTY = [
  '发生安全责任事故的',
  '被上级通报批评的',
  '报送虚假材料的',
  '网络舆情处置不当的',
  '逾期不整改的',
] as const;
const VETOES = [
  '发生重大责任事故',
  '出现严重违纪案件',
  '伪造考核资料',
  '拒不接受检查',
  '造成恶劣社会影响',
] as const;
const PROOF = ['以正式文件为准', '凭证书原件认定', '以通报为准', '由考核组核实'] as const;

interface Entry {
  readonly title: string;
  /** In the score column, or behind the title where there is none. */
  readonly score: string;
  /** The same where no column is the scores' own. */
  readonly inWords: string;
  readonly proof: string;
  readonly points: Points;
}

/** The blocks outside the full score, each as one more section. */
export function writeBlocks(body: Body, place: number) {
  const { plan } = body;
  let next = place;
  const block = (title: string, entries: readonly Entry[], stated?: Points): EntryTruth[] => {
    writeBlock(body, { title, number: nextNumber(body, next), entries, stated });
    next += 1;
    return entries.map((entry) => ({
      title: entry.title,
      points: [entry.points],
      words: [entry.title, entry.proof].filter((text) => text !== ''),
    }));
  };
  const bonus = plan.bonus === 'none' ? [] : block(...bonusOf(body));
  const penalty = plan.penalty === 'none' ? [] : block(...penaltyOf(body));
  const vetoes = plan.vetoes === 'none' ? [] : writeVetoes(body, nextNumber(body, next));
  return { bonus, penalty, vetoes };
}

const sumOf = (entries: readonly { readonly points: Points }[]): Points =>
  entries.reduce((sum, { points }) => sum + points, 0);

function bonusOf({ plan, random }: Body): [string, Entry[], Points | undefined] {
  const entries = random.some(BONUS, random.int(1, 4)).map((title): Entry => {
    const points = random.pick([100, 200, 300, 500]);
    const shown = showPoints(points);
    const score = {
      none: '',
      number: plan.score === 'weight' ? shown : scoreText(plan, points),
      plus: `+${shown}`,
      words: `加${shown}分`,
      range: points > 100 ? `加1—${shown}分` : `加${shown}分`,
    }[plan.bonus];
    const inWords = plan.bonus === 'range' ? score : `加${shown}分`;
    return { title, score, inWords, proof: random.chance(0.5) ? random.pick(PROOF) : '', points };
  });
  const stated = plan.bonus !== 'range' && random.chance(0.4) ? sumOf(entries) : undefined;
  return [random.pick(['加分项', '加分项目', '奖励加分']), entries, stated];
}

function penaltyOf({ plan, random }: Body): [string, Entry[]] {
  const entries = random.some(PENALTY, random.int(1, 3)).map((title): Entry => {
    const points = random.pick([100, 200, 500, 1000]);
    const shown = showPoints(points);
    const score = {
      none: '',
      number: plan.score === 'weight' ? shown : scoreText(plan, points),
      minus: `-${shown}`,
      words: `扣${shown}分`,
    }[plan.penalty];
    const proof = random.chance(0.4) ? random.pick(PROOF) : '';
    return { title, score, inWords: `扣${shown}分`, proof, points };
  });
  return [random.pick(['扣分项', '扣分项目', '倒扣分项']), entries];
}

interface Block {
  readonly title: string;
  readonly number: string;
  readonly entries: readonly Entry[];
  readonly stated: Points | undefined;
}

function writeBlock(body: Body, { title, number, entries, stated }: Block): void {
  const { columns, plan, bracket } = body;
  const label = `${number}${title}${stated === undefined ? '' : bracket(stated)}`;
  const level = leading(body);
  if (level === 0) body.rows.push(across(label, columns.length));
  for (const entry of entries) {
    body.rows.push(
      rowOf(body, level > 0 ? { text: label, key: `block:${title}`, span: level } : undefined, entry),
    );
  }
  if (plan.bonusSum && title.includes('加')) writeSum(body, '小计', sumOf(entries), []);
}

/** Columns of the levels, to the left of everything else. */
function leading({ columns, plan }: Body): number {
  if (plan.style === 'heading' || plan.style === 'headingThenMerged') return 0;
  const first = columns.findIndex(({ role }) => role !== 'level' && role !== 'levelScore');
  return Math.max(first, 0);
}

function rowOf({ columns }: Body, label: Cell | undefined, { title, score, inWords, proof }: Entry): Cell[] {
  const hasScore = columns.some(({ role }) => role === 'score');
  const proofAt = ['criterion', 'requirement', 'case', 'remark'].find((role) =>
    columns.some((column) => column.role === role),
  );
  // Points in the criterion column where no column is the scores' own.
  const scoreAt = hasScore
    ? 'score'
    : columns.some(({ role }) => role === 'criterion')
      ? 'criterion'
      : 'title';
  const text = (role: string): string => {
    const own = role === 'title' ? title : role === proofAt ? proof : '';
    if (role !== scoreAt) return own;
    return hasScore ? score : [own, inWords].filter((part) => part !== '').join('，');
  };
  const free = columns.slice(label?.span ?? 0).map(({ role }): Cell => ({ text: text(role) }));
  return label ? [label, ...free] : free;
}

function writeVetoes(body: Body, number: string): string[] {
  const { columns, plan, random } = body;
  const titles = random.some(VETOES, plan.vetoes === 'single' ? 1 : random.int(2, 4));
  const level = leading(body);
  if (plan.vetoes === 'list') {
    const list = titles.map((title, index) => `${index + 1}.${title}的`).join('；');
    body.rows.push(across(`有下列情形之一的，一票否决：${list}。`, columns.length));
    return titles;
  }
  const hasScore = columns.some(({ role }) => role === 'score');
  const label = `${number}一票否决`;
  if (level === 0 && plan.vetoes === 'rows') body.rows.push(across(label, columns.length));
  for (const title of titles) {
    const cell = level > 0 ? { text: label, key: 'block:vetoes', span: level } : undefined;
    const text = hasScore ? `${title}的` : `${title}的，一票否决`;
    const entry = { title: text, score: hasScore ? '否决' : '', inWords: '', proof: '', points: 0 };
    body.rows.push(rowOf(body, cell, entry));
  }
  return titles;
}
