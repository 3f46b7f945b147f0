import { Button } from 'antd';
import type { ColumnMap } from '../../../shared/tables/column-map.ts';
import type { FinalCell } from '../../../shared/tables/import/traced-cells.ts';
import { useImport } from '../../state/import-store.ts';
import { CellsOfDraft } from '../CellsRead.tsx';
import { useReadAgain } from '../use-read-again.ts';
import { useWizard } from '../use-wizard.ts';
import { SourceTables } from './SourceTables.tsx';
import type { Source } from './use-source.ts';
import './original.css';

interface Props {
  readonly source: Source | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly pointed: string | undefined;
  /** To the next cell that became nothing. */
  readonly onNextUnused: () => void;
  readonly onPick: (cell: FinalCell) => void;
  /** The row at hand. */
  readonly at: string | undefined;
  readonly onPickNode: (id: string) => void;
}

/** 原文: the tables taken, as they looked, with the paragraphs around them. */
export function SourcePane({ source, chosen, pointed, onNextUnused, onPick, at, onPickNode }: Props) {
  const { tables, state } = useWizard();
  const readAgain = useReadAgain();
  const unused = source?.unused.length ?? 0;
  const setColumns = (table: string, map: ColumnMap) => {
    void useImport.getState().edit({ kind: 'setColumns', table, map });
    readAgain();
  };
  return (
    <>
      <div className="original-head">
        {unused > 0 ? (
          <Button size="small" title="U" onClick={onNextUnused}>
            没有用上的 {unused} 格，逐格看（U）
          </Button>
        ) : (
          <CellsOfDraft />
        )}
      </div>
      <SourceTables
        {...{ tables, state, source, chosen, pointed, onPick, at, onPickNode }}
        onColumns={setColumns}
      />
    </>
  );
}
