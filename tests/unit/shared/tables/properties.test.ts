import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkStandard } from '../../../../shared/standard/check.ts';
import { guessColumns } from '../../../../shared/tables/cells/columns.ts';
import { allNodes } from '../../../../shared/tables/draft/nodes.ts';
import { acceptAllSure } from '../../../../shared/tables/draft/draft-edits.ts';
import { draftToStandard } from '../../../../shared/tables/draft/draft-to-standard.ts';
import { readTables } from '../../../../shared/tables/reading/read-table.ts';
import { proposeRule } from '../../../../shared/tables/rule-text/propose.ts';
import type { SourceCell, SourceTable } from '../../../../shared/tables/source-table.ts';
import { COLUMN_ROLES } from '../../../../shared/tables/column-map.ts';
import { standardSchema } from '../../../../shared/standard/schema.ts';
import { RULE_TEXTS } from '../../../fixtures/rule-texts/index.ts';
import { IDENTITY } from './draft/identity.ts';

const WORDS = [
  '',
  '',
  '一、',
  '（一）',
  '1',
  '2',
  '1.1',
  '①',
  '小计',
  '合计',
  '总分',
  '100',
  '5',
  '+3',
  '-2',
  '±20',
  '10%',
  '不限',
  '序号',
  '分 值',
  '评分标准',
  '考核项目',
  '组织领导（20分）',
  '工作开展。3分',
  '加分项',
  '扣分项',
  '注：另行通知',
  '每缺一项扣1分',
  '未开展的不得分',
  '一票否决',
  '有下列情形之一的，一票否决：',
  '是',
  '否',
  '甲',
  '乙/丙',
  'a:b*c',
];

const table: fc.Arbitrary<SourceTable> = fc
  .record({
    rows: fc.integer({ min: 0, max: 12 }),
    columns: fc.integer({ min: 1, max: 6 }),
    words: fc.array(fc.constantFrom(...WORDS), { minLength: 72, maxLength: 72 }),
    spans: fc.array(fc.constantFrom(1, 1, 1, 2, 3), { minLength: 144, maxLength: 144 }),
  })
  .map(({ rows, columns, words, spans }) => {
    const taken = new Set<string>();
    const cells: SourceCell[] = [];
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        if (taken.has(`${row},${column}`)) continue;
        const i = row * columns + column;
        let columnSpan = Math.min(spans[i] ?? 1, columns - column);
        while (columnSpan > 1 && taken.has(`${row},${column + columnSpan - 1}`)) columnSpan -= 1;
        const rowSpan = Math.min(spans[i + 72] ?? 1, rows - row);
        for (let r = row; r < row + rowSpan; r += 1) {
          for (let c = column; c < column + columnSpan; c += 1) taken.add(`${r},${c}`);
        }
        cells.push({ row, column, rowSpan, columnSpan, text: words[i] ?? '' });
      }
    }
    return { id: '1', name: '表1', rows, columns, cells };
  });

describe('any table', () => {
  it('has exactly one report per row, under the guessed and under any column roles', () => {
    fc.assert(
      fc.property(
        table,
        fc.array(fc.constantFrom(...COLUMN_ROLES), { minLength: 6, maxLength: 6 }),
        (source, roles) => {
          const guessed = guessColumns(source);
          const other = { ...guessed, roles: roles.slice(0, source.columns) };
          for (const map of [guessed, other]) {
            const { rows } = readTables([{ table: source, map }]);
            expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: source.rows }, (_, i) => i + 1));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('loses no text: each row says something of a node, a sum, a note or the head', () => {
    fc.assert(
      fc.property(table, (source) => {
        const draft = readTables([{ table: source, map: guessColumns(source) }]);
        const held = new Set(
          allNodes(draft.nodes).flatMap(({ sourceRows }) => sourceRows.map(({ row }) => row)),
        );
        const noted = new Set(draft.notes.map(({ row }) => row));
        for (const { row, fate } of draft.rows) {
          if (fate === 'item' || fate === 'section' || fate === 'continued') expect(held).toContain(row);
          if (fate === 'note') expect(noted).toContain(row);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('becomes a standard that its schema takes and that checks without errors but for missing items and scores', () => {
    fc.assert(
      fc.property(table, (source) => {
        const draft = acceptAllSure(readTables([{ table: source, map: guessColumns(source) }]));
        if (!allNodes(draft.nodes).some(({ kind }) => kind === 'item')) return;
        const standard = draftToStandard(draft, IDENTITY);
        expect(standardSchema.parse(z.encode(standardSchema, standard))).toEqual(standard);
        const errors = checkStandard(standard).filter(({ severity }) => severity === 'error');
        const unscored = standard.sections.length > 0 && errors.every(({ code }) => code === 'awardStep');
        expect(errors.length === 0 || unscored).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('any text', () => {
  const pieces = fc.array(
    fc.constantFrom(...RULE_TEXTS.map(({ text }) => text), '分', '扣', '5', '，', '。', '每'),
    { maxLength: 5 },
  );

  it('gives a proposal whose spans lie inside it and whose rule can be scored', () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 10_000 }), (parts, fullScore) => {
        const text = parts.join('\n');
        const { rule, spans } = proposeRule(text, fullScore);
        for (const { from, to } of spans) expect(0 <= from && from < to && to <= text.length).toBe(true);
        if (rule.kind === 'award') expect(fullScore % rule.step).toBe(0);
      }),
    );
  });
});
