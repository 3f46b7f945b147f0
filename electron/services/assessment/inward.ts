import type { Assessment } from '../../../shared/assessment/schema.ts';
import type { MadeFile } from '../../../shared/contract/contract.ts';
import { formOf } from '../../../shared/package/form.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { localDay } from '../base/clock.ts';
import { type FileMaker, makeFile } from '../files/made-files.ts';
import { buildInwardWorkbook } from '../workbook/build.ts';

/** 差距分析 and 申报条件自查 as a file of the unit's own, in 导出; no package ever holds it. */
export async function makeInwardFile(
  ports: FileMaker,
  { assessment, standard }: { readonly assessment: Assessment; readonly standard: Standard },
): Promise<MadeFile> {
  const content = await buildInwardWorkbook({ assessment, standard, today: localDay(ports.now()) });
  const { unit, sample } = assessment;
  const whose = unit.name === '' ? formOf(standard).nameless : unit.name;
  const name = `${sample ? '【示例】' : ''}差距分析和申报条件自查_${whose}`;
  return makeFile(ports, name, '.xlsx', content, { separator: '_' });
}
