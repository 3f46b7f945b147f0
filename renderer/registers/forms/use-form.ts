import { useState } from 'react';
import type { LedgerName } from '../../../shared/registers/kinds.ts';
import { formOf, formProblem } from '../../../shared/registers/year/columns.ts';
import type { ColumnForm } from '../../../shared/registers/year/forms.ts';
import { useYear } from '../../state/year-store.ts';

type Change = (columns: readonly ColumnForm[]) => readonly ColumnForm[];

export interface FormEdits {
  /** Why the last change was not made. */
  readonly problem: string | undefined;
  readonly change: (change: Change) => Promise<boolean>;
  readonly set: (key: string, fields: Partial<ColumnForm>) => Promise<boolean>;
}

/** Changes of the columns of a ledger, each at once and one step of undo. */
export function useForm(name: LedgerName): FormEdits {
  const [problem, setProblem] = useState<string>();
  const change = async (make: Change): Promise<boolean> => {
    const { open, edit } = useYear.getState();
    if (!open) return false;
    const columns = [...make(formOf(open.value, name))];
    const refused = formProblem(name, columns);
    setProblem(refused);
    return refused === undefined && edit({ kind: 'setForm', register: name, columns });
  };
  const set = (key: string, fields: Partial<ColumnForm>) =>
    change((columns) => columns.map((column) => (column.key === key ? { ...column, ...fields } : column)));
  return { problem, change, set };
}
