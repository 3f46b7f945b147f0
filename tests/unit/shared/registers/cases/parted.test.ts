import { describe, expect, it } from 'vitest';
import { checkCase } from '../../../../../shared/registers/cases/check.ts';
import { caseText } from '../../../../../shared/registers/cases/text.ts';
import {
  aboveTitle,
  OUTLINE,
  paragraphsOf,
  partCase,
  wholeCase,
} from '../../../../../shared/registers/cases/parted.ts';
import { CLEAN, sample } from './samples.ts';

describe('a case in two fields', () => {
  it('is one text of which places in the text are further on', () => {
    const { whole, titleLength } = wholeCase({ title: '标题', text: '我局依法处理。' });
    const at = checkCase(whole).findings.find(({ code }) => code === 'own-name')?.at;
    expect(whole.slice(titleLength)).toBe('我局依法处理。');
    expect(at && '我局依法处理。'.slice(at.from - titleLength, at.to - titleLength)).toBe('我局');
  });

  it('is its text alone without a title', () => {
    expect(wholeCase({ title: ' ', text: '正文。' })).toEqual({ whole: '正文。', titleLength: 0 });
  });

  it.each(CLEAN)('counts %s as the file is counted', (name) => {
    const parted = partCase(sample(name), 500);
    expect(parted.title).not.toBe('');
    const { words, bare } = checkCase(sample(name));
    expect(checkCase(wholeCase(parted).whole)).toMatchObject({ words, bare });
  });
});

describe('a case that was written elsewhere', () => {
  it.each([
    ['夜市油烟\r\n\r\n一、工作背景\r\n　　背景。\r\n', '夜市油烟', '一、工作背景\n　　背景。'],
    // No title: nothing of the text is taken away.
    ['一、工作背景\n背景。', '', '一、工作背景\n背景。'],
    ['近年来夜市增多。城管接到投诉\n正文。', '', '近年来夜市增多。城管接到投诉\n正文。'],
    [`${'长'.repeat(41)}\n正文。`, '', `${'长'.repeat(41)}\n正文。`],
    ['只有一段话。', '', '只有一段话。'],
    ['四个字题\n正文。', '四个字题', '正文。'],
    ['五个字标题\n正文。', '', '五个字标题\n正文。'],
  ])('is parted: %j', (whole, title, text) => {
    expect(partCase(whole, whole.includes('五个字') ? 4 : 500)).toEqual({ title, text });
  });
});

it.each(['工作背景', '一、工作背景', '近年来夜市增多。', '长'.repeat(41)])(
  'of one that begins with %s the program, a file and the terminal count and find the same',
  (first) => {
    const whole = `${first}\n正文我局。`;
    const parted = partCase(whole, 500);
    expect(parted).toEqual({ title: '', text: whole });
    expect(checkCase(wholeCase(parted).whole)).toEqual(checkCase(whole));
    expect(checkCase(whole).findings[0]?.message).toContain(
      '第一行是段落、小标题或超过 40 字，算作正文，计入字数',
    );
  },
);

describe('what stands above the title is neither title nor counted', () => {
  it.each([
    ...[
      '案例一',
      '案例1',
      '案例 １',
      '【案例一】',
      '案例（二）：',
      '典型案例',
      '典型案例三',
      '案例之一',
      '第二篇',
    ],
    ...['附件', '附件1', '附件：', '附 件 2：', '附件１', '附件1-2', '附：', '附件3：典型案例'],
    ...['某市城市管理局', '××市市场监督管理局', '青川县交通运输综合行政执法大队', '某区卫生健康委员会'],
    ...[
      '某市自然资源和规划局',
      '某县公安局交通警察大队',
      '某市某区人民政府',
      '某镇综合行政执法大队',
      '某市司法局',
    ],
    ...['报送单位：某市城管局', '单位：某市某局', 'XX市XX局', '××县××委员会', '某市某局执法大队'],
    ...[
      '2024年11月',
      '二〇二四年十一月',
      '（2024年11月5日）',
      '2024 年 11 月',
      '2024.11.5',
      '2024-11',
      '2024年',
    ],
    ...['2024年度', '2024年第3期', '某政办〔2024〕9号', '2024年第二批'],
    ...[
      '案例编号：2024-01',
      '编号：2024-01',
      '编号：',
      '类别：行政指导',
      '案例类别：行政指导　编号：3',
      '编号2024-01',
    ],
    ...[
      '报送时间：2024年11月',
      '联系人：张某',
      '联系电话：',
      '【类别】行政指导',
      '（报送单位：某市某局）',
      '作者：某局',
    ],
    ...[
      '服务型行政执法典型案例',
      '服务型行政执法典型案例之二',
      '典型案例汇编',
      '服务型行政执法典型案例（二）',
    ],
    ...[
      '2024年度某市服务型行政执法十大典型案例选编',
      '某市某局柔性执法典型案例',
      '全市行政执法优秀案例（第二批）',
    ],
    ...[
      '《服务型行政执法典型案例汇编》',
      '附件1：服务型行政执法典型案例',
      '某市服务型行政执法典型案例申报表',
    ],
  ])('%s', (line) => {
    const whole = `${line}\n\n夜市油烟有了约定\n正文由我局负责。`;
    const { words, bare, findings } = checkCase(whole);
    expect({ words, bare }).toEqual({ words: 8, bare: 8 });
    expect(findings.map(({ message }) => message).join()).not.toContain('“标题”');
    const own = findings.find(({ code }) => code === 'own-name')?.at;
    expect(whole.slice(own?.from, own?.to)).toBe('我局');
    // The page and a file count alike.
    const parted = partCase(whole, 500);
    expect(parted).toEqual({ title: '夜市油烟有了约定', text: '正文由我局负责。' });
    expect(checkCase(wholeCase(parted).whole)).toMatchObject({ words, bare });
    expect(aboveTitle(whole, parted)).toEqual([line]);
  });

  it('several of them, and none that is a paragraph or a title', () => {
    expect(partCase('附件1\n案例一\n某市城市管理局\n夜市油烟\n正文。', 500).title).toBe('夜市油烟');
    const { words, findings } = checkCase('附件\n近年来夜市增多。\n正文。');
    expect(words).toBe(11);
    expect(findings[0]?.message).toContain('没有找到“标题”：“附件”下面一行是段落、小标题或超过 40 字');
    expect(partCase('附件\n近年来夜市增多。\n正文。', 500)).toEqual({
      ...{ title: '', text: '附件\n近年来夜市增多。\n正文。' },
    });
  });

  it.each([
    ...[
      '案例一：夜市油烟有了约定',
      '附件引发的纠纷',
      '破解城市管理困局',
      '柔性执法打开新格局',
      '一条街的新格局',
    ],
    ...[
      '某市城市管理局柔性执法案例',
      '管好夜市，从约定开始',
      '案例里的执法温度',
      '警企共建执法服务站',
      '和谐执法进社区',
    ],
    ...[
      'XX市XX局办理某案典型案例',
      '夜市油烟治理典型案例',
      '管好夜市行政执法典型案例',
      '某公司噪声扰民柔性执法典型案例',
    ],
    ...['服务型行政执法典型案例：夜市油烟有了约定', '夜市油烟：从投诉到点赞', '案例名称：夜市油烟有了约定'],
    ...['2024年的那场雨', '二〇二四年夏天的约定', '电话里的执法温度', '类别之外的温情', '某局长的一天'],
  ])('%s is a title', (title) => {
    expect(partCase(`${title}\n正文。`, 500)).toEqual({ title, text: '正文。' });
  });

  it.each(['一、工作背景', '近年来夜市增多。', '——以夜市油烟为例'])(
    'the name of a collection is the title where %s follows',
    (next) => {
      const whole = `附件1\n服务型行政执法典型案例\n${next}\n正文。`;
      expect(partCase(whole, 500)).toEqual({ title: '服务型行政执法典型案例', text: `${next}\n正文。` });
    },
  );

  it.each([
    'XX市XX局\n2024年11月',
    '附件1：\n\n服务型行政执法典型案例',
    '案例编号：2024-01',
    '服务型行政执法典型案例之二',
    '附件1\n2024年度服务型行政执法典型案例\n案例二\nXX市XX局\n报送时间：2024年11月\n联系人：张某\n类别：行政指导',
  ])('1,500 字 stay 1,500 below %j', (head) => {
    for (const name of CLEAN)
      expect(checkCase(`${head}\n${sample(name)}`)).toEqual(
        expect.objectContaining({ words: checkCase(sample(name)).words, findings: [] }),
      );
  });

  it('only what is above: behind the title each line is counted, and no list escapes', () => {
    expect(checkCase('标题\n附件\n正文。').words).toBe(5);
    expect(checkCase('附件1\n附件2\n附件3\n附件4\n标题\n正文。').words).toBe(5);
  });
});

describe('the outline', () => {
  it('has all parts of the notice', () => {
    const { findings } = checkCase(wholeCase({ title: '标题', text: OUTLINE }).whole);
    expect(findings.filter(({ code }) => code === 'missing-part')).toEqual([]);
  });

  it('is all headings on paper', () => {
    expect(paragraphsOf({ text: OUTLINE }).map(({ isHeading }) => isHeading)).toEqual(Array(7).fill(true));
  });

  it.each([
    ['一、工作背景：', true],
    ['一、工作背景：近年来夜市增多。', false],
    ['二是研判分析。办案人员认为可以改正。', false],
    ['　　近年来夜市增多。', false],
  ])('%s', (text, isHeading) => {
    expect(paragraphsOf({ text })).toEqual([{ text: text.trim(), isHeading }]);
  });
});

it('a head has ten lines at most: a long list of such lines is counted', () => {
  const text = [...Array<string>(12).fill('2024年11月'), '夜市油烟', '正文。'].join('\n');
  expect(caseText(text).head).toHaveLength(10);
});
