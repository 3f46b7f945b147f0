import type { Campaign } from '../../../../../shared/campaign/schema.ts';
import {
  CANDIDATE_COLUMNS,
  eligibilityOn,
  type PointsKey,
  SCORE_KEYS,
  type TextKey,
} from '../../../../../shared/review/candidate-columns.ts';
import type { Candidate } from '../../../../../shared/review/candidate.ts';
import { type Ranked } from '../../../../../shared/review/ranking.ts';
import { isRecommending } from '../../../../../shared/review/recommending.ts';
import { reachedOf } from '../../../../../shared/review/status.ts';
import { kindWords, lineNameIn } from '../../../../../shared/campaign/words.ts';
import { correctedWords } from '../../../../../shared/review/desk-row.ts';
import type { Correctable } from '../../../../../shared/review/schema.ts';
import { type Points } from '../../../../../shared/values/points.ts';
import { type StyledValue } from '../../../sheets/sheet.ts';
import { type CellStyle, STYLES } from '../../../sheets/styles.ts';
import { type TableColumn } from '../../../sheets/table.ts';
import { type DeskView } from '../desk-view.ts';
import { remarksOf } from './words.ts';

/** One line of the table. */
export interface Line {
  readonly ranked: Ranked;
  /** Why it is recommended; undefined where it is not. */
  readonly chosen: string | undefined;
}

export const YES = '是';
const NO = '否';

/** Columns of the list under their own names. */
const text = (key: TextKey, width: number, style: CellStyle): TableColumn<Line> => ({
  title: CANDIDATE_COLUMNS[key].title,
  width,
  cell: ({ ranked }) => [CANDIDATE_COLUMNS[key].value(ranked.candidate), style],
});
/** With the unit's own word where the evaluator corrected it. */
const corrected = (key: Correctable, width: number): TableColumn<Line> => ({
  title: CANDIDATE_COLUMNS[key].title,
  width,
  cell: ({ ranked: { candidate } }) => [correctedWords(candidate, key), STYLES.centre],
});
const points = (key: PointsKey, missing: (candidate: Candidate) => string): TableColumn<Line> => ({
  title: CANDIDATE_COLUMNS[key].title,
  width: 8,
  cell({ ranked: { candidate } }): StyledValue {
    const value = finalPoints(key, candidate);
    return value === undefined ? [missing(candidate), STYLES.centre] : [value / 100, STYLES.points];
  },
});
/** No score of the verifying before it is finished: nothing pending is not enough, reasons may be owed. */
export function finalPoints(key: PointsKey, candidate: Candidate): Points | undefined {
  return key === 'selfScore' || candidate.state === 'done'
    ? CANDIDATE_COLUMNS[key].value(candidate)
    : undefined;
}
/** Before the scores. An acceptance need have nobody who recommends, and asks who is 培育对象. */
export function placeColumns({ desk, candidates }: DeskView): readonly TableColumn<Line>[] {
  const { kind, cultivation } = desk.campaign;
  const hasBodies = kind !== 'acceptance' || candidates.some(({ body }) => body !== '');
  return [
    { title: '排名', width: 6, cell: ({ ranked }) => [ranked.rank, STYLES.centre] },
    text('unit', 24, STYLES.text),
    text('level', 9, STYLES.centre),
    corrected('industry', 9),
    corrected('region', 10),
    ...(hasBodies ? [text('body', 14, STYLES.text)] : []),
    text('superior', 14, STYLES.text),
    ...(cultivation ? [text('cultivation', 16, STYLES.text)] : []),
  ];
}
const EVIDENCE_COLUMN: TableColumn<Line> = {
  title: '佐证数（认可/不予认可）',
  width: 12,
  cell({ ranked }) {
    const { total, accepted, rejected } = ranked.candidate.evidence;
    return [`${total}（${accepted}/${rejected}）`, STYLES.centre];
  },
};
const chosenColumn = (campaign: Campaign): TableColumn<Line> => ({
  title: `是否${kindWords(campaign).act}`,
  width: 7,
  cell: ({ chosen }) => [chosen === undefined ? NO : YES, STYLES.centre],
});

/** The scores of a desk: 综合评价 only where the campaign states what it is made of. */
export function scoreKeysOf({ desk }: DeskView): readonly PointsKey[] {
  return SCORE_KEYS.filter((key) => key !== 'comprehensive' || desk.campaign.comprehensive !== undefined);
}

export function columnsOf(view: DeskView): readonly TableColumn<Line>[] {
  const { standard, desk } = view;
  const isOfficial = isRecommending(standard, desk.campaign);
  const missing = { selfScore: '', verifiedScore: '未完成核验', comprehensive: '—', delta: '' };
  return [
    ...placeColumns(view),
    ...scoreKeysOf(view).map((key) => points(key, () => missing[key])),
    {
      title: lineNameIn(desk.campaign, standard),
      width: 8,
      cell({ ranked: { candidate } }) {
        const reached = reachedOf(candidate);
        return [reached, reached === '未达' ? STYLES.alert : STYLES.centre];
      },
    },
    {
      title: isOfficial ? CANDIDATE_COLUMNS.eligible.title : '依据',
      width: 9,
      cell: ({ ranked }) => [
        eligibilityOn(ranked),
        ranked.candidate.qualifies || !isOfficial ? STYLES.centre : STYLES.alert,
      ],
    },
    EVIDENCE_COLUMN,
    ...(isOfficial ? [chosenColumn(desk.campaign)] : []),
    {
      title: '备注',
      width: 30,
      cell: ({ ranked, chosen = '' }) => [remarksOf(ranked, chosen, desk.campaign), STYLES.text],
    },
  ];
}
