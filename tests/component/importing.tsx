import { screen } from '@testing-library/react';
import { guessColumns } from '../../shared/tables/cells/columns.ts';
import { IMPORT_VERSION, importStateSchema } from '../../shared/tables/import/schema.ts';
import type { SourceTable } from '../../shared/tables/source-table.ts';
import { startApp } from './app.tsx';
import { TestHost } from './host.ts';

const ID = '44444444-4444-4444-8444-444444444444';

export const TABLE: SourceTable = {
  id: '1',
  name: '考核细则',
  rows: 5,
  columns: 4,
  cells: [
    ['一级指标', '考核内容', '评分标准', '分值'],
    ['组织领导', '会议研究', '每少1次扣5分，扣完为止', '20'],
    ['', '工作机制', '机制健全、运行有效', '30'],
    ['日常管理', '服务台账', '每缺1项扣2分，扣完为止', '40'],
    ['合计', '', '', '100'],
  ].flatMap((texts, row) =>
    texts.flatMap((text, column) =>
      text === '' ? [] : [{ row, column, rowSpan: text === '组织领导' ? 2 : 1, columnSpan: 1, text }],
    ),
  ),
};

/** The same with more cells. */
export function tableWith(
  more: readonly (readonly [row: number, column: number, text: string])[],
): SourceTable {
  const cells = more.map(([row, column, text]) => ({ row, column, rowSpan: 1, columnSpan: 1, text }));
  return {
    ...TABLE,
    rows: Math.max(TABLE.rows, ...more.map(([row]) => row + 1)),
    columns: Math.max(TABLE.columns, ...more.map(([, column]) => column + 1)),
    cells: [...TABLE.cells, ...cells],
  };
}

/** The wizard on an import that the host keeps, taken up again from the list. */
export async function wizard({
  host = new TestHost(),
  ticked = [] as string[],
  table = TABLE,
  more = [] as SourceTable[],
  /** Ids of tables that another form had not. */
  unlike = undefined as string[] | undefined,
} = {}) {
  const tables = [table, ...more];
  const state = importStateSchema.parse({
    ...{ id: ID, kind: 'import', source: '细则.xlsx', startedAt: '2026-11-20T08:00:00.000Z' },
    ...{
      version: IMPORT_VERSION,
      step: 'tables',
      chosen: tables.map(({ id }) => id),
      appliesTo: {},
      draftKey: '',
      edited: false,
      unlike,
    },
    maps: Object.fromEntries(tables.map((each) => [each.id, guessColumns(each)])),
    identity: {
      ...{ id: 'test-import', title: '', edition: '', issuer: '', documentNumber: '', authority: 'custom' },
      ...{ statement: '', checkedBy: '', ticked, notApplicable: { rule: 'forbidden' } },
    },
  });
  host.imports.keep(state, tables);
  const started = startApp(host);
  const { user } = started;
  await user.click(await screen.findByRole('button', { name: '标准库' }));
  await user.click(await screen.findByRole('button', { name: '继续' }));
  await screen.findByRole('checkbox', { name: '考核细则' });
  const next = (name: string) => user.click(screen.getByRole('button', { name: `下一步：${name}` }));
  return { ...started, next, kept: () => host.imports.state(ID) };
}
