import { useMemo, useState } from 'react';
import type { TableReading } from '../../../shared/registers/import/reading.ts';
import { yearsOfTitle } from '../../../shared/registers/import/title.ts';
import type { YearColumn } from '../../../shared/registers/year/columns.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';

interface Way {
  readonly fileName: string;
  readonly table: SourceTable | undefined;
  readonly reading: TableReading | undefined;
  readonly columns: readonly YearColumn[];
  /** That of the ledger. */
  readonly year: number;
}

/** By which year days without one are read: that which the table says it is of, until the user says otherwise. */
export function useDayYear({ fileName, table, reading, columns, year }: Way) {
  const [said, setSaid] = useState<Readonly<Record<string, number>>>({});
  const titled = useMemo(() => {
    if (!table || !reading) return [];
    const names = [table.name, fileName.replace(/\.[^.]*$/u, '')];
    return yearsOfTitle(table, { names, reading, columns, year });
  }, [table, reading, columns, year, fileName]);
  const id = table?.id ?? '';
  return {
    titled,
    dayYear: said[id] ?? (titled.length === 1 ? titled[0] : undefined) ?? year,
    sayYear: (each: number) => setSaid({ ...said, [id]: each }),
  };
}
