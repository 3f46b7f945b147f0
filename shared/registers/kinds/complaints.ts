import { daysBetween, laterBy } from '../days.ts';
import { type Entry, fieldOf } from '../entry.ts';
import { share, total } from '../figure.ts';
import { dayHeadings, matterHeadings, resultHeadings } from '../headings.ts';
import type { RegisterKind } from '../kind.ts';
import { dayOf, isAfter, isWhollyBefore, whenOf } from '../when.ts';

/** Days from publishing the result against 责任人员 to 备案 (管防字〔2012〕40号 二（二）7). */
const RECORD_WITHIN = 5;

/** As offices write that nobody is; who is named in the column, or what was done to them, is somebody. */
const NOBODY = /^(否|无|没有|未|不|\/|-|—|－|0|$)/u;
const isAgainst = (entry: Entry): boolean => !NOBODY.test(fieldOf(entry, 'against').trim());

/** 举报投诉. The book itself is on paper, with numbered pages; this is its copy, so it comes by import. */
export const complaints: RegisterKind = {
  label: '举报投诉',
  group: '本单位',
  unit: '件',
  about: '举报投诉登记簿的电子件：签批、调查、处理结果；登记簿原件仍是纸质的。',
  sources: [{ document: '管防字〔2012〕40号', clause: '二（二）7' }],
  sameBy: [
    ['day', 'matter'],
    ['day', 'who'],
    ['who', 'matter'],
  ],
  month: 'day',
  reads: { result: '报告数据', against: '备案提醒', published: '备案提醒', recorded: '备案提醒' },
  follows: [
    { code: 'published', after: 'day' },
    { code: 'recorded', after: 'published', so: '没有算备案' },
  ],
  columns: [
    {
      code: 'day',
      label: '登记日期',
      kind: 'day',
      listed: true,
      headings: [
        ...dayHeadings('登记', '受理', '举报', '投诉', '举报投诉', '来访', '收件', '收到', '接收', '接访'),
        '日期',
        '受理日期',
        '时间',
      ],
    },
    {
      code: 'page',
      label: '登记簿页码',
      kind: 'text',
      // Not 序号, which is the number of the row.
      headings: ['编号', '页码', '登记号', '受理号', '工单号', '案号'],
    },
    { code: 'who', label: '举报投诉人', kind: 'text', personal: true, headings: ['投诉人', '举报人'] },
    { code: 'phone', label: '联系电话', kind: 'text', personal: true, headings: ['电话', '联系方式'] },
    {
      code: 'matter',
      label: '举报投诉内容',
      kind: 'long',
      listed: true,
      headings: [...matterHeadings('举报', '投诉', '举报投诉', '反映', '诉求', ''), '内容', '事项'],
    },
    { code: 'signed', label: '领导签批', kind: 'text', listed: true, headings: ['签批', '批示'] },
    { code: 'inquiry', label: '调查情况', kind: 'long', headings: ['调查'] },
    {
      code: 'result',
      label: '处理结果',
      kind: 'long',
      listed: true,
      headings: [...resultHeadings('处理', '办理', '办结', '答复'), '结果', '办理结果'],
    },
    {
      ...{ code: 'against', label: '是否处理责任人员', kind: 'choice', headings: ['责任人员'] },
      choices: ['否', '是'],
      alike: { 否: ['无', '没有', '×'], 是: ['有', '√', '✓', '✔'] },
    },
    {
      code: 'published',
      label: '公布日期',
      kind: 'day',
      headings: [...dayHeadings('公布', '公示', '公开', '结果公布'), '公布时间'],
    },
    {
      code: 'recorded',
      label: '备案日期',
      kind: 'day',
      headings: [...dayHeadings('备案', '报备', '报送备案'), '备案时间'],
    },
    { code: 'note', label: '备注', kind: 'long' },
  ],
  figures: (rows) => [
    total(rows, '登记举报投诉', '件'),
    ...share('result', {
      of: rows,
      has: (entry) => fieldOf(entry, 'result') !== '',
      // “正在处理” is typed there as well.
      usual: false,
      words: {
        numerator: '其中填有处理结果的件数（写“处理中”的也在内，请核对）',
        denominator: '当年登记的行数，一行算一件',
      },
      sentence: ({ numerator, denominator, percent }) =>
        `登记的${denominator}件举报投诉中，已有处理结果${numerator}件，占${percent}`,
    }),
  ],
  due: (entry, today) => {
    const published = fieldOf(entry, 'published');
    const recorded = fieldOf(entry, 'recorded');
    // What is only planned is not done, nor what lies before that which it follows.
    const isRecorded =
      whenOf(recorded) !== undefined && !isAfter(recorded, today) && !isWhollyBefore(recorded, published);
    if (!isAgainst(entry) || published === '' || isRecorded) return '';
    const last = laterBy(dayOf(published), RECORD_WITHIN);
    if (last === undefined) return '“公布日期”看不出是哪一天，算不出备案的最后一天（公布后5日内），请补日期';
    const left = daysBetween(today, last);
    return left < 0
      ? `备案已过期${-left}天（公布后5日内）`
      : left === 0
        ? `${last}是报备案的最后一天，今天到期`
        : `最迟${last}报备案，还有${left}天`;
  },
};
