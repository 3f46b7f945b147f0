import { useMemo } from 'react';
import { entryOf } from '../../../shared/assessment/schema.ts';
import { scoreSentence } from '../../../shared/eligibility/verdict.ts';
import { placesByCode } from '../../../shared/standard/places.ts';
import { useFileTarget } from '../../ui/intake/targets.ts';
import { EvidencePane } from '../../items/evidence/EvidencePane.tsx';
import { useAddEvidence } from '../../items/evidence/use-add-evidence.ts';
import { entryRows, rowAt } from '../../items/tree-rows.ts';
import { useWorkspace } from '../../items/use-workspace.ts';
import { Workspace } from '../../items/Workspace.tsx';
import { useAssessment } from '../../state/assessment-store.ts';
import { useEvidenceFaults } from '../../state/evidence-store.ts';
import { useOpen, useReport } from '../../state/derived.ts';
import { usePaper } from '../../ui/printing.ts';
import { ScoringBar } from './ScoringBar.tsx';
import { ScoringPaper } from './ScoringPaper.tsx';
import { ScoringPane } from './ScoringPane.tsx';
import {
  isOpen,
  nextOpen,
  nextUnconfirmed,
  SCORING_FILTERS,
  type ScoringFilter,
  scoringRows,
} from './scoring-rows.ts';

/** 逐项自评: the tree, the item, its evidence. */
export function ScoringScreen() {
  const { assessment, standard } = useOpen();
  const report = useReport();
  const selected = useAssessment((state) => state.selectedCode);
  const { edit, select } = useAssessment.getState();
  const places = useMemo(() => placesByCode(standard), [standard]);
  const faults = useEvidenceFaults();
  const source = useMemo(
    () => ({ places, assessment, report, faults }),
    [places, assessment, report, faults],
  );
  const everyRow = useMemo(() => entryRows(source), [source]);
  const toConfirm = everyRow.filter((row) => row.unconfirmed);
  const space = useWorkspace<ScoringFilter>({
    scope: assessment.id,
    places,
    codes: everyRow.map((row) => row.code),
    firstCode: () => (toConfirm[0] ?? everyRow.find(isOpen))?.code,
    selected,
    select,
    // What was carried over is confirmed before anything else is done.
    filter: selected === undefined && toConfirm.length > 0 ? 'unconfirmed' : 'all',
    rowsOf: (query) => scoringRows(source, query),
    nextOf: (code) => nextOpen(everyRow, code),
    answerOf: (code) => entryOf(assessment, code),
    edit,
  });
  const { code } = space;
  const adding = useAddEvidence();
  useFileTarget('screen', (at) => {
    const row = rowAt(at);
    const place = places.get(row?.code ?? code ?? '');
    if (!place) return undefined;
    return {
      words: `松开，附到 ${place.code} ${place.title}`,
      element: row?.element ?? space.panes.root.current?.querySelector('[data-pane="evidence"]'),
      tellsUnread: true,
      take: (files, unread) => {
        if (place.code !== code) space.panes.select(place.code);
        // What comes of it is in sight, also where the panes stand behind tabs.
        space.panes.setPane('evidence');
        void adding.add(files, { linkTo: place.code, unread });
      },
    };
  });
  usePaper(() => (
    <ScoringPaper
      rows={everyRow}
      assessment={assessment}
      result={scoreSentence(standard, report, assessment.campaign)}
    />
  ));
  const confirm = (): void => {
    if (code === undefined) return;
    void edit({ kind: 'confirmEntry', code });
    const next = nextUnconfirmed(everyRow, code);
    if (next !== undefined) space.jumpTo(next);
    space.focusTree();
  };
  return (
    <Workspace
      space={space}
      // Only what was carried over from another edition is to be confirmed.
      filters={SCORING_FILTERS.filter(({ value }) => value !== 'unconfirmed' || assessment.carriedFrom)}
      work="评分"
      empty="这个标准没有适用于本单位的评分项"
      bar={
        <ScoringBar
          report={report}
          campaign={assessment.campaign}
          withoutEvidence={everyRow.filter((row) => row.noEvidence).length}
          unconfirmed={assessment.carriedFrom && toConfirm.length}
          standard={standard}
          unanswered={report.vetoes.filter(({ state }) => state === 'unanswered').map(({ code }) => code)}
          wrong={space.wrong}
          damaged={everyRow.filter((row) => row.damaged).map((row) => row.code)}
          onFilter={space.changeFilter}
          onJump={space.jumpTo}
        />
      }
    >
      {(place) => (
        <>
          <ScoringPane key={place.code} place={place} space={space} onConfirm={confirm} />
          <EvidencePane key={`evidence ${place.code}`} place={place} adding={adding} />
        </>
      )}
    </Workspace>
  );
}
