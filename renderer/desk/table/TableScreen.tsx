import { type InputRef } from 'antd';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { DeskNotices } from '../DeskNotices.tsx';
import { NothingReceived } from '../NothingReceived.tsx';
import { useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { useCommand } from '../../ui/commands.ts';
import { useRows, useStandings } from '../use-ranked.ts';
import { rowHeightOf } from '../grid/CandidateControls.tsx';
import { DataGrid } from '../grid/DataGrid.tsx';
import { CandidateDetail } from './CandidateDetail.tsx';
import { SealDialog } from './SealDialog.tsx';
import { TableTools } from './TableTools.tsx';
import { tableColumns } from './columns.tsx';
import { filterCandidates } from './filter.ts';

/** 核验总表: every package of the desk in one table. */
export function TableScreen() {
  const { desk } = useOpenDesk();
  const candidates = useRows();
  const view = useDesk((state) => state.view);
  const selected = useDesk((state) => state.selected);
  const { look, verify, toggle } = useDesk.getState();
  const [sealOf, setSealOf] = useState<string>();
  const standings = useStandings();
  const current = view.active === undefined ? undefined : standings.get(view.active);
  const search = useRef<InputRef>(null);
  const screen = useRef<HTMLDivElement>(null);
  const deferred = useDeferredValue(view);
  const shown = useMemo(() => filterCandidates(candidates, deferred), [candidates, deferred]);
  const columns = useMemo(
    () =>
      tableColumns({
        isProvincial: desk.level === 'province',
        isSelected: (key) => selected.includes(key),
        onToggle: toggle,
        onOpen: verify,
        onSeal: setSealOf,
        standingOf: (key) => standings.get(key),
      }),
    [selected, toggle, verify, standings, desk.level],
  );
  const focusGrid = () =>
    screen.current?.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
  useEffect(focusGrid, []);
  useCommand('find', () => search.current?.focus({ cursor: 'all' }));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      if (event.key !== '/' || typing || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      search.current?.focus({ cursor: 'all' });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const sealed = candidates.find(({ key }) => key === sealOf);

  if (candidates.length === 0) {
    return <NothingReceived text="核验台里还没有推荐包。" />;
  }
  return (
    <div className="desk-screen" ref={screen}>
      <DeskNotices />
      <TableTools
        candidates={candidates}
        shown={shown.length}
        searchRef={search}
        onLeaveSearch={() => {
          if (!shown.some(({ key }) => key === view.active)) look({ active: shown[0]?.key });
          focusGrid();
        }}
      />
      <DataGrid
        label="核验总表"
        columns={columns}
        rows={shown}
        rowKey={({ key }) => key}
        {...rowHeightOf(shown)}
        empty="没有符合条件的推荐包"
        sort={view.sort}
        onSort={(sort) => look({ sort })}
        active={view.active}
        onActive={(active) => look({ active })}
        isSelected={({ key }) => selected.includes(key)}
        onOpen={({ key }) => verify(key)}
        onToggle={({ key }) => toggle(key)}
        isAmber={({ key }) => (standings.get(key)?.doubts.length ?? 0) > 0}
      />
      <CandidateDetail
        ranked={current}
        onOpen={() => current && verify(current.candidate.key)}
        onSeal={() => setSealOf(current?.candidate.key)}
      />
      {sealed && <SealDialog deskId={desk.id} candidate={sealed} onClose={() => setSealOf(undefined)} />}
    </div>
  );
}
