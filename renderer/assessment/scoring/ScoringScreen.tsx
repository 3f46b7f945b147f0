import { scoredResults } from '../../../shared/scoring/results.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { InputRef } from 'antd';
import { stepBetween } from '../../../shared/assessment/input-steps.ts';
import type { RuleInput } from '../../../shared/assessment/schema.ts';
import { entryOf } from '../../../shared/assessment/schema.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen, useReport } from '../../state/derived.ts';
import { TypedScope, dropTyped, useWrongCodes } from '../../items/rules/typed-fields.ts';
import { EvidencePane } from '../../items/evidence/EvidencePane.tsx';
import { ItemPane } from './ItemPane.tsx';
import { ScoringBar } from './ScoringBar.tsx';
import { TreePane } from '../../items/TreePane.tsx';
import { quickPick } from '../../items/rules/quick-pick.ts';
import { placesByCode } from '../../../shared/standard/places.ts';
import {
  type TreeFilter,
  buildRows,
  entriesOf,
  entryRows,
  isOpen,
  nextOpen,
  nextUnconfirmed,
} from '../../items/tree-rows.ts';
import { useScoringKeys } from '../../items/use-scoring-keys.ts';
import '../../items/panes.css';

/** Where the user last was in each assessment: coming back from another screen goes on there. */
const lastCodes = new Map<string, string>();

/** 逐项自评: the tree, the item, its evidence. */
export function ScoringScreen() {
  const { assessment, standard } = useOpen();
  const report = useReport();
  const selectedCode = useAssessment((state) => state.selectedCode);
  const { edit, select } = useAssessment.getState();
  const [search, setSearch] = useState('');
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const searchRef = useRef<InputRef>(null);
  const root = useRef<HTMLDivElement>(null);

  const places = useMemo(() => placesByCode(standard), [standard]);
  const source = useMemo(() => ({ places, assessment, report }), [places, assessment, report]);
  const everyRow = useMemo(() => entryRows(source), [source]);
  const toConfirm = everyRow.filter((row) => row.unconfirmed);
  const [first] = useState(
    () => lastCodes.get(assessment.id) ?? (toConfirm[0] ?? everyRow.find(isOpen) ?? everyRow[0])?.code,
  );
  // What was carried over is confirmed before anything else is done.
  const [filter, setFilter] = useState<TreeFilter>(
    selectedCode === undefined && toConfirm.length > 0 ? 'unconfirmed' : 'all',
  );
  const known = (code: string | undefined): code is string => everyRow.some((row) => row.code === code);
  const code = [selectedCode, first, everyRow[0]?.code].find(known);
  const place = code === undefined ? undefined : places.get(code);
  const entry = entryOf(assessment, code ?? '');
  const rows = buildRows(source, { filter, search, collapsed, keep: code });
  const wrong = useWrongCodes(assessment.id);

  useEffect(() => {
    if (code !== undefined) lastCodes.set(assessment.id, code);
  }, [assessment.id, code]);

  const score = (input: RuleInput): void => {
    if (code === undefined) return;
    const step = stepBetween(entry.state === 'scored' ? entry.input : undefined, input);
    void edit(step ? { ...step, code } : { kind: 'score', code, input });
  };
  const focusEditor = (): void => {
    const editor = root.current?.querySelector('.scoring-editor');
    const control =
      editor?.querySelector<HTMLElement>('input:checked') ??
      editor?.querySelector<HTMLElement>('input, textarea') ??
      editor?.querySelector<HTMLElement>('button');
    control?.focus();
  };
  const focusTree = (): void => root.current?.querySelector<HTMLElement>('[role="tree"]')?.focus();
  /** A filter leads to the first entry that it shows, unless the one at hand is among them. */
  const changeFilter = (to: TreeFilter): void => {
    setFilter(to);
    const shown = entriesOf(buildRows(source, { filter: to, search, collapsed }));
    if (shown[0] && !shown.some((row) => row.code === code)) select(shown[0].code);
  };
  /** From the search on to what it found. */
  const leaveSearch = (): void => {
    const found = entriesOf(rows);
    if (found[0] && !found.some((row) => row.code === code)) select(found[0].code);
    focusTree();
  };
  /** Shows an entry wherever the filter, the search or a closed section may have hidden it. */
  const jumpTo = (to: string): void => {
    setCollapsed(new Set());
    setSearch('');
    select(to);
  };
  const goNext = (): void => {
    const next = nextOpen(everyRow, code);
    if (next === undefined) return;
    const inTree = document.activeElement?.getAttribute('role') === 'tree';
    jumpTo(next);
    if (!inTree) requestAnimationFrame(focusEditor);
  };
  const confirm = (): void => {
    if (code === undefined) return;
    void edit({ kind: 'confirmEntry', code });
    const next = nextUnconfirmed(everyRow, code);
    if (next !== undefined) jumpTo(next);
    focusTree();
  };
  useScoringKeys({
    search: () => searchRef.current?.focus({ cursor: 'all' }),
    nextOpen: goNext,
    pick: (n) => {
      const input = place && entry.state !== 'notApplicable' ? quickPick(place, entry.input, n) : undefined;
      if (input) score(input);
    },
    toTree: focusTree,
  });

  if (!place || code === undefined) return <EmptyState text="这个标准没有适用于本单位的评分项" />;
  return (
    <TypedScope value={assessment.id}>
      <div className="scoring" ref={root}>
        <ScoringBar
          report={report}
          withoutEvidence={everyRow.filter((row) => row.noEvidence).length}
          unconfirmed={assessment.carriedFrom && toConfirm.length}
          open={everyRow.filter(isOpen).length}
          wrong={wrong}
          onFilter={changeFilter}
          onJump={jumpTo}
        />
        <TreePane
          rows={rows}
          selected={code}
          wrong={new Set(wrong)}
          filter={filter}
          carried={assessment.carriedFrom !== undefined}
          search={search}
          searchRef={searchRef}
          onFilter={changeFilter}
          onSearch={setSearch}
          onLeaveSearch={leaveSearch}
          onSelect={select}
          onToggle={(key) => setCollapsed(toggledKey(collapsed, key))}
          onEnter={focusEditor}
        />
        <ItemPane
          key={code}
          place={place}
          entry={entry}
          result={scoredResults(report).find((result) => result.code === code)}
          notApplicable={standard.notApplicable}
          feedback={assessment.feedback}
          onInput={score}
          edit={edit}
          onConfirm={confirm}
          onDropTyped={() => dropTyped(assessment.id, code)}
          moreOpen={nextOpen(everyRow, code) !== undefined}
          onNext={goNext}
        />
        <EvidencePane key={`evidence ${code}`} place={place} />
      </div>
    </TypedScope>
  );
}

function toggledKey(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
