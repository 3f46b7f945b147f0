import { Select, Space } from 'antd';
import { useState } from 'react';
import { type RankedCase, rankCases } from '../../../../shared/registers/rollup/collect/ranking.ts';
import { casesByUnit } from '../../../../shared/registers/rollup/collect/standing.ts';
import type { Rollup } from '../../../../shared/registers/rollup/schema.ts';
import { type CasesView, useOpenRollup, useRollup } from '../../../state/rollup-store.ts';
import { call } from '../../../ui/call/client.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { MadeFileButton } from '../../../ui/MadeFileButton.tsx';
import { usePaper } from '../../../ui/printing.ts';
import { Segments } from '../../../ui/Segments.tsx';
import { CasePane } from './CasePane.tsx';
import { CasesPaper } from './papers.tsx';
import { CaseTable } from './CaseTable.tsx';
import { CaseUnits } from './CaseUnits.tsx';
import { CollectFiles } from './CollectFiles.tsx';
import { CollectionHead } from './CollectionHead.tsx';
import { DiscView } from './DiscView.tsx';
import { ExportDisc } from './ExportDisc.tsx';
import { unitChoices } from './unit-choices.ts';
import './collect.css';

const VIEWS = [
  { value: 'list', label: '案例' },
  { value: 'units', label: '各单位数量' },
  { value: 'disc', label: '附件与光盘' },
] as const;
const ORDERS = [
  { value: 'unit', label: '按收件先后' },
  { value: 'mark', label: '按得分' },
] as const;
type Order = (typeof ORDERS)[number]['value'];

/** 典型案例: taken in, marked, chosen, laid out for the disc. */
export function CasesScreen() {
  const { value } = useOpenRollup();
  const { casesView, casesOf, theCase, showCases } = useRollup();
  const [order, setOrder] = useState<Order>('unit');
  const ranked = rankCases(value.cases);
  const lines = inOrder(value, ranked, order).filter(
    (line) => casesOf === undefined || line.case.unit === casesOf,
  );
  const line = ranked.find((each) => each.case.id === theCase);
  usePaper(() => <CasesPaper view={casesView} rollup={value} lines={lines} />);
  return (
    <section className="registers-screen" aria-label="典型案例">
      <header>
        <Space wrap>
          <CollectFiles />
          <MadeFileButton
            make={async () => {
              await useRollup.getState().saved();
              return call('exportCaseList', { id: value.id });
            }}
          >
            导出清单
          </MadeFileButton>
          <ExportDisc />
          <span className="ui-muted" role="status" aria-label="征集进展">
            {progressOf(value)}
          </span>
        </Space>
        <CollectionHead />
      </header>
      <Space wrap>
        <Segments<CasesView>
          aria-label="看什么"
          value={casesView}
          options={[...VIEWS]}
          onChange={(view) => showCases(view, casesOf)}
        />
        {casesView === 'list' && (
          <>
            <Select
              aria-label="看哪个单位的案例"
              className="collect-unit"
              showSearch={{ optionFilterProp: 'label' }}
              value={casesOf ?? ALL}
              options={[{ value: ALL, label: '全部单位' }, ...unitChoices(value)]}
              onChange={(next) => showCases('list', next === ALL ? undefined : next)}
            />
            <Segments<Order> aria-label="排列" value={order} options={[...ORDERS]} onChange={setOrder} />
          </>
        )}
      </Space>
      {casesView === 'list' && (
        <div className="registers-panes">
          {lines.length > 0 ? (
            <CaseTable lines={lines} />
          ) : (
            <EmptyState
              text={
                value.cases.length > 0
                  ? '这个单位还没有案例。'
                  : '还没有案例。收下各单位报来的文稿，PPT、视频一起选，或者拖到这里。'
              }
            />
          )}
          {line && <CasePane key={line.case.id} line={line} />}
        </div>
      )}
      {casesView === 'units' && <CaseUnits />}
      {casesView === 'disc' && <DiscView />}
    </section>
  );
}

/** No id of a unit. */
const ALL = ' ';

/** In the order in which they came nothing jumps while marks are typed. */
function inOrder(
  { cases }: Pick<Rollup, 'cases'>,
  ranked: readonly RankedCase[],
  order: Order,
): RankedCase[] {
  if (order === 'mark') return [...ranked];
  const at = new Map(cases.map(({ id }, index) => [id, index]));
  return [...ranked].sort((a, b) => (at.get(a.case.id) ?? 0) - (at.get(b.case.id) ?? 0));
}

function progressOf(value: Rollup): string {
  const { cases } = value;
  const units = casesByUnit(value);
  const short = units.filter((each) => each.short > 0);
  // Nobody is said to be complete of whom nothing is asked yet.
  const unsaid = units.filter(({ duty }) => duty === undefined).length;
  const missing = short.reduce((sum, each) => sum + each.short, 0);
  const marked = cases.filter(({ mark }) => mark !== undefined).length;
  const chosen = cases.filter((each) => each.chosen).length;
  return `共 ${cases.length} 篇，已评分 ${marked}，入选 ${chosen}；${short.length} 个单位还差 ${missing} 篇${unsaid > 0 ? `，${unsaid} 个单位没有选要求` : ''}`;
}
