import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import * as z from 'zod';
import { zhCN } from 'zod/locales';
import { formatPoints } from '../../shared/values/points.ts';
import { readWhole } from '../../shared/values/typed-number.ts';
import type { RowFate } from '../../shared/tables/standard-draft.ts';
import { foldWarnings, restWords, warningWords } from '../../shared/tables/import/fold-warnings.ts';
import { finalCells } from '../../shared/tables/import/traced-cells.ts';
import { standardFindings } from '../../shared/tables/draft/standard-findings.ts';
import { countCells } from '../../shared/tables/reading/cells.ts';
import { COLUMN_ROLES } from '../../shared/tables/column-map.ts';
import { RULE_LABELS } from '../../shared/standard/rules.ts';
import { type Section, type Standard, standardSchema } from '../../shared/standard/schema.ts';
import { allItems, allSections } from '../../shared/standard/places.ts';
import { guarded } from '../services/base/failures.ts';
import { importFailure } from '../services/import/import-failure.ts';
import { type Imported, importStandard } from '../services/import/import-standard.ts';
import { readImportFile } from '../services/import/read-source.ts';
import { writeReportWorkbook } from '../services/import/report-workbook.ts';
import { parseJson } from '../services/files/durable-json.ts';
import { replaceFile } from '../services/files/files.ts';
import { type CommandContext, EXIT, onePath, outPath, UsageError } from './context.ts';
import { requireSafeTargets } from './targets.ts';

/** MAP.json: rows are counted from 0, `headerTo` is the row after the last header row; a role for each column. */
const mapSchema = z.strictObject({
  table: z.string().optional(),
  headerFrom: z.int().min(0),
  headerTo: z.int().min(0),
  roles: z.array(z.enum(COLUMN_ROLES)).min(1),
});

/** `standard import FILE`: what the wizard would propose, without questions. */
export async function standardImport(context: CommandContext): Promise<number> {
  const path = onePath(context, '要导入的文件');
  const out = outPath(context, '标准文件的位置（.json）');
  const sheet = sheetNumber(context.sheet);
  const report = context.report === undefined ? undefined : resolve(context.report);
  const mapPath = context.map === undefined ? undefined : resolve(context.map);
  await requireSafeTargets(
    [
      { option: '--out', path: out, kind: 'file' },
      ...(report === undefined ? [] : [{ option: '--report', path: report, kind: 'file' } as const]),
    ],
    [path, ...(mapPath === undefined ? [] : [mapPath])],
  );
  const map = mapPath === undefined ? undefined : await readMap(mapPath);
  const file = await readImportFile(path, context);
  const imported = file.form ?? importStandard(file.tables, path, { sheet, map });
  const { standard, rows, tables } = imported;
  const json = `${JSON.stringify(z.encode(standardSchema, standard), null, 2)}\n`;
  await save(out, json);
  if (report !== undefined) {
    const draft = { nodes: [], cells: imported.cells };
    const cells = finalCells(draft, draft, tables);
    await save(report, await writeReportWorkbook({ file: basename(path), rows, cells, tables }));
  }
  const summary = summaryOf(imported);
  if (context.json) context.print(JSON.stringify(summary));
  else {
    tell(context, imported, summary);
    context.print(out);
  }
  return imported.isUsable ? EXIT.done : EXIT.contentFails;
}

/** At most a screenful of warnings, then what was imported, and whether anybody can score by it. */
function tell(
  { say }: CommandContext,
  { standard, isUsable }: Imported,
  { items, fullScore, cells, warnings }: ReturnType<typeof summaryOf>,
): void {
  for (const group of foldWarnings(warnings, SCREENFUL)) {
    for (const warning of group.shown) say(`【提醒事项】${warningWords(warning)}`);
    if (group.folded.length > 0) say(`【提醒事项】${restWords(group)}，用 --json 查看全部`);
  }
  const { total, unaccounted } = cells;
  // What stands around a table is no cell of it, but left out all the same.
  const isWhole = warnings.every(({ code }) => code !== 'paragraphsLeftOut');
  const all = isWhole ? `全部读取（${total} 格）` : `表里 ${total} 格都有着落`;
  const read = unaccounted === 0 ? all : `还有 ${unaccounted} 格没有着落`;
  say(`已导入“${standard.title}”：评分项 ${items} 个，总分 ${fullScore}；${read}`);
  if (isUsable) return;
  const faults = standardFindings(standard).filter(({ severity }) => severity === 'error');
  const reason = [...warnings.filter(({ code }) => code === 'noBaseScore'), ...faults][0]?.message;
  say(`这份标准还不能直接使用${reason === undefined ? '' : `：${reason}`}`);
}

/** Lines of warnings on the terminal: with the rest of what is said they stay on one screen of 24. */
const SCREENFUL = 18;

function sheetNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const read = readWhole(text, { most: 9999 });
  const problem = 'problem' in read ? `：${read.problem}` : read.value === 0 ? '' : undefined;
  if (problem !== undefined) throw new UsageError(`--sheet 请写工作表的序号，从 1 开始${problem}`);
  return 'value' in read ? read.value : undefined;
}

async function readMap(path: string): Promise<z.output<typeof mapSchema>> {
  const doing = { action: '读取各列含义的文件', effect: '没有导入任何内容。' };
  const text = await guarded(doing, () => readFile(path, 'utf8'));
  let json: unknown;
  try {
    json = parseJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    json = undefined;
  }
  const parsed = mapSchema.safeParse(json, { error: zhCN().localeError });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw importFailure('import-map', `文件 ${basename(path)} 不能使用：${issue?.message ?? '格式不对'}。`);
}

function save(path: string, content: string | Uint8Array): Promise<void> {
  return guarded({ action: `保存 ${basename(path)}`, effect: '没有保存这份文件，其他文件没有改动。' }, () =>
    replaceFile(path, content),
  );
}

const UNUSED: ReadonlyMap<RowFate, 'notes' | 'sums'> = new Map([
  ['note', 'notes'],
  ['sum', 'sums'],
]);

/** The machine's answer, its shape fixed. Rows without text are not counted. */
function summaryOf({ standard, rows, cells: reports, tables, warnings, confidence }: Imported) {
  const counts = { total: 0, used: 0, notes: 0, sums: 0, unaccounted: 0 };
  const fates = new Map(rows.map(({ table, row, fate }) => [`${table}:${row}`, fate]));
  for (const { id, cells } of tables) {
    for (const row of new Set(cells.filter(({ text }) => text !== '').map((cell) => cell.row + 1))) {
      const fate = fates.get(`${id}:${row}`);
      counts.total += 1;
      if (fate === undefined || fate === 'empty') counts.unaccounted += 1;
      else counts[UNUSED.get(fate) ?? 'used'] += 1;
    }
  }
  const names = new Map(tables.map(({ id, name }) => [id, name]));
  return {
    items: allItems(standard).length,
    sections: allSections(standard.sections).length,
    fullScore: formatPoints(standard.fullScore),
    tree: standard.sections.map(treeOf),
    rules: ruleCounts(standard),
    confidence,
    rows: counts,
    cells: countCells(reports),
    warnings: warnings.map(({ code, table, row, column, message }) => ({
      ...{ code, row, column },
      // Rows of several tables are told apart by the table's name.
      message: tables.length > 1 && row > 0 ? `${names.get(table) ?? ''}：${message}` : message,
    })),
  };
}

interface TreeLine {
  readonly code: string;
  readonly title: string;
  /** Of a section: the declared one; null where none is. */
  readonly fullScore: string | null;
  readonly children: readonly TreeLine[];
}

/** Sections and items as they stand, items first where a section has both. */
function treeOf({ code, title, fullScore, items, sections }: Section): TreeLine {
  return {
    ...{ code, title, fullScore: fullScore === undefined ? null : formatPoints(fullScore) },
    children: [
      ...items.map((item) => ({
        ...{ code: item.code, title: item.title, fullScore: formatPoints(item.fullScore), children: [] },
      })),
      ...sections.map(treeOf),
    ],
  };
}

function ruleCounts(standard: Standard): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(
    Object.keys(RULE_LABELS).map((kind) => [kind, 0]),
  );
  for (const { item } of allItems(standard)) counts[item.rule.kind] = (counts[item.rule.kind] ?? 0) + 1;
  return {
    ...counts,
    bonus: standard.bonus?.entries.length ?? 0,
    penalty: standard.penalty?.entries.length ?? 0,
    veto: standard.vetoes.length,
  };
}
