import { useAnswer } from '../../ui/call/use-call.ts';
import { Space } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { PackageRef } from '../../../shared/contract/contract.ts';
import { call } from '../../ui/call/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { CompareFigure } from './CompareFigure.tsx';
import { ComparePicks } from './ComparePicks.tsx';
import { ComparisonTable, type RowOrder } from './ComparisonTable.tsx';
import type { OtherPackage } from './OtherDesk.tsx';

const ORDERS: { value: RowOrder; label: string }[] = [
  { value: 'differences', label: '差异在前' },
  { value: 'standard', label: '按标准顺序' },
];

/** 比较: units, or revisions of one, item by item; one unit's self and verified scores by section. */
export function CompareScreen() {
  const { desk, candidates } = useOpenDesk();
  const selected = useDesk((state) => state.selected);
  const [others, setOthers] = useState<readonly OtherPackage[]>([]);
  const [order, setOrder] = useState<RowOrder>('differences');
  const chosen = useMemo(
    () => selected.flatMap((key) => candidates.find((each) => each.key === key) ?? []),
    [selected, candidates],
  );
  const refs = useMemo(
    (): PackageRef[] => [
      ...chosen.map(({ key }) => ({ deskId: desk.id, key })),
      ...others.map(({ ref }) => ref),
    ],
    [chosen, others, desk.id],
  );
  const { value: comparison, failure, retry } = useComparison(refs);

  return (
    <div className="desk-screen">
      <ComparePicks chosen={chosen} others={others} onOthers={setOthers} />
      <FailureNotice failure={failure} onRetry={() => void retry()} />
      {refs.length === 1 && <p className="desk-sentence">再选一份，就可以逐项比较。</p>}
      {refs.length === 0 && (
        <EmptyState text="选择两份或更多推荐包，逐项比较；可以是不同单位，也可以是同一单位的不同版次。" />
      )}
      <CompareFigure candidates={[...chosen, ...others.map(({ candidate }) => candidate)]} />
      {comparison && (
        <>
          <Space>
            <h2>逐项比较</h2>
            <Segments<RowOrder> aria-label="排列" value={order} onChange={setOrder} options={ORDERS} />
          </Space>
          <ComparisonTable comparison={comparison} order={order} />
        </>
      )}
    </div>
  );
}

/** Asked anew whenever other packages are chosen. */
function useComparison(refs: readonly PackageRef[]) {
  const ask = useCallback(
    async () => (refs.length < 2 ? undefined : call('compareCandidates', { packages: [...refs] })),
    [refs],
  );
  return useAnswer(ask);
}
