import { EMPTY_PROFILE, type Profile } from '../assessment/profile.ts';
import { type Assessment, entryOf, materialOf } from '../assessment/schema.ts';
import { NAMING_LEVEL_LABELS } from '../campaign/schema.ts';
import { kindWords } from '../campaign/words.ts';
import { categoryOf } from '../assessment/category.ts';
import { gapsWords, resultWords } from '../eligibility/verdict.ts';
import { analyseGap } from '../scoring/gap.ts';
import { ledgerOf, ledgerPoints } from '../scoring/ledger.ts';
import { scoreAssessment } from '../scoring/report.ts';
import type { GapAnalysis, ScoreReport } from '../scoring/types.ts';
import { authorityName } from '../standard/authority.ts';
import { byWords } from '../standard/basis.ts';
import { allItems, appliesTo, placesOf } from '../standard/places.ts';
import type { Standard } from '../standard/schema.ts';
import { ratePercent, showPoints } from '../values/points.ts';
import { catalogueOf } from './catalogue.ts';
import { countedYears, USUAL_COUNTS } from './counts.ts';
import type { LoopRow, PaperValues, SwitchField, TextField } from './fields.ts';
import { OPINION_WORDS, paperTitle } from './kinds.ts';
import { LINE_BREAK } from './line-breaks.ts';
import { showDay } from './show-day.ts';

export interface PaperInput {
  readonly assessment: Assessment;
  readonly standard: Standard;
  /** 文书名称. */
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** 材料号 by SHA-256. */
  readonly numbers: ReadonlyMap<string, number>;
  /** A place for 主管部门意见. */
  readonly authorityOpinion: 'with' | 'without';
}

interface Context extends PaperInput {
  readonly report: ScoreReport;
  readonly gap: GapAnalysis;
  readonly profile: Profile;
}

/** All that a template can name, of one assessment. Empty where nothing is filled in: nothing is made up. */
export function paperValues(input: PaperInput): PaperValues {
  const { assessment, standard } = input;
  const report = scoreAssessment(standard, assessment);
  const context: Context = {
    ...input,
    report,
    gap: analyseGap(standard, assessment, report),
    profile: assessment.unit.profile ?? EMPTY_PROFILE,
  };
  return { ...unitTexts(context), ...scoreTexts(context), ...switches(context), ...loops(context) };
}

type UnitTexts = Record<Exclude<TextField, keyof ReturnType<typeof scoreTexts>>, string>;

function unitTexts({ assessment, standard, profile, title, today }: Context): UnitTexts {
  const { unit, campaign } = assessment;
  const { naming, cultivation, contact } = unit;
  const [first, second, third] = countedYears(profile, today).map((year) => `${year}年`);
  return {
    文书名称: title,
    推荐表名称: paperTitle('application', campaign),
    活动名称: campaign.title,
    活动文号: campaign.documentNumber,
    活动类别: kindWords(campaign).name,
    材料名称: kindWords(campaign).materials,
    单位名称: unit.name,
    统一社会信用代码: unit.creditCode ?? '',
    单位类别: categoryOf(standard, unit),
    单位性质: profile.nature,
    机构级别: profile.rank,
    单位地址: profile.address,
    主要负责人: profile.head,
    主要负责人职务: profile.headPost,
    编制人数: number(profile.posts),
    在岗执法人员: number(profile.onDuty),
    持证人数: number(profile.licensed),
    执法门类: profile.fields,
    行业: unit.industry,
    地域: unit.region,
    上级主管部门: unit.superior,
    命名级别: naming.level ? NAMING_LEVEL_LABELS[naming.level] : '',
    命名文号: naming.document,
    命名日期: showDay(naming.date),
    培育文号: cultivation?.document ?? '',
    培育日期: showDay(cultivation?.date ?? ''),
    联系人: contact.name,
    联系电话: contact.phone,
    荣誉: profile.honours,
    结对标兵: profile.mentor,
    主要事迹: profile.deeds,
    主要举措: profile.measures ?? '',
    工作亮点: profile.highlights ?? '',
    工作成效: profile.results ?? '',
    案例: profile.cases ?? '',
    数据: profile.figures ?? '',
    其他单位意见: OPINION_WORDS[campaign.kind],
    第一年: first ?? '',
    第二年: second ?? '',
    第三年: third ?? '',
    ...countTexts(assessment, standard),
    生成日期: showDay(today),
  };
}

/** As the package has them: each content once, what is a 汇报材料 as that. */
function countTexts(assessment: Assessment, standard: Standard) {
  const { campaign, evidence } = assessment;
  const known = new Set(evidence.map(({ sha256 }) => sha256));
  const materials = new Set(
    campaign.materials.flatMap(({ code }) => materialOf(assessment, code).files.map(({ sha256 }) => sha256)),
  );
  const linked = new Set(placesOf(standard).flatMap(({ code }) => entryOf(assessment, code).evidence));
  const reports = [...materials].filter((sha256) => known.has(sha256)).length;
  const used = [...linked].filter((sha256) => known.has(sha256) && !materials.has(sha256)).length;
  const rest = evidence.length - used - reports;
  const parts = [
    used > 0 && `佐证材料${used}份`,
    reports > 0 && `汇报材料${reports}份`,
    rest > 0 && `未对应评分项的材料${rest}份`,
  ];
  const words = parts.filter((each) => each !== false).join('、');
  return {
    材料份数: String(evidence.length),
    佐证材料份数: String(used),
    汇报材料份数: String(reports),
    材料份数说明: words === '' ? '' : `（${words}）`,
  };
}

/** What becomes of a 合理缺项 in the table of scores. */
const COUNTED: Record<Standard['notApplicable']['rule'], string> = {
  forbidden: '',
  fullScore: '，按满分计',
  renormalise: '，不计入上表的分值',
};

function scoreTexts({ standard, assessment, report, gap }: Context) {
  const [by, total, full] = [byWords(standard), showPoints(report.total), showPoints(report.fullScore)];
  const open = report.unscored > 0 ? `，还有${report.unscored}项未评` : '';
  return {
    标准名称: standard.title,
    标准版本: standard.edition,
    标准性质: authorityName(standard),
    评分依据: by,
    自评分: total,
    满分: full,
    自评分说明: `${by}自评${total}分（满分${full}分${open}）`,
    自评结论: resultWords(standard, report, assessment.campaign),
    分值说明: worthWords(standard, assessment, report),
    合理缺项说明:
      report.gaps.count === 0 ? '' : `${gapsWords(report)}${COUNTED[standard.notApplicable.rule]}`,
    差距提要: gapWords({ report, gap }),
  };
}

function gapWords({ report, gap }: Pick<Context, 'report' | 'gap'>): string {
  return [
    report.unscored > 0 && `还有${report.unscored}项未评`,
    gap.scoredWithoutEvidence.length > 0 && `${gap.scoredWithoutEvidence.length}项已评但没有佐证材料`,
  ]
    .filter((words) => words !== false)
    .join('，');
}

/** Why the points in the table of scores are not the full score together; 合理缺项 have words of their own. */
function worthWords(standard: Standard, { unit }: Assessment, { sections, fullScore }: ScoreReport): string {
  const sum = (key: 'fullScore' | 'activeFullScore') => sections.reduce((all, each) => all + each[key], 0);
  if (sum('fullScore') === fullScore) return '';
  const isChosen = standard.unitCategories.some(({ code }) => code === unit.category);
  const reasons = [
    standard.sections.some(({ weight }) => weight !== undefined) && '总分按各指标的权重计算',
    allItems(standard).some(({ item }) => !appliesTo(item, unit.category)) &&
      (isChosen
        ? '只适用于其他类别单位的评分项没有列入'
        : '还没有选单位类别，只适用于某类单位的评分项没有列入'),
  ].filter((words) => words !== false);
  const why = reasons.length > 0 ? reasons.join('；') : '评分标准里各项的分值就是这样';
  return `以上各项分值相加为${showPoints(sum('activeFullScore'))}分，不等于满分${showPoints(fullScore)}分：${why}`;
}

function switches({
  assessment,
  profile,
  report,
  gap,
  authorityOpinion,
}: Context): Record<SwitchField, boolean> {
  const { campaign, sample, evidence } = assessment;
  const hasCounts = profile.counts.some(({ values }) => values.some((value) => value !== null));
  return {
    示例: sample,
    要求培育对象: campaign.cultivation !== undefined,
    要求其他单位意见: OPINION_WORDS[campaign.kind] !== '',
    要求主管部门意见: authorityOpinion === 'with',
    有近三年数据: hasCounts,
    缺数据: !hasCounts && (profile.figures ?? '').trim() === '',
    有差距: gap.steps.length > 0,
    有差距与改进: gap.steps.length > 0 || gapWords({ report, gap }) !== '',
    有佐证材料: evidence.length > 0,
  };
}

type Loops = Omit<PaperValues, TextField | SwitchField>;

/** Characters of a paragraph that a page has room for beside what follows it. */
const KEPT_TOGETHER = 200;

function loops({ assessment, standard, profile, report, gap, numbers }: Context): Loops {
  const gaps = gap.steps.map(({ code, title, gain, hint }) => ({
    编号: code,
    评分项: title,
    可增分: showPoints(gain),
    改进建议: hint,
  }));
  const figures = paragraphs(profile.figures);
  const last = figures.filter(({ 段 }, at) => at === figures.length - 1 && 段.length <= KEPT_TOGETHER);
  return {
    近三年数据: countRows(profile),
    荣誉段落: paragraphs(profile.honours),
    主要事迹段落: paragraphs(profile.deeds),
    主要举措段落: paragraphs(profile.measures),
    工作亮点段落: paragraphs(profile.highlights),
    工作成效段落: paragraphs(profile.results),
    案例段落: paragraphs(profile.cases),
    数据段落: figures,
    数据前段: figures.slice(0, figures.length - last.length),
    数据末段: last,
    指标得分: scoreRows(report),
    差距: gaps,
    差距前项: gaps.slice(0, -2),
    差距末项: gaps.slice(-2),
    目录: catalogueOf({ assessment, standard }, numbers),
  };
}

function countRows({ counts }: Profile): LoopRow<'近三年数据'>[] {
  if (counts.length === 0)
    return USUAL_COUNTS.map((项目) => ({ 项目, 第一年数: '', 第二年数: '', 第三年数: '' }));
  return counts.map(({ label, values: [first, second, third] }) => ({
    项目: label,
    第一年数: number(first),
    第二年数: number(second),
    第三年数: number(third),
  }));
}

/** The top-level sections, then what the total is made of besides; together they are the total. */
function scoreRows(report: ScoreReport): LoopRow<'指标得分'>[] {
  const others = ledgerOf(report).filter(({ kind }) => kind !== 'section' && kind !== 'total');
  return [
    ...report.sections.map(({ code, title, score, activeFullScore: full }) => ({
      指标: `${code} ${title}`,
      分值: showPoints(full),
      得分: showPoints(score),
      得分率: full > 0 ? `${ratePercent(score, full)}%` : '—',
    })),
    ...others.map((line) => ({ 指标: line.title, 分值: '—', 得分: ledgerPoints(line), 得分率: '—' })),
  ];
}

function number(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function paragraphs(text = ''): { readonly 段: string }[] {
  return text
    .split(LINE_BREAK)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((段) => ({ 段 }));
}
