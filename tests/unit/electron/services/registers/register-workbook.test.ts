import { read, utils } from 'xlsx';
import { expect, it } from 'vitest';
import { MAX_ROW_HEIGHT, heightOf } from '../../../../../electron/services/sheets/measure.ts';
import { buildRegister } from '../../../../../electron/services/registers/register-workbook.ts';
import type { RegisterName } from '../../../../../shared/registers/kinds.ts';
import { yearSchema } from '../../../../../shared/registers/year/schema.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

async function linesOf(
  name: RegisterName,
  rows: readonly Record<string, string>[],
  sheet = 0,
): Promise<string[][]> {
  const year = yearSchema.parse({
    ...{ version: 1, id: id(0), createdAt: '2026-01-01T08:00:00Z', updatedAt: '2026-01-01T08:00:00Z' },
    ...{ title: '示例局2026年', unit: '示例局', year: 2026 },
    registers: { [name]: rows.map((fields, n) => ({ id: id(n + 1), fields, files: [] })) },
  });
  const { Sheets, SheetNames } = read(
    await buildRegister(year, name, { personal: true, today: '2026-11-29' }),
  );
  return utils.sheet_to_json<string[]>(Sheets[SheetNames[sheet] ?? '']!, {
    header: 1,
    defval: '',
    raw: false,
  });
}

it.each<[RegisterName, string]>([
  ['prevention', 'measures'],
  ['dangers', 'measures'],
  ['guidance', 'matter'],
])('of %s goes on in a row of its own where no row is high enough', async (name, code) => {
  const measures = Array.from({ length: 90 }, (_, n) => `${n + 1}.巡查时提醒，到期前再提示一次。`).join('\n');
  const rows = [
    { point: '甲', party: '甲', [code]: measures },
    { point: '乙', party: '乙', [code]: '短' },
  ];
  const [title, , head = [], ...lines] = await linesOf(name, rows);
  expect(title?.[0]).toMatch(/^2026年/);
  const at = head.findIndex((each) => ['防控措施', '事项'].includes(each));
  const parts = lines.slice(0, -1);
  expect(parts.length).toBeGreaterThan(2);
  const goOn = parts.slice(1).map((_, each) => (each === 0 ? '1（续）' : `1（续${each + 1}）`));
  expect(lines.map(([number]) => number)).toEqual(['1', ...goOn, '2']);
  expect(
    parts
      .map((line) => line[at])
      .join('\n')
      .replace(/↵?\n/gu, ''),
  ).toBe(measures.replace(/\n/gu, ''));
  for (const line of parts)
    expect(heightOf({ text: line[at] ?? '', width: 26, size: 9 })).toBeLessThanOrEqual(MAX_ROW_HEIGHT);
});

it('of a list has no column in which nothing stands, and says so; of a ledger all', async () => {
  const [, line, head] = await linesOf('prevention', [{ point: '甲', measures: '提示' }]);
  expect(head).toEqual(['序号', '风险点', '防控措施', '已附材料']);
  expect(line?.[0]).toMatch(/没有填写的栏目（违法情形、.*备注）未列$/);
  const [, , all] = await linesOf('guidance', [{ party: '甲' }]);
  expect(all).toContain('备注');
});

it('of named units says on the sheet of the steps whose they are, how many, and by which day', async () => {
  const rows = ['甲局', '乙局'].map((name) => ({ name, level: '市级示范点' }));
  const [title, line, , ...units] = await linesOf('sites', rows, 1);
  expect(units.slice(0, 2).map(([number, name, level]) => [number, name, level])).toEqual([
    ['1', '甲局', '市级示范点'],
    ['2', '乙局', '市级示范点'],
  ]);
  expect([title?.[0], line?.[0]]).toEqual([
    expect.stringMatching(/^2026年.*示范点/),
    '单位：示例局　　共 2 个　　截至：2026-11-29',
  ]);
});
