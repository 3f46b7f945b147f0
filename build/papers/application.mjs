import { Paragraph, TextRun } from 'docx';
import { cell, label, line, paper, row, table, title, WIDTH } from './parts.mjs';

const COLUMNS = [1440, 1500, 1440, 1600, 1440, WIDTH - 7420];

/** Of short texts; a long one may go on over the page, so that no page stays half empty. */
const short = (cells) => row(cells, { split: true });
const pair = (name, field) => [label(name), cell(`【${field}】`)];
const wide = (name, field) => short([label(name), cell(`【${field}】`, { span: 5 })]);
const threePairs = (...pairs) => short(pairs.flatMap(([name, field = name]) => pair(name, field)));

/** A text of several paragraphs, which may be long. */
const long = (name, field, least) =>
  row([label(name), cell([paragraphOf(`【${field}】`)], { span: 5, middle: false })], { least, split: true });
const paragraphOf = (text) =>
  new Paragraph({
    spacing: { line: 340 },
    children: [
      new TextRun({
        text,
        size: 24,
        font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' },
      }),
    ],
  });

/** Room for words, then who signs and seals. */
const opinion = (name, { begin = '', end = '', least = 2900 } = {}) =>
  row(
    [
      label(`${begin}${name}`),
      cell(
        [
          new Paragraph({ spacing: { before: 480 }, children: [] }),
          line('负责人签字：　　　　　　　　　（盖章）　　　　', { align: 'right', size: 12 }),
          line(`　　年　　月　　日　　${end}`, { align: 'right', size: 12 }),
        ],
        { span: 5, bottom: true },
      ),
    ],
    { least },
  );

const countLabel = (merge, content = '') => label(content, { merge });
const middle = { align: 'center' };

/** 推荐表, or 验收申请表: both have the same form. */
export const application = () =>
  paper('推荐表', [
    title('【推荐表名称】'),
    line('活动：【活动名称】', { size: 10.5 }),
    table(COLUMNS, [
      short([
        label('单位名称'),
        cell('【单位名称】', { span: 2 }),
        label(['统一社会', '信用代码']),
        cell('【统一社会信用代码】', { span: 2 }),
      ]),
      threePairs(['单位性质'], ['机构级别'], ['单位类别']),
      wide('单位地址', '单位地址'),
      short([...pair('主要负责人', '主要负责人'), label('职务'), cell('【主要负责人职务】', { span: 3 })]),
      threePairs(['编制人数'], ['在岗执法人员'], ['持证人数']),
      wide('执法门类', '执法门类'),
      short([...pair('行业', '行业'), label('地域'), cell('【地域】', { span: 3 })]),
      wide('上级主管部门', '上级主管部门'),
      threePairs(['命名级别'], ['命名文号'], ['命名日期']),
      short([
        label('【#要求培育对象】列为培育对象'),
        cell('文号：【培育文号】', { span: 3 }),
        label('列入日期'),
        cell('【培育日期】【/要求培育对象】'),
      ]),
      short([...pair('联系人', '联系人'), label('联系电话'), cell('【联系电话】', { span: 3 })]),
      wide('结对标兵', '结对标兵'),
      wide('自评分', '自评分说明'),
      // The label over several rows begins here: within the row that repeats it would begin anew each time.
      row([
        countLabel('begin', '近三年数据'),
        label('项目', { span: 2 }),
        label('【第一年】'),
        label('【第二年】'),
        label('【第三年】'),
      ]),
      row([
        countLabel('go on'),
        cell('【#近三年数据】【项目】', { span: 2 }),
        cell('【第一年数】', middle),
        cell('【第二年数】', middle),
        cell('【第三年数】【/近三年数据】', middle),
      ]),
      long('所获荣誉', '荣誉', 1100),
      long('主要事迹', '主要事迹', 5200),
      // Together they fill what is left of the second page, whoever gives an opinion.
      opinion('单位意见', { begin: '【#要求其他单位意见】', end: '【/要求其他单位意见】' }),
      opinion('单位意见', { begin: '【^要求其他单位意见】', end: '【/要求其他单位意见】', least: 5800 }),
      opinion('【其他单位意见】', { begin: '【#要求其他单位意见】', end: '【/要求其他单位意见】' }),
      opinion('主管部门意见', { begin: '【#要求主管部门意见】', end: '【/要求主管部门意见】' }),
    ]),
  ]);
