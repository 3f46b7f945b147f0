import { useAnswer } from '../../ui/call/use-call.ts';
import { Button, Segmented, Select, Space } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PackageRef } from '../../../shared/contract/contract.ts';
import type { Candidate } from '../../../shared/review/candidate.ts';
import { call } from '../../ui/call/client.ts';
import { closeDocument } from '../../state/document/calls.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { nameOf } from '../table/candidate-words.ts';
import { ComparisonTable, type RowOrder } from './ComparisonTable.tsx';
import { OtherDesk, type OtherPackage } from './OtherDesk.tsx';
import { SectionChart } from './SectionChart.tsx';
import './compare.css';

/** What one call compares. */
const MOST = 10;
const ORDERS: { value: RowOrder; label: string }[] = [
  { value: 'differences', label: '差异在前' },
  { value: 'standard', label: '按标准顺序' },
];

/** 比较: units, or revisions of one, item by item; one unit's self and verified scores by section. */
export function CompareScreen() {
  const { desk, candidates } = useOpenDesk();
  const selected = useDesk((state) => state.selected);
  const { select } = useDesk.getState();
  const [others, setOthers] = useState<readonly OtherPackage[]>([]);
  const [order, setOrder] = useState<RowOrder>('differences');
  const [drawn, setDrawn] = useState<string>();
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
  const openedDesks = useRef(new Set<string>());
  useEffect(() => {
    const ids = openedDesks.current;
    return () => {
      for (const id of ids)
        closeDocument({ document: 'desk', id }).catch((error: unknown) => console.error(error));
    };
  }, []);
  const earlier = chosen.flatMap((each) =>
    candidates.filter(
      ({ assessmentId, key }) => assessmentId === each.assessmentId && !selected.includes(key),
    ),
  );
  const figures = [...chosen, ...others.map(({ candidate }) => candidate)];
  const figure = figures.find(({ key }) => key === drawn) ?? figures[0];

  return (
    <div className="desk-screen">
      <div className="desk-tools">
        <Select<string[]>
          mode="multiple"
          aria-label="要比较的推荐包"
          placeholder="选择两份或更多推荐包"
          style={{ flex: '1 1 320px' }}
          value={chosen.map(({ key }) => key)}
          maxCount={MOST - others.length}
          optionFilterProp="label"
          onChange={select}
          options={candidates.map((each) => ({ value: each.key, label: titleOf(each) }))}
        />
        {earlier.length > 0 && (
          <Button onClick={() => select([...selected, ...earlier.map(({ key }) => key)].slice(0, MOST))}>
            加上同一单位的其他版次（{earlier.length}）
          </Button>
        )}
        <OtherDesk
          deskId={desk.id}
          disabled={refs.length >= MOST}
          onOpened={(id) => void openedDesks.current.add(id)}
          onAdd={(other) => setOthers([...others.filter(({ ref }) => ref.key !== other.ref.key), other])}
        />
        {others.map((other) => (
          <Button
            key={other.ref.key}
            size="small"
            onClick={() => setOthers(others.filter((each) => each !== other))}
          >
            移出 {nameOf(other.candidate)}（{other.deskTitle}）
          </Button>
        ))}
      </div>
      <FailureNotice failure={failure} onRetry={() => void retry()} />
      {refs.length === 1 && <p className="desk-sentence">再选一份，就可以逐项比较。</p>}
      {refs.length === 0 && (
        <EmptyState text="选择两份或更多推荐包，逐项比较；可以是不同单位，也可以是同一单位的不同版次。" />
      )}
      {figure && (
        <div className="compare-figures">
          <SectionChart candidate={figure}>
            {figures.length > 1 && (
              <Select<string>
                size="small"
                aria-label="图中的单位"
                style={{ width: 260 }}
                value={figure.key}
                onChange={setDrawn}
                options={figures.map((each) => ({ value: each.key, label: titleOf(each) }))}
              />
            )}
          </SectionChart>
        </div>
      )}
      {comparison && (
        <>
          <Space>
            <h2>逐项比较</h2>
            <Segmented<RowOrder> aria-label="排列" value={order} onChange={setOrder} options={ORDERS} />
          </Space>
          <ComparisonTable comparison={comparison} order={order} />
        </>
      )}
    </div>
  );
}

function titleOf(candidate: Candidate): string {
  return `${nameOf(candidate)}（第 ${candidate.revision} 版）`;
}

/** Asked anew whenever other packages are chosen. */
function useComparison(refs: readonly PackageRef[]) {
  const ask = useCallback(
    async () => (refs.length < 2 ? undefined : call('compareCandidates', { packages: [...refs] })),
    [refs],
  );
  return useAnswer(ask);
}
