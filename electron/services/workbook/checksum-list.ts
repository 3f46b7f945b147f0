import type { Workbook } from '@cj-tech-master/excelts';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import { showBytes } from '../../../shared/values/show-bytes.ts';
import type { Context } from './context.ts';
import { addTable } from './page.ts';
import { STYLES } from '../sheets/styles.ts';
import { numbered, type TableColumn, titled } from '../sheets/table.ts';

export const CHECKSUM_SHEET = '校验清单';

/** One file of the package. */
interface Line {
  readonly file: Evidence;
  /** Below the package's root, as in manifest-sha256.txt. */
  readonly path: string;
}

const COLUMNS: readonly TableColumn<Line>[] = [
  numbered(7),
  { title: '文件', width: 68, cell: ({ path }) => [path, STYLES.text] },
  { title: '字节数', width: 14, cell: ({ file }) => [file.bytes, STYLES.count] },
  { title: 'SHA-256', width: 51, cell: ({ file }) => [file.sha256, STYLES.digest] },
];

/** 校验清单: what proves of each file of 佐证材料 and 汇报材料 that it is unchanged. The others are made of the same data. */
export function addChecksumList(workbook: Workbook, context: Context): void {
  const { assessment, paths, evidence } = context;
  const lines = [...paths].flatMap(([sha256, path]): Line[] => {
    const file = evidence.get(sha256);
    return file ? [{ file, path: `data/${path}` }] : [];
  });
  const bytes = lines.reduce((sum, { file }) => sum + file.bytes, 0);
  const line = `单位：${assessment.unit.name}　　佐证材料和汇报材料共 ${lines.length} 个文件，${showBytes(bytes)}　　包内其他文件的校验值见 manifest-sha256.txt`;
  const table = addTable(workbook, context, {
    name: CHECKSUM_SHEET,
    columns: COLUMNS,
    above: titled(CHECKSUM_SHEET, line),
  });
  table.put(lines);
  if (lines.length === 0) table.say('没有佐证材料和汇报材料', STYLES.subtitle);
  table.end();
}
