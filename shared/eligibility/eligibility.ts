import { type Assessment, materialOf } from '../assessment/schema.ts';
import { showPoints } from '../values/points.ts';
import type { ScoreReport } from '../scoring/types.ts';
import type { AssessmentFinding } from './finding.ts';
import type { Source, Standard } from '../standard/schema.ts';
import { checkContent } from './findings.ts';
import { NAMING_LEVEL_LABELS } from '../campaign/schema.ts';

/** One condition of the campaign, for 资格审查. */
export interface Condition {
  readonly code: string;
  readonly title: string;
  /** `notice`: shown, judged by someone else (e.g. a passed deadline: the receiving office decides). */
  readonly result: 'pass' | 'fail' | 'notice';
  readonly detail: string;
  readonly source?: Source;
}

export interface Eligibility {
  readonly eligible: boolean;
  readonly conditions: readonly Condition[];
  readonly findings: readonly AssessmentFinding[];
}

/** A condition and the code of what it is about ('' for the assessment as a whole). */
interface Judged extends Condition {
  readonly item: string;
}

/**
 * May this assessment be handed in? `today` is YYYY-MM-DD. Every failed condition is also a blocking finding,
 * so the findings alone say everything; eligible is what nothing blocks.
 */
export function checkEligibility(
  standard: Standard,
  assessment: Assessment,
  report: ScoreReport,
  today: string,
): Eligibility {
  const judged = [
    checkNaming(assessment),
    checkWillingness(assessment),
    checkScore(assessment, report),
    checkComplete(report),
    ...checkVetoes(standard, report),
    ...checkMaterials(assessment),
    checkUnit(standard, assessment),
    ...checkDeadlines(assessment, today),
  ].filter((condition) => condition !== undefined);

  const findings = [
    ...judged.flatMap(({ code, item, result, detail }): AssessmentFinding[] =>
      result === 'pass'
        ? []
        : [{ code, severity: result === 'fail' ? 'block' : 'warn', item, message: detail }],
    ),
    ...checkContent(standard, assessment, report),
  ];
  return {
    eligible: !findings.some(({ severity }) => severity === 'block'),
    conditions: judged.map(({ item: _, ...condition }) => condition),
    findings,
  };
}

/** Fails with `missing` where there is something to do, passes with `met` otherwise. */
function judge(
  about: { code: string; title: string; source?: Source; item?: string },
  missing: string | undefined,
  met: string,
): Judged {
  return { item: '', ...about, result: missing === undefined ? 'pass' : 'fail', detail: missing ?? met };
}

function checkNaming({ campaign, unit }: Assessment): Judged | undefined {
  if (!campaign.naming) return undefined;
  const { levels, source } = campaign.naming;
  const { level, document, date } = unit.naming;
  const accepted = levels.map((each) => NAMING_LEVEL_LABELS[each]).join('、');
  const missing =
    level === undefined
      ? '还没有填写示范点命名级别，请到“单位与活动”填写'
      : !levels.includes(level)
        ? `${NAMING_LEVEL_LABELS[level]}不在推荐范围，须是${accepted}`
        : document === '' || date === ''
          ? '命名文件的文号和日期没有填全，请到“单位与活动”填写'
          : undefined;
  const met = level ? `${NAMING_LEVEL_LABELS[level]}，${document}，${date}` : '';
  return judge({ code: 'naming', title: `已命名为${accepted}`, source }, missing, met);
}

function checkWillingness({ campaign, willing }: Assessment): Judged | undefined {
  if (!campaign.willingness) return undefined;
  const missing =
    willing === null
      ? '还没有表明参评意愿，请到“单位与活动”选择'
      : willing
        ? undefined
        : '已选择不参评；如要参评，请到“单位与活动”修改';
  return judge(
    { code: 'willingness', title: '自愿参评', source: campaign.willingness.source },
    missing,
    '自愿参评',
  );
}

function checkScore({ campaign }: Assessment, { total, passScore, passes, gap }: ScoreReport): Judged {
  const [score, line] = [showPoints(total), showPoints(passScore)];
  return judge(
    { code: 'score', title: `自我评价${line}分以上`, source: campaign.passScore.source },
    passes ? undefined : `自评${score}分，距${line}分还差${showPoints(gap)}分，可到“差距分析”查看怎样补齐`,
    `自评${score}分，达到${line}分（“以上”包括本数）`,
  );
}

function checkComplete({ unscored, items }: ScoreReport): Judged {
  return judge(
    { code: 'complete', title: '全部评分项已评分' },
    unscored === 0 ? undefined : `还有${unscored}项没有评分，请到“逐项自评”完成`,
    `${items.length}项均已评分或说明不适用`,
  );
}

function checkVetoes({ vetoes }: Standard, report: ScoreReport): Judged[] {
  return report.vetoes.map(({ code, title, state }) =>
    judge(
      {
        code: `veto.${code}`,
        title: `没有“${title}”`,
        item: code,
        source: vetoes.find((veto) => veto.code === code)?.basis[0],
      },
      state === 'clear'
        ? undefined
        : state === 'applies'
          ? `存在“${title}”，一票否决，不能推荐`
          : `一票否决“${title}”还没有回答，请到“逐项自评”选择“是”或“否”`,
      '已回答“否”',
    ),
  );
}

function checkMaterials(assessment: Assessment): Judged[] {
  return assessment.campaign.materials
    .filter(({ required }) => required)
    .map(({ code, title, checklist, source }) => {
      const { files, checked } = materialOf(assessment, code);
      const open = checklist.filter((point) => !checked.includes(point.code)).map(({ label }) => label);
      const missing =
        files.length === 0
          ? `还没有添加“${title}”，请到“材料”添加文件`
          : open.length > 0
            ? `“${title}”还没有确认写到：${open.join('、')}，请到“材料”核对后勾选`
            : undefined;
      return judge(
        { code: `material.${code}`, title, item: code, source },
        missing,
        `已添加${files.length}份文件`,
      );
    });
}

function checkUnit(standard: Standard, { unit, campaign }: Assessment): Judged {
  const categoryKnown =
    standard.unitCategories.length === 0 ||
    standard.unitCategories.some(({ code }) => code === unit.category);
  const missing = [
    { label: '单位名称', filled: unit.name !== '' },
    { label: '单位类别', filled: categoryKnown },
    // The quota tells candidates apart by these two (豫法政办〔2020〕16号 附件 二).
    { label: '行业', filled: unit.industry !== '' },
    { label: '地域', filled: unit.region !== '' },
  ]
    .filter(({ filled }) => !filled)
    .map(({ label }) => label);
  return judge(
    { code: 'unit', title: '单位信息完整', source: campaign.quota?.source },
    missing.length === 0 ? undefined : `单位信息缺少：${missing.join('、')}，请到“单位与活动”填写`,
    `${unit.name}，${unit.industry}，${unit.region}`,
  );
}

/** A passed deadline is a notice: the unit's clock is no judge, the receiving office is. */
function checkDeadlines({ campaign }: Assessment, today: string): Judged[] {
  return campaign.deadlines
    .filter(({ by }) => by === 'unit')
    .map(({ code, label, date, source }) => ({
      code: `deadline.${code}`,
      title: label,
      item: '',
      source,
      // ISO dates compare as text; the day itself is still in time.
      ...(today <= date
        ? { result: 'pass', detail: `截止${date}（含当日）` }
        : { result: 'notice', detail: `已过截止日期${date}，是否受理由接收单位决定，请先联系确认` }),
    }));
}
