import { describe, expect, it } from 'vitest';
import { readSurveyTable } from '../../../../shared/review/survey-table.ts';
import type { SourceTable } from '../../../../shared/tables/source-table.ts';

function tableOf(rows: readonly (readonly string[])[]): SourceTable {
  const cells = rows.flatMap((line, row) =>
    line.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text })),
  );
  return { id: '1', name: '调查', rows: rows.length, columns: 3, cells };
}

/** By what stands in it: the count or the problem, word for word. */
const WORDS: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  [
    '样本200，满意183',
    [
      ['样本数', '满意数'],
      ['200', '183'],
    ],
  ],
  [
    '样本100，满意100',
    [
      ['有效问卷数', '满意票数'],
      ['100', '100'],
    ],
  ],
  [
    '样本150，满意131，由2行相加',
    [
      ['样本量', '满意人数'],
      ['100', '90'],
      ['', ''],
      ['50', '41'],
    ],
  ],
  [
    '样本150，满意131',
    [
      ['样本量', '满意人数'],
      ['150', '131'],
      ['合计', '150'],
      ['小计', '1'],
    ],
  ],
  [
    '第 2 行的满意数101大于样本数100',
    [
      ['样本数', '满意数'],
      ['100', '101'],
    ],
  ],
  [
    '第 2 行的样本数“100”、满意数“91%”不都是整数',
    [
      ['样本数', '满意数'],
      ['100', '91%'],
    ],
  ],
  [
    '第 3 行的样本数“”、满意数“1”不都是整数',
    [
      ['样本数', '满意数'],
      ['100', '91'],
      ['', '1'],
    ],
  ],
  [
    '样本数这一列没有数，或者是 0',
    [
      ['样本数', '满意数'],
      ['0', '0'],
    ],
  ],
  [
    '3个答案，其中满意、比较满意、基本满意等2个，1行空白没有计入',
    [['满意度'], ['是'], ['A、满意'], ['一般'], ['']],
  ],
  ['2个答案，其中满意、比较满意、基本满意等0个', [['评价（单选）'], ['E．很不满意'], ['否']]],
  ['第 2 行的答案“看情况”无法判断是否满意', [['满意度'], ['看情况']]],
  ['“满意度”这一列没有答案', [['满意度'], ['']]],
  [
    '没有找到“样本数”和“满意数”两列，也没有找到“满意度”这样的一列答案',
    [
      ['甲', '乙'],
      ['1', '2'],
    ],
  ],
  ['没有找到“样本数”和“满意数”两列，也没有找到“满意度”这样的一列答案', [['样本数'], ['满意数']]],
];

describe('a survey table', () => {
  it.each(WORDS)('says: %s', (words, rows) => {
    const found = readSurveyTable([tableOf(rows)]);
    expect('problem' in found ? found.problem : found.explanation).toBe(words);
  });

  it('takes the first of several tables that is one', () => {
    const [cover, first, second] = [[['封面']], WORDS[0]![1], WORDS[1]![1]];
    expect(readSurveyTable([cover, first, second].map(tableOf))).toMatchObject({ sample: 200 });
  });

  it.each([
    ['two columns', [['满意度调查'], ['样本数', '满意数'], ['200', '183']], [200, 183]],
    [
      'heads with remarks and numbers with units',
      [
        ['样本数（份）', '满意（份）'],
        ['1,200份', '1,100'],
      ],
      [1200, 1100],
    ],
    [
      'several lines, not their sum',
      [
        ['地区', '样本数', '满意人数'],
        ['甲', '100', '90'],
        ['乙', '50', '41'],
        ['合计', '150', '131'],
      ],
      [150, 131],
    ],
    [
      'answers',
      [
        ['序号', '满意度'],
        ['1', '非常满意'],
        ['2', 'B.基本满意'],
        ['3', '不满意'],
        ['4', ''],
      ],
      [3, 2],
    ],
  ] as const)('counts %s', (_, rows, [sample, satisfied]) => {
    expect(readSurveyTable([tableOf(rows)])).toMatchObject({ sample, satisfied });
  });

  it.each([
    [
      'more satisfied than asked',
      [
        ['样本数', '满意数'],
        ['100', '101'],
      ],
      '大于',
    ],
    [
      'no whole number',
      [
        ['样本数', '满意数'],
        ['100', '91%'],
      ],
      '整数',
    ],
    [
      'nobody asked',
      [
        ['样本数', '满意数'],
        ['0', '0'],
      ],
      '是 0',
    ],
    ['an answer that says nothing', [['满意度'], ['看情况']], '看情况'],
    ['no answers', [['满意度'], ['']], '没有答案'],
    [
      'no such columns',
      [
        ['甲', '乙'],
        ['1', '2'],
      ],
      '样本数',
    ],
  ] as const)('says what is wrong: %s', (_, rows, message) => {
    expect(readSurveyTable([tableOf(rows)])).toMatchObject({
      problem: expect.stringContaining(message) as string,
    });
  });
});
