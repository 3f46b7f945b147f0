import type { Column } from './column.ts';
import { type Entry, fieldOf } from './entry.ts';
import { type Figure, share } from './figure.ts';
import { dayHeadings } from './headings.ts';
import { PLANNED_HEADINGS } from './planned-headings.ts';
import { limitOf } from './limit-day.ts';
import { daysLeftWords, standingBy } from './tasks.ts';
import { wordsKey } from './text-key.ts';
import { isAfter, whenOf } from './when.ts';

const DONE = '已落实';
const OPEN = ['未落实', '落实中'];

const STATE: Column = {
  ...{ code: 'state', label: '落实情况', kind: 'choice', listed: true, first: '未落实' },
  headings: ['落实', '落实状态', '是否落实', '落实进度', '措施落实情况', '完成情况', '进展情况', '整改情况'],
  choices: [...OPEN, DONE],
  alike: {
    未落实: ['未开展', '未实施', '未整改', '尚未落实', '没有落实', '未开始', '待落实'],
    落实中: ['正在落实', '正在实施', '实施中', '整改中', '正在整改', '推进中', '进行中', '部分落实'],
    已落实: ['落实', '已实施', '已整改', '整改完成', '已完成', '完成', '全部落实', '是', '√', '✓', '✔', '☑'],
  },
  perhaps: {
    未落实: ['未完成', '否', '×', 'x', '✗', '✘'],
    落实中: ['长期坚持', '持续落实', '长期', '持续推进'],
  },
};

/** 落实 of a list: what it is at, by when it is to be done, when it was. All of it ours. */
export const CARRIED_OUT: readonly Column[] = [
  STATE,
  {
    ...{ code: 'due', label: '落实期限', kind: 'day', listed: true, planned: true },
    headings: [
      ...PLANNED_HEADINGS,
      ...['落实时限', '完成时限', '整改期限', '整改时限', '计划落实日期', '计划落实时间', '落实截止日期'],
    ],
  },
  {
    ...{ code: 'doneOn', label: '落实日期', kind: 'day' },
    headings: dayHeadings('落实', '实际落实', '实际完成', '整改完成'),
  },
];

/** What the program makes of these columns. */
export const CARRIED_OUT_READS = { state: '提醒、报告数据', due: '提醒', doneOn: '提醒、报告数据' } as const;

/** By its state; where that says nothing, by the day on which it was. */
export function isDone(entry: Entry): boolean {
  const state = fieldOf(entry, 'state');
  return state === DONE || (!OPEN.includes(state) && whenOf(fieldOf(entry, 'doneOn')) !== undefined);
}

/** Of an entry that is planned by a day and not done; only one that is late or due within a week asks for something. */
export function carriedOutDue(entry: Entry, today: string, year = Number(today.slice(0, 4))): string {
  const done = isDone(entry);
  if (done) return isAfter(fieldOf(entry, 'doneOn'), today) ? '落实日期在今天以后，请核对' : '';
  const planned = fieldOf(entry, 'due');
  if (planned === '') return '';
  const limit = limitOf(planned, year);
  if (!limit) return '落实期限看不出是哪一天，请核对';
  const { day: due = '' } = limit;
  const stands = standingBy({ state: '', due }, today);
  const { standing } = stands;
  return standing === 'open' || standing === 'undated' ? '' : `落实期限${daysLeftWords(stands)}`;
}

/**
 * How many risks, each once however many rows its measures take, and how much of that is done. 同上, as — and 〃, is the risk above.
 */
export function listFigures(rows: readonly Entry[], { did, name }: { did: string; name: string }): Figure[] {
  const points = new Set(rows.flatMap((entry) => wordsKey(fieldOf(entry, 'point')) ?? []));
  const total: Figure = {
    code: 'total',
    sentence: `${did}${points.size}个`,
    numerator: {
      count: points.size,
      words: '当年登记的风险点，写法相同的算一个，首尾的标点不论；“同上”“—”一类不另算',
    },
    ...(points.size === 0 && { usual: false }),
  };
  return [total, ...doneShare(rows, `${name}的`, '项防控措施中')];
}

/** How much of what is registered is done. `before`, `after`: what stands around the number of all. */
export function doneShare(rows: readonly Entry[], before: string, after: string): readonly Figure[] {
  return share('done', {
    of: rows,
    has: isDone,
    unread: { rows, column: STATE, unit: '项' },
    words: {
      numerator: '其中落实情况是“已落实”，或者没有填落实情况、填有落实日期的项数',
      denominator: '当年登记的行数，一行算一项',
    },
    sentence: ({ numerator, denominator, percent }) =>
      `${before}${denominator}${after}，已落实${numerator}项，占${percent}`,
  });
}
