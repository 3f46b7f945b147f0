import { placeOf } from '../../../../../shared/standard/places.ts';
import type { Standard } from '../../../../../shared/standard/schema.ts';
import { surveyPercent } from '../../../../../shared/review/comprehensive.ts';
import type { FieldVisit, Review } from '../../../../../shared/review/schema.ts';
import { showPoints } from '../../../../../shared/values/points.ts';
import { type Cell, centre, text } from './cell.ts';

/** What was done beyond the desk, in the order of the procedure: 实地核验, 满意度调查, 公示, 确认. */
export function proceedingRows(review: Review, standard: Standard): Cell[][] {
  const { fieldVisits, survey, publicity, confirmation } = review;
  const row = (what: string, date: string, content: string): Cell[] => [
    centre(what),
    centre(date),
    text(content),
  ];
  return [
    ...fieldVisits.map((visit) => row('实地核验', visit.date, visitText(visit, standard))),
    ...(survey
      ? [
          row(
            '满意度调查',
            survey.date,
            `${survey.by === '' ? '' : `${survey.by}：`}样本${survey.sample}，满意${survey.satisfied}，满意率${showPoints(surveyPercent(survey))}%`,
          ),
        ]
      : []),
    ...(publicity
      ? [
          row(
            '公示',
            [publicity.from, publicity.to].filter((day) => day !== '').join(' 至 '),
            publicity.objections.length === 0 ? '没有收到异议' : `收到异议${publicity.objections.length}条`,
          ),
          ...publicity.objections.map(({ date, content, outcome }) =>
            row('异议', date, `${content}${outcome === '' ? '' : `\n处理：${outcome}`}`),
          ),
        ]
      : []),
    ...(confirmation ? [row('确认', confirmation.date, confirmation.document)] : []),
  ];
}

function visitText({ people, findings, photos, score }: FieldVisit, standard: Standard): string {
  const named = people.map(({ role, name }) => (name === '' ? role : `${role} ${name}`));
  return [
    ...(named.length > 0 ? [`参加人员：${named.join('、')}`] : []),
    ...findings.map((finding) =>
      finding.code === ''
        ? finding.text
        : `${finding.code} ${placeOf(standard, finding.code)?.title ?? ''}：${finding.text}`,
    ),
    ...(score === undefined ? [] : [`得分：${showPoints(score)}%`]),
    ...(photos.length > 0 ? [`照片${photos.length}张`] : []),
  ].join('\n');
}
