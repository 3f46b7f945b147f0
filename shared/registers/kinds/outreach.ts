import { countOf, uncountedWords } from '../count.ts';
import { type Entry, fieldOf } from '../entry.ts';
import type { Figure } from '../figure.ts';
import { COUNTIES, dayHeadings, matterHeadings } from '../headings.ts';
import type { RegisterKind } from '../kind.ts';

/** What an entry of it is. */
const UNIT = '次';

interface Held {
  /** 开展微宣讲. */
  readonly did: string;
  readonly unit: string;
  /** People came, so that they can be counted: 人次. */
  readonly people?: true;
}

/** What is said of each 类别; of 其他, and of those without one, nothing can be said. */
const HELD: Readonly<Record<string, Held>> = {
  微宣讲: { did: '开展微宣讲', unit: '场', people: true },
  培训: { did: '组织培训', unit: '次', people: true },
  报道: { did: '发布信息报道', unit: '篇' },
  授课员: { did: '登记授课员', unit: '人' },
  '微电影、微视频、微动漫': { did: '制作微电影、微视频、微动漫', unit: '部' },
  观摩交流: { did: '开展观摩交流', unit: '次', people: true },
  宣传月活动: { did: '开展宣传月活动', unit: '次', people: true },
};

/** 宣讲、培训、报道、授课员、作品 in one: what D4 一, 三 and D5 二（一） ask for all year. */
export const outreach: RegisterKind = {
  label: '宣传培训',
  group: '本单位',
  unit: UNIT,
  about: '宣讲、培训、报道、授课员、作品和观摩交流，一次（篇、人）一行；8月是宣传月。',
  sources: [
    { document: '2022年度全省推进服务型行政执法建设工作要点', clause: '一、三' },
    { document: '管防字〔2012〕40号', clause: '二（一）' },
  ],
  sameBy: [
    ['day', 'matter'],
    ['matter', 'where'],
  ],
  month: 'day',
  counted: ['kind'],
  reads: { kind: '报告数据、宣讲覆盖', matter: '宣讲覆盖', area: '宣讲覆盖', people: '报告数据' },
  columns: [
    {
      code: 'day',
      label: '日期',
      kind: 'day',
      listed: true,
      headings: [
        ...dayHeadings('活动', '培训', '宣讲', '宣传', '授课', '开展', '举办', '发布', '刊发'),
        '时间',
        '发布日期',
        '活动日期',
      ],
    },
    {
      ...{ code: 'kind', label: '类别', kind: 'choice', listed: true, headings: ['类型', '形式'] },
      choices: [...Object.keys(HELD), '其他'],
    },
    {
      code: 'matter',
      label: '题目、内容',
      kind: 'long',
      listed: true,
      headings: [...matterHeadings('活动', '培训', '宣讲', '宣传', '授课'), '题目', '内容', '名称', '主题'],
    },
    {
      code: 'where',
      label: '地点、媒体',
      kind: 'text',
      listed: true,
      headings: ['地点', '媒体', '发布媒体'],
    },
    {
      ...{ code: 'area', label: '覆盖的县区、乡镇', kind: 'text', impersonal: true },
      headings: ['覆盖范围', ...COUNTIES, '乡镇', '乡镇街道'],
      within: COUNTIES,
    },
    { code: 'person', label: '主讲人、作者', kind: 'text', headings: ['主讲人', '作者', '授课员', '姓名'] },
    { code: 'people', label: '人数', kind: 'count', listed: true, headings: ['参加人数', '培训人数'] },
    { code: 'note', label: '备注', kind: 'long' },
  ],
  figures: (rows) =>
    Object.entries(HELD).flatMap(([kind, held]) => {
      const of = rows.filter((entry) => fieldOf(entry, 'kind') === kind);
      return of.length === 0 ? [] : [heldFigure(kind, held, of)];
    }),
};

function heldFigure(kind: string, { did, unit, people }: Held, rows: readonly Entry[]): Figure {
  const held = `${did}${rows.length}${unit}`;
  const numerator = { count: rows.length, words: `类别是“${kind}”的行数，一行算一${unit}` };
  const texts = people
    ? rows.map((entry) => fieldOf(entry, 'people')).filter((text) => text.trim() !== '')
    : [];
  const numbers = texts.flatMap((text) => countOf(text, UNIT) ?? []);
  if (numbers.length === 0) return { code: kind, sentence: held, numerator };
  const [sum, open] = [numbers.reduce((all, each) => all + each, 0), rows.length - numbers.length];
  const wrong = uncountedWords(
    texts.filter((text) => countOf(text, UNIT) === undefined),
    unit,
  );
  const left = [
    rows.length > texts.length && `${rows.length - texts.length}${unit}没有填写人数`,
    wrong !== '' && wrong.replace(' ', ''),
  ].filter((words) => words !== false);
  return {
    ...{ code: kind, numerator },
    sentence:
      open === 0 ? `${held}，共${sum}人次` : `${held}，其中填有人数的${numbers.length}${unit}共${sum}人次`,
    also: `人次${sum}：各行“人数”相加${open === 0 ? '' : `，${left.join('，')}，没有加`}`,
  };
}
