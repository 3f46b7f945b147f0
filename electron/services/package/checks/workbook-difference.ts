import type { StoredCell, StoredSheet, StoredWorkbook } from './workbook-cells.ts';
import type { Look, Looks } from './workbook-looks.ts';

/**
 * Where two workbooks differ first, as a Chinese sentence; undefined where nobody reads anything else in one than in
 * the other: what the cells hold, then how they look.
 */
export async function differenceOf(
  found: StoredWorkbook,
  expected: StoredWorkbook,
): Promise<string | undefined> {
  for (const [name, sheet] of expected.sheets) {
    const other = found.sheets.get(name) ?? new Map<number, never>();
    for (const row of [...new Set([...sheet.keys(), ...other.keys()])].sort((a, b) => a - b)) {
      const [ours, theirs] = [sheet.get(row), other.get(row)];
      for (const column of new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])])) {
        const [right, cell] = [ours?.get(column), theirs?.get(column)];
        if (right?.value === cell?.value && right?.formula === cell?.formula) continue;
        return right?.value === cell?.value
          ? `${name} ${column}${row} 的公式与程序导出的不同`
          : `${name} ${column}${row} 是“${shown(cell)}”，按档案应为“${shown(right)}”`;
      }
    }
  }
  if (found.links.join('\n') !== expected.links.join('\n')) return '材料的链接被改过';
  if (found.frame !== expected.frame)
    return '合并的单元格、页眉页脚、分页、打印范围或文件属性与程序导出的不同';
  return lookDifference(await found.looks(), await expected.looks(), expected.sheets);
}

/** A format, a font, a fill, a row too low to be read: the numbers are right, and a reader sees others or none. */
function lookDifference(found: Looks, expected: Looks, cells: StoredWorkbook['sheets']): string | undefined {
  for (const [name, rows] of expected.sheets) {
    const others = found.sheets.get(name) ?? new Map<number, never>();
    for (const row of [...new Set([...rows.keys(), ...others.keys()])].sort((a, b) => a - b)) {
      const [ours, theirs] = [rows.get(row), others.get(row)];
      if (ours?.about !== theirs?.about) return `${name}第 ${row} 行的行高被改过，或者这一行被隐藏`;
      for (const column of new Set([...(ours?.cells.keys() ?? []), ...(theirs?.cells.keys() ?? [])])) {
        const what = changed(ours?.cells.get(column), theirs?.cells.get(column));
        if (what !== undefined) return `${placeOf(name, [column, row], cells.get(name))}的${what}被改过`;
      }
    }
  }
  return found.beside === expected.beside ? undefined : '工作簿的主题、样式或文字格式与程序导出的不同';
}

function changed(ours: Look | undefined, theirs: Look | undefined): string | undefined {
  if (ours === theirs) return undefined;
  if (!ours || !theirs) return '格式';
  return [...ours].find(([what, value]) => theirs.get(what) !== value)?.[0];
}

/** 封面的自评总分, where a label stands beside it; else 自评打分表 H4. */
function placeOf(
  name: string,
  [column, row]: readonly [string, number],
  sheet: StoredSheet | undefined,
): string {
  const left = { B: 'A', D: 'C' }[column] ?? '';
  const label = name === '封面' ? sheet?.get(row)?.get(left)?.value : undefined;
  return typeof label === 'string' && label !== '' ? `${name}的${label}` : `${name} ${column}${row} `;
}

/** As a sentence quotes it. */
export function shown(cell: StoredCell | undefined): string {
  return cell === undefined ? '空' : String(cell.value);
}
