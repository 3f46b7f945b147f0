import { formatPoints, showPoints } from '../../../../shared/values/points.ts';
import {
  AUTHORITY_LABELS,
  type Fact,
  SOURCE_TIER_LABELS,
  type Standard,
  STANDARD_VERSION,
} from '../../../../shared/standard/schema.ts';
import { fromLines, fromPair, toLines, toPair } from '../../../../shared/values/cell-lines.ts';
import { readWhole, writtenPoints } from '../../../../shared/values/typed-number.ts';
import type { Json } from '../../../../shared/standard/rules/kind.ts';

export const HEAD_SHEET = '标准信息';

/** What forms of former versions call 推荐分数线. */
const FORMER_PASS_SCORE = '达标分';

const RULES = { forbidden: '不允许', fullScore: '按满分计', renormalise: '不计入总分，按比例折算' } as const;
const SCOPES = { marked: '只限写明不适用情形的评分项', all: '任何评分项' } as const;

/** The choices of a drop-down. */
export const HEAD_CHOICES: Readonly<Record<string, readonly string[]>> = {
  性质: Object.values(AUTHORITY_LABELS),
  不适用的处理: Object.values(RULES),
  不适用的范围: Object.values(SCOPES),
};

/** What a person is told beside each value. */
export const HEAD_HINTS: Readonly<Record<string, string>> = {
  标识: '小写字母、数字和连字符；留空则按文件名生成',
  名称: '必填',
  版次: '如 2026年',
  性质: '从下拉框里选；导入后须再对照原件逐部分核对，才作正式标准',
  总分: '留空则为各评分项分值之和',
  推荐分数线: '留空则为总分的 90%',
  单位类别: '一行一类：代码｜名称；只有一类单位的不填',
  星级: '一行一级：3星：80分',
  单位职能: '一行一项：代码｜职能；某类单位不必问的写：代码｜职能｜不问：类别代码/类别代码',
  来源: '一行一份：文号｜文件名称；可接着写级别（省级、市级、区级部门）和说明：文号｜文件名称｜市级｜说明',
  注: '一行一条',
};

/** Label and value of each line of the sheet 标准信息. */
export function headGrid(standard: Standard): [label: string, value: string][] {
  return [
    ['标识', standard.id],
    ['名称', standard.title],
    ['版次', standard.edition],
    ['发布单位', standard.issuer],
    ['文号', standard.documentNumber],
    ['性质', AUTHORITY_LABELS[standard.authority]],
    ['说明', standard.statement],
    ['总分', formatPoints(standard.fullScore)],
    ['推荐分数线', formatPoints(standard.passScore)],
    ['不适用的处理', RULES[standard.notApplicable.rule]],
    ['不适用的范围', SCOPES[standard.notApplicable.scope]],
    ['单位类别', toLines(standard.unitCategories.map(({ code, title }) => toPair(code, title)))],
    [
      '星级',
      toLines((standard.starBands ?? []).map(({ stars, from }) => `${stars}星：${showPoints(from)}分`)),
    ],
    ['单位职能', toLines(standard.facts.map(factWords))],
    ['来源', toLines(standard.sources.map(sourceWords))],
    ['注', toLines(standard.notes)],
  ];
}

/** The head of a standard's JSON, without what was left empty. `fault` is told of each value not understood. */
export function headFromGrid(grid: ReadonlyMap<string, string>, fault: (message: string) => void): Json {
  const text = (label: string) => grid.get(label) ?? '';
  const choice = (label: string, labels: Readonly<Record<string, string>>, absent: string) => {
    if (text(label) === '') return absent;
    const found = Object.entries(labels).find(([, shown]) => shown === text(label));
    if (!found) fault(`“${label}”写的是“${text(label)}”，请从下拉框里选`);
    return found?.[0] ?? absent;
  };
  const pairs = (label: string) => fromLines(text(label)).map(fromPair);
  const points = (key: string, label: string) => {
    if (text(label) === '') return {};
    const read = writtenPoints(text(label), { units: ['分'] });
    if ('problem' in read) fault(`“${label}”写的是“${text(label)}”：${read.problem}`);
    return 'text' in read ? { [key]: read.text } : {};
  };
  const stars = fromLines(text('星级')).flatMap((line) => {
    const [, count = '', from = ''] = /^(.+?)星\s*[：:](.+)$/.exec(line) ?? [];
    const read = [readWhole(count, { most: 7 }), writtenPoints(from, { units: ['分'] })] as const;
    if ('value' in read[0] && 'text' in read[1]) return [{ stars: read[0].value, from: read[1].text }];
    fault(`“星级”里的“${line}”应写成“3星：80分”`);
    return [];
  });
  return {
    version: STANDARD_VERSION,
    ...(text('标识') === '' ? {} : { id: text('标识') }),
    title: text('名称'),
    edition: text('版次') || '1',
    issuer: text('发布单位'),
    documentNumber: text('文号'),
    authority: choice('性质', AUTHORITY_LABELS, 'custom'),
    statement: text('说明'),
    ...points('fullScore', '总分'),
    ...points('passScore', text('推荐分数线') === '' ? FORMER_PASS_SCORE : '推荐分数线'),
    notApplicable: {
      rule: choice('不适用的处理', RULES, 'forbidden'),
      scope: choice('不适用的范围', SCOPES, 'marked'),
    },
    unitCategories: pairs('单位类别').map(([code, title]) => ({ code, title: title || code })),
    ...(stars.length > 0 ? { starBands: stars } : {}),
    facts: pairs('单位职能').map(([code, words]) => factJson(code, words)),
    sources: pairs('来源').map(([document, words]) => sourceJson(document, words)),
    notes: fromLines(text('注')),
  };
}

const NOT_ASKED = '不问：';

function factWords({ code, title, notAskedOf }: Fact): string {
  // No code has a slash in it.
  return toPair(toPair(code, title), notAskedOf.length === 0 ? '' : `${NOT_ASKED}${notAskedOf.join('/')}`);
}

function factJson(code: string, words: string): Json {
  const [, title = words, categories] = new RegExp(`^(.*)[｜|]\\s*${NOT_ASKED}(.*)$`, 's').exec(words) ?? [];
  const notAskedOf = (categories ?? '').split('/').map((each) => each.trim());
  return { code, title: title.trim() || code, notAskedOf: notAskedOf.filter((each) => each !== '') };
}

function sourceWords({ document, title, tier, note = '' }: Standard['sources'][number]): string {
  const more = tier === undefined && note === '' ? '' : toPair(tier ? SOURCE_TIER_LABELS[tier] : '', note);
  return toPair(toPair(document, title), more);
}

/** Title, then a level and a note where there are any: a title that only has a bar in it stays one. */
function sourceJson(document: string, words: string): Json {
  const levels = Object.values(SOURCE_TIER_LABELS).join('|');
  const form = new RegExp(`^(.*?)[｜|]\\s*(${levels}|(?=[｜|]))\\s*(?:[｜|](.*))?$`, 's');
  const [, title = words, level = '', note = ''] = form.exec(words) ?? [];
  const tier = Object.entries(SOURCE_TIER_LABELS).find(([, label]) => label === level)?.[0];
  return {
    document,
    title: title.trim() || document,
    ...(tier === undefined ? {} : { tier }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
}
