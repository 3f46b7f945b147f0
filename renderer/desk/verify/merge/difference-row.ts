import type { Assessment } from '../../../../shared/assessment/schema.ts';
import { surveyPercent } from '../../../../shared/review/comprehensive.ts';
import { gapsWords } from '../../../../shared/eligibility/verdict.ts';
import { type Difference, isConflict } from '../../../../shared/review/merge.ts';
import type { ConfirmedGaps } from '../../../../shared/review/schema.ts';
import { showPoints } from '../../../../shared/values/points.ts';
import { scoreRule } from '../../../../shared/scoring/rule.ts';
import type { Place } from '../../../../shared/standard/places.ts';
import { statedLines } from '../../../../shared/assessment/stated-lines.ts';
import type { ChoiceRow } from '../../../ui/choices/choices.ts';

interface Context {
  readonly places: ReadonlyMap<string, Place>;
  readonly assessment: Assessment;
}

/** A difference of two reviews in words. */
export function differenceRow(difference: Difference, context: Context): ChoiceRow {
  const { path } = difference;
  const row = { path, title: titleFor(difference, context), ...sidesOf(difference, context) };
  return isConflict(difference) ? { ...row, asks: true } : row;
}

function titleFor(difference: Difference, { places, assessment }: Context): string {
  switch (difference.part) {
    case 'entry':
    case 'evidence': {
      const { code } = difference;
      const place = places.get(code);
      const entry = place ? `${code} ${place.title}` : code;
      if (difference.part === 'entry') return entry;
      const piece = assessment.evidence.find(({ sha256 }) => sha256 === difference.sha256);
      return `${entry}：佐证“${piece?.label ?? difference.sha256.slice(0, 8)}”`;
    }
    case 'fieldVisit':
      return `实地核验 ${(difference.ours ?? difference.theirs)?.date ?? ''}`.trim();
    case 'survey':
      return '满意度调查';
    case 'publicity':
      return '公示';
    case 'confirmation':
      return '确认';
    case 'gaps':
      return '合理缺项的确认';
    case 'conclusion':
      return '核验结论';
  }
}

type Sides = Pick<ChoiceRow, 'ours' | 'theirs'>;

function sidesOf(difference: Difference, { places }: Context): Sides {
  switch (difference.part) {
    case 'entry': {
      const place = places.get(difference.code);
      return both(difference, ({ state, input, reason }) => {
        const value =
          state === 'pending'
            ? '待核'
            : state === 'notApplicable'
              ? '不适用'
              : place && input
                ? resultWords(place, input)
                : '已核';
        return reason === '' ? value : `${value}。意见：${reason}`;
      });
    }
    case 'evidence':
      return both(difference, ({ decision, reason }) =>
        decision === 'accepted' ? '认可' : `不予认可${reason === '' ? '' : `：${reason}`}`,
      );
    case 'fieldVisit':
      return both(difference, ({ date, people, findings, photos, score }) =>
        [
          date || '没有写日期',
          people.map(({ role, name }) => `${role}${name}`).join('、'),
          ...findings.map(({ code, text }) => `${code || '整体'}：${text}`),
          `照片和文件 ${photos.length} 份`,
          score === undefined ? '' : `得分 ${showPoints(score)}`,
        ]
          .filter((part) => part !== '')
          .join('；'),
      );
    case 'survey':
      return both(difference, (survey) =>
        [
          `样本 ${survey.sample}，满意 ${survey.satisfied}（${showPoints(surveyPercent(survey))}%）`,
          survey.date,
          survey.by,
        ]
          .filter((part) => part !== '')
          .join('，'),
      );
    case 'publicity':
      return both(difference, ({ from, to, objections }) =>
        [
          `${from || '没有写'} 至 ${to || '没有写'}`,
          ...objections.map(({ content, outcome }) => `异议：${content}（${outcome || '未处理'}）`),
        ].join('；'),
      );
    case 'confirmation':
      return both(difference, ({ document, date }) => `${document} ${date}`.trim());
    case 'gaps':
      return {
        ours: confirmedWords(difference.ours),
        theirs: confirmedWords(difference.theirs),
      };
    case 'conclusion':
      return both(difference, (text) => text);
  }
}

function confirmedWords(gaps: ConfirmedGaps | undefined): string {
  return gaps ? `${gapsWords({ gaps })}，已确认` : '未确认';
}

function both<T>(sides: { ours?: T; theirs?: T }, words: (side: T) => string): Sides {
  const { ours, theirs } = sides;
  return {
    ours: ours === undefined ? '' : words(ours),
    theirs: theirs === undefined ? '' : words(theirs),
  };
}

function resultWords(place: Place, input: Parameters<typeof statedLines>[1]): string {
  if (place.kind !== 'item') return statedLines(place, input).join('；');
  const { score, explanation } = scoreRule(place.item.rule, place.item.fullScore, input);
  return `${showPoints(score)} 分（${explanation}）`;
}
