import type * as z from 'zod';
import { own } from '../values/own.ts';
import { UNSEEN } from '../values/text.ts';
import type { Campaign } from './schema.ts';

/** UTF-16 units of a title: it stands in lists, headings and file names. */
export const TITLE_LENGTH = 100;

/** What the editor calls the parts of a campaign's file. */
const NAMES: Readonly<Record<string, string>> = {
  version: '版本',
  id: '标识',
  title: '名称',
  shortTitle: '简称',
  kind: '类型',
  documentNumber: '文号',
  issuer: '发文单位',
  passScore: '分数要求',
  naming: '命名条件',
  willingness: '参评意愿',
  cultivation: '培育对象',
  conditions: '其他条件',
  vetoes: '否决事项',
  deadlines: '期限',
  submissions: '报送',
  quota: '名额',
  comprehensive: '权重',
  tieRules: '同分规则',
  materials: '材料',
  commendation: '表扬推荐的要求',
  bodyKinds: '推荐单位的类别',
  table: '汇总表',
  rank: '级别要求',
  division: '处级比例',
  years: '履行职责年数',
  clean: '无违法行政行为',
  highest: '最高级别',
  percent: '比例',
  least: '年数',
  since: '从哪一年起',
  units: '单位名额',
  persons: '个人名额',
  summaryOf: '谁的总结',
  industries: '行业',
  regions: '地域',
  notes: '说明',
  code: '编号',
  label: '名称',
  name: '名称',
  date: '日期',
  includesDay: '当天',
  words: '通知原话',
  late: '逾期怎么办',
  source: '出处',
  document: '文号',
  clause: '条款',
  whose: '谁的要求',
  points: '分数',
  levels: '级别',
  from: '谁报',
  receiver: '报给谁',
  channels: '方式',
  format: '格式',
  copies: '份数',
  owner: '是谁的名额',
  perBody: '每个单位的数',
  bodies: '推荐单位',
  count: '名额',
  distinct: '几个之间的要求',
  total: '全省总数',
  totalWords: '全省总数的原话',
  totalSource: '全省总数的出处',
  verified: '核验分',
  survey: '满意度调查',
  fieldVisit: '实地核验',
  section: '一级指标编号',
  required: '是否必备',
  limits: '限制',
  checklist: '须写到的内容',
  themes: '可选主题',
  minutes: '时长',
  megabytes: '文件大小',
  files: '份数',
  formats: '文件类型',
};

/** `by` is several things. */
const BY = { deadlines: '谁的期限', tieRules: '比什么', conditions: '谁来认定', vetoes: '谁来认定' } as const;

/** What the user calls a place: deadlines.0.date -> 期限 1 的日期. What has no name of its own is shown as it is written. */
export function partName(path: readonly PropertyKey[]): string {
  return path
    .map((key, at) => {
      if (typeof key === 'number') return ` ${key + 1} `;
      const name = own(key === 'by' ? BY : NAMES, String(key === 'by' ? path[0] : key));
      const limit = key === 'words' && path[at - 1] === 'limits' ? '字数' : undefined;
      return `${at === 0 ? '' : '的'}${limit ?? name ?? `“${String(key)}”`}`;
    })
    .join('')
    .trim();
}

/** What is wrong with a part of a campaign's file, in Chinese, without a full stop. `json` is the whole file. */
export function campaignFault(json: unknown, issue: z.core.$ZodIssue): string {
  const { path, code, message } = issue;
  const whose = path.length === 0 ? '文件' : partName(path);
  const found = valueAt(json, path);
  const shown = typeof found === 'string' || typeof found === 'number' ? `“${found}”` : '';
  if (code === 'unrecognized_keys') return `${whose}里有本程序不认识的内容“${issue.keys.join('”“')}”`;
  if (found === undefined) return `缺少${whose}`;
  if (path[0] === 'id') return `标识${shown}不对，只能用小写字母、数字和连字符`;
  // The schema's own words.
  if (message !== '') return `${whose}${shown}：${message}`;
  if (path.at(-1) === 'date') {
    const isDay = typeof found === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(found);
    return `${whose}${shown}${isDay ? '没有这一天' : '要写成 2027-11-25 这样'}`;
  }
  if (path.at(-1) === 'code') return `${whose}${shown}不对，只能用字母、数字、点和连字符`;
  if (code === 'invalid_value') return `${whose}${shown}不是可以选的内容`;
  if (code === 'too_small') return `${whose}${shown}${typeof found === 'number' ? '太小' : '不能为空'}`;
  return `${whose}${shown}写得不对`;
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    json,
  );
}

/** What keeps names from being shown as they are: too long a title, letters that nobody sees. Empty where nothing does. */
export function nameFaults(campaign: Campaign): string[] {
  const {
    title,
    shortTitle,
    conditions,
    vetoes,
    deadlines,
    materials,
    industries,
    regions,
    quota,
    commendation,
  } = campaign;
  const names: [what: string, names: readonly string[]][] = [
    ['名称', [title]],
    ['简称', [shortTitle]],
    ...[conditions, vetoes].map((rows): (typeof names)[number] => ['条件', rows.map((row) => row.title)]),
    ['期限', deadlines.map(({ label }) => label)],
    ['材料', materials.map((material) => material.title)],
    ['推荐单位', (quota?.bodies ?? []).map(({ name }) => name)],
    ['推荐单位的类别', (commendation?.bodies ?? []).map(({ name }) => name)],
    ['行业', industries],
    ['地域', regions],
  ];
  return names.flatMap(([what, all]) => {
    const long = ['名称', '简称'].includes(what) && all.some((name) => name.length > TITLE_LENGTH);
    const unseen = all.some((name) => name.search(UNSEEN) >= 0);
    return [
      ...(long ? [`${what}超过 ${TITLE_LENGTH} 字`] : []),
      ...(unseen ? [`${what}里有看不见的字符，请删掉重写`] : []),
    ];
  });
}
