import { describe, expect, it } from 'vitest';
import { readSurveyTable } from '../../../shared/review/survey-table.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';

function tableOf(rows: readonly (readonly string[])[]): SourceTable {
  const cells = rows.flatMap((line, row) =>
    line.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text })),
  );
  return { id: '1', name: '调查', rows: rows.length, columns: 3, cells };
}

describe('a survey table', () => {
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
