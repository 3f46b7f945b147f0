import type { RegisterKind } from '../kind.ts';

/** 宣讲、培训、报道、授课员、作品 in one: what D4 一, 三 and D5 二（一） ask for all year. */
export const outreach: RegisterKind = {
  label: '宣传培训',
  unit: '次',
  about: '宣讲、培训、报道、授课员、作品和观摩交流，一次（篇、人）一行；8月是宣传月。',
  sources: [
    { document: '2022年度全省推进服务型行政执法建设工作要点', clause: '一、三' },
    { document: '管防字〔2012〕40号', clause: '二（一）' },
  ],
  month: 'day',
  counted: ['kind'],
  columns: [
    { code: 'day', label: '日期', kind: 'day', listed: true, headings: ['时间', '发布日期', '活动日期'] },
    {
      ...{ code: 'kind', label: '类别', kind: 'choice', listed: true, headings: ['类型', '形式'] },
      choices: [
        '微宣讲',
        '培训',
        '报道',
        '授课员',
        '微电影、微视频、微动漫',
        '观摩交流',
        '宣传月活动',
        '其他',
      ],
    },
    {
      code: 'matter',
      label: '题目、内容',
      kind: 'long',
      listed: true,
      headings: ['题目', '内容', '名称', '主题'],
    },
    {
      code: 'where',
      label: '地点、媒体',
      kind: 'text',
      listed: true,
      headings: ['地点', '媒体', '发布媒体'],
    },
    { code: 'area', label: '覆盖的县区、乡镇', kind: 'text', headings: ['覆盖范围', '县区', '乡镇'] },
    { code: 'person', label: '主讲人、作者', kind: 'text', headings: ['主讲人', '作者', '授课员', '姓名'] },
    { code: 'people', label: '人数', kind: 'count', listed: true, headings: ['参加人数', '培训人数'] },
    { code: 'note', label: '备注', kind: 'long' },
  ],
};
