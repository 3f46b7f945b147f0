import { inputOf } from '../assessment/rule-input.ts';
import { moduleOf } from '../standard/rules.ts';
import { withoutEvidence } from '../scoring/lacks-evidence.ts';
import { unlinkedEvidence } from '../assessment/unlinked-evidence.ts';
import { type Assessment, entryOf } from '../assessment/schema.ts';
import { unconfirmed } from '../scoring/unconfirmed.ts';
import { scoredResults } from '../scoring/results.ts';
import type { ScoreReport } from '../scoring/types.ts';
import type { AssessmentFinding } from './finding.ts';
import { checkGaps } from './gap-findings.ts';
import type { Standard } from '../standard/schema.ts';
import { itemsFor, placeOf } from '../standard/places.ts';

/** Findings about single entries and evidence, beyond the campaign's conditions (`eligibility.ts`). */
export function checkContent(
  standard: Standard,
  assessment: Assessment,
  report: ScoreReport,
): AssessmentFinding[] {
  return [
    ...checkInputs(assessment, report),
    ...checkConfirmed(assessment, report),
    ...checkDoubts(standard, assessment),
    ...checkVetoReasons(assessment, report),
    ...checkGaps(standard, assessment, report),
    ...checkEvidence(standard, assessment, report),
    ...checkContact(assessment),
  ];
}

function checkInputs(assessment: Assessment, report: ScoreReport): AssessmentFinding[] {
  return [
    ...scoredResults(report).flatMap(({ code, title, problem }): AssessmentFinding[] =>
      problem === undefined
        ? []
        : [{ code: 'input', severity: 'block', item: code, message: `“${title}”：${problem}` }],
    ),
    ...report.items
      .filter(
        ({ code, state }) => state === 'notApplicable' && entryOf(assessment, code).reason.trim() === '',
      )
      .map(({ code, title }): AssessmentFinding => ({
        code: 'notApplicableWithoutReason',
        severity: 'block',
        item: code,
        message: `“${title}”申报不适用但没有说明理由，请填写`,
      })),
  ];
}

/** Carried over from another edition: an answer to other words is none until the unit says that it still holds. */
function checkConfirmed(assessment: Assessment, report: ScoreReport): AssessmentFinding[] {
  const open = unconfirmed(assessment, report).length;
  if (open === 0) return [];
  const message = `还有${open}项沿用旧版标准的内容没有确认，请到“逐项自评”逐项确认或重新评分`;
  return [{ code: 'unconfirmed', severity: 'block', item: '', message }];
}

/** A “是” without what happened leaves whoever receives it with nothing to judge. */
function checkVetoReasons(assessment: Assessment, { vetoes }: ScoreReport): AssessmentFinding[] {
  return vetoes
    .filter(({ code, state }) => state === 'applies' && entryOf(assessment, code).reason.trim() === '')
    .map(({ code, title }) => ({
      code: 'vetoWithoutReason',
      severity: 'warn',
      item: code,
      message: `“${title}”选了“是”，没有写情况说明，请写明经过和处理结果`,
    }));
}

/** What a rule takes but looks like filled in by mistake. */
function checkDoubts(standard: Standard, assessment: Assessment): AssessmentFinding[] {
  return itemsFor(standard, assessment.unit.category).flatMap(
    ({ item: { code, title, rule } }): AssessmentFinding[] => {
      const input = inputOf(entryOf(assessment, code).input, rule.kind);
      const doubt = input && moduleOf(rule).doubt?.(rule, input);
      return doubt
        ? [{ code: doubt.code, severity: 'warn', item: code, message: `“${title}”：${doubt.message}` }]
        : [];
    },
  );
}

/**
 * No document makes evidence for each item a condition, so an item without any is a warning. But a package
 * without a single piece of the evidence that the standard asks for cannot be verified at all: that blocks.
 */
function checkEvidence(standard: Standard, assessment: Assessment, report: ScoreReport): AssessmentFinding[] {
  const scored = [
    ...report.items.filter(({ state }) => state === 'scored'),
    ...(report.bonus?.entries ?? []),
  ];
  const bare = withoutEvidence(report, (code) => placeOf(standard, code)?.asked ?? []);
  const findings = bare.map(({ code, title }): AssessmentFinding => ({
    code: 'withoutEvidence',
    severity: 'warn',
    item: code,
    message: `“${title}”已得分但没有佐证材料，请补充`,
  }));
  if (bare.length > 0 && scored.every(({ evidence }) => evidence === 0)) {
    findings.unshift({
      code: 'noEvidence',
      severity: 'block',
      item: '',
      message: '所有评分项都没有佐证材料，无法核验，请到“佐证材料”添加并关联',
    });
  }
  const loose = unlinkedEvidence(assessment).map(({ label }) => label);
  if (loose.length > 0) {
    const names = loose.length > 3 ? `${loose.slice(0, 3).join('、')}等` : loose.join('、');
    findings.push({
      code: 'unlinkedEvidence',
      severity: 'warn',
      item: '',
      message: `有${loose.length}件佐证材料没有用在任何一项：${names}，请关联或删除`,
    });
  }
  return findings;
}

function checkContact({ unit }: Assessment): AssessmentFinding[] {
  if (unit.contact.name !== '' && unit.contact.phone !== '') return [];
  const message = '联系人或联系电话没有填写，请到“单位与活动”补充，方便接收单位联系';
  return [{ code: 'contact', severity: 'warn', item: '', message }];
}
