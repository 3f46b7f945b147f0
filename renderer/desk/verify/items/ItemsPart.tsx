import { useEffect, useMemo, useRef, useState } from 'react';
import type { InputRef } from 'antd';
import { stepBetween } from '../../../../shared/assessment/input-steps.ts';
import { type RuleInput, entryOf } from '../../../../shared/assessment/schema.ts';
import { reviewEntryOf } from '../../../../shared/review/schema.ts';
import { verifiedAssessment } from '../../../../shared/review/verified-score.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useOpenCandidate, useVerified } from '../../../state/review-derived.ts';
import { useReview } from '../../../state/review-store.ts';
import { usesOf } from '../../../assessment/evidence/uses.ts';
import { TypedScope, dropTyped, useWrongCodes } from '../../../items/rules/typed-fields.ts';
import { quickPick } from '../../../items/rules/quick-pick.ts';
import { placesByCode } from '../../../../shared/standard/places.ts';
import { entriesOf } from '../../../items/tree-rows.ts';
import { useScoringKeys } from '../../../items/use-scoring-keys.ts';
import { useDeskFile } from '../use-desk-file.ts';
import { DecidePane } from './DecidePane.tsx';
import { type Decision, reasonId } from './DecisionRow.tsx';
import { VerifyPane } from './VerifyPane.tsx';
import { VerifyTree } from './VerifyTree.tsx';
import { type VerifyFilter, verifyMarks, needsWork, nextWork, verifyRows } from './marks.ts';
import '../../../items/panes.css';
import './decide.css';

/** Where the evaluator last was in each package. */
const lastCodes = new Map<string, string>();

/** 逐项核验: the tree, the item with both scores, its evidence. */
export function ItemsPart() {
  const { assessment, standard, review } = useOpenCandidate();
  const { verified } = useVerified();
  const scope = useDeskFile().assessmentId;
  const selectedCode = useReview((state) => state.selectedCode);
  const { edit, select } = useReview.getState();
  const [filter, setFilter] = useState<VerifyFilter>('all');
  const [search, setSearch] = useState('');
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [piece, setPiece] = useState({ code: '', sha256: '' });
  const searchRef = useRef<InputRef>(null);
  const root = useRef<HTMLDivElement>(null);

  const places = useMemo(() => placesByCode(standard), [standard]);
  const uses = useMemo(() => usesOf(standard, assessment), [standard, assessment]);
  const marks = useMemo(() => verifyMarks(review, verified), [review, verified]);
  const source = useMemo(
    () => ({
      places,
      assessment: verifiedAssessment(standard, assessment, review),
      report: verified.report,
    }),
    [places, standard, assessment, review, verified],
  );
  const codes = [...marks.keys()];
  const [first] = useState(
    () => lastCodes.get(scope) ?? codes.find((each) => needsWork(marks.get(each))) ?? codes[0],
  );
  const code = [selectedCode, first, codes[0]].find((each) => each !== undefined && marks.has(each));
  const place = code === undefined ? undefined : places.get(code);
  const rows = verifyRows(source, marks, { filter, search, collapsed, keep: code });
  const wrong = useWrongCodes(scope).filter((each) => places.has(each));

  useEffect(() => {
    if (code !== undefined) lastCodes.set(scope, code);
  }, [scope, code]);

  if (!place || code === undefined) return <EmptyState text="这个标准没有适用于该单位的评分项" />;

  const entry = reviewEntryOf(review, code);
  const pieces = entryOf(assessment, code).evidence.flatMap((sha) =>
    assessment.evidence.filter(({ sha256 }) => sha256 === sha),
  );
  const shown = (piece.code === code && pieces.find(({ sha256 }) => sha256 === piece.sha256)) || pieces[0];

  const score = (input: RuleInput): void => {
    const step = stepBetween(entry.state === 'scored' ? entry.input : undefined, input);
    void edit(step ? { ...step, code } : { kind: 'score', code, input });
  };
  const agree = (): void => {
    const agrees = entry.state !== 'pending' && marks.get(code)?.differs === false;
    if (agrees || entryOf(assessment, code).state === 'unscored') return;
    dropTyped(scope, code);
    void edit({ kind: 'agree', codes: [code] });
  };
  const decide = (sha256: string, decision: Decision, reason: string): Promise<boolean> =>
    edit({ kind: 'decideEvidence', code, sha256, decision, reason });
  /** The keys: accepted leads to the next piece that is not decided, rejected to its reason. */
  const decideShown = (decision: Decision): void => {
    if (!shown) return;
    const known = entry.evidence[shown.sha256];
    void decide(shown.sha256, decision, known?.reason ?? '');
    const next = pieces.find((each) => each !== shown && entry.evidence[each.sha256] === undefined);
    if (decision === 'rejected') {
      requestAnimationFrame(() => document.getElementById(reasonId(shown.sha256))?.focus());
    } else if (next) setPiece({ code, sha256: next.sha256 });
  };
  /** To 同意自评 first: from there every key works, in a number field they would be typed. */
  const focusEditor = (): void => {
    const editor = root.current?.querySelector('.scoring-editor');
    const control =
      root.current?.querySelector<HTMLElement>('.verify-agree-one:not([disabled])') ??
      editor?.querySelector<HTMLElement>('input:checked') ??
      editor?.querySelector<HTMLElement>('input, textarea') ??
      editor?.querySelector<HTMLElement>('button');
    control?.focus();
  };
  const focusTree = (): void => root.current?.querySelector<HTMLElement>('[role="tree"]')?.focus();
  const changeFilter = (to: VerifyFilter): void => {
    setFilter(to);
    const found = entriesOf(verifyRows(source, marks, { filter: to, search, collapsed }));
    if (found[0] && !found.some((row) => row.code === code)) select(found[0].code);
  };
  const leaveSearch = (): void => {
    const found = entriesOf(rows);
    if (found[0] && !found.some((row) => row.code === code)) select(found[0].code);
    focusTree();
  };
  const goNext = (): void => {
    const next = nextWork(marks, code);
    if (next === undefined) return;
    const inTree = document.activeElement?.getAttribute('role') === 'tree';
    setCollapsed(new Set());
    setSearch('');
    select(next);
    if (!inTree) requestAnimationFrame(focusEditor);
  };

  return (
    <TypedScope value={scope}>
      <div className="scoring verify-items" ref={root}>
        <VerifyKeys
          search={() => searchRef.current?.focus({ cursor: 'all' })}
          nextOpen={goNext}
          pick={(n) => {
            const input = entry.state === 'notApplicable' ? undefined : quickPick(place, entry.input, n);
            if (input) score(input);
          }}
          toTree={focusTree}
          others={
            new Map([
              ['=', agree],
              ['y', () => decideShown('accepted')],
              ['n', () => decideShown('rejected')],
            ])
          }
        />
        <VerifyTree
          rows={rows}
          selected={code}
          wrong={new Set(wrong)}
          filter={filter}
          search={search}
          searchRef={searchRef}
          onFilter={changeFilter}
          onSearch={setSearch}
          onLeaveSearch={leaveSearch}
          onSelect={select}
          onToggle={(key) => {
            const next = new Set(collapsed);
            if (!next.delete(key)) next.add(key);
            setCollapsed(next);
          }}
          onEnter={focusEditor}
        />
        <VerifyPane
          key={code}
          place={place}
          mark={marks.get(code)}
          onInput={score}
          onAgree={agree}
          onDropTyped={() => dropTyped(scope, code)}
          moreWork={nextWork(marks, code) !== undefined}
          onNext={goNext}
        />
        <DecidePane
          key={`evidence ${code}`}
          place={place}
          pieces={pieces}
          uses={uses}
          shown={shown}
          onShow={(sha256) => setPiece({ code, sha256 })}
          onDecide={decide}
        />
      </div>
    </TypedScope>
  );
}

function VerifyKeys(keys: Parameters<typeof useScoringKeys>[0]) {
  useScoringKeys(keys);
  return null;
}
