import { describe, expect, it } from 'vitest';
import { parseSheets } from '../../../../../electron/services/import/parse/sheets.ts';
import { buildRegister } from '../../../../../electron/services/registers/register-workbook.ts';
import type { Entry } from '../../../../../shared/registers/entry.ts';
import { proposeReading } from '../../../../../shared/registers/import/reading.ts';
import { readTable } from '../../../../../shared/registers/import-table.ts';
import {
  columnsOf,
  REGISTER_NAMES,
  type RegisterName,
  registerOf,
} from '../../../../../shared/registers/kinds.ts';
import { allColumns, formOf, type YearColumn } from '../../../../../shared/registers/year/columns.ts';
import { type Year, yearSchema } from '../../../../../shared/registers/year/schema.ts';

const TODAY = '2026-12-31';
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const yearWith = (more: Partial<Year>): Year =>
  yearSchema.parse({
    ...{
      version: 1,
      id: id(0),
      createdAt: '2026-11-28T08:00:00.000Z',
      updatedAt: '2026-11-28T08:00:00.000Z',
    },
    ...{ title: '示例局2026年', unit: '示例局', category: '', year: 2026, registers: {}, ...more },
  });

/** Own columns that are called nearly as those of the kinds. */
const OWN = [
  { key: id(91), label: '计划日期', kind: 'day' as const },
  { key: id(92), label: '被举报人', kind: 'text' as const },
  { key: id(93), label: '应到人数', kind: 'count' as const },
  { key: id(94), label: '编号', kind: 'text' as const },
  { key: id(95), label: '名称', kind: 'text' as const, personal: true as const },
];
type Forms = (name: RegisterName) => NonNullable<Year['forms']>;
const FORMS: Readonly<Record<string, Forms>> = {
  参考格式: () => ({}),
  本单位的栏目: (name) => ({ [name]: [...formOf({}, name), ...OWN] }),
  倒过来的栏目: (name) => ({ [name]: [...OWN, ...formOf({}, name)].reverse() }),
  少几栏的: (name) => ({
    [name]: formOf({}, name).map((form) => {
      const column = columnsOf(name).find(({ code }) => code === form.key);
      const { fixed = [] } = registerOf(name);
      return column?.listed || fixed.includes(form.key) ? form : { ...form, hidden: true };
    }),
  }),
  改了名的栏目: (name) => ({
    [name]: formOf({}, name).map((form) => {
      const { fixed = [] } = registerOf(name);
      return fixed.includes(form.key) ? form : { ...form, label: `本局${form.key}` };
    }),
  }),
};

/** What an entry has in a column: the pages of two are one page. */
function valueOf({ code, kind, choices = [] }: YearColumn, at: number): string {
  if (code === 'page') return String(Math.ceil(at / 2));
  if (kind === 'day') return ['2026-03-05', '2026-03-06 至 2026-03-09', '2026年4月', '上旬'][at % 4]!;
  if (kind === 'count') return ['1200', '30余人', '7', '0'][at % 4]!;
  if (kind === 'choice') return choices[at % choices.length] ?? '';
  return code === 'note' && at % 2 === 0 ? '' : `${code}第${at}\n行`;
}

describe.each(REGISTER_NAMES)('the table that is exported of %s', (name) => {
  it.each(Object.keys(FORMS).flatMap((form) => [true, false].map((personal) => ({ form, personal }))))(
    'comes back with nothing new and nothing changed: $form, 含个人信息 $personal',
    async ({ form, personal }) => {
      const forms = name === 'tasks' ? {} : FORMS[form]!(name);
      const columns = allColumns(yearWith({ forms }), name);
      const entries = [1, 2, 3, 4].map((at): Entry => {
        const fields = columns.map((column) => [column.code, valueOf(column, at)]);
        const files = [
          {
            sha256: 'a'.repeat(64),
            fileName: `材料${at}.pdf`,
            bytes: 1,
            mediaType: 'application/pdf',
            role: 'document' as const,
          },
        ];
        return { id: id(at), fields: Object.fromEntries(fields) as Entry['fields'], files };
      });
      const year = yearWith({ forms, registers: { [name]: entries } });
      const [table] = parseSheets(Buffer.from(await buildRegister(year, name, { personal, today: TODAY })));
      const reading = proposeReading(table!, name, columns);
      const found = readTable(table!, name, {
        ...{ reading, year: 2026, known: entries, columns, newId: () => id(99) },
      });
      expect(found).toMatchObject({ entries: [], same: [], twins: [] });
      const ours = columns.filter(
        ({ isHidden, apart, ...column }) => !isHidden && !apart && (personal || !column.personal),
      );
      expect(Object.values(reading.columns).sort()).toEqual(ours.map(({ code }) => code).sort());
    },
  );
});
