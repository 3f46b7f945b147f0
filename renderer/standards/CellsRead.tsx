import { Alert, Button } from 'antd';
import { useMemo } from 'react';
import { byHandWords, isAsRead } from '../../shared/tables/import/by-hand.ts';
import { type LostColumn, lostColumns } from '../../shared/tables/import/cell-words.ts';
import { countCells } from '../../shared/tables/reading/cells.ts';
import type { SourceTable } from '../../shared/tables/source-table.ts';
import type { StandardDraft } from '../../shared/tables/standard-draft.ts';
import { useImport } from '../state/import-store.ts';
import { useReadAgain } from './use-read-again.ts';
import { useStep, useWizard } from './use-wizard.ts';
import { useByHand, useLeftOut, useNotScoring, useNotTaken, useReading } from './use-reading.ts';
import './reading.css';

const NAMED = 4;

/** Whether every filled cell has a place: "全部读取" where that is so, otherwise how many have none, and in which columns. */
export function CellsRead({
  reading,
  said = '',
  isChanged = false,
}: {
  readonly reading: StandardDraft;
  readonly said?: string;
  /** What is saved is not as it was read: no good news of its own. */
  readonly isChanged?: boolean;
}) {
  const { tables, state } = useWizard();
  const { maps, chosen } = state;
  const step = useStep();
  const { total, notes, unaccounted } = useMemo(() => countCells(reading.cells), [reading]);
  const lost = useMemo(() => lostColumns(reading.cells, tables, maps), [reading, tables, maps]);
  const doubtful = useNotScoring();
  const isAllTaken = useNotTaken().length === 0;
  const hasLeftOut = useLeftOut().length > 0;
  if (unaccounted === 0 && doubtful.length > 0) {
    // All read, and nothing of it a score: no good news.
    const names = doubtful.map(({ name }) => `“${name}”`).join('、');
    return (
      <span className="ui-muted">
        {said} {total} 格都有着落，但{names}看起来不是评分表，请核对
      </span>
    );
  }
  if (unaccounted === 0) {
    // What stands around a table is no cell of it, but left out all the same.
    const isWhole = isAllTaken && reading.warnings.every(({ code }) => code !== 'paragraphsLeftOut');
    const at = `${said}${isWhole ? '' : isAllTaken ? '表里' : '选用的表'}`;
    return (
      <span className={isChanged || !isAllTaken || hasLeftOut ? undefined : 'standards-cells-read'}>
        {isWhole && `${hasLeftOut ? `选用的 ${chosen.length} 张表` : ''}全部读取：`}
        {at === '' ? '' : `${at} `}
        {total} 格都有着落{notes > 0 && `，其中说明 ${notes} 格`}
      </span>
    );
  }
  return (
    <Alert
      type="warning"
      showIcon
      title={`${said}还有 ${unaccounted} 格没有写入标准：${columnWords(lost, tables)}`}
      action={
        step !== 'columns' && (
          <Button size="small" onClick={() => useImport.getState().goTo('columns')}>
            去核对列
          </Button>
        )
      }
    />
  );
}

function columnWords(lost: readonly LostColumn[], tables: readonly SourceTable[]): string {
  const isSeveral = new Set(lost.map(({ table }) => table)).size > 1;
  const words = lost.slice(0, NAMED).map(({ table, column, heading, count }) => {
    const name = isSeveral ? `${tables.find(({ id }) => id === table)?.name ?? ''} ` : '';
    return `${name}第${column}栏${heading === '' ? '' : `“${heading}”`} ${count} 格`;
  });
  return `${words.join('、')}${lost.length > NAMED ? ` 等 ${lost.length} 栏` : ''}`;
}

/** The same of the draft at hand: it speaks of the reading, not of what was changed by hand since. */
export function CellsOfDraft() {
  const readAgain = useReadAgain();
  const { state } = useWizard();
  const reading = useReading();
  const hand = useByHand();
  const step = useStep();
  if (state.kind === 'copy') return null;
  if (reading) {
    const isChanged = hand !== undefined && !isAsRead(hand);
    return (
      <div>
        <CellsRead reading={reading} said="读取时" isChanged={isChanged} />
        {isChanged && (
          <span>
            ；其后{byHandWords(hand)}，{step === 'compare' ? '列表里有标记' : '保存的以现在的为准'}
          </span>
        )}
      </div>
    );
  }
  const before = state.draft?.warnings.find(({ code }) => code === 'readBefore');
  return (
    <Alert
      type="warning"
      showIcon
      title={before?.message ?? '现在的结构不是按当前各列的用途读取的，没有逐格核对'}
      action={
        <Button size="small" onClick={() => readAgain()}>
          重新读取
        </Button>
      }
    />
  );
}
