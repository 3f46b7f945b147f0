import type { StoredCell, StoredWorkbook } from './workbook-cells.ts';

/**
 * Where two workbooks differ first, as a Chinese sentence; undefined where nobody reads anything else in one than in
 * the other. Fonts, colours and the height of rows are not looked at.
 */
export function differenceOf(found: StoredWorkbook, expected: StoredWorkbook): string | undefined {
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
  return found.frame === expected.frame ? undefined : '合并的单元格、页眉页脚或打印范围与程序导出的不同';
}

/** As a sentence quotes it. */
export function shown(cell: StoredCell | undefined): string {
  return cell === undefined ? '空' : String(cell.value);
}
