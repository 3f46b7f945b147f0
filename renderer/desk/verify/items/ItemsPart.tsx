import { useMemo, useState } from 'react';
import { entryOf } from '../../../../shared/assessment/schema.ts';
import { reviewEntryOf } from '../../../../shared/review/schema.ts';
import { scoreAssessment } from '../../../../shared/scoring/report.ts';
import { verifiedAssessment } from '../../../../shared/review/verified-score.ts';
import { placesByCode } from '../../../../shared/standard/places.ts';
import { usesOf } from '../../../assessment/evidence/uses.ts';
import { useWorkspace } from '../../../items/use-workspace.ts';
import { entryRows } from '../../../items/tree-rows.ts';
import { Workspace } from '../../../items/Workspace.tsx';
import { useOpenCandidate, useVerified } from '../../../state/review-derived.ts';
import { useReview } from '../../../state/review-store.ts';
import { usePaper } from '../../../ui/printing.ts';
import { useDeskFile } from '../use-desk-file.ts';
import { DecidePane } from './DecidePane.tsx';
import { type Decision, reasonId } from './DecisionRow.tsx';
import { needsWork, nextWork, VERIFY_FILTERS, type VerifyFilter, verifyMarks, verifyRows } from './marks.ts';
import { VerifyPaper } from './VerifyPaper.tsx';
import { VerifyPane } from './VerifyPane.tsx';
import './decide.css';

/** 逐项核验: the tree, the item with both scores, its evidence. */
export function ItemsPart() {
  const { assessment, standard, review } = useOpenCandidate();
  const { verified } = useVerified();
  const scope = useDeskFile().assessmentId;
  const selected = useReview((state) => state.selectedCode);
  const { edit, select } = useReview.getState();
  const [piece, setPiece] = useState({ code: '', sha256: '' });
  const places = useMemo(() => placesByCode(standard), [standard]);
  const uses = useMemo(() => usesOf(standard, assessment), [standard, assessment]);
  const marks = useMemo(() => verifyMarks(review, verified), [review, verified]);
  const source = useMemo(() => {
    const assessed = verifiedAssessment(standard, assessment, review);
    return { places, assessment: assessed, report: verified.report };
  }, [places, standard, assessment, review, verified]);
  const codes = [...marks.keys()];
  const space = useWorkspace<VerifyFilter>({
    scope,
    places,
    codes,
    firstCode: () => codes.find((each) => needsWork(marks.get(each))),
    selected,
    select,
    filter: 'all',
    rowsOf: (query) => verifyRows(source, marks, query),
    nextOf: (code) => nextWork(marks, code),
    answerOf: (code) => reviewEntryOf(review, code),
    edit,
    keys: { '=': agree, y: () => decideShown('accepted'), n: () => decideShown('rejected') },
  });
  const { code = '' } = space;
  usePaper(() => {
    const own = { places, assessment, report: scoreAssessment(standard, assessment) };
    return <VerifyPaper own={entryRows(own)} verified={entryRows(source)} review={review} />;
  });
  const entry = reviewEntryOf(review, code);
  const pieces = entryOf(assessment, code).evidence.flatMap((sha) =>
    assessment.evidence.filter(({ sha256 }) => sha256 === sha),
  );
  const shown = (piece.code === code && pieces.find(({ sha256 }) => sha256 === piece.sha256)) || pieces[0];

  function agree(): void {
    const agrees = entry.state !== 'pending' && marks.get(code)?.differs === false;
    if (agrees || entryOf(assessment, code).state === 'unscored') return;
    space.dropTyped();
    void edit({ kind: 'agree', codes: [code] });
  }
  function decide(sha256: string, decision: Decision, reason: string): Promise<boolean> {
    return edit({ kind: 'decideEvidence', code, sha256, decision, reason });
  }
  /** The keys: accepted leads to the next piece that is not decided, rejected to its reason. */
  function decideShown(decision: Decision): void {
    if (!shown) return;
    const known = entry.evidence[shown.sha256];
    void decide(shown.sha256, decision, known?.reason ?? '');
    const next = pieces.find((each) => each !== shown && entry.evidence[each.sha256] === undefined);
    if (decision === 'rejected') {
      space.panes.show('evidence');
      requestAnimationFrame(() => document.getElementById(reasonId(shown.sha256))?.focus());
    } else if (next) setPiece({ code, sha256: next.sha256 });
  }

  return (
    <Workspace
      space={space}
      filters={VERIFY_FILTERS}
      work="核验"
      empty="这个标准没有适用于该单位的评分项"
      className="verify-items"
    >
      {(place) => (
        <>
          <VerifyPane key={code} place={place} space={space} mark={marks.get(code)} onAgree={agree} />
          <DecidePane
            key={`evidence ${code}`}
            place={place}
            pieces={pieces}
            uses={uses}
            shown={shown}
            onShow={(sha256) => setPiece({ code, sha256 })}
            onDecide={decide}
          />
        </>
      )}
    </Workspace>
  );
}
