import { utils } from 'xlsx';
import { expect, it } from 'vitest';
import { buildPlatformTable } from '../../../../../electron/services/workbook/platform.ts';
import { platformEntries } from '../../../../../shared/package/platform.ts';
import { scoreAssessment } from '../../../../../shared/scoring/report.ts';
import { CASES } from './fixture.ts';
import { reopen, sheetOf } from './read.ts';

it.each(CASES)('$name: the table says what the screen says, as texts', async ({ standard, assessment }) => {
  const odd = { ...assessment.entries, '1.1': { ...assessment.entries['1.1']!, reason: '=1+1\n@甲' } };
  const changed = { ...assessment, entries: odd };
  const bytes = await buildPlatformTable(standard, changed, '2026-11-20');
  expect(bytes).toEqual(await buildPlatformTable(standard, changed, '2026-11-20'));
  const rows = utils.sheet_to_json<unknown[]>(sheetOf(reopen(bytes), '平台填报'), {
    ...{ header: 1, raw: true, defval: '' },
  });
  expect(rows[2]).toEqual(['指标', '编号', '评分项', '自评说明', '得分', '数据', '文件名']);
  const entries = platformEntries(standard, changed, scoreAssessment(standard, changed));
  expect(rows.slice(3)).toEqual(
    entries.map(({ section, code, title, text, score, data, files }) => [
      ...[section, code, title, text, /^\d/.test(score) ? Number(score) : score, data, files.join('\n')],
    ]),
  );
  expect(entries.find(({ code }) => code === '1.1')?.text).toBe('=1+1\n@甲');
});
