import { EMPTY_PROFILE, type Profile } from '../assessment/profile.ts';
import type { Assessment, Unit } from '../assessment/schema.ts';
import { type ScoreReport } from '../scoring/types.ts';
import type { Standard } from '../standard/schema.ts';
import { assertNever } from '../values/assert-never.ts';
import type { PaperKind } from './kinds.ts';
import { categoryOf } from '../assessment/category.ts';

interface About {
  readonly assessment: Assessment;
  readonly standard: Standard;
  readonly report: Pick<ScoreReport, 'unscored'>;
}

/** What a paper would show nothing for, in a word each. It is told before the paper is made and bars nothing. */
export function emptyIn(kind: PaperKind, about: About): string[] {
  const { assessment, report } = about;
  const unit = assessment.unit;
  const profile = unit.profile ?? EMPTY_PROFILE;
  switch (kind) {
    case 'application':
      return [...emptyOfUnit(about, unit, profile), ...unscored(report)];
    case 'pledge':
      return named({ 单位名称: unit.name });
    case 'report':
      return [...named({ 单位名称: unit.name, ...reportTexts(profile) }), ...unscored(report)];
    case 'evidence':
      return emptyOfEvidence(assessment);
    default:
      return assertNever(kind);
  }
}

function emptyOfUnit({ assessment, standard }: About, unit: Unit, profile: Profile): string[] {
  const { naming, cultivation } = assessment.campaign;
  return named({
    单位名称: unit.name,
    统一社会信用代码: unit.creditCode,
    单位类别: categoryOf(standard, unit),
    单位性质: profile.nature,
    机构级别: profile.rank,
    单位地址: profile.address,
    主要负责人: profile.head,
    职务: profile.headPost,
    编制人数: profile.posts,
    在岗执法人员: profile.onDuty,
    持证人数: profile.licensed,
    执法门类: profile.fields,
    行业: unit.industry,
    地域: unit.region,
    上级主管部门: unit.superior,
    ...(naming && {
      命名级别: unit.naming.level,
      命名文号: unit.naming.document,
      命名日期: unit.naming.date,
    }),
    ...(cultivation && { 培育文号: unit.cultivation?.document, 列为培育对象的日期: unit.cultivation?.date }),
    联系人: unit.contact.name,
    联系电话: unit.contact.phone,
    近三年数据: hasGap(profile) ? '' : 'all',
    荣誉: profile.honours,
    结对标兵: profile.mentor,
    主要事迹: profile.deeds,
  });
}

function reportTexts(profile: Profile): Record<string, string | undefined> {
  const hasCounts = profile.counts.length > 0 && !hasGap(profile);
  return {
    主要举措: profile.measures,
    工作亮点: profile.highlights,
    工作成效: profile.results,
    案例: profile.cases,
    数据: hasCounts ? 'counts' : profile.figures,
  };
}

function hasGap({ counts }: Profile): boolean {
  return counts.length === 0 || counts.some(({ values }) => values.includes(null));
}

function emptyOfEvidence({ evidence }: Assessment): string[] {
  if (evidence.length === 0) return ['佐证材料'];
  const lacking = (field: 'documentNumber' | 'formedOn' | 'issuer' | 'pages', label: string) => {
    const count = evidence.filter(({ details }) => details?.[field] === undefined).length;
    return count === 0 ? [] : [`${count}份材料的${label}`];
  };
  return [
    ...lacking('documentNumber', '文号'),
    ...lacking('formedOn', '形成日期'),
    ...lacking('issuer', '发文单位'),
    ...lacking('pages', '页数'),
  ];
}

function unscored({ unscored: count }: Pick<ScoreReport, 'unscored'>): string[] {
  return count === 0 ? [] : [`${count}项评分`];
}

/** The names of what has no value. */
function named(values: Readonly<Record<string, string | number | undefined>>): string[] {
  return Object.entries(values)
    .filter(([, value]) => value === undefined || (typeof value === 'string' && value.trim() === ''))
    .map(([label]) => label);
}
