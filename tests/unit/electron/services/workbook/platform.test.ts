import { utils } from 'xlsx';
import { expect, it } from 'vitest';
import { buildPlatformTable } from '../../../../../electron/services/workbook/platform.ts';
import { platformEntries } from '../../../../../shared/package/platform.ts';
import { scoreAssessment } from '../../../../../shared/scoring/report.ts';
import { CASES } from './fixture.ts';
import { cellsOf, reopen, sheetOf } from './read.ts';

it.each(CASES)('$name: the table says what the screen says, as texts', async ({ standard, assessment }) => {
  const odd = { ...assessment.entries, '1.1': { ...assessment.entries['1.1']!, reason: '=1+1\n@甲' } };
  const changed = { ...assessment, entries: odd };
  const bytes = await buildPlatformTable(standard, changed, '2026-11-20');
  expect(bytes).toEqual(await buildPlatformTable(standard, changed, '2026-11-20'));
  const rows = utils.sheet_to_json<unknown[]>(sheetOf(reopen(bytes), '平台填报'), {
    ...{ header: 1, raw: true, defval: '' },
  });
  expect(rows[2]).toEqual(['指标', '编号', '评分项', '自评说明', '得分', '数据', '文件名', '文件在哪里']);
  const entries = platformEntries(standard, changed, scoreAssessment(standard, changed));
  expect(rows.slice(3)).toEqual(
    entries.flatMap(({ section, code, title, text, score, data, files: [first, ...others] }) => [
      [
        section,
        code,
        title,
        text,
        /^\d/.test(score) ? Number(score) : score,
        data,
        first?.name ?? '',
        first?.elsewhere ?? '',
      ],
      // Copied over one by one: a cell each.
      ...others.map(({ name, elsewhere }) => ['', `${code}\n（续）`, '', '', '', '', name, elsewhere]),
    ]),
  );
  expect(entries.find(({ code }) => code === '1.1')?.text).toBe('=1+1\n@甲');
});

it.each([
  ['stays in its cell', 100, ['字'.repeat(100)]],
  ['has a row of its own, in one cell', 1000, ['（全文见下行）', '字'.repeat(1000)]],
  ['is smaller rather than in two cells', 3000, ['（全文见下行）', '字'.repeat(3000)]],
])('a text %s: %i characters', async (_, length, expected) => {
  const found = CASES.find(({ name }) => name === 'plain');
  if (!found) throw new Error('fixture');
  const { standard, assessment } = found;
  const entry = { ...assessment.entries['1.1']!, reason: '字'.repeat(length) };
  const changed = { ...assessment, entries: { ...assessment.entries, '1.1': entry } };
  const sheet = sheetOf(reopen(await buildPlatformTable(standard, changed, '2026-11-20')), '平台填报');
  const texts = cellsOf(sheet).map(({ cell }) => String(cell.v ?? ''));
  expect(texts.filter((text) => /字字|全文/.test(text))).toEqual(expected);
});

it('a text and a list of files that no page holds go on under their code, whole', async () => {
  const found = CASES.find(({ name }) => name === 'plain');
  if (!found) throw new Error('fixture');
  const { standard, assessment } = found;
  const [first] = assessment.evidence;
  if (!first) throw new Error('fixture');
  const files = Array.from({ length: 200 }, (_, index) => ({
    ...first,
    ...{ sha256: index.toString(16).padStart(64, '0'), fileName: `第${index}份.pdf` },
  }));
  const entry = {
    ...{ ...assessment.entries['1.1']!, reason: '字'.repeat(5000) },
    evidence: files.map(({ sha256 }) => sha256),
  };
  const changed = { ...assessment, evidence: files, entries: { ...assessment.entries, '1.1': entry } };
  const sheet = sheetOf(reopen(await buildPlatformTable(standard, changed, '2026-11-20')), '平台填报');
  const texts = cellsOf(sheet).map(({ cell }) => String(cell.v ?? ''));
  expect(texts.join('').split('字').length - 1).toBe(5000);
  expect(texts.filter((text) => /^\d+ [^\n]*份\.pdf$/.test(text))).toHaveLength(200);
  expect(texts).toEqual(expect.arrayContaining(['1.1 自评说明', '1.1 自评说明（续）']));
});
